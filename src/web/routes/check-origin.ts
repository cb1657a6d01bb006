import type { FastifyRequest } from "fastify";
import { UserError } from "../../base/index.ts";

/**
 * Refuses a form that another page sent: one that keeps or removes something must come from a page of this
 * workbench, as the browser itself says. (`Origin` is `null` on our own forms, because no page sends a referrer.)
 */
export function refuseForeignForm({ headers, host }: FastifyRequest): void {
  const site = headers["sec-fetch-site"];
  const isOurs = site === undefined ? headers.origin === `http://${host}` : site === "same-origin";
  if (isOurs) return;
  throw new UserError({
    code: "E_FOREIGN_FORM",
    found: "a form that does not come from this workbench",
    expected: "the form of this page, sent by a browser that says so",
    remedy: "Open the page again and use its own button. Nothing was kept or removed.",
  });
}

import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { type Controlled, controlledBy, type Rebase } from "../presenters/control-points.ts";
import { presentControl } from "../presenters/control.ts";
import { line, type Read, readFields } from "../query.ts";
import { type Gathered, gathered } from "../services/explained.ts";
import type { Services } from "../services/services.ts";
import { sendPage } from "../views.ts";
import { askedAndAnswered, textsOf } from "./ask.ts";

/** A new base needs a reason: it is kept in the address and said on the page. */
const REBASE = z
  .object({ rebase: line("the month of the new base", 7), reason: line("the reason for a new base", 300) })
  .transform(({ rebase, reason }, context): Rebase | null => {
    if (rebase === "") return null;
    if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(rebase)) {
      context.addIssue({
        code: "custom",
        path: ["rebase"],
        message: "The month of the new base must be such as 2017-04",
      });
      return z.NEVER;
    }
    if (reason === "") {
      context.addIssue({ code: "custom", path: ["reason"], message: "Say why a new base begins there" });
      return z.NEVER;
    }
    return { month: rebase, reason };
  });

/** A control chart of the counts, with a new base where somebody says that one begins, and why. */
export function controlRoutes(app: FastifyInstance, { withArchive, law }: Services): void {
  app.get("/explain/control", async ({ query }, reply) => {
    const rebase = readFields(REBASE, query);
    const found = await askedAndAnswered(query, (asked) => withArchive((archive) => gathered(archive, asked)));
    const read = controlled(found, rebase);
    const page = presentControl({ query: textsOf(query), read, law });
    return sendPage(reply.code(read.ok ? 200 : 400), "control.njk", page);
  });
}

function controlled(found: Read<Gathered>, rebase: Read<Rebase | null>): Read<Controlled> {
  const errors = [...(found.ok ? [] : found.errors), ...(rebase.ok ? [] : rebase.errors)];
  if (!found.ok || !rebase.ok) return { ok: false, errors };
  const made = controlledBy(found.value, rebase.value);
  return made === null
    ? {
        ok: false,
        errors: [
          { field: "rebase", text: "The new base must begin after the first and before the last step that is known" },
        ],
      }
    : { ok: true, value: made };
}

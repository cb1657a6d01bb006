import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { UserError } from "../../base/index.ts";
import type { Services } from "../services/services.ts";
import { sendPage } from "../views.ts";

/** Where everything that went wrong ends: a mistake is explained, a fault is logged and owned up to without its trace. */
export function setUpErrors(app: FastifyInstance, { effects }: Pick<Services, "effects">): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error instanceof UserError) return sayMistake(error, request, reply);
    const status = error.statusCode ?? 500;
    if (status < 500) return sendPage(reply.code(status), "message.njk", refused(error.message));
    effects.progress(`${request.method} ${request.routeOptions.url ?? "?"}: ${error.stack ?? error.message}`);
    return sendPage(reply.code(500), "message.njk", FAULT);
  });
}

function sayMistake(error: UserError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { code, found, expected, remedy } = error.mistake;
  reply.code(code === "E_NO_BUILD" ? 503 : code === "E_FIGURE" ? 404 : 400);
  const wantsData = /\.(?:json|csv)$/.test(request.routeOptions.url ?? "");
  if (wantsData) return reply.send({ error: { code, found, expected, ...(remedy === undefined ? {} : { remedy }) } });
  return sendPage(reply, "message.njk", {
    title: code === "E_NO_BUILD" ? "Cannot tell yet: nothing has been built" : "That cannot be answered",
    paragraphs: [`Found: ${found}.`, `Expected: ${expected}.`, ...(remedy === undefined ? [] : [remedy])],
    code,
  });
}

function refused(message: string): { title: string; paragraphs: string[] } {
  return { title: "That request could not be read", paragraphs: [`${message}.`.replace(/\.\.$/, ".")] };
}

const FAULT = {
  title: "Sorry, there is a fault in Throughline",
  paragraphs: [
    "Nothing that you sent was kept. The fault has been noted where Throughline was started.",
    "Try again; if it comes back, tell whoever looks after this workbench what you asked for.",
  ],
};

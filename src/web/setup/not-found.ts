import type { FastifyInstance } from "fastify";
import { sendPage } from "../views.ts";

/** A path that leads nowhere. */
export function setUpNotFound(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) =>
    sendPage(reply.code(404), "message.njk", {
      title: "Page not found",
      paragraphs: [
        "If you typed the address, check it. If you followed a link from Throughline, the fault is ours.",
        "The pages that there are stand in the menu above.",
      ],
    }),
  );
}

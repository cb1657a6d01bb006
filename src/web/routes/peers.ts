import type { FastifyInstance } from "fastify";
import { presentPeers } from "../presenters/peers.ts";
import { gathered } from "../services/explained.ts";
import type { Services } from "../services/services.ts";
import { sendPage } from "../views.ts";
import { askedAndAnswered, textsOf } from "./ask.ts";

/** The area beside all others of its kind. */
export function peersRoutes(app: FastifyInstance, { withArchive, law }: Services): void {
  app.get("/explain/peers", async ({ query }, reply) => {
    const read = await askedAndAnswered(query, (asked) => withArchive((archive) => gathered(archive, asked)));
    return sendPage(reply.code(read.ok ? 200 : 400), "peers.njk", presentPeers({ query: textsOf(query), read, law }));
  });
}

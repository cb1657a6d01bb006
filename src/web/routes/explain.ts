import type { FastifyInstance } from "fastify";
import { presentExplain } from "../presenters/explain.ts";
import { sourcesOf } from "../presenters/figures.ts";
import { explained } from "../services/explained.ts";
import type { Services } from "../services/services.ts";
import { sendPage } from "../views.ts";
import { askedAndAnswered, textsOf } from "./ask.ts";

/** Why a figure moved: the causes weighed, as a page and as the document that the command line prints. */
export function explainRoutes(app: FastifyInstance, { withArchive, law }: Services): void {
  const answer = (query: unknown) =>
    askedAndAnswered(query, (asked) => withArchive((archive) => explained(archive, asked)));

  app.get("/explain", async ({ query }, reply) => {
    const read = await answer(query);
    const page = presentExplain({ query: textsOf(query), read, law });
    return sendPage(reply.code(read.ok ? 200 : 400), "explain.njk", page);
  });

  app.get("/explain.json", async ({ query }, reply) => {
    const read = await answer(query);
    if (!read.ok) return reply.code(400).send({ errors: read.errors });
    const { explanation, notes, figures } = read.value;
    const sources = sourcesOf(figures.figures).map(({ text }) => text);
    return reply
      .type("application/json; charset=utf-8")
      .send(`${JSON.stringify({ ...explanation, notes, sources }, null, 2)}\n`);
  });
}

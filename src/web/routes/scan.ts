import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { type Scan, scanChanges } from "../../explain/index.ts";
import type { Archive } from "../../figures/index.ts";
import { presentScan, scanCsv } from "../presenters/scan.ts";
import { answered, maybeDay, period, type Read, readFields } from "../query.ts";
import { keepAnswers } from "../services/keep-answers.ts";
import type { Services } from "../services/services.ts";
import { sendPage } from "../views.ts";
import { textsOf } from "./ask.ts";

const QUERY = z.object({
  from: period("the first period", "2016"),
  to: period("the second period", "2017"),
  "known-on": maybeDay("the day"),
});

const FIELD_OF_CODE = { E_PERIOD: "from", E_PERIOD_ORDER: "to" };

/** What changed in every force and class, as a page, as CSV and as the document that the command line prints. */
export function scanRoutes(app: FastifyInstance, { withArchive }: Services): void {
  const kept = keepAnswers<Archive, Scan>();

  const answer = async (query: unknown): Promise<Read<Scan>> => {
    const read = readFields(QUERY, query);
    if (!read.ok) return read;
    const { from, to, "known-on": knownOn } = read.value;
    const scanned = withArchive((archive) =>
      kept(archive, JSON.stringify([from.from, from.to, to.from, to.to, knownOn]), () =>
        scanChanges(archive, { from, to, knownOn }),
      ),
    );
    return answered(scanned, FIELD_OF_CODE);
  };

  app.get("/scan", async ({ query }, reply) => {
    const read = await answer(query);
    return sendPage(reply.code(read.ok ? 200 : 400), "scan.njk", presentScan(textsOf(query), read));
  });

  app.get("/scan.json", async ({ query }, reply) => {
    const read = await answer(query);
    if (!read.ok) return reply.code(400).send({ errors: read.errors });
    return reply.type("application/json; charset=utf-8").send(`${JSON.stringify(read.value, null, 2)}\n`);
  });

  app.get("/scan.csv", async ({ query }, reply) => {
    const read = await answer(query);
    if (!read.ok) return reply.code(400).send({ errors: read.errors });
    reply.header("content-disposition", 'attachment; filename="scan.csv"');
    return reply.type("text/csv; charset=utf-8").send(scanCsv(read.value));
  });
}

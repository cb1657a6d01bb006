import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { answerFigures, type FigureQuestion } from "../../figures/index.ts";
import { MEASURES } from "../../records/index.ts";
import { figuresCsv } from "../presenters/figures-csv.ts";
import { type Answered, presentFigures } from "../presenters/figures.ts";
import { answered, choice, line, maybeDay, maybePer, period, type Read, readFields } from "../query.ts";
import type { Services } from "../services/services.ts";
import { sendPage } from "../views.ts";
import { classesOf, textsOf } from "./ask.ts";

/** The figures explorer: what was counted, as a page, as CSV and as the document that the command line prints. */
export function figuresRoutes(app: FastifyInstance, services: Services): void {
  app.get("/figures", async ({ query }, reply) => {
    const read = await answerQuery(query, services);
    const page = presentFigures({ query: textsOf(query), read, law: services.law });
    return sendPage(reply.code(read.ok ? 200 : 400), "figures.njk", page);
  });

  app.get("/figures.json", async ({ query }, reply) => {
    const read = await answerQuery(query, services);
    if (!read.ok) return reply.code(400).send({ errors: read.errors });
    return reply.type("application/json; charset=utf-8").send(`${JSON.stringify(read.value.answer, null, 2)}\n`);
  });

  app.get("/figures.csv", async ({ query }, reply) => {
    const read = await answerQuery(query, services);
    if (!read.ok) return reply.code(400).send({ errors: read.errors });
    reply.header("content-disposition", 'attachment; filename="figures.csv"');
    return reply.type("text/csv; charset=utf-8").send(figuresCsv(read.value.answer));
  });
}

/** The fields have the names of the command line's options; `other` is a class expression that the list has not. */
const QUERY = z
  .object({
    area: line("the area", 100),
    class: line("the classes", 4000),
    other: line("the other classes", 4000),
    measure: choice("the measure", MEASURES),
    from: period("the first period", "2016"),
    to: period("the second period", "2017"),
    by: choice("the division", ["", "year", "quarter", "month"]),
    per: maybePer("the number of residents"),
    "known-on": maybeDay("the day"),
  })
  .transform(({ area, class: listed, other, by, "known-on": knownOn, ...rest }): FigureQuestion => ({
    ...rest,
    area: area === "" ? "kent" : area,
    classes: classesOf(other) || classesOf(listed) || "stalking-and-harassment",
    by: by === "" ? undefined : by,
    knownOn,
  }));

const FIELD_OF_CODE = {
  E_AREA: "area",
  E_CLASS: "other",
  E_PERIOD: "from",
  E_PERIOD_ORDER: "to",
  E_PERIOD_CUT: "by",
  E_TOO_MANY: "by",
};

async function answerQuery(query: unknown, { withArchive }: Services): Promise<Read<Answered>> {
  const read = readFields(QUERY, query);
  if (!read.ok) return read;
  const question = read.value;
  const answer = withArchive(async (archive) => ({ question, answer: await answerFigures(question, archive) }));
  return answered(answer, FIELD_OF_CODE);
}

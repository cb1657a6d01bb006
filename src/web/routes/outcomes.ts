import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { calendarYear } from "../../base/index.ts";
import { answerOutcomes, answerProsecutions } from "../../figures/index.ts";
import { type OutcomesFound, presentOutcomes } from "../presenters/outcomes.ts";
import { answered, line, period, type Read, readFields } from "../query.ts";
import type { Services } from "../services/services.ts";
import { sendPage } from "../views.ts";

/** What became of recorded offences, and who was prosecuted. */
export function outcomesRoutes(app: FastifyInstance, { withArchive, law }: Services): void {
  app.get("/outcomes", async ({ query }, reply) => {
    const read = readFields(QUERY, query);
    const found: Read<OutcomesFound> = read.ok
      ? await answered(
          withArchive(async (archive) => ({
            outcomes: await answerOutcomes(read.value, archive),
            prosecutions: await answerProsecutions({ classes: read.value.classes, ...ALL_YEARS }, archive),
          })),
          FIELD_OF_CODE,
        )
      : read;
    const asked = FIELDS.catch({}).parse(query);
    return sendPage(reply.code(found.ok ? 200 : 400), "outcomes.njk", presentOutcomes({ asked, found, law }));
  });
}

/** Prosecutions are few: all years that are held. */
const ALL_YEARS = { from: calendarYear(1990), to: calendarYear(2099) };

const FIELD_OF_CODE = { E_AREA: "area", E_CLASS: "class", E_PERIOD_ORDER: "to", E_PERIOD_CUT: "to" };

const QUERY = z
  .object({
    area: line("the area", 100),
    class: line("the classes"),
    from: period("the first period", "2018/19"),
    to: period("the last period", "2018/19"),
  })
  .transform(({ area, class: classes, ...rest }) => ({
    ...rest,
    area: area || "kent",
    classes: classes || "stalking-and-harassment",
  }));

const FIELDS = z.record(z.string(), z.string().max(200));

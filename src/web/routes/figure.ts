import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { misuse } from "../../base/index.ts";
import { figureById, sourceRowsOf } from "../../figures/index.ts";
import { presentFigure } from "../presenters/figure.ts";
import type { Services } from "../services/services.ts";
import { sendPage } from "../views.ts";

/** More source rows than this are counted and not shown. */
const MOST_ROWS = 60;

/** A figure's own page, down to its source rows and their files. */
export function figureRoutes(app: FastifyInstance, { withArchive, law }: Services): void {
  app.get("/figure/:id", async ({ params }, reply) => {
    const { id } = PARAMS.parse(params);
    if (!isFigureId(id)) throw noFigure(id);
    const found = await withArchive(async (archive) => {
      const { figure, same } = await figureById(archive, id);
      return { figure, same, source: await sourceRowsOf(archive, figure, MOST_ROWS) };
    });
    return sendPage(reply, "figure.njk", presentFigure(found, law));
  });
}

const PARAMS = z.object({ id: z.string() });
/** Area, classes, measure, part, first day, last day, digest of what it rests on. */
const ID = /^[^~\p{Cc}]+~[^~\p{Cc}]+~[a-z-]+~[^~\p{Cc}]*~[\d-]{10}~[\d-]{10}~[0-9a-f]{8}$/u;

/** The longest period that a figure can have, in days. */
const MOST_DAYS = 366;

function isFigureId(id: string): boolean {
  const [from = "", to = ""] = id.split("~").slice(4, 6);
  if (!ID.test(id) || !isDay(from) || !isDay(to)) return false;
  const { days } = Temporal.PlainDate.from(from).until(to, { largestUnit: "days" });
  return days >= 0 && days < MOST_DAYS;
}

function isDay(text: string): boolean {
  return z.iso.date().safeParse(text).success;
}

function noFigure(id: string): Error {
  return misuse({
    code: "E_FIGURE",
    found: `"${id.slice(0, 120)}" is no figure's id`,
    expected: "an address that a table of figures links to",
  });
}

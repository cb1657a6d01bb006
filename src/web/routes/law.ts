import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { area, parseClasses, timeline, TIMELINE_KINDS, type TimelineEntry } from "../../law/index.ts";
import { presentLaw } from "../presenters/law.ts";
import { answered, choice, line, type Read, readFields } from "../query.ts";
import type { Services } from "../services/services.ts";
import { sendPage } from "../views.ts";

/** Laws, counting rules, audits, events and gaps, in the order of their days. */
export function lawRoutes(app: FastifyInstance, { law }: Services): void {
  app.get("/law", async ({ query }, reply) => {
    const read = readFields(QUERY, query);
    const entries = read.ok ? await answered(entriesFor(read.value), FIELD_OF_CODE) : read;
    const asked = read.ok ? read.value : { area: "", class: "", kind: "" as const };
    return sendPage(reply.code(entries.ok ? 200 : 400), "law.njk", presentLaw({ asked, entries, law }));
  });

  async function entriesFor({ area: place, class: classes, kind }: LawQuery): Promise<readonly TimelineEntry[]> {
    return timeline(law, {
      area: place === "" ? undefined : area(law, place).slug,
      codes: classes === "" ? undefined : parseClasses(law, classes).codes,
      kinds: kind === "" ? undefined : [kind],
    });
  }
}

const QUERY = z.object({
  area: line("the area", 100),
  class: line("the classes"),
  kind: choice("the kind", ["", ...TIMELINE_KINDS]),
});

export type LawQuery = z.output<typeof QUERY>;
export type LawEntries = Read<readonly TimelineEntry[]>;

const FIELD_OF_CODE = { E_AREA: "area", E_CLASS: "class" };

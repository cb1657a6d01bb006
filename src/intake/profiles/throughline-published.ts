import { datasetNamed, publishedFact } from "../../records/index.ts";
import type { Profile } from "../profile.ts";
import { anyText, decimal, orUnknown, text, yearMonthDay } from "../readers.ts";

/** Throughline's own tidy table of published facts, as in `reference/published/`. */
export const throughlinePublished: Profile = {
  id: "throughline-published",
  title: "Throughline's tidy table of published facts",
  makes: publishedFact,
  fields: {
    area: { header: "area", read: text },
    class: { header: "class", read: text },
    measure: { header: "measure", read: text },
    part: { header: "part", read: anyText },
    period_from: { header: "period_from", read: yearMonthDay },
    period_to: { header: "period_to", read: yearMonthDay },
    value: { header: "value", read: decimal },
    dataset: { header: "dataset", read: text },
    release: { header: "release", read: text },
    released: { header: "released", read: orUnknown(yearMonthDay, "") },
    source: { header: "source", read: text },
    source_row: { header: "source_row", read: text },
    licence: { header: "licence", read: text },
  },
  publication: datasetNamed("throughline-published"),
};

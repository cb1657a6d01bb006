import { column, defineTable, maybeColumn, type RowOf } from "../engine/index.ts";

/** What is counted. One name for one thing, in files, SQL, pages and prose. */
export const MEASURES = [
  "recorded",
  "recorded-female-victims",
  "flagged",
  "street-recorded",
  "street-outcome",
  "outcome-assigned",
  "outcome-of-recorded",
  "prosecuted",
  "convicted",
  "sentenced",
  "severity-score",
  "survey-prevalence",
  "survey-reported",
  "population",
] as const;

export type Measure = (typeof MEASURES)[number];

/** One published number, as one source row (or a count of source rows) states it. */
export const observation = defineTable({
  name: "observation",
  meaning: "One published number, as a source row states it or as a count of source rows gives it.",
  key: ["dataset", "measure", "class", "area", "period_to", "period_from", "part", "batch", "source_line"],
  columns: {
    area: column("text", "Area slug, such as kent or england-and-wales."),
    class: column("text", "Recorded-crime class (8L), named group (stalking-and-harassment), or all."),
    measure: column("text", "What is counted.", { oneOf: MEASURES }),
    part: column("text", "The part of the measure: an outcome type, a sex and age band; empty for the whole."),
    period_from: column("date", "First day of the period."),
    period_to: column("date", "Last day of the period."),
    value: column("decimal", "The number as published: a count, a score or a share."),
    dataset: column("text", "The dataset, such as ons-rolling-year."),
    release: column("text", "The release of the dataset that states it."),
    released: maybeColumn("date", "Day the release came out, where known."),
    batch: column("text", "The batch that brought the source row."),
    source_line: column("integer", "Line of the source file; the first one for a count of rows.", { unit: "line" }),
    source_rows: column("integer", "How many source rows stand behind the number.", { unit: "rows" }),
  },
});

export type Observation = RowOf<typeof observation>;

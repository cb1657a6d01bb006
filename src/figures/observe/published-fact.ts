import { defineTable, join, name, sql, step } from "../../engine/index.ts";
import { observation, publishedFact } from "../../records/index.ts";
import type { Observer } from "./observer.ts";

const makes = defineTable({ ...observation, name: "observed_published_fact", key: observation.key as never });

/** Throughline's own published facts: each row is an observation already, with the release it came from. */
export const observePublishedFact: Observer = {
  from: publishedFact,
  readings: [],
  step: step(
    makes,
    { reads: [publishedFact] },
    sql`SELECT ${join(
      Object.keys(observation.columns)
        .filter((key) => key !== "source_rows")
        .map((key) => name(key)),
    )}, 1 AS source_rows
FROM ${publishedFact}`,
  ),
};

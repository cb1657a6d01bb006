import { column, defineTable, maybeColumn } from "../engine/index.ts";

/** The release that each batch belongs to, from the lake's manifest. */
export const batchRelease = defineTable({
  name: "batch_release",
  meaning: "The dataset and release that each batch belongs to.",
  key: ["batch"],
  columns: {
    batch: column("text", "The batch."),
    dataset: column("text", "The dataset."),
    release: column("text", "The release of the dataset."),
    released: maybeColumn("date", "Day the release came out, where known."),
  },
});

/** What could not be placed: source spellings that no area or class is known by. */
export const unmapped = defineTable({
  name: "unmapped",
  meaning: "Source spellings that no area or class is known by, with how many rows carry them.",
  key: ["dataset", "kind", "found"],
  columns: {
    dataset: column("text", "The dataset."),
    kind: column("text", "What could not be placed.", { oneOf: ["area", "class"] }),
    found: column("text", "The spelling."),
    source_rows: column("integer", "Rows that carry it.", { unit: "rows" }),
  },
});

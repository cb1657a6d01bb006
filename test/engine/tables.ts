import { column, defineTable, maybeColumn, type RowOf } from "../../src/engine/index.ts";

/** A table with every type of column, for tests. */
export const sample = defineTable({
  name: "sample",
  meaning: "One of each.",
  key: ["id"],
  columns: {
    id: column("integer", "A number that tells rows apart.", { unit: "rows" }),
    label: maybeColumn("text", "A text.", { sensitivity: "personal" }),
    amount: maybeColumn("decimal", "A number with six places."),
    day: maybeColumn("date", "A day."),
    at: maybeColumn("timestamp", "A moment."),
    yes: maybeColumn("boolean", "Whether."),
    size: maybeColumn("text", "A size.", { oneOf: ["small", "large"] }),
  },
});

export type SampleRow = RowOf<typeof sample>;

/** Two texts, the smallest table on which a digest could go wrong. */
export const pair = defineTable({
  name: "pair",
  meaning: "Two texts.",
  key: ["a", "b"],
  columns: { a: maybeColumn("text", "One."), b: maybeColumn("text", "Other.") },
});

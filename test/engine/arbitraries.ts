import * as fc from "fast-check";
import type { SampleRow } from "./tables.ts";

/** Any text that SQL can say: no null byte, no half of a surrogate pair. */
const text = fc.string({ unit: "binary", maxLength: 40 }).filter((each) => !each.includes("\u0000"));

/** Text made of what has a meaning in SQL, so that quoting is tried where it could fail. */
const spicyText = fc
  .array(
    fc.constantFrom("'", '"', "\\", ";", "--", "/*", "*/", "$$", "\n", "%", "?", "|", ":", "~", "1", "a", "é", "👍"),
  )
  .map((pieces) => pieces.join(""));

export const anyText = fc.oneof(text, spicyText);

const decimal = fc
  .tuple(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([whole, millionths]) => Number(`${whole}.${String(millionths).padStart(6, "0")}`) + 0);

const moment = fc
  .integer({ min: -2_000_000_000_000, max: 4_000_000_000_000 })
  .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms).toString({ smallestUnit: "millisecond" }));

const day = fc
  .integer({ min: 0, max: 200_000 })
  .map((days) => Temporal.PlainDate.from("1700-01-01").add({ days }).toString());

/** A row of the sample table without its id. */
const cells = fc.record({
  label: fc.option(anyText),
  amount: fc.option(fc.oneof(decimal, fc.constantFrom(0, 0.000001, -0.000001, 1e-7 * 10, 7.77e-4))),
  day: fc.option(day),
  at: fc.option(moment),
  yes: fc.option(fc.boolean()),
  size: fc.option(fc.constantFrom("small", "large")),
});

/** Rows of the sample table with ids 1, 2, 3, … */
export const sampleRows: fc.Arbitrary<SampleRow[]> = fc
  .array(cells, { minLength: 1, maxLength: 8 })
  .map((rows) => rows.map((row, i) => ({ id: i + 1, ...row })));

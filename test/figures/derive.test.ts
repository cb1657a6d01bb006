import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { waysToFind } from "../../src/figures/find.ts";
import { poolOf } from "../../src/figures/pool.ts";
import type { Observation } from "../../src/records/index.ts";
import { observed } from "./support.ts";

const GROUP = "stalking-and-harassment";
const counted = { codes: ["8L", "8Q"], group: GROUP, existsIn: () => true };
const FIRST = Temporal.PlainDate.from("2012-04-01");

function span(quarter: number, quarters = 1): { period_from: string; period_to: string } {
  const from = FIRST.add({ months: 3 * quarter });
  return {
    period_from: from.toString(),
    period_to: from
      .add({ months: 3 * quarters })
      .subtract({ days: 1 })
      .toString(),
  };
}

/** What ONS would publish of a series of quarters: every four in a row, added up. */
function rollingYears(series: readonly number[]): Observation[] {
  return series.slice(3).map((_, i) =>
    observed({
      ...span(i, 4),
      class: GROUP,
      dataset: "ons-rolling-year",
      value: series.slice(i, i + 4).reduce((a, b) => a + b),
    }),
  );
}

/** The code-level quarters of one financial year, split between two classes. */
function baseYear(series: readonly number[], year: number): Observation[] {
  return [0, 1, 2, 3].flatMap((i) => {
    const value = series[year * 4 + i] as number;
    return [
      observed({ ...span(year * 4 + i), class: "8L", value: value - 1 }),
      observed({ ...span(year * 4 + i), class: "8Q", value: 1 }),
    ];
  });
}

describe("waysToFind(pool, counted, period) from rolling years", () => {
  it("works out every quarter of a series from its rolling years and one base year, wherever that year lies", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 24, maxLength: 24 }),
        fc.integer({ min: 0, max: 5 }),
        (series, year) => {
          const pool = poolOf([...rollingYears(series), ...baseYear(series, year)], []);
          series.forEach((value, quarter) => {
            const { period_from: from, period_to: to } = span(quarter);
            expect(waysToFind(pool, counted, { from, to })[0]?.value).toBe(value);
          });
        },
      ),
      { numRuns: 50 },
    );
  });

  it("refuses an anchor that another vintage would have to supply", () => {
    const series = Array.from({ length: 24 }, (_, i) => 100 + i);
    const revised = baseYear(series.with(20, (series[20] ?? 0) + 3), 5);
    const pool = poolOf([...rollingYears(series), ...revised], []);
    const { period_from: from, period_to: to } = span(2);
    expect(waysToFind(pool, counted, { from, to })).toEqual([]);
  });

  it("never adds overlapping years up", () => {
    const series = Array.from({ length: 24 }, (_, i) => 100 + i);
    const pool = poolOf(rollingYears(series), []);
    const { period_from: from, period_to: to } = span(0, 8);
    expect(waysToFind(pool, counted, { from, to })).toEqual([]);
  });
});

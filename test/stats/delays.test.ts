import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { completeCounts, delayProfile, type Triangle } from "../../src/stats/index.ts";

/** A whole table of counts, seen up to the day the newest row began. */
const triangle = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 3, max: 10 }))
  .chain(([delays, rows]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: delays, maxLength: delays }), {
      minLength: rows + delays,
      maxLength: rows + delays,
    }),
  )
  .map((whole): Triangle => whole.map((row, i) => row.map((count, d) => (i + d < whole.length ? count : null))));

/** Factors from cumulative sums, and each row multiplied on by those that are still to come. */
function slowChainLadder(given: Triangle) {
  const cumulative = given.map((row) => row.map((_, d) => (row[d] === null ? null : sum(row.slice(0, d + 1)))));
  const factors = given[0]!.slice(1).map((_, k) => {
    const seen = cumulative.filter((row) => row[k + 1] !== null);
    return sum(seen.map((row) => row[k + 1]!)) / sum(seen.map((row) => row[k]!));
  });
  const completed = cumulative.map((row) => {
    const seen = row.filter((value) => value !== null).length;
    return factors.slice(seen - 1).reduce((value, factor) => value * factor, row[seen - 1]!);
  });
  return { factors, completed };
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}

describe("delayProfile(triangle), completeCounts(triangle, profile)", () => {
  test("are the chain ladder", () => {
    fc.assert(
      fc.property(triangle, (given) => {
        const { factors, completed } = slowChainLadder(given);
        fc.pre(factors.every(Number.isFinite));
        const profile = delayProfile(given);
        for (const [k, factor] of factors.entries()) expect(profile.factors[k]).toBeCloseTo(factor, 8);
        for (const [i, row] of completeCounts(given, profile).entries())
          expect(row.completed).toBeCloseTo(completed[i]!, 6);
      }),
    );
  });

  test("have shares that add up to 1, and complete no row to less than is there", () => {
    fc.assert(
      fc.property(triangle, (given) => {
        const profile = delayProfile(given);
        expect(profile.shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        for (const { soFar, completed } of completeCounts(given, profile))
          expect(completed ?? Infinity).toBeGreaterThanOrEqual(soFar * (1 - 1e-9));
      }),
    );
  });

  test("find a profile that every row follows", () => {
    const whole = [100, 200, 400, 300, 500].map((size) => [0.5, 0.3, 0.2].map((share) => share * size));
    const given = whole.map((row, i) => row.map((count, d) => (i + d < 5 ? count : null)));
    expect(delayProfile(given).shares.map((share) => share.toFixed(9))).toEqual([
      "0.500000000",
      "0.300000000",
      "0.200000000",
    ]);
    expect(completeCounts(given, delayProfile(given)).map((row) => Math.round(row.completed!))).toEqual([
      100, 200, 400, 300, 500,
    ]);
  });

  test("cannot tell where nothing ever arrives at once", () => {
    const given = [
      [0, 5, 5],
      [0, 6, null],
      [0, null, null],
    ];
    const profile = delayProfile(given);
    expect(profile.factors).toEqual([null, 2]);
    expect(profile.shares).toEqual([0, 0.5, 0.5]);
    expect(completeCounts(given, profile).map((row) => row.completed)).toEqual([10, 12, null]);
  });

  test("refuse negative counts", () => {
    expect(() => delayProfile([[1, -1]])).toThrow(RangeError);
  });
});

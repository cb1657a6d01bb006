import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  equalRatesP,
  normalQuantile,
  percentChange,
  rateDifference,
  rateRatioInterval,
  rateRatioWald,
} from "../../src/stats/index.ts";

const pair = fc.record({
  x1: fc.integer({ min: 0, max: 60 }),
  x0: fc.integer({ min: 0, max: 60 }),
  e1: fc.integer({ min: 1, max: 5 }),
  e0: fc.integer({ min: 1, max: 5 }),
});

/** The chance of each outcome of x1 given the sum, by the product of its terms. */
function chances(trials: number, chance: number): readonly number[] {
  return Array.from({ length: trials + 1 }, (_, k) => {
    let term = 1;
    for (let i = 1; i <= k; i++) term *= ((trials - k + i) / i) * chance;
    return term * (1 - chance) ** (trials - k);
  });
}

describe("equalRatesP(counts, method)", () => {
  test("adds up the outcomes that its method counts", () => {
    fc.assert(
      fc.property(pair, (counts) => {
        const { x1, x0, e1, e0 } = counts;
        fc.pre(x1 + x0 > 0);
        const all = chances(x1 + x0, e1 / (e1 + e0));
        const own = all[x1]!;
        const sum = (of: readonly number[]) => of.reduce((a, b) => a + b, 0);
        const exact = Math.min(1, sum(all.filter((chance) => chance <= own * (1 + 1e-7))));
        const half = Math.min(sum(all.slice(0, x1)), sum(all.slice(x1 + 1))) + own / 2;
        expect(equalRatesP(counts, "exact")).toBeCloseTo(exact, 9);
        expect(equalRatesP(counts, "mid-p")).toBeCloseTo(Math.min(1, 2 * half), 9);
      }),
      { numRuns: 500 },
    );
  });

  test("keeps its digits where it is very small", () => {
    const counts = { x1: 340, x0: 127, e1: 1, e0: 1 };
    expect(equalRatesP(counts, "exact") / 1.67281221337e-23).toBeCloseTo(1, 7);
    expect(equalRatesP(counts, "mid-p") / 1.1459656353e-23).toBeCloseTo(1, 7);
    expect(equalRatesP(counts, "score") / 6.4272756141e-23).toBeCloseTo(1, 7);
  });

  test("is the same from either side, and 1 when nothing happened", () => {
    fc.assert(
      fc.property(pair, fc.constantFrom("exact", "mid-p", "score"), ({ x1, x0, e1, e0 }, method) => {
        const there = equalRatesP({ x1, x0, e1, e0 }, method);
        expect(equalRatesP({ x1: x0, x0: x1, e1: e0, e0: e1 }, method)).toBeCloseTo(there, 9);
      }),
    );
    expect(equalRatesP({ x1: 0, x0: 0, e1: 1, e0: 1 })).toBe(1);
  });

  test("falls below 5 % with the score exactly where Wilson's limits leave 1 out", () => {
    fc.assert(
      fc.property(pair, (counts) => {
        fc.pre(counts.x1 + counts.x0 > 0);
        const { low, high } = rateRatioInterval(counts, 0.95, "wilson");
        expect(equalRatesP(counts, "score") < 0.05).toBe(low > 1 || (high ?? Infinity) < 1);
      }),
    );
  });
});

describe("rateRatioWald(counts, level), rateDifference(counts, level), percentChange(before, after)", () => {
  test("are their formulas", () => {
    fc.assert(
      fc.property(pair, (counts) => {
        const { x1, x0, e1, e0 } = counts;
        const z = normalQuantile({ lower: 0.975 });
        const log = Math.log(x1 / e1) - Math.log(x0 / e0);
        const reach = z * Math.sqrt(1 / x1 + 1 / x0);
        const wanted = x1 > 0 && x0 > 0 ? [log - reach, log + reach] : [0, 0];
        const wald = rateRatioWald(counts) ?? { low: 1, high: 1 };
        expect(Math.log(wald.low)).toBeCloseTo(wanted[0]!, 9);
        expect(Math.log(wald.high!)).toBeCloseTo(wanted[1]!, 9);
        const { difference, low, high } = rateDifference(counts);
        expect((low + high) / 2).toBeCloseTo(difference, 9);
        expect((high - low) / 2).toBeCloseTo(z * Math.hypot(Math.sqrt(x1) / e1, Math.sqrt(x0) / e0), 9);
      }),
    );
  });

  test("have no percentage from 0", () => {
    expect(percentChange(0, 3)).toBeNull();
    expect(percentChange(127, 340)).toBeCloseTo(167.716535433, 8);
  });
});

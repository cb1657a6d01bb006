import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seasonalTrend, seasonalWindows } from "../../src/stats/index.ts";
import { middleOf } from "../../src/stats/middle.ts";
import { middleAsR } from "../../src/stats/middle-as-r.ts";

type Numbers = readonly number[];

/** One local fit, places from 1 as Cleveland counts them; null when no neighbour is trusted. */
function slowFit(
  y: Numbers,
  span: number,
  degree: number,
  x: number,
  reach: readonly [number, number],
  trust: Numbers,
) {
  const [left, right] = reach;
  let h = Math.max(x - left, right - x);
  if (span > y.length) h += Math.floor((span - y.length) / 2);
  const places = Array.from({ length: right - left + 1 }, (_, k) => left + k);
  let weights = places.map((j) => {
    const r = Math.abs(j - x);
    const tricube = r > 0.999 * h ? 0 : r <= 0.001 * h ? 1 : (1 - (r / h) ** 3) ** 3;
    return tricube * trust[j - 1]!;
  });
  const total = weights.reduce((a, b) => a + b, 0);
  if (total <= 0) return null;
  weights = weights.map((weight) => weight / total);
  if (degree > 0) {
    const mean = places.reduce((sum, j, k) => sum + weights[k]! * j, 0);
    const spread = places.reduce((sum, j, k) => sum + weights[k]! * (j - mean) ** 2, 0);
    if (Math.sqrt(spread) > 0.001 * (y.length - 1))
      weights = weights.map((weight, k) => weight * (((x - mean) / spread) * (places[k]! - mean) + 1));
  }
  return places.reduce((sum, j, k) => sum + weights[k]! * y[j - 1]!, 0);
}

/** A loess of every place, or of every jump-th and the last with straight lines between. */
function slowLoess(y: Numbers, span: number, degree: number, jump: number, trust: Numbers): number[] {
  const n = y.length;
  const step = Math.min(jump, n - 1);
  const half = Math.floor((span + 1) / 2);
  const reachAt = (x: number): readonly [number, number] => {
    if (span >= n) return [1, n];
    if (x < half) return [1, span];
    if (step > 1 && x >= n - half + 1) return [n - span + 1, n];
    const left = Math.min(x - half + 1, n - span + 1);
    return [left, left + span - 1];
  };
  const out: number[] = [];
  const knots: number[] = [];
  for (let x = 1; x <= n; x += step) knots.push(x);
  const lastReach = reachAt(knots.at(-1)!);
  if (knots.at(-1) !== n) knots.push(n);
  const at = knots.map(
    (x, k) => slowFit(y, span, degree, x, k === knots.length - 1 ? lastReach : reachAt(x), trust) ?? y[x - 1]!,
  );
  for (let k = 0; k + 1 < knots.length; k++)
    for (let x = knots[k]!; x < knots[k + 1]!; x++)
      out.push(at[k]! + ((at[k + 1]! - at[k]!) * (x - knots[k]!)) / (knots[k + 1]! - knots[k]!));
  return [...out, at.at(-1)!];
}

function slowStl(y: Numbers, period: number, window: number | "periodic", robust: boolean) {
  const n = y.length;
  const { spans, jumps } = seasonalWindows(n, { period, seasonal: window });
  let trend: number[] = y.map(() => 0);
  let seasonal: number[] = [];
  let trust: number[] = y.map(() => 1);
  const ones = Array.from({ length: n + 2 * period }, () => 1);
  const means = (of: Numbers, width: number) =>
    of.slice(width - 1).map((_, i) => of.slice(i, i + width).reduce((a, b) => a + b, 0) / width);
  for (let round = 0; round <= (robust ? 15 : 0); round++) {
    for (let inner = 0; inner < (robust ? 1 : 2); inner++) {
      const cycle: number[] = [];
      for (let j = 0; j < period; j++) {
        const places = y.map((_, i) => i).filter((i) => i % period === j);
        const line = places.map((i) => y[i]! - trend[i]!);
        const own = places.map((i) => trust[i]!);
        const k = line.length;
        const fit = slowLoess(line, spans[0], 0, jumps[0], own);
        const before = slowFit(line, spans[0], 0, 0, [1, Math.min(spans[0], k)], own) ?? fit[0]!;
        const after = slowFit(line, spans[0], 0, k + 1, [Math.max(1, k - spans[0] + 1), k], own) ?? fit[k - 1]!;
        for (const [m, value] of [before, ...fit, after].entries()) cycle[m * period + j] = value;
      }
      const low = slowLoess(means(means(means(cycle, period), period), 3), spans[2], 1, jumps[2], ones);
      seasonal = y.map((_, i) => cycle[period + i]! - low[i]!);
      trend = slowLoess(
        y.map((value, i) => value - seasonal[i]!),
        spans[1],
        1,
        jumps[1],
        trust,
      );
    }
    if (round === 15 || !robust) break;
    const sizes = y.map((value, i) => Math.abs(value - seasonal[i]! - trend[i]!));
    const sorted = sizes.toSorted((a, b) => a - b);
    const limit = 3 * (sorted[Math.floor(n / 2)]! + sorted[n - 1 - Math.floor(n / 2)]!);
    trust = sizes.map((r) => (r <= 0.001 * limit ? 1 : r <= 0.999 * limit ? (1 - (r / limit) ** 2) ** 2 : 0));
  }
  if (window === "periodic")
    seasonal = seasonal.map((_, i) => {
      const alike = seasonal.filter((_, j) => j % period === i % period);
      return alike.reduce((a, b) => a + b, 0) / alike.length;
    });
  return { seasonal, trend };
}

const asked = fc.record({
  period: fc.constantFrom(4, 7, 12),
  window: fc.constantFrom<(number | "periodic")[]>("periodic", 7, 13, 35),
  robust: fc.boolean(),
  noise: fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 25, maxLength: 90 }),
});

describe("seasonalTrend(values, settings)", () => {
  test("is STL written out fit by fit", () => {
    fc.assert(
      fc.property(asked, ({ period, window, robust, noise }) => {
        const y = noise.map((value, i) => value + 20 * Math.sin((2 * Math.PI * i) / period) + i / 5);
        const got = seasonalTrend(y, { period, seasonal: window, robust });
        const want = slowStl(y, period, window, robust);
        for (const i of y.keys()) {
          expect(got.seasonal[i], `season at ${i}`).toBeCloseTo(want.seasonal[i]!, 7);
          expect(got.trend[i], `trend at ${i}`).toBeCloseTo(want.trend[i]!, 7);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("adds up to the series, and follows its shift and scale", () => {
    fc.assert(
      fc.property(asked, ({ period, window, robust, noise }) => {
        const settings = { period, seasonal: window, robust };
        const { seasonal, trend, remainder } = seasonalTrend(noise, settings);
        const moved = seasonalTrend(
          noise.map((value) => 3 * value + 1000),
          settings,
        );
        for (const [i, value] of noise.entries()) {
          expect(seasonal[i]! + trend[i]! + remainder[i]!).toBeCloseTo(value, 9);
          expect(robust ? 0 : moved.trend[i]! - 3 * trend[i]! - 1000).toBeCloseTo(0, 6);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("finds a season and a line that are there, and does not trust one wild value", () => {
    const season = [5, 3, 1, -1, -3, -5, -5, -3, -1, 1, 3, 5];
    const y = Array.from({ length: 96 }, (_, i) => 100 + i / 4 + season[i % 12]! + ((i * 7) % 5) / 10 - 0.2);
    y[50]! += 500;
    const { seasonal, trust } = seasonalTrend(y, { period: 12, robust: true });
    expect(trust[50]).toBe(0);
    for (const [i, value] of season.entries()) expect(Math.abs(seasonal[i]! - value)).toBeLessThan(0.3);
  });

  test("refuses gaps, two seasons or fewer, and a season of one", () => {
    const y = Array.from({ length: 40 }, (_, i) => i);
    expect(() => seasonalTrend([...y, Number.NaN], { period: 12 })).toThrow(RangeError);
    expect(() => seasonalTrend(y.slice(0, 24), { period: 12 })).toThrow(RangeError);
    expect(() => seasonalTrend(y, { period: 1 })).toThrow(RangeError);
  });
});

describe("middleOf(values), middleAsR(values)", () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 200 });

  test("the first is the median", () => {
    fc.assert(
      fc.property(sizes, (values) => {
        const sorted = values.toSorted((a, b) => a - b);
        const want = (sorted[Math.floor(values.length / 2)]! + sorted[Math.ceil(values.length / 2) - 1]!) / 2;
        expect(middleOf(Float64Array.from(values))).toBe(want);
      }),
    );
  });

  test("the second is it for odd numbers of values, and for few", () => {
    fc.assert(
      fc.property(sizes, (values) => {
        fc.pre(values.length % 2 === 1);
        expect(middleAsR(Float64Array.from(values))).toBe(middleOf(Float64Array.from(values)));
      }),
    );
  });
});

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerBreaks } from "../../scripts/reference/breaks.ts";
import {
  type Breaks,
  findBreaks,
  findJoins,
  normalQuantile,
  type SegmentModel,
  yearlyPercent,
} from "../../src/stats/index.ts";
import { differenceFrom, hasReference, referenceNames } from "./cases.ts";

describe.skipIf(!hasReference)("breaks and joins against R (needs ../shared)", () => {
  test.each(referenceNames(/^(bp|seg)-/))("%s", (name) => {
    expect(differenceFrom(name, answerBreaks)).toBeNull();
  });
});

const value = fc.double({ min: -50, max: 50, noNaN: true });
const values = fc.array(value, { minLength: 14, maxLength: 18 });
const model = fc.constantFrom<SegmentModel>("level", "trend");

function found(breaks: Breaks | null): Breaks {
  if (breaks === null) throw new Error("too short");
  return breaks;
}

/** Residual sum of squares of a level or a straight line, by the textbook. */
function slowRss(all: readonly number[], model: SegmentModel): number {
  const n = all.length;
  const mean = all.reduce((sum, y) => sum + y, 0) / n;
  const middle = (n - 1) / 2;
  const spread = all.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
  const rise = model === "level" ? 0 : all.reduce((sum, y, i) => sum + (i - middle) * (y - mean), 0) / spread;
  return all.reduce((sum, y, i) => sum + (y - mean - rise * (i - middle)) ** 2, 0);
}

/** The slow twin: every way to cut the series, tried. */
function everyCut(
  all: readonly number[],
  cuts: number,
  { h, model }: { readonly h: number; readonly model: SegmentModel },
): number {
  if (cuts === 0) return slowRss(all, model);
  let least = Infinity;
  for (let end = h; end <= all.length - cuts * h; end++) {
    least = Math.min(least, slowRss(all.slice(0, end), model) + everyCut(all.slice(end), cuts - 1, { h, model }));
  }
  return least;
}

function rssOfCuts(all: readonly number[], breaks: readonly number[], model: SegmentModel): number {
  const ends = [0, ...breaks, all.length];
  return ends.slice(1).reduce((sum, end, i) => sum + slowRss(all.slice(ends[i], end), model), 0);
}

/** Numbers that look like noise, always the same: normal quantiles of a scramble. */
function noise(n: number, seed: number): number[] {
  let state = seed;
  return Array.from({ length: n }, () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return normalQuantile({ lower: (state + 0.5) / 4_294_967_296 });
  });
}

describe("findBreaks(values, {model, least})", () => {
  test("finds for each number of breaks what trying every cut finds", () => {
    fc.assert(
      fc.property(values, model, (all, model) => {
        const { counts } = found(findBreaks(all, { model, least: 3 }));
        counts.slice(0, 4).forEach(({ breaks, rss }, m) => {
          expect(breaks).toHaveLength(m);
          expect(rss).toBeCloseTo(everyCut(all, m, { h: 3, model }), 6);
          expect(rss).toBeCloseTo(rssOfCuts(all, breaks, model), 6);
        });
      }),
      { numRuns: 30 },
    );
  });

  test("fits no worse with more breaks, keeps segments long enough, and takes the least BIC", () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 20, maxLength: 60 }), model, (all, model) => {
        const { counts, least, best, limits } = found(findBreaks(all, { model }));
        counts.forEach(({ breaks, bic }) => {
          const ends = [0, ...breaks, all.length];
          ends.slice(1).forEach((end, i) => expect(end - ends[i]!).toBeGreaterThanOrEqual(least));
          expect(bic).toBeGreaterThanOrEqual(counts[best]!.bic);
        });
        limits.forEach(({ low, at, high }, i) => {
          expect(at).toBe(counts[best]!.breaks[i]);
          expect(low).toBeLessThanOrEqual(at);
          expect(high).toBeGreaterThanOrEqual(at);
        });
        expect(counts[1]?.rss ?? 0).toBeLessThanOrEqual(counts[0]!.rss + 1e-9);
      }),
    );
  });

  test("finds the same breaks in another unit and about another level, mirrored if the series is", () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 24, maxLength: 40 }), model, (all, model) => {
        const own = found(findBreaks(all, { model }));
        const [first, second] = [own.counts[0]!, own.counts[1]!];
        const moved = found(
          findBreaks(
            all.map((y) => 1e4 + 3 * y),
            { model },
          ),
        );
        const mirrored = found(findBreaks(all.toReversed(), { model }));
        expect(moved.counts[1]!.rss / 9).toBeCloseTo(second.rss, 4);
        expect(mirrored.counts[0]!.rss).toBeCloseTo(first.rss, 6);
        expect(mirrored.counts[1]!.rss).toBeCloseTo(second.rss, 6);
        expect(mirrored.tests.largestF.statistic).toBeCloseTo(own.tests.largestF.statistic, 6);
      }),
    );
  });

  test("finds a step where it is, with limits about it, and a bend by its trends", () => {
    const step = noise(60, 5).map((e, i) => (i < 37 ? 10 : 16) + e);
    const level = found(findBreaks(step));
    expect(level.counts[level.best]!.breaks).toEqual([37]);
    expect(level.limits[0]!.low).toBeGreaterThan(34);
    expect(level.limits[0]!.high).toBeLessThan(40);
    expect(level.tests.largestF.p).toBeLessThan(1e-6);
    const bend = noise(60, 6).map((e, i) => (i < 30 ? i : 60 - i) + e);
    const trend = found(findBreaks(bend, { model: "trend" }));
    expect(Math.abs(trend.counts[1]!.breaks[0]! - 30)).toBeLessThan(3);
  });

  test("says no break of a series that does not vary, and exact ones of steps without noise", () => {
    const flat = found(findBreaks(Array(40).fill(7)));
    expect(flat).toMatchObject({ best: 0, limits: [] });
    expect(flat.tests.largestF).toMatchObject({ statistic: 0, p: 1 });
    const clean = found(findBreaks([...Array(20).fill(3), ...Array(20).fill(8)]));
    expect(clean.counts[clean.best]).toMatchObject({ breaks: [20], rss: 0, bic: -Infinity });
    expect(clean.limits).toEqual([{ low: 20, at: 20, high: 20 }]);
  });

  test("has no answer for a series too short, and refuses what is not a number", () => {
    expect(findBreaks([1, 2, 3])).toBeNull();
    expect(findBreaks([1, 2, 3, 4, 5, 6, 7, 8], { model: "trend" })).toBeNull();
    expect(() => findBreaks([1, 2, Number.NaN, 4])).toThrow("point 3");
  });

  test("reaches as far as Bai's table says where both sides are alike: 11.03 at 95 %", () => {
    for (const change of [0.5, 1, 2]) {
      const all = Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? 1 : -1) + (i < 200 ? 0 : change));
      const { limits } = found(findBreaks(all, { most: 1 }));
      expect(limits[0]).toEqual({
        low: 200 - Math.ceil(11.03 / change ** 2),
        at: 200,
        high: 200 + Math.ceil(11.03 / change ** 2),
      });
    }
  });

  test("covers the true break of made-up series about as often as it says", () => {
    let covered = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const all = noise(80, seed * 7919).map((e, i) => (i < 35 ? 1 : 1.6) * e + (i < 35 ? 0 : 2));
      const { limits } = found(findBreaks(all, { most: 1 }));
      if (limits.some(({ low, high }) => low <= 35 && high >= 35)) covered++;
    }
    expect(covered).toBeGreaterThan(176);
  });

  test("has p of one in twenty where the tables of both tests put it", () => {
    const p = (statistic: number) => Math.min(1, 2 * Math.exp(-2 * statistic ** 2) - 2 * Math.exp(-8 * statistic ** 2));
    const sums = Array.from({ length: 60 }, (_, seed) => found(findBreaks(noise(100, seed + 1))).tests.cusum);
    for (const { statistic, p: own } of sums.filter((each) => each.statistic > 0.8)) {
      expect(own).toBeCloseTo(p(statistic), 3);
    }
    // Andrews 1993, table 1 (corrected 2003): one coefficient, 15 % cut off at each end, 8.68 at 5 %.
    const sure = Array.from({ length: 300 }, (_, seed) => found(findBreaks(noise(100, seed + 900))).tests.largestF);
    for (const { statistic, p } of sure) expect(statistic < 8.2 && p < 0.05).toBe(false);
    const near = sure.filter(({ statistic }) => Math.abs(statistic - 8.68) < 0.5);
    for (const { p } of near) expect(Math.abs(p - 0.05)).toBeLessThan(0.015);
  });
});

/** Residual sum of squares of two or three lines that meet, by normal equations solved outright. */
function slowJoined(all: readonly number[], joins: readonly number[]): number {
  const columns = [
    all.map(() => 1),
    all.map((_, i) => i + 1),
    ...joins.map((at) => all.map((_, i) => Math.max(0, i + 1 - at))),
  ];
  const done: number[][] = [];
  let residuals = [...all];
  for (const column of columns) {
    let own = column;
    for (let pass = 0; pass < 2; pass++) for (const before of done) own = minus(own, before, times(own, before));
    const unit = own.map((x) => x / Math.sqrt(times(own, own)));
    done.push(unit);
    residuals = minus(residuals, unit, times(residuals, unit));
  }
  return times(residuals, residuals);
}

function times(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}

function minus(a: readonly number[], b: readonly number[], factor: number): number[] {
  return a.map((x, i) => x - factor * b[i]!);
}

describe("findJoins(values, {most, least})", () => {
  const series = fc.array(value, { minLength: 12, maxLength: 16 });

  test("finds one join as well as a fine comb does", () => {
    fc.assert(
      fc.property(series, (all) => {
        const [none, one] = findJoins(all, { most: 1 }).fits;
        expect(none!.rss).toBeCloseTo(slowJoined(all, []), 7);
        expect(one!.rss).toBeCloseTo(slowJoined(all, [one!.joins[0]!.at]), 7);
        for (let at = 4; at <= all.length - 3; at += 1 / 16) {
          expect(one!.rss).toBeLessThanOrEqual(slowJoined(all, [at]) + 1e-7);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("finds two joins as well as a comb over whole places does", () => {
    fc.assert(
      fc.property(series, (all) => {
        const [, , two] = findJoins(all, { most: 2 }).fits;
        for (let a = 4; a <= all.length - 6; a++) {
          for (let b = a + 3; b <= all.length - 3; b++) {
            expect(two!.rss).toBeLessThanOrEqual(slowJoined(all, [a, b]) + 1e-7);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  test("finds joins between points where lines without noise meet, and their slopes", () => {
    const all = Array.from(
      { length: 60 },
      (_, i) => 2 + 0.1 * i - 0.3 * Math.max(0, i - 19.4) + 0.5 * Math.max(0, i - 41.7),
    );
    const { joins, pieces } = findJoins(all, { most: 2 }).fits[2]!;
    expect(joins[0]!.at).toBeCloseTo(20.4, 4);
    expect(joins[1]!.at).toBeCloseTo(42.7, 4);
    [0.1, -0.2, 0.3].forEach((slope, i) => expect(pieces[i]!.slope).toBeCloseTo(slope, 5));
  });

  test("fits no worse with more joins, and keeps them apart", () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 20, maxLength: 40 }), (all) => {
        const { fits, best } = findJoins(all, { most: 3 });
        fits.forEach(({ joins, rss, bic }, k) => {
          expect(rss).toBeLessThanOrEqual((fits[k - 1]?.rss ?? Infinity) + 1e-7);
          expect(bic).toBeGreaterThanOrEqual(fits[best]!.bic);
          const places = [1, ...joins.map(({ at }) => at), all.length];
          places.slice(1).forEach((at, i) => expect(at - places[i]!).toBeGreaterThanOrEqual(3 - 1e-9));
        });
      }),
      { numRuns: 30 },
    );
  });

  test("turns the slope of a logarithm into per cent a year", () => {
    expect(yearlyPercent(Math.log(1.1) / 12, 12)).toBeCloseTo(10, 10);
    expect(yearlyPercent(0, 12)).toBe(0);
  });

  test("refuses what is not a number, and tries no more joins than points allow", () => {
    expect(() => findJoins([1, 2, -Infinity, 3])).toThrow(RangeError);
    expect(findJoins([1, 2, 3, 5], { most: 3 }).fits).toHaveLength(1);
  });
});

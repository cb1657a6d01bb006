import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { individualsChart, rateChart, type Signal, westernElectric } from "../../src/stats/index.ts";

const values = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 60 });

/** Mean and limits of one base, from the definition and nothing else. */
function slowLimits(base: readonly number[], { first, screened }: { first: number; screened: boolean }) {
  const used = base.slice(0, first);
  const centre = used.reduce((a, b) => a + b, 0) / used.length;
  let ranges: number[] = [];
  for (let i = 1; i < used.length; i++) ranges.push(Math.abs(used[i]! - used[i - 1]!));
  const mean = (of: readonly number[]) => (of.length === 0 ? 0 : of.reduce((a, b) => a + b, 0) / of.length);
  if (screened) ranges = ranges.filter((range) => range < 3.267 * mean(ranges));
  return { centre, low: centre - 2.66 * mean(ranges), high: centre + 2.66 * mean(ranges) };
}

/** The NHS rules asked of one point, every window that holds it looked at anew. */
function slowSignal(y: readonly number[], i: number, { centre, low, high }: ReturnType<typeof slowLimits>): string {
  const side = (k: number) => Math.sign(y[k]! - centre);
  const isOut = (k: number) => y[k]! > high || y[k]! < low;
  const reach = high - centre;
  const isNear = (k: number) => !isOut(k) && Math.abs(y[k]! - centre) > (2 * reach) / 3;
  const windows = (length: number) =>
    y.map((_, k) => k).filter((from) => from <= i && i < from + length && from + length <= y.length);
  const span = (from: number, length: number) => Array.from({ length }, (_, k) => from + k);
  const oneSided = (places: readonly number[]) =>
    places.every((k) => side(k) === 1) || places.every((k) => side(k) === -1);
  const goes = (from: number, up: number) => span(from, 6).every((k) => Math.sign(y[k + 1]! - y[k]!) === up);
  const named = side(i) > 0 ? "high" : "low";
  if (isOut(i)) return `outside ${named}`;
  const trends = windows(7).filter((from) => goes(from, 1) || goes(from, -1));
  if (trends.length > 0) return `trend ${goes(trends.at(-1)!, 1) ? "high" : "low"}`;
  const pairs = windows(3).some((from) => oneSided(span(from, 3)) && span(from, 3).filter(isNear).length >= 2);
  if (isNear(i) && pairs) return `near-limit ${named}`;
  return windows(7).some((from) => oneSided(span(from, 7))) ? `run ${named}` : "nothing";
}

function said(signal: Signal | null): string {
  return signal ? `${signal.rule} ${signal.side}` : "nothing";
}

describe("individualsChart(values, settings)", () => {
  test("has the limits and signals of the definition, base by base", () => {
    fc.assert(
      fc.property(
        values,
        fc.boolean(),
        fc.option(fc.integer({ min: 2, max: 20 })),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (y, screened, fixFirst, cut) => {
          const rebase = 1 + Math.floor(cut * (y.length - 1));
          const rebaseAt = rebase < y.length ? [rebase] : [];
          const points = individualsChart(y, { rebaseAt, fixFirst, screened });
          const bases = rebaseAt.length > 0 ? [y.slice(0, rebase), y.slice(rebase)] : [y];
          const wanted = bases.flatMap((base) => {
            const limits = slowLimits(base, { first: fixFirst ?? base.length, screened });
            return base.map((_, i) => ({ ...limits, signal: slowSignal(base, i, limits) }));
          });
          expect(points).toHaveLength(y.length);
          for (const [i, point] of points.entries()) {
            expect(point.low).toBeCloseTo(wanted[i]!.low, 9);
            expect(point.high).toBeCloseTo(wanted[i]!.high, 9);
            expect(said(point.signal), `point ${i} of ${String(y)}`).toBe(wanted[i]!.signal);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test("marks a run of seven, and none of six", () => {
    const withRun = (length: number) => {
      const y = [8, 0, 8, 0, ...Array.from({ length }, () => 5), 0, 8, 0, 8];
      return individualsChart(y).flatMap(({ signal }, i) => (signal ? [`${i} ${said(signal)}`] : []));
    };
    expect(withRun(6)).toEqual([]);
    expect(withRun(7)).toEqual([4, 5, 6, 7, 8, 9, 10].map((i) => `${i} run high`));
  });

  test("gives a turning point to the run that follows it", () => {
    const turn = [9, 8, 7, 6, 5, 4, 3, 4, 5, 6, 7, 8, 9];
    const wild = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? -40 : 50));
    const { signal } = individualsChart([...turn, ...wild])[6]!;
    expect(said(signal)).toBe("trend high");
  });

  test("does not change when all values move together, but for where they lie", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -1000, max: 1000 }), (y, by) => {
        const [here, there] = [y, y.map((value) => value + by)].map((series) => individualsChart(series));
        for (const [i, point] of here!.entries()) expect(there![i]!.high).toBeCloseTo(point.high + by, 8);
      }),
    );
  });

  test("refuses a new base outside the series or out of order", () => {
    expect(() => individualsChart([1, 2, 3], { rebaseAt: [3] })).toThrow(RangeError);
    expect(() => individualsChart([1, 2, 3], { rebaseAt: [2, 1] })).toThrow(RangeError);
    expect(() => individualsChart([1, 2, 3], { rebaseAt: [0] })).toThrow(RangeError);
  });
});

describe("westernElectric(values)", () => {
  test("finds what looking at each window finds", () => {
    fc.assert(
      fc.property(values, (y) => {
        const { centre, sigma, hits } = westernElectric(y);
        const rules = [
          [1, 1, 3],
          [3, 2, 2],
          [5, 4, 1],
          [8, 8, 0],
        ] as const;
        for (const [which, [of, least, sigmas]] of rules.entries()) {
          const wanted: number[] = [];
          for (let i = of - 1; i < y.length; i++) {
            const above = y.slice(i - of + 1, i + 1).map((value) => value > centre + sigmas * sigma);
            const below = y.slice(i - of + 1, i + 1).map((value) => value < centre - sigmas * sigma);
            const holds = (marks: readonly boolean[]) => marks.at(-1) && marks.filter(Boolean).length >= least;
            if (holds(above) || holds(below)) wanted.push(i);
          }
          expect(hits[which], `rule ${which + 1} of ${String(y)}`).toEqual(wanted);
        }
      }),
    );
  });
});

describe("rateChart(counts, exposures, settings)", () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 500 })), {
    minLength: 2,
    maxLength: 40,
  });

  test("has the limits of the definition", () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const [counts, exposures] = [given.map(([count]) => count), given.map(([, exposure]) => exposure)];
        const centre = counts.reduce((a, b) => a + b, 0) / exposures.reduce((a, b) => a + b, 0);
        const z = given.map(([x, e]) => (centre === 0 ? 0 : (x / e - centre) / Math.sqrt(centre / e)));
        let ranges = 0;
        for (let i = 1; i < z.length; i++) ranges += Math.abs(z[i]! - z[i - 1]!);
        const sigmaZ = ranges / (z.length - 1) / 1.1283791670955126;
        for (const [i, point] of rateChart(counts, exposures).entries()) {
          const sigma = Math.sqrt(centre / exposures[i]!);
          expect(point.low).toBeCloseTo(Math.max(0, centre - 3 * sigma), 9);
          expect(point.laneyHigh).toBeCloseTo(centre + 3 * sigma * sigmaZ, 9);
        }
      }),
    );
  });

  test("begins anew at a new base", () => {
    const [counts, exposures] = [
      [5, 7, 6, 50, 48, 55],
      [100, 110, 90, 100, 100, 120],
    ];
    const whole = rateChart(counts, exposures, { rebaseAt: [3] });
    const parts = [
      rateChart(counts.slice(0, 3), exposures.slice(0, 3)),
      rateChart(counts.slice(3), exposures.slice(3)),
    ];
    expect(whole).toEqual(parts.flat());
  });

  test("of no events at all is flat at 0; an exposure of 0 is refused", () => {
    expect(rateChart([0, 0], [3, 4]).every((point) => point.high === 0 && point.laneyHigh === 0)).toBe(true);
    expect(() => rateChart([1, 2], [1, 0])).toThrow(RangeError);
  });
});

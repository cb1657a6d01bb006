import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chiSquaredQuantile, funnel, normalQuantile, poissonTails } from "../../src/stats/index.ts";

const units = fc
  .array(fc.record({ count: fc.integer({ min: 0, max: 400 }), exposure: fc.integer({ min: 1, max: 1000 }) }), {
    minLength: 3,
    maxLength: 50,
  })
  .filter((all) => all.some((unit) => unit.count > 0));

describe("funnel(units)", () => {
  test("has the spread and limits of Spiegelhalter's formulas, written out", () => {
    fc.assert(
      fc.property(units, (all) => {
        const average = all.reduce((a, u) => a + u.count, 0) / all.reduce((a, u) => a + u.exposure, 0);
        const expected = all.map((unit) => unit.exposure * average);
        const s = expected.map((e) => 1 / (2 * Math.sqrt(e)));
        const z = all.map((unit, i) => (Math.sqrt(unit.count / expected[i]!) - 1) / s[i]!);
        const sorted = z.toSorted((a, b) => a - b);
        const quantile = (q: number) => {
          const at = 1 + (sorted.length - 1) * q;
          const below = sorted[Math.floor(at) - 1]!;
          return below + (at - Math.floor(at)) * ((sorted[Math.floor(at)] ?? below) - below);
        };
        const cut = z.map((score) => Math.min(Math.max(score, quantile(0.1)), quantile(0.9)));
        const n = all.length;
        const phi = cut.reduce((a, score) => a + score ** 2, 0) / n;
        const inverse = (power: number) => s.reduce((a, si) => a + si ** -power, 0);
        const tau2 = Math.max(0, (n * phi - (n - 1)) / (inverse(2) - inverse(4) / inverse(2)));
        const got = funnel(all);
        expect(got.phi).toBeCloseTo(phi, 8);
        expect(got.tau2).toBeCloseTo(tau2, 8);
        for (const [i, point] of got.points.entries()) {
          const reach = normalQuantile({ lower: 0.999 }) * Math.sqrt(s[i]! ** 2 + tau2);
          expect(point.overdispersed.at998.high).toBeCloseTo(1 + reach, 8);
          const e = expected[i]!;
          expect(point.poisson.at95.low).toBeCloseTo(chiSquaredQuantile({ lower: 0.025 }, 2 * e) / 2 / e, 8);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("flags a unit where its count is too rare under the average", () => {
    fc.assert(
      fc.property(units, (all) => {
        for (const [i, { flag, expected }] of funnel(all).points.entries()) {
          const { count } = all[i]!;
          const tail = Math.min(poissonTails(count, expected).lower, poissonTails(count - 1, expected).upper);
          const beyond = tail < 0.001 ? 99.8 : tail < 0.025 ? 95 : null;
          expect(flag?.beyond ?? null, `${count} against ${expected}`).toBe(beyond);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("does not change when exposures are counted in other units", () => {
    fc.assert(
      fc.property(units, fc.integer({ min: 2, max: 1000 }), (all, by) => {
        const [here, there] = [funnel(all), funnel(all.map((u) => ({ ...u, exposure: u.exposure * by })))];
        expect(there.tau2).toBeCloseTo(here.tau2, 8);
        expect(there.average * by).toBeCloseTo(here.average, 8);
      }),
    );
  });

  test("of equal rates is not spread at all", () => {
    const { tau2, phi } = funnel([10, 20, 30, 40].map((count) => ({ count, exposure: 100 * count })));
    expect(tau2).toBe(0);
    expect(phi).toBeCloseTo(0, 12);
  });

  test("refuses units without exposure, and a world without events", () => {
    expect(() => funnel([{ count: 1, exposure: 0 }])).toThrow(RangeError);
    expect(() => funnel([{ count: 0, exposure: 5 }])).toThrow(RangeError);
  });
});

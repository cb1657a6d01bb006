import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type GroupChange, kitagawa, logMeanSplit } from "../../src/stats/index.ts";

const amount = fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 1000, noNaN: true }));
const groups = fc
  .array(fc.record({ exposure0: amount, rate0: amount, exposure1: amount, rate1: amount }), {
    minLength: 1,
    maxLength: 8,
  })
  .filter((all) => all.some((group) => group.exposure0 > 0) && all.some((group) => group.exposure1 > 0));

const total = (all: readonly GroupChange[], end: 0 | 1) =>
  all.reduce((sum, group) => sum + group[`exposure${end}`] * group[`rate${end}`], 0);

describe("kitagawa(groups)", () => {
  test("adds up to the difference of the overall rates, zeros and all", () => {
    fc.assert(
      fc.property(groups, (all) => {
        const { overall0, overall1, mix, rate } = kitagawa(all);
        const size = (end: 0 | 1) => all.reduce((sum, group) => sum + group[`exposure${end}`], 0);
        expect(overall0).toBeCloseTo(total(all, 0) / size(0), 8);
        expect(mix + rate).toBeCloseTo(overall1 - overall0, 8);
      }),
    );
  });

  test("is the mean of changing mix first and rates first", () => {
    fc.assert(
      fc.property(groups, (all) => {
        const size = (end: 0 | 1) => all.reduce((sum, group) => sum + group[`exposure${end}`], 0);
        const overall = (shares: 0 | 1, rates: 0 | 1) =>
          all.reduce((sum, g) => sum + (g[`exposure${shares}`] / size(shares)) * g[`rate${rates}`], 0);
        const mixFirst = overall(1, 0) - overall(0, 0);
        const mixLast = overall(1, 1) - overall(0, 1);
        expect(kitagawa(all).mix).toBeCloseTo((mixFirst + mixLast) / 2, 7);
      }),
    );
  });
});

describe("logMeanSplit(groups)", () => {
  test("adds up to the difference of the totals, group by group, zeros and all", () => {
    fc.assert(
      fc.property(groups, (all) => {
        const split = logMeanSplit(all);
        expect(split.size + split.mix + split.rate).toBeCloseTo(total(all, 1) - total(all, 0), 5);
        for (const [i, group] of all.entries()) {
          const { size, mix, rate } = split.groups[i]!;
          const change = group.exposure1 * group.rate1 - group.exposure0 * group.rate0;
          const largest = Math.max(1, group.exposure1 * group.rate1, group.exposure0 * group.rate0);
          expect(Math.abs(size + mix + rate - change)).toBeLessThanOrEqual(1e-12 * largest);
        }
      }),
    );
  });

  test("gives each factor what small steps along a straight path of logarithms give it", () => {
    const positive = fc.double({ min: 0.1, max: 10, noNaN: true });
    fc.assert(
      fc.property(positive, positive, positive, positive, (exposure0, rate0, exposure1, rate1) => {
        const {
          groups: [effect],
        } = logMeanSplit([
          { exposure0, rate0, exposure1, rate1 },
          { exposure0: 1, rate0: 1, exposure1: 1, rate1: 1 },
        ]);
        let rate = 0;
        const steps = 2000;
        for (let k = 0; k < steps; k++) {
          const at = (k + 0.5) / steps;
          const count = (exposure0 * rate0) ** (1 - at) * (exposure1 * rate1) ** at;
          rate += (count * Math.log(rate1 / rate0)) / steps;
        }
        expect(effect!.rate).toBeCloseTo(rate, 3);
      }),
      { numRuns: 50 },
    );
  });

  test("lays a group that is new, or whose events are, on the factor that was 0", () => {
    const still = { exposure0: 10, rate0: 1, exposure1: 10, rate1: 1 };
    const {
      groups: [born, woken],
    } = logMeanSplit([
      { exposure0: 0, rate0: 3, exposure1: 4, rate1: 2 },
      { exposure0: 5, rate0: 0, exposure1: 6, rate1: 2 },
      still,
    ]);
    expect(born).toEqual({ size: 0, mix: 8, rate: 0 });
    expect(woken).toEqual({ size: 0, mix: 0, rate: 12 });
  });

  test("refuses negative numbers and worlds without exposure", () => {
    expect(() => logMeanSplit([{ exposure0: 1, rate0: -1, exposure1: 1, rate1: 1 }])).toThrow(RangeError);
    expect(() => kitagawa([{ exposure0: 0, rate0: 1, exposure1: 1, rate1: 1 }])).toThrow(RangeError);
  });
});

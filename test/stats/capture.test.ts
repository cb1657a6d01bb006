import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { captureBound } from "../../src/stats/index.ts";

const rate = fc.record({
  rate: fc.double({ min: 0.05, max: 1, noNaN: true }),
  halfWidth: fc.double({ min: 0, max: 0.05, noNaN: true }),
});
const change = fc.record({
  before: fc.integer({ min: 1, max: 5000 }),
  after: fc.integer({ min: 1, max: 5000 }),
  captureBefore: rate,
  captureAfter: rate,
});

describe("captureBound(change, level)", () => {
  test("has the variances of a ratio, written out", () => {
    fc.assert(
      fc.property(change, (given) => {
        const { before, after, captureBefore: c0, captureAfter: c1 } = given;
        const got = captureBound(given);
        const z = 1.959963984540054;
        const log = Math.log(c1.rate) - Math.log(c0.rate);
        const variance = (c0.halfWidth / z / c0.rate) ** 2 + (c1.halfWidth / z / c1.rate) ** 2;
        expect(Math.log(got.factorLimits.low)).toBeCloseTo(log - z * Math.sqrt(variance), 9);
        const residual = Math.log(after) - Math.log(before) - log;
        expect(Math.log(got.residual.high!)).toBeCloseTo(
          residual + z * Math.sqrt(variance + 1 / before + 1 / after),
          9,
        );
      }),
    );
  });

  test("splits the log change into its share and the rest", () => {
    fc.assert(
      fc.property(change, (given) => {
        fc.pre(given.before !== given.after);
        const { shareOfLogChange, residual } = captureBound(given);
        const whole = Math.log(given.after / given.before);
        expect(shareOfLogChange! * whole + Math.log(residual.ratio!)).toBeCloseTo(whole, 9);
      }),
    );
  });

  test("says of an audit of 79.2 % ± 3.26 that 127 becomes at most about 160, a quarter of the log rise to 340", () => {
    const bound = captureBound({
      before: 127,
      after: 340,
      captureBefore: { rate: 0.792, halfWidth: 0.0326 },
      captureAfter: { rate: 1, halfWidth: 0 },
    });
    expect(Math.round(bound.expected)).toBe(160);
    expect(bound.shareOfLogChange).toBeCloseTo(0.237, 3);
    expect(bound.shareLimits!.high).toBeCloseTo(0.279, 3);
  });

  test("has no share of no change, and no ratio from 0", () => {
    const certain = { rate: 1, halfWidth: 0 };
    const of = (before: number, after: number) =>
      captureBound({ before, after, captureBefore: certain, captureAfter: certain });
    expect(of(5, 5).shareOfLogChange).toBeNull();
    expect(of(0, 5).residual.ratio).toBeNull();
    expect(of(5, 0).residual).toEqual({ ratio: 0, low: 0, high: null });
  });

  test("refuses a share above 1", () => {
    const wrong = { rate: 79.2, halfWidth: 3 };
    expect(() => captureBound({ before: 1, after: 2, captureBefore: wrong, captureAfter: wrong })).toThrow(RangeError);
  });
});

import { describe, expect, test } from "vitest";
import { poissonInterval, proportionInterval, rateRatioInterval } from "../../src/stats/index.ts";
import { expectClose, hasReference, readReference } from "./reference.ts";

type Numbers<Key extends string> = { readonly [K in Key]: number };
type Pair = Numbers<"before" | "after" | "exposureBefore" | "exposureAfter" | "conf"> & {
  readonly [key: string]: number | null;
};
type Count = Numbers<
  "x" | "conf" | "exactLower" | "exactUpper" | "byarLower" | "byarUpper" | "midpLower" | "midpUpper"
>;
type Proportion = Numbers<"x" | "n" | "wilsonLower" | "wilsonUpper" | "exactLower" | "exactUpper">;

interface Expected {
  readonly pairs: readonly Pair[];
  readonly counts: readonly Count[];
  readonly proportions: readonly Proportion[];
}

// Not held here, because the room has none of them: exactP, midp, scoreP, waldLower/Upper, rateDiff*.
describe.skipIf(!hasReference)("intervals against R (needs ../shared)", () => {
  const { expected, relativeTolerance: tolerance } = hasReference
    ? readReference<unknown, Expected>("rate-ratios")
    : { expected: { pairs: [], counts: [], proportions: [] } satisfies Expected, relativeTolerance: 0 };

  test("rate ratios: the ratio, exact, mid-P and Wilson limits of every pair", () => {
    expect(expected.pairs).toHaveLength(17);
    for (const pair of expected.pairs) {
      const counts = { x1: pair.after, e1: pair.exposureAfter, x0: pair.before, e0: pair.exposureBefore };
      for (const [method, key] of [
        ["exact", "exact"],
        ["mid-p", "midp"],
        ["wilson", "wilsonScore"],
      ] as const) {
        const got = rateRatioInterval(counts, pair.conf, method);
        const label = `${pair.before} to ${pair.after} ${method}`;
        expectClose(got.ratio, pair["rateRatio"] ?? null, tolerance, label);
        expectClose(got.low, pair[`${key}Lower`] ?? null, tolerance, label);
        expectClose(got.high, pair[`${key}Upper`] ?? null, tolerance, label);
      }
    }
  });

  test("counts: exact, Byar and mid-P limits; Byar's are cut at 0, where R's formula goes below", () => {
    expect(expected.counts).toHaveLength(24);
    for (const want of expected.counts) {
      for (const [method, key] of [
        ["exact", "exact"],
        ["byar", "byar"],
        ["mid-p", "midp"],
      ] as const) {
        const got = poissonInterval(want.x, want.conf, method);
        const label = `${want.x} at ${want.conf} ${method}`;
        expectClose(got.low, Math.max(0, want[`${key}Lower`]), tolerance, label);
        expectClose(got.high, want[`${key}Upper`], tolerance, label);
      }
    }
  });

  test("proportions: Wilson and exact limits", () => {
    expect(expected.proportions).toHaveLength(5);
    for (const want of expected.proportions) {
      for (const method of ["wilson", "exact"] as const) {
        const got = proportionInterval({ count: want.x, of: want.n }, 0.95, method);
        expectClose(got.low, want[`${method}Lower`], tolerance, `${want.x} of ${want.n} ${method}`);
        expectClose(got.high, want[`${method}Upper`], tolerance, `${want.x} of ${want.n} ${method}`);
      }
    }
  });
});

describe("rateRatioInterval({x1, e1, x0, e0}, level, method)", () => {
  test("127 to 340 is 2.68 times, 2.18 to 3.31", () => {
    const { ratio, low, high } = rateRatioInterval({ x1: 340, e1: 1, x0: 127, e0: 1 });
    expect([ratio, low, high].map((n) => n?.toFixed(2))).toEqual(["2.68", "2.18", "3.31"]);
  });

  test.each(["exact", "mid-p", "wilson"] as const)(
    "has no upper limit from zero, and none at all from 0 and 0 (%s)",
    (method) => {
      const fromZero = rateRatioInterval({ x1: 3, e1: 1, x0: 0, e0: 1 }, 0.95, method);
      expect(fromZero.ratio).toBeNull();
      expect(fromZero.high).toBeNull();
      expect(fromZero.low).toBeGreaterThan(0);
      const nothing = rateRatioInterval({ x1: 0, e1: 1, x0: 0, e0: 1 }, 0.95, method);
      expect(nothing).toEqual({ ratio: null, low: 0, high: null });
    },
  );

  test("refuses a negative count, no exposure and a level outside 0 to 1", () => {
    expect(() => rateRatioInterval({ x1: -1, e1: 1, x0: 2, e0: 1 })).toThrow(RangeError);
    expect(() => rateRatioInterval({ x1: 1, e1: 0, x0: 2, e0: 1 })).toThrow(RangeError);
    expect(() => rateRatioInterval({ x1: 1, e1: 1, x0: 2, e0: 1 }, 95)).toThrow(RangeError);
  });
});

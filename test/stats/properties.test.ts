import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  betaQuantile,
  betaTails,
  binomialQuantile,
  binomialTails,
  gammaQuantile,
  gammaTails,
  normalQuantile,
  normalTails,
  poissonInterval,
  poissonQuantile,
  poissonTails,
  proportionInterval,
  rateRatioInterval,
  type Tails,
} from "../../src/stats/index.ts";

const count = fc.integer({ min: 0, max: 3000 });
const mean = fc.double({ min: 0.01, max: 3000, noNaN: true });
const shape = fc.double({ min: 0.05, max: 5000, noNaN: true });
const probability = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
const level = fc.constantFrom(0.8, 0.95, 0.998);

/** P(X ≤ count) by adding up exp(log term), the terms from a running sum of logarithms. */
function poissonBySumming(most: number, mean: number): number {
  let logTerm = -mean;
  let sum = Math.exp(logTerm);
  for (let k = 1; k <= most; k++) {
    logTerm += Math.log(mean / k);
    sum += Math.exp(logTerm);
  }
  return sum;
}

function binomialBySumming(most: number, trials: number, chance: number): number {
  let logTerm = trials * Math.log1p(-chance);
  let sum = Math.exp(logTerm);
  for (let k = 1; k <= most; k++) {
    logTerm += Math.log(((trials - k + 1) / k) * (chance / (1 - chance)));
    sum += Math.exp(logTerm);
  }
  return sum;
}

/** Where a rising function reaches `target`, by halving 200 times. */
function bisect(rising: (x: number) => number, target: number, [from, to]: readonly [number, number]): number {
  let [low, high] = [from, to];
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (rising(middle) < target) low = middle;
    else high = middle;
  }
  return low;
}

/** How far the tails are from adding up to 1; NaN when one is negative. */
function excess({ lower, upper }: Tails): number {
  return Math.min(lower, upper) < 0 ? Number.NaN : lower + upper - 1;
}

describe("tails", () => {
  test("agree with Poisson terms added up", () => {
    fc.assert(
      fc.property(count, mean, (k, m) => {
        expect(poissonTails(k, m).lower).toBeCloseTo(poissonBySumming(k, m), 10);
      }),
      { numRuns: 300 },
    );
  });

  test("agree with binomial terms added up", () => {
    fc.assert(
      fc.property(count, count, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (k, more, chance) => {
        const trials = k + more;
        expect(binomialTails(k, { trials, chance }).lower).toBeCloseTo(binomialBySumming(k, trials, chance), 10);
      }),
      { numRuns: 300 },
    );
  });

  test("add up to 1 and lie in range", () => {
    fc.assert(
      fc.property(shape, shape, probability, (a, b, x) => {
        expect(excess(gammaTails(a * 2 * x, a))).toBeCloseTo(0, 13);
        expect(excess(betaTails(x, { a, b }))).toBeCloseTo(0, 13);
        expect(excess(normalTails((x - 0.5) * 60))).toBeCloseTo(0, 13);
        expect(excess(poissonTails(Math.round(b), a))).toBeCloseTo(0, 13);
      }),
    );
  });

  test("rise with x", () => {
    fc.assert(
      fc.property(shape, shape, probability, probability, (a, b, p, q) => {
        const [low, high] = [Math.min(p, q), Math.max(p, q)];
        expect(betaTails(low, { a, b }).lower).toBeLessThanOrEqual(betaTails(high, { a, b }).lower + 1e-14);
        expect(gammaTails(low * 2 * a, a).lower).toBeLessThanOrEqual(gammaTails(high * 2 * a, a).lower + 1e-14);
      }),
    );
  });

  // Power series and quadrature at 40 digits (mpmath 1.x).
  test.each([
    [1000000.0, 1000000.0, 0.5001329807608725, 0.4998670192391274],
    [1000000.0, 998000, 0.022696114006736802, 0.9773038859932632],
    [1000000.0, 1003000, 0.9986382593537824, 0.0013617406462175915],
    [12345.6, 12000, 0.0008536917731160069, 0.999146308226884],
    [939, 939, 0.5043396887106392, 0.4956603112893608],
    [3942, 4100, 0.9935938707270264, 0.006406129272973602],
    [100000.0, 99000, 0.0007574199211747679, 0.9992425800788253],
    [0.01, 1e-5, 0.8963367982671973, 0.1036632017328028],
  ])("gamma of shape %d at %d is right to 1e-12 of each tail", (a, x, lower, upper) => {
    const got = gammaTails(x, a);
    expect(Math.abs(got.lower / lower - 1)).toBeLessThan(1e-12);
    expect(Math.abs(got.upper / upper - 1)).toBeLessThan(1e-12);
  });
});

describe("quantiles", () => {
  test("go back to their probability, from either side", () => {
    fc.assert(
      fc.property(shape, shape, probability, (a, b, p) => {
        expect(gammaTails(gammaQuantile({ lower: p }, a), a).lower).toBeCloseTo(p, 12);
        expect(gammaTails(gammaQuantile({ upper: p }, a), a).upper).toBeCloseTo(p, 12);
        expect(betaTails(betaQuantile({ lower: p }, { a: a + 1, b: b + 1 }), { a: a + 1, b: b + 1 }).lower).toBeCloseTo(
          p,
          11,
        );
        expect(normalTails(normalQuantile({ lower: p })).lower).toBeCloseTo(p, 13);
      }),
    );
  });

  test("of a gamma agree with plain bisection", () => {
    fc.assert(
      fc.property(shape, fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (a, p) => {
        const slow = bisect((x) => gammaTails(x, a).lower, p, [0, 20 * a + 100]);
        expect(gammaQuantile({ lower: p }, a) / Math.max(slow, 1e-3)).toBeCloseTo(slow / Math.max(slow, 1e-3), 8);
      }),
      { numRuns: 50 },
    );
  });

  test("of counts are the first count to reach the probability", () => {
    fc.assert(
      fc.property(mean, probability, fc.integer({ min: 1, max: 400 }), (m, p, trials) => {
        const k = poissonQuantile({ lower: p }, m);
        expect(poissonTails(k, m).lower).toBeGreaterThanOrEqual(p - 1e-13);
        expect(poissonTails(k - 1, m).lower).toBeLessThanOrEqual(p);
        const b = binomialQuantile({ lower: p }, { trials, chance: p });
        expect(binomialTails(b, { trials, chance: p }).lower).toBeGreaterThanOrEqual(p - 1e-13);
      }),
    );
  });

  test("at probability 0 lie at the ends", () => {
    expect(gammaQuantile({ lower: 0 }, 3)).toBe(0);
    expect(gammaQuantile({ upper: 0 }, 3)).toBe(Infinity);
    expect(betaQuantile({ upper: 0 }, { a: 2, b: 3 })).toBe(1);
    expect(poissonQuantile({ lower: 0 }, 3)).toBe(0);
  });
});

describe("poissonInterval(count, level, method)", () => {
  test("contains the count, and a higher level contains a lower one", () => {
    fc.assert(
      fc.property(count, fc.constantFrom("exact", "byar", "mid-p"), (k, method) => {
        const inner = poissonInterval(k, 0.8, method);
        const outer = poissonInterval(k, 0.95, method);
        expect(inner.low).toBeLessThanOrEqual(k);
        expect(inner.high).toBeGreaterThan(k);
        expect(outer.low).toBeLessThanOrEqual(inner.low);
        expect(outer.high).toBeGreaterThan(inner.high);
      }),
    );
  });

  test("agrees with bisection over terms added up", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), level, (k, level) => {
        const tail = (1 - level) / 2;
        const { low, high } = poissonInterval(k, level);
        expect(low).toBeCloseTo(
          bisect((m) => 1 - poissonBySumming(k - 1, m), tail, [0, 2000]),
          6,
        );
        expect(high).toBeCloseTo(
          bisect((m) => 1 - poissonBySumming(k, m), 1 - tail, [0, 2000]),
          6,
        );
      }),
      { numRuns: 25 },
    );
  });
});

describe("proportionInterval({count, of}, level, method)", () => {
  test("contains the proportion and stays within 0 and 1", () => {
    fc.assert(
      fc.property(count, count, level, fc.constantFrom("wilson", "exact"), (k, more, level, method) => {
        const of = k + more + 1;
        const { low, high } = proportionInterval({ count: k, of }, level, method);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(k / of + 1e-15);
        expect(high).toBeGreaterThanOrEqual(k / of);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("rateRatioInterval({x1, e1, x0, e0}, level, method)", () => {
  const method = fc.constantFrom("exact", "mid-p", "wilson");
  const exposure = fc.double({ min: 0.5, max: 400, noNaN: true });

  test("contains the ratio, and turned round gives the reciprocal limits", () => {
    fc.assert(
      fc.property(
        fc.tuple(count, exposure),
        fc.tuple(count, exposure),
        level,
        method,
        ([a, e1], [b, e0], level, method) => {
          const [x1, x0] = [a + 1, b + 1];
          const there = rateRatioInterval({ x1, e1, x0, e0 }, level, method);
          const back = rateRatioInterval({ x1: x0, e1: e0, x0: x1, e0: e1 }, level, method);
          expect(there.low).toBeLessThan(there.ratio ?? 0);
          expect(there.high).toBeGreaterThan(there.ratio ?? Infinity);
          expect(there.low * (back.high ?? 0)).toBeCloseTo(1, 10);
        },
      ),
    );
  });

  test("agrees with bisection over binomial terms added up", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), (x1, x0) => {
        const atLeast = (odds: number) => 1 - binomialBySumming(x1 - 1, x1 + x0, odds / (1 + odds));
        const { low } = rateRatioInterval({ x1, e1: 1, x0, e0: 1 });
        expect(low / bisect(atLeast, 0.025, [1e-9, 1000])).toBeCloseTo(1, 7);
      }),
      { numRuns: 25 },
    );
  });

  test("a quarter of a million against as many is quick and close to 1", () => {
    const began = performance.now();
    const { low, high } = rateRatioInterval({ x1: 250_000, e1: 1, x0: 250_000, e0: 1 });
    expect(performance.now() - began).toBeLessThan(100);
    expect(low).toBeGreaterThan(0.99);
    expect(high).toBeLessThan(1.01);
  });
});

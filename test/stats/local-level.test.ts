import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localLevel } from "../../src/stats/index.ts";

/** Gaussian elimination, for matrices that are positive definite: the solution and the logarithm of the determinant. */
function slowSolve(matrix: readonly (readonly number[])[], right: readonly number[]) {
  const a = matrix.map((row, i) => [...row, right[i]!]);
  let logDeterminant = 0;
  for (let k = 0; k < a.length; k++) {
    logDeterminant += Math.log(a[k]![k]!);
    for (let i = 0; i < a.length; i++) {
      const factor = i === k ? 0 : a[i]![k]! / a[k]![k]!;
      if (factor !== 0) for (let j = k; j <= a.length; j++) a[i]![j]! -= factor * a[k]![j]!;
    }
  }
  return { solution: a.map((row, i) => row[a.length]! / row[i]!), logDeterminant };
}

/** The differences of a local level are normal: variance level + 2 noise, and −noise with their neighbours. */
function slowLikelihood(y: readonly number[], level: number, noise: number): number {
  const steps = y.slice(1).map((value, i) => value - y[i]!);
  const covariance = steps.map((_, i) =>
    steps.map((_, j) => (i === j ? level + 2 * noise : Math.abs(i - j) === 1 ? -noise : 0)),
  );
  const { solution, logDeterminant } = slowSolve(covariance, steps);
  const square = steps.reduce((sum, step, i) => sum + step * solution[i]!, 0);
  return -0.5 * (steps.length * Math.log(2 * Math.PI) + logDeterminant + square);
}

const series = fc
  .array(fc.integer({ min: 0, max: 60 }), { minLength: 6, maxLength: 25 })
  .filter((y) => new Set(y).size > 2);

describe("localLevel(values)", () => {
  test("is at least as likely as any of a grid of variances, and says how likely", () => {
    fc.assert(
      fc.property(series, (y) => {
        const { levelVariance, noiseVariance, logLikelihood } = localLevel(y);
        expect(logLikelihood).toBeCloseTo(slowLikelihood(y, levelVariance, noiseVariance), 6);
        const spread = y.reduce((sum, value) => sum + value * value, 1) / y.length;
        for (const level of [0, 0.001, 0.03, 0.1, 0.3, 1])
          for (const noise of [0.001, 0.03, 0.1, 0.3, 1])
            expect(slowLikelihood(y, level * spread, noise * spread)).toBeLessThanOrEqual(logLikelihood! + 1e-6);
      }),
      { numRuns: 60 },
    );
  });

  test("lays the level where penalised least squares lays it", () => {
    fc.assert(
      fc.property(series, (y) => {
        const { levelVariance: q, noiseVariance: r, smoothed } = localLevel(y);
        fc.pre(q > 1e-3 && r > 1e-3);
        const n = y.length;
        const normal = y.map((_, i) =>
          y.map((_, j) => {
            if (i === j) return 1 / r + ((i > 0 ? 1 : 0) + (i < n - 1 ? 1 : 0)) / q;
            return Math.abs(i - j) === 1 ? -1 / q : 0;
          }),
        );
        const { solution } = slowSolve(
          normal,
          y.map((value) => value / r),
        );
        for (const [i, level] of solution.entries()) expect(smoothed[i]).toBeCloseTo(level, 6);
      }),
    );
  });

  test("follows the series' shift and scale", () => {
    fc.assert(
      fc.property(series, (y) => {
        const [here, there] = [localLevel(y), localLevel(y.map((value) => 10 * value + 500))];
        expect(there.levelVariance + there.noiseVariance).toBeCloseTo(
          100 * (here.levelVariance + here.noiseVariance),
          2,
        );
        for (const [i, level] of here.smoothed.entries()) expect(there.smoothed[i]).toBeCloseTo(10 * level + 500, 3);
      }),
    );
  });

  test("bridges gaps, less surely in their middle", () => {
    const y = [10, 12, 9, 15, null, null, null, 21, 25, 19, 24, 28];
    const { smoothed, smoothedVariance } = localLevel([null, ...y]);
    expect(smoothed).toHaveLength(13);
    expect(smoothed[6]).toBeGreaterThan(smoothed[4]!);
    expect(smoothedVariance[6]!).toBeGreaterThan(smoothedVariance[4]!);
    expect(smoothedVariance[0]!).toBeGreaterThan(smoothedVariance[1]!);
  });

  test("of a series that stands still is that series, with no likelihood", () => {
    const { levelVariance, noiseVariance, logLikelihood, smoothed } = localLevel([7, 7, 7, 7]);
    expect([levelVariance, noiseVariance, logLikelihood]).toEqual([0, 0, null]);
    expect([...smoothed]).toEqual([7, 7, 7, 7]);
  });

  test("refuses two values, and infinite ones", () => {
    expect(() => localLevel([1, null, 2])).toThrow(RangeError);
    expect(() => localLevel([1, 2, 3, Infinity])).toThrow(RangeError);
  });
});

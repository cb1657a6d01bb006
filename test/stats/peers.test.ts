import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differenceInDifferences, nearestMix, placeboRank, syntheticControl } from "../../src/stats/index.ts";

type Rows = readonly (readonly number[])[];

function slowSolve(matrix: Rows, right: readonly number[]): number[] {
  const a = matrix.map((row, i) => [...row, right[i]!]);
  for (let k = 0; k < a.length; k++) {
    let best = k;
    for (let i = k; i < a.length; i++) if (Math.abs(a[i]![k]!) > Math.abs(a[best]![k]!)) best = i;
    [a[k], a[best]] = [a[best]!, a[k]!];
    for (let i = 0; i < a.length; i++) {
      const factor = i === k ? 0 : a[i]![k]! / a[k]![k]!;
      if (factor !== 0) for (let j = k; j <= a.length; j++) a[i]![j]! -= factor * a[k]![j]!;
    }
  }
  return a.map((row, i) => row[a.length]! / row[i]!);
}

/** Poisson regression on a column for each unit, each time and the change, by Newton's steps. */
function slowDifference(counts: Rows, from: number) {
  const [units, times] = [counts.length, counts[0]!.length];
  const cells = counts.flatMap((row, u) =>
    row.map((y, t) => {
      const x = Array.from({ length: units + times }, () => 0);
      x[u] = 1;
      if (t > 0) x[units + t - 1] = 1;
      if (u === 0 && t >= from) x[units + times - 1] = 1;
      return { x, y, u };
    }),
  );
  const p = units + times;
  let beta = Array.from({ length: p }, (_, j) =>
    j < units ? Math.log(counts[j]!.reduce((a, b) => a + b, 0) / times) : 0,
  );
  const mean = (x: readonly number[]) => Math.exp(x.reduce((sum, value, j) => sum + value * beta[j]!, 0));
  const information = () => {
    const out = Array.from({ length: p }, () => Array.from({ length: p }, () => 0));
    for (const { x } of cells) {
      const on = x.flatMap((value, j) => (value ? [j] : []));
      const mu = mean(x);
      for (const i of on) for (const j of on) out[i]![j]! += mu;
    }
    return out;
  };
  for (let round = 0; round < 30; round++) {
    const score = Array.from({ length: p }, (_, j) => cells.reduce((sum, { x, y }) => sum + x[j]! * (y - mean(x)), 0));
    const step = slowSolve(information(), score);
    beta = beta.map((value, j) => value + step[j]!);
  }
  const unit = Array.from({ length: p }, (_, j) => (j === p - 1 ? 1 : 0));
  const row = slowSolve(information(), unit);
  const pearson = cells.reduce((sum, { x, y }) => sum + (y - mean(x)) ** 2 / mean(x), 0);
  const clusters = counts.map((_, u) =>
    cells
      .filter((cell) => cell.u === u)
      .reduce((sum, { x, y }) => sum + (y - mean(x)) * x.reduce((s, value, j) => s + value * row[j]!, 0), 0),
  );
  const dispersion = pearson / (units * times - p);
  return {
    logRatio: beta[p - 1]!,
    error: Math.sqrt(dispersion * row[p - 1]!),
    clusteredError: Math.sqrt((clusters.reduce((sum, s) => sum + s * s, 0) * units) / (units - 1)),
    dispersion,
  };
}

const panel = fc.tuple(fc.integer({ min: 3, max: 6 }), fc.integer({ min: 4, max: 9 })).chain(([units, times]) =>
  fc.array(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: times, maxLength: times }), {
    minLength: units,
    maxLength: units,
  }),
);

describe("differenceInDifferences(question)", () => {
  test("is Poisson regression on every unit, every time and the change", () => {
    fc.assert(
      fc.property(panel, fc.double({ min: 0, max: 0.99, noNaN: true }), (counts, cut) => {
        const from = 1 + Math.floor(cut * (counts[0]!.length - 1));
        const want = slowDifference(counts, from);
        const got = differenceInDifferences({ counts, unit: 0, from })!;
        for (const key of ["logRatio", "error", "clusteredError", "dispersion"] as const)
          expect(got[key], `${key}`).toBeCloseTo(want[key], 7);
      }),
      { numRuns: 30 },
    );
  });

  test("finds the factor of a table that is units × times × one factor", () => {
    const times = [10, 12, 9, 14, 20, 16];
    const counts = [3, 5, 2, 8].map((unit, u) => times.map((time, t) => unit * time * (u === 2 && t >= 4 ? 2.5 : 1)));
    const got = differenceInDifferences({ counts, unit: 2, from: 4 })!;
    expect(Math.exp(got.logRatio)).toBeCloseTo(2.5, 9);
    expect(got.dispersion).toBeCloseTo(0, 9);
  });

  test("passes over units and times without events; cannot tell of a unit without events on one side", () => {
    const counts = [
      [5, 6, 0, 11, 12],
      [4, 4, 0, 4, 4],
      [8, 8, 0, 8, 8],
      [0, 0, 0, 0, 0],
    ];
    expect(Math.exp(differenceInDifferences({ counts, unit: 0, from: 3 })!.logRatio)).toBeCloseTo(23 / 11, 6);
    expect(differenceInDifferences({ counts: [[0, 0, 0, 3, 4], ...counts.slice(1)], unit: 0, from: 3 })).toBeNull();
  });
});

describe("nearestMix(target, columns)", () => {
  test("cannot be bettered by moving weight from any column to any other", () => {
    const column = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(column, fc.array(column, { minLength: 1, maxLength: 12 }), (target, columns) => {
        const weights = nearestMix(target, columns);
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
        expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        const gap = target.map((value, t) => columns.reduce((sum, of, i) => sum + weights[i]! * of[t]!, -value));
        const slopes = columns.map((of, i) => of.reduce((sum, value, t) => sum + value * gap[t]!, 1e-8 * weights[i]!));
        const least = Math.min(...slopes);
        for (const [i, slope] of slopes.entries()) expect(weights[i]! > 1e-9 ? slope - least : 0).toBeLessThan(1e-5);
      }),
      { numRuns: 300 },
    );
  });

  test("is as near as the best of many small steps towards the best column", () => {
    const column = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(column, fc.array(column, { minLength: 2, maxLength: 5 }), (target, columns) => {
        const distance = (weights: ArrayLike<number>) =>
          target.reduce(
            (sum, value, t) => sum + columns.reduce((gap, of, i) => gap - weights[i]! * of[t]!, value) ** 2,
            0,
          );
        let slow: number[] = columns.map((_, i) => (i === 0 ? 1 : 0));
        for (let k = 0; k < 2000; k++) {
          const gap = target.map((value, t) => columns.reduce((sum, of, i) => sum + slow[i]! * of[t]!, -value));
          const slopes = columns.map((of) => of.reduce((sum, value, t) => sum + value * gap[t]!, 0));
          const to = slopes.indexOf(Math.min(...slopes));
          slow = slow.map((weight, i) => weight + (2 / (k + 2)) * ((i === to ? 1 : 0) - weight));
        }
        expect(distance(nearestMix(target, columns))).toBeLessThanOrEqual(distance(slow) + 1e-6);
      }),
      { numRuns: 50 },
    );
  });
});

describe("syntheticControl(question), placeboRank(question)", () => {
  const wave = (unit: number, t: number) =>
    Math.round(40 + 10 * unit + 8 * Math.sin(t + unit) + ((t * (unit + 3)) % 5));
  const counts = Array.from({ length: 12 }, (_, unit): number[] =>
    Array.from({ length: 30 }, (_, t) => Math.round(wave(unit, t) * (unit === 4 && t >= 24 ? 2 : 1))),
  );

  test("see a doubling as one, and no unit as unusual", () => {
    const { control, rank, p, scores } = placeboRank({ counts, unit: 4, from: 24 });
    expect(control.weights[4]).toBe(0);
    expect(Math.exp(control.meanGapAfter)).toBeGreaterThan(1.7);
    expect(control).toEqual(syntheticControl({ counts, unit: 4, from: 24 }));
    expect(rank).toBe(1);
    expect(p).toBeCloseTo(1 / 12, 12);
    expect(scores).toHaveLength(12);
  });

  test("do not look at what comes after when they choose weights", () => {
    const later = counts.map((row) => row.map((count, t) => (t >= 24 ? count * 3 : count)));
    expect(syntheticControl({ counts: later, unit: 1, from: 24 }).weights).toEqual(
      syntheticControl({ counts, unit: 1, from: 24 }).weights,
    );
  });

  test("rank every unit somewhere, and differently", () => {
    const ranks = counts.map((_, unit) => placeboRank({ counts, unit, from: 24 }).rank);
    expect(new Set(ranks).size).toBeGreaterThan(6);
    expect(Math.max(...ranks)).toBeLessThanOrEqual(12);
  });

  test("refuse ragged panels and dates outside them", () => {
    expect(() => syntheticControl({ counts: [[1, 2], [1], [2, 3]], unit: 0, from: 1 })).toThrow(RangeError);
    expect(() => syntheticControl({ counts, unit: 0, from: 0 })).toThrow(RangeError);
    expect(() => syntheticControl({ counts, unit: 12, from: 3 })).toThrow(RangeError);
  });
});

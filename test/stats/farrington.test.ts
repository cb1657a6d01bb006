import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerFarrington } from "../../scripts/reference/farrington.ts";
import {
  cusum,
  ears,
  farrington,
  farringtonFlexible,
  type FarringtonSettings,
  normalQuantile,
  studentTails,
} from "../../src/stats/index.ts";
import { differenceFrom, hasReference, referenceNames } from "./cases.ts";

describe.skipIf(!hasReference)("Farrington, EARS and CUSUM against R (needs ../shared)", () => {
  test.each(referenceNames(/^ff-/))("%s", (name) => {
    expect(differenceFrom(name, answerFarrington)).toBeNull();
  });
});

type Row = readonly number[];

/** Solves A x = b by Gauss and Jordan. */
function solved(a: readonly Row[], b: Row): number[] {
  const rows = a.map((row, i) => [...row, b[i]!]);
  for (let i = 0; i < rows.length; i++) {
    const pivot = rows.findIndex(
      (row, k) => k >= i && Math.abs(row[i]!) === Math.max(...rows.slice(i).map((r) => Math.abs(r[i]!))),
    );
    [rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!];
    for (let k = 0; k < rows.length; k++) {
      if (k === i) continue;
      const factor = rows[k]![i]! / rows[i]![i]!;
      rows[k] = rows[k]!.map((value, j) => value - factor * rows[i]![j]!);
    }
  }
  return rows.map((row, i) => row.at(-1)! / row[i]!);
}

function inverted(a: readonly Row[]): number[][] {
  const columns = a.map((_, k) =>
    solved(
      a,
      a.map((_, i) => (i === k ? 1 : 0)),
    ),
  );
  return a.map((_, i) => columns.map((column) => column[i]!));
}

interface Slow {
  readonly beta: Row;
  readonly means: Row;
  readonly inverse: readonly Row[];
  readonly pearson: number;
}

/** Weighted Poisson regression by forty plain Newton steps. */
function slowFit(x: readonly Row[], y: Row, weights: Row): Slow {
  const p = x[0]!.length;
  let beta: number[] = Array.from({ length: p }, (_, k) =>
    k === 0 ? Math.log(y.reduce((s, v) => s + v, 0) / y.length) : 0,
  );
  const meansAt = (b: Row) => x.map((row) => Math.exp(row.reduce((sum, value, k) => sum + value * b[k]!, 0)));
  const informationAt = (means: Row) =>
    Array.from({ length: p }, (_, a) =>
      Array.from({ length: p }, (_, b) =>
        x.reduce((sum, row, i) => sum + weights[i]! * means[i]! * row[a]! * row[b]!, 0),
      ),
    );
  for (let round = 0; round < 40; round++) {
    const means = meansAt(beta);
    const score = beta.map((_, k) => x.reduce((sum, row, i) => sum + weights[i]! * row[k]! * (y[i]! - means[i]!), 0));
    const step = solved(informationAt(means), score);
    beta = beta.map((value, k) => value + Math.max(-2, Math.min(2, step[k]!)));
  }
  const means = meansAt(beta);
  const pearson = y.reduce((sum, count, i) => sum + (weights[i]! * (count - means[i]!) ** 2) / means[i]!, 0);
  return { beta, means, inverse: inverted(informationAt(means)), pearson };
}

const asked = { frequency: 12, years: 4, halfWindow: 1, periods: 4, leaveOut: 3, alpha: 0.02 } as const;

/**
 * The slow twin for the settings above: places of the year written into a list year by year as Noufaily and others
 * draw it, a full design matrix with an intercept, and each formula in turn.
 */
function slowUpper(counts: Row, errors: "published" | "model"): { readonly expected: number; readonly upper: number } {
  const now = counts.length - 1;
  const part: (number | null)[] = counts.map(() => null);
  for (let year = 1; year <= 4; year++) {
    const place = now - 12 * year;
    [3, 3, 3, 0, 0, 0, 1, 1, 1, 2, 2, 2].forEach((value, k) => (part[place - 1 + k] = value));
  }
  for (let i = now - 1; i <= now; i++) part[i] = 3;
  for (let i = now - 3; i <= now; i++) part[i] = null;
  const used = counts.map((_, i) => i).filter((i) => part[i] !== null);
  const y = used.map((i) => counts[i]!);
  const rowOf = (i: number, own: number) => [1, ...[1, 2, 3].map((k) => (own === k ? 1 : 0)), (i - now) / 12];
  const sloped = judged(
    used.map((i) => rowOf(i, part[i]!)),
    y,
    rowOf(now, 3),
    errors,
  );
  const keeps = sloped.trendP < 0.05 && sloped.expected <= Math.max(...y);
  return keeps
    ? sloped
    : judged(
        used.map((i) => rowOf(i, part[i]!).slice(0, 4)),
        y,
        rowOf(now, 3).slice(0, 4),
        errors,
      );
}

function judged(x: readonly Row[], y: Row, at: Row, errors: "published" | "model") {
  const freedom = y.length - at.length;
  const first = slowFit(
    x,
    y,
    y.map(() => 1),
  );
  const phi = Math.max(1, first.pearson / freedom);
  const residuals = y.map((count, i) => {
    const mean = first.means[i]!;
    const lever = mean * form(first.inverse, x[i]!);
    return (1.5 * (count ** (2 / 3) - mean ** (2 / 3))) / mean ** (1 / 6) / Math.sqrt(phi * (1 - lever));
  });
  const raw = residuals.map((s) => (s > 2.58 ? 1 / s ** 2 : 1));
  const weights = raw.map((weight) => (weight * y.length) / raw.reduce((sum, w) => sum + w, 0));
  const second = slowFit(x, y, weights);
  const dispersion = Math.max(1, second.pearson / freedom);
  const slim = y.reduce((sum, count, i) => sum + weights[i]! * (count / second.means[i]! - 1) ** 2, 0) / freedom;
  const spread = errors === "published" ? slim : dispersion;
  const expected = Math.exp(at.reduce((sum, value, k) => sum + value * second.beta[k]!, 0));
  const variance = dispersion + expected * spread * form(second.inverse, at);
  const away = normalQuantile({ upper: 0.02 }) * Math.sqrt((4 / 9) * expected ** (1 / 3) * variance);
  const last = at.length - 1;
  const t = second.beta[last]! / Math.sqrt(spread * second.inverse[last]![last]!);
  return { expected, upper: (expected ** (2 / 3) + away) ** 1.5, trendP: 2 * studentTails(Math.abs(t), freedom).upper };
}

function form(a: readonly Row[], x: Row): number {
  return x.reduce((sum, left, i) => sum + x.reduce((inner, right, j) => inner + left * right * a[i]![j]!, 0), 0);
}

const series = fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 55, maxLength: 62 });
const settings = fc.record({
  frequency: fc.constant(12),
  years: fc.integer({ min: 2, max: 4 }),
  halfWindow: fc.integer({ min: 1, max: 2 }),
  periods: fc.constantFrom(1, 3, 5),
  leaveOut: fc.integer({ min: 1, max: 4 }),
  alpha: fc.constantFrom(0.01, 0.025, 0.05),
  method: fc.constantFrom("delta", "nbPlugin", "muan"),
} satisfies { [K in keyof FarringtonSettings]?: fc.Arbitrary<FarringtonSettings[K]> });

describe("farringtonFlexible(counts, settings)", () => {
  test("gives what the method written out step by step gives, with either errors", () => {
    fc.assert(
      fc.property(series, fc.constantFrom("published" as const, "model" as const), (counts, errors) => {
        const [point] = farringtonFlexible(counts, { ...asked, errors });
        const twin = slowUpper(counts, errors);
        expect(point!.expected! / twin.expected).toBeCloseTo(1, 5);
        expect(point!.upper! / twin.upper).toBeCloseTo(1, 4);
      }),
      { numRuns: 40 },
    );
  });

  test("does not let the newest count, nor those left out, move the bound it is held to", () => {
    fc.assert(
      fc.property(series, settings, (counts, given) => {
        const [point] = farringtonFlexible(counts, given);
        const [spiked] = farringtonFlexible([...counts.slice(0, -1), 100_000], given);
        fc.pre(point!.reason === null);
        expect(spiked).toMatchObject({ expected: point!.expected, upper: point!.upper, alarm: true });
      }),
    );
  });

  test("expects nothing unless asked for: an alarm is a count above a bound that lies above what is expected", () => {
    fc.assert(
      fc.property(series, settings, (counts, given) => {
        const points = farringtonFlexible(counts, { ...given, from: 53 });
        expect(points.map(({ point }) => point)).toEqual(counts.map((_, i) => i + 1).slice(52));
        for (const { observed, expected, upper, alarm, p, dispersion } of points) {
          expect(dispersion ?? 1).toBeGreaterThanOrEqual(1);
          expect(p ?? 0).toBeLessThanOrEqual(1);
          expect((upper ?? 1) - (expected ?? 0)).toBeGreaterThan(0);
          expect(alarm).toBe(upper !== null && observed > upper);
        }
      }),
    );
  });

  test("judges a point by itself and in a row alike", () => {
    const counts = Array.from({ length: 72 }, (_, i) => 20 + ((i * 31) % 17));
    const row = farringtonFlexible(counts, { frequency: 12, halfWindow: 2, years: 4, from: 60 });
    row.forEach((point) =>
      expect(
        farringtonFlexible(counts, { frequency: 12, halfWindow: 2, years: 4, from: point.point, to: point.point }),
      ).toEqual([point]),
    );
  });

  test("says why there is no bound", () => {
    const flat = Array.from({ length: 60 }, () => 9);
    const given = { frequency: 12, years: 4, halfWindow: 1 };
    expect(farringtonFlexible(flat.slice(0, 40), given)[0]).toMatchObject({
      reason: "short-history",
      upper: null,
      alarm: false,
    });
    expect(farringtonFlexible([...flat.slice(0, 56), 0, 0, 1, 3], given)[0]).toMatchObject({
      reason: "few-cases",
      upper: null,
    });
    const rare = Array.from({ length: 60 }, (_, i) => (i > 56 ? 9 : i === 30 ? 1 : 0));
    expect(farringtonFlexible(rare, { ...given, periods: 4, leaveOut: 3, method: "muan" })[0]).toMatchObject({
      reason: "unbounded",
      upper: null,
      p: null,
    });
    expect(farringtonFlexible([...flat.slice(0, 59), Number.NaN], given)[0]).toMatchObject({
      p: null,
      reason: "missing",
      alarm: false,
    });
  });

  test("goes round months that are missing", () => {
    const counts = Array.from({ length: 60 }, (_, i) => 20 + ((i * 31) % 17));
    const holed = counts.with(30, Number.NaN).with(47, Number.NaN);
    const [point] = farringtonFlexible(holed, { frequency: 12, years: 4, halfWindow: 1 });
    expect(point!.upper).toBeGreaterThan(point!.expected!);
  });

  test("keeps no trend with less than three years", () => {
    const rising = Array.from({ length: 72 }, (_, i) => 10 + i);
    expect(farringtonFlexible(rising, { frequency: 12, years: 2, halfWindow: 2 })[0]!.trend).toBeNull();
  });

  test("refuses more parts than fit between two windows", () => {
    expect(() =>
      farringtonFlexible(Array(60).fill(5), { frequency: 12, years: 4, halfWindow: 1, periods: 13 }),
    ).toThrow("13 parts");
  });
});

describe("farrington(counts, settings)", () => {
  test("with one level and no outbreak weighed down is the textbook's bound", () => {
    const counts = Array.from({ length: 60 }, (_, i) => 30 + (i % 2 === 0 ? 1 : -1));
    const [point] = farrington(counts, { frequency: 12, years: 2, halfWindow: 1, alpha: 0.05 });
    const [mean, n] = [(3 * 29 + 3 * 30 + 3) / 6, 6];
    const reference = [counts[34]!, counts[35]!, counts[36]!, counts[46]!, counts[47]!, counts[48]!];
    const level = reference.reduce((sum, count) => sum + count, 0) / n;
    const away = normalQuantile({ upper: 0.025 }) * Math.sqrt((4 / 9) * Math.cbrt(level) * (1 + 1 / n));
    expect(Math.abs(level - mean)).toBeLessThan(2);
    expect(point!.expected).toBeCloseTo(level, 8);
    expect(point!.upper).toBeCloseTo((level ** (2 / 3) + away) ** 1.5, 6);
  });
});

describe("ears(counts, {method})", () => {
  const counts = [3, 5, 4, 6, 2, 4, 4, 3, 5, 20, 4, 6, 5];

  test("C1 and C2 are the mean and deviation of seven points, just before or two further back", () => {
    const boundFrom = (first: number) => {
      const seven = counts.slice(first, first + 7);
      const mean = seven.reduce((sum, count) => sum + count, 0) / 7;
      return (
        mean +
        normalQuantile({ upper: 0.001 }) * Math.sqrt(seven.reduce((sum, count) => sum + (count - mean) ** 2, 0) / 6)
      );
    };
    ears(counts, { method: "C1" }).forEach(({ point, upper }) => expect(upper).toBeCloseTo(boundFrom(point - 8), 12));
    ears(counts, { method: "C2" }).forEach(({ point, upper }) => expect(upper).toBeCloseTo(boundFrom(point - 10), 12));
    expect(ears(counts, { method: "C1" })).toHaveLength(6);
    expect(ears(counts, { method: "C2" }).find(({ alarm }) => alarm)?.point).toBe(10);
  });

  test("C3 remembers an excess for two more points", () => {
    const [, , , ...all] = ears(counts, { method: "C3", from: 9 });
    expect(ears(counts, { method: "C3" })[0]!.point).toBe(12);
    expect(all[0]).toMatchObject({ point: 12, alarm: true, upper: 0 });
  });

  test("has no bound where the points before are too few", () => {
    expect(ears(counts, { method: "C1", from: 5, to: 5 })).toEqual([
      { point: 5, observed: 2, upper: null, alarm: false },
    ]);
    expect(ears(counts, { method: "C3", from: 11, to: 11 })[0]!.upper).toBeNull();
  });
});

describe("cusum(counts, {from})", () => {
  const rossi = (x: number, mean: number) => (x - 3 * mean + 2 * Math.sqrt(x * mean)) / (2 * Math.sqrt(mean));

  test("adds up what passes the slack, never below zero, and does not start again after an alarm", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 12, maxLength: 40 }), (counts) => {
        const mean = counts.slice(0, 8).reduce((sum, count) => sum + count, 0) / 8;
        fc.pre(mean > 0);
        let sum = 0;
        cusum(counts, { from: 9 }).forEach((point, i) => {
          sum = Math.max(0, sum + rossi(counts[8 + i]!, mean) - 1.04);
          expect(point.sum).toBeCloseTo(sum, 9);
          expect(point.alarm).toBe(point.sum >= 2.26);
        });
      }),
    );
  });

  test("its bound is the count at which the sum reaches the limit", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 2, max: 40 }), { minLength: 12, maxLength: 40 }), (counts) => {
        const mean = counts.slice(0, 8).reduce((sum, count) => sum + count, 0) / 8;
        const points = cusum(counts, { from: 9 });
        points.forEach(({ upper }, i) => {
          const before = i === 0 ? 0 : points[i - 1]!.sum;
          const atBound = before + rossi(upper, mean) - 1.04;
          expect(upper === 0 || Math.abs(atBound - 2.26) < 1e-7).toBe(true);
        });
      }),
    );
  });

  test("has nothing to add up against a mean of zero", () => {
    expect(cusum([0, 0, 0, 4, 5], { from: 4 })).toEqual([]);
  });
});

/** One point of a cumulative sum. */
export interface CusumPoint {
  /** Counted from 1. */
  readonly point: number;
  readonly observed: number;
  /** The sum up to here; it does not start again after an alarm. */
  readonly sum: number;
  /** The count at which this point would reach the limit. */
  readonly upper: number;
  readonly alarm: boolean;
}

/** What is added up, and how far it may go. */
export interface CusumSettings {
  /** First point judged, counted from 1; those before it give the mean. */
  readonly from: number;
  /** In place of the mean of the points before `from`. */
  readonly mean?: number;
  /** What is taken off each standardised count. */
  readonly slack?: number;
  /** The sum that is an alarm. */
  readonly limit?: number;
  readonly scale?: "rossi" | "standard";
}

/** One-sided cumulative sum of standardised counts; Rossi's scale (Rossi, Lampugnani and Marchi 1999) by default. */
export function cusum(counts: ArrayLike<number>, settings: CusumSettings): readonly CusumPoint[] {
  const { from, mean = meanBefore(counts, from), slack = 1.04, limit = 2.26, scale = "rossi" } = settings;
  if (!(mean > 0)) return [];
  let sum = 0;
  return Array.from({ length: counts.length - from + 1 }, (_, i) => {
    const observed = counts[from - 1 + i]!;
    const upper = UPPER[scale](mean, limit + slack - sum);
    sum = Math.max(0, sum + STANDARDISED[scale](observed, mean) - slack);
    return { point: from + i, observed, sum, upper, alarm: sum >= limit };
  });
}

const STANDARDISED = {
  rossi: (x: number, mean: number): number => (x - 3 * mean + 2 * Math.sqrt(x * mean)) / (2 * Math.sqrt(mean)),
  standard: (x: number, mean: number): number => (x - mean) / Math.sqrt(mean),
};

/** The count whose standardised value is `z`, never below 0. */
const UPPER = {
  /** x + 2√(x m) = 3 m + 2 z √m, solved for √x. */
  rossi: (mean: number, z: number): number => {
    const inside = 4 * mean + 2 * z * Math.sqrt(mean);
    return inside > 0 ? Math.max(0, Math.sqrt(inside) - Math.sqrt(mean)) ** 2 : 0;
  },
  standard: (mean: number, z: number): number => Math.max(0, Math.ceil(mean + z * Math.sqrt(mean))),
};

function meanBefore(counts: ArrayLike<number>, from: number): number {
  let sum = 0;
  for (let i = 0; i < from - 1; i++) sum += counts[i]!;
  return sum / (from - 1);
}

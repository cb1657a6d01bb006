import { poissonInterval, rateRatioInterval } from "../stats/index.ts";
import type { Measure } from "../records/index.ts";
import type { Interval } from "./figure.ts";

/** Measures that count events, and so have intervals and percentages of change. */
export const COUNTED: ReadonlySet<Measure> = new Set<Measure>([
  "recorded",
  "recorded-female-victims",
  "flagged",
  "street-recorded",
  "street-outcome",
  "outcome-assigned",
  "outcome-of-recorded",
  "prosecuted",
  "convicted",
  "sentenced",
]);

/** The smallest base on which a percentage is said. */
export const SMALLEST_PERCENT_BASE = 50;

export interface Arithmetic {
  readonly base: number;
  readonly difference: number;
  readonly ratio: number | null;
  readonly percent: number | null;
}

/** The arithmetic of a change; no ratio on a base of nothing, no percentage on a base under 50. */
export function arithmeticOf(base: number, value: number): Arithmetic {
  const difference = rounded(value - base, 6);
  const ratio = base > 0 ? rounded(value / base, 4) : null;
  const percent = base >= SMALLEST_PERCENT_BASE ? rounded((100 * (value - base)) / base, 1) : null;
  return { base, difference, ratio, percent };
}

/** Exact limits of a count of independent events; nothing for what is not a count. */
export function countInterval(count: number, level = 0.95): Interval | null {
  if (!Number.isInteger(count) || count < 0) return null;
  const { low, high } = poissonInterval(count, level);
  return { low: rounded(low, 1), high: rounded(high, 1), level, method: "exact-poisson" };
}

/** Exact limits of the ratio of two counts, each of independent events. */
export function ratioInterval(base: number, value: number, level = 0.95): Interval | null {
  if (![base, value].every((each) => Number.isInteger(each) && each >= 0) || base === 0 || value === 0) return null;
  const { low, high } = rateRatioInterval({ x1: value, e1: 1, x0: base, e0: 1 }, level);
  return low === null || high === null
    ? null
    : { low: rounded(low, 4), high: rounded(high, 4), level, method: "exact-ratio" };
}

function rounded(value: number, places: number): number {
  const scale = 10 ** places;
  return Math.round(value * scale) / scale;
}

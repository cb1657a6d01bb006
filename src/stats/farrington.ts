import { type FitRule, judge, type Judged, type ReferenceCounts } from "./farrington-fit.ts";
import { deltaBound, type Bound, pluginBound } from "./farrington-bound.ts";

/** How counts are judged against the same weeks or months of earlier years. */
export interface FarringtonSettings {
  /** Points a year: 52 or 12. */
  readonly frequency: number;
  /** First and last point judged, counted from 1; the last of the series by default. */
  readonly from?: number;
  readonly to?: number;
  /** Earlier years looked at. */
  readonly years?: number;
  /** Points on each side of the same place in those years. */
  readonly halfWindow?: number;
  /** Parts of the year: 1 looks only at the windows, more at the whole years with a level for each part. */
  readonly periods?: number;
  /** Newest points before the judged one that are left out, so that a rise does not hide itself. */
  readonly leaveOut?: number;
  readonly alpha?: number;
  readonly method?: "delta" | "nbPlugin" | "muan";
  /** Largest p at which a trend is kept. */
  readonly trendLimit?: number;
  readonly weighDownAbove?: number;
  /**
   * Where the flexible method's errors come from: `published`, the default, as the R package surveillance reads them
   * (too small, so that most trends pass for sure); `model`, those of the weighted fit itself.
   */
  readonly errors?: "published" | "model";
}

/** One point judged. Numbers are null where the model gave none or too few cases make an alarm meaningless. */
export interface FarringtonPoint {
  /** Counted from 1. */
  readonly point: number;
  readonly observed: number;
  readonly expected: number | null;
  readonly upper: number | null;
  readonly alarm: boolean;
  /** Probability of a count as large, by the model. */
  readonly p: number | null;
  /** At least 1. */
  readonly dispersion: number | null;
  /** Growth of the log mean with a point, if a trend was kept. */
  readonly trend: number | null;
  /** Why there is no upper bound. */
  readonly reason: "few-cases" | "short-history" | "not-converged" | "unbounded" | "missing" | null;
}

/** The improved Farrington algorithm (Noufaily and others 2013); `NaN` counts are missing. */
export function farringtonFlexible(
  counts: ArrayLike<number>,
  settings: FarringtonSettings,
): readonly FarringtonPoint[] {
  const { from = counts.length, to = counts.length } = settings;
  return Array.from({ length: to - from + 1 }, (_, i) => flexiblePoint(counts, from + i, settings));
}

function flexiblePoint(counts: ArrayLike<number>, point: number, settings: FarringtonSettings): FarringtonPoint {
  const { years = 5, alpha = 0.05, method = "delta", trendLimit = 0.05, weighDownAbove = 2.58 } = settings;
  const { errors = "published" } = settings;
  const reference = wholeYears(counts, point, settings);
  if (reference === null) return unjudged(counts, point, "short-history");
  const rule: FitRule = { trend: years >= 3, trendLimit, weighDownAbove, slimErrors: errors === "published" };
  const judged = judge(reference, rule);
  if (judged === null) return unjudged(counts, point, "not-converged");
  const observed = counts[point - 1]!;
  const bound =
    method === "delta" ? deltaBound(judged, observed, alpha) : pluginBound(judged, observed, { alpha, method });
  return withBound(counts, point, judged, bound);
}

/** Farrington and others (1996): windows in earlier years alone, both tails, outbreaks above 1 weighed down. */
export function farrington(counts: ArrayLike<number>, settings: FarringtonSettings): readonly FarringtonPoint[] {
  const { from = counts.length, to = counts.length } = settings;
  return Array.from({ length: to - from + 1 }, (_, i) => originalPoint(counts, from + i, settings));
}

function originalPoint(counts: ArrayLike<number>, point: number, settings: FarringtonSettings): FarringtonPoint {
  const { years = 5, alpha = 0.05, trendLimit = 0.05, weighDownAbove = 1 } = settings;
  const reference = windows(counts, point, settings);
  const rule: FitRule = { trend: years >= 3, trendLimit, weighDownAbove, slimErrors: false };
  const judged = reference === null ? null : judge(reference, rule);
  if (judged === null) return unjudged(counts, point, reference === null ? "short-history" : "not-converged");
  return withBound(counts, point, judged, deltaBound(judged, counts[point - 1]!, alpha / 2));
}

/** An alarm needs at least this many cases in this many of the newest points. */
const FEWEST_CASES = { cases: 5, points: 4 };

function withBound(counts: ArrayLike<number>, point: number, judged: Judged, bound: Bound | null): FarringtonPoint {
  const observed = counts[point - 1]!;
  let recent = 0;
  for (let i = Math.max(0, point - FEWEST_CASES.points); i < point; i++) recent += counts[i]!;
  const reason = whyNone(recent, bound);
  const upper = reason === null ? bound!.upper : null;
  return {
    point,
    observed,
    expected: reason === null ? Math.exp(judged.log) : null,
    upper,
    alarm: upper !== null && observed > upper && observed > 0,
    p: Number.isNaN(observed) || bound === null ? null : bound.p,
    dispersion: judged.dispersion,
    trend: judged.trend,
    reason,
  };
}

function whyNone(recent: number, bound: Bound | null): FarringtonPoint["reason"] {
  if (Number.isNaN(recent)) return "missing";
  if (recent < FEWEST_CASES.cases) return "few-cases";
  return bound === null ? "unbounded" : null;
}

function unjudged(
  counts: ArrayLike<number>,
  point: number,
  reason: "short-history" | "not-converged",
): FarringtonPoint {
  const nothing = { expected: null, upper: null, p: null, dispersion: null, trend: null };
  return { point, observed: counts[point - 1]!, alarm: false, reason, ...nothing };
}

/** From the first window on, all points with their part of the year, or the windows alone if the year has one part. */
function wholeYears(counts: ArrayLike<number>, point: number, settings: FarringtonSettings): ReferenceCounts | null {
  const { frequency, years = 5, halfWindow = 3, periods = 1, leaveOut = halfWindow } = settings;
  const between = frequency - 2 * halfWindow - 1;
  if (between < periods - (2 * halfWindow + 1)) throw new RangeError(`${periods} parts do not fit between windows`);
  if (point - years * frequency < 1) return null;
  const first = Math.max(1, point - years * frequency - halfWindow);
  return gather(counts, { first, last: point - leaveOut - 1, point, part: periods - 1 }, (behind) => {
    const place = modulo(halfWindow - behind, frequency);
    if (place <= 2 * halfWindow) return periods - 1;
    return periods === 1 ? -1 : partBetween(place - 2 * halfWindow - 1, between, periods - 1);
  });
}

/** The year between two windows in nearly equal parts, the first ones longer by one where it does not divide. */
function partBetween(place: number, between: number, parts: number): number {
  const short = Math.floor(between / parts);
  const longer = between % parts;
  const inLonger = longer * (short + 1);
  return place < inLonger ? Math.floor(place / (short + 1)) : longer + Math.floor((place - inLonger) / short);
}

function windows(counts: ArrayLike<number>, point: number, settings: FarringtonSettings): ReferenceCounts | null {
  const { frequency, years = 5, halfWindow = 3 } = settings;
  const first = Math.max(1, point - years * frequency - halfWindow);
  const found = gather(counts, { first, last: point - frequency + halfWindow, point, part: 0 }, (behind) =>
    modulo(halfWindow - behind, frequency) <= 2 * halfWindow ? 0 : -1,
  );
  return found.counts.length === 0 ? null : found;
}

interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly point: number;
  readonly part: number;
}

/** The counts that are there and have a part; `partOf` is told how many points a count lies before the judged one. */
function gather(
  counts: ArrayLike<number>,
  { first, last, point, part }: Stretch,
  partOf: (behind: number) => number,
): ReferenceCounts {
  const kept: number[] = [];
  const parts: number[] = [];
  for (let i = first; i <= last; i++) {
    const own = partOf(point - i);
    if (own < 0 || Number.isNaN(counts[i - 1]!)) continue;
    kept.push(i);
    parts.push(own);
  }
  return {
    counts: Float64Array.from(kept, (i) => counts[i - 1]!),
    times: Float64Array.from(kept, (i) => i - point),
    parts: Uint8Array.from(parts),
    part,
  };
}

function modulo(a: number, n: number): number {
  return ((a % n) + n) % n;
}

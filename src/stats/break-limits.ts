import { normalTails } from "./normal.ts";
import type { SegmentModel } from "./segment-rss.ts";

/** A break, the last point of the segment before it (from 1), with its limits; they may reach beyond the series. */
export interface BreakLimits {
  readonly low: number;
  readonly at: number;
  readonly high: number;
}

/** Which breaks of which model, and how sure. */
export interface LimitSettings {
  readonly model: SegmentModel;
  readonly breaks: readonly number[];
  readonly level: number;
}

/**
 * Limits of each break by Bai's (1997) distribution, variance and regressors differing from segment to segment. The
 * distribution is that of the break found less the true one, so its upper quantile gives the lower limit.
 */
export function breakLimits(
  values: ArrayLike<number>,
  { model, breaks, level }: LimitSettings,
): readonly BreakLimits[] {
  const n = values.length;
  const ends = [0, ...breaks, n];
  const segments = ends.slice(1).map((end, i) => segment(values, { from: ends[i]!, to: end, model }));
  return breaks.map((at, i) => limitsAt(at, { before: segments[i]!, after: segments[i + 1]!, n, level }));
}

interface Segment {
  readonly intercept: number;
  readonly slope: number;
  readonly variance: number;
  /** Mean of (1, t)(1, t)ᵀ: its three distinct cells, t the point's place in the series from 1. */
  readonly moments: readonly [number, number, number];
}

function segment(
  values: ArrayLike<number>,
  { from, to, model }: { readonly from: number; readonly to: number; readonly model: SegmentModel },
): Segment {
  const m = to - from;
  const middle = (from + 1 + to) / 2;
  const spread = (m * m - 1) / 12;
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i]!;
  const mean = sum / m;
  let slope = 0;
  if (model === "trend") {
    for (let i = from; i < to; i++) slope += ((i + 1 - middle) * (values[i]! - mean)) / (m * spread);
  }
  let squares = 0;
  for (let i = from; i < to; i++) squares += (values[i]! - mean - slope * (i + 1 - middle)) ** 2;
  const moments = [1, middle, spread + middle * middle] as const;
  return { intercept: mean - slope * middle, slope, variance: squares / m, moments };
}

interface Sides {
  readonly before: Segment;
  readonly after: Segment;
  readonly n: number;
  readonly level: number;
}

function limitsAt(at: number, { before, after, n, level }: Sides): BreakLimits {
  const change = [after.intercept - before.intercept, after.slope - before.slope] as const;
  const scale = form(before.moments, change) / before.variance;
  const moments = form(after.moments, change) / form(before.moments, change);
  const variances = after.variance / before.variance;
  const tail = (1 - level) / 2;
  if (!(before.variance > 0 && after.variance > 0 && scale > 0)) return { low: at, at, high: at };
  const law: Law = { moments, spread: moments * variances };
  const above = quantileBelow((x) => 1 - rightOf(x, law), tail, n) / scale;
  const below = quantileBelow((x) => leftOf(x, law), tail, n) / scale;
  return { low: at - Math.ceil(above), at, high: at + Math.ceil(below) };
}

function form([a, b, c]: readonly [number, number, number], [x, y]: readonly [number, number]): number {
  return a * x * x + 2 * b * x * y + c * y * y;
}

/** Ratios after to before a break: of the regressors' moments (ξ) and of those times the variances (φ). */
interface Law {
  readonly moments: number;
  readonly spread: number;
}

/** P(V ≤ −x) for x ≥ 0, V where a two-sided Brownian motion with drift is greatest (Bai 1997, appendix B). */
function leftOf(x: number, { moments: xi, spread: phi }: Law): number {
  const r = xi / phi;
  const root = Math.sqrt(x);
  const spike = -Math.exp(Math.log(x) / 2 - x / 8 - HALF_LOG_TWO_PI);
  const near = ((phi + 2 * xi) / (phi + xi) / r) * Math.exp((r * (1 + r) * x) / 2 + logBelow(-(0.5 + r) * root));
  const far = (x / 2 - 2 + (phi + 2 * xi) ** 2 / ((phi + xi) * xi)) * Math.exp(logBelow(-root / 2));
  return spike - near + far;
}

/** P(V ≤ x) for x ≥ 0. */
function rightOf(x: number, { moments: xi, spread: phi }: Law): number {
  const r = (xi * xi) / phi;
  const root = Math.sqrt(x);
  const spike = Math.sqrt(r) * Math.exp(Math.log(x) / 2 - (r * x) / 8 - HALF_LOG_TWO_PI);
  const steep = Math.exp(((phi + xi) * x) / 2 + logBelow((-(phi + xi / 2) / Math.sqrt(phi)) * root));
  const near = ((xi / phi) * (2 * phi + xi) * steep) / (phi + xi);
  const far =
    ((2 * phi + xi) ** 2 / ((phi + xi) * phi) - 2 + (r * x) / 2) * Math.exp(logBelow((-Math.sqrt(r) * root) / 2));
  return 1 + spike + near - far;
}

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;
const FAR_OUT = -35;

/** ln of the normal tail below z, by its asymptotic series (Abramowitz and Stegun 26.2.12) where the tail underflows. */
function logBelow(z: number): number {
  if (z > FAR_OUT) return Math.log(normalTails(z).lower);
  const s = 1 / (z * z);
  return (-z * z) / 2 - Math.log(-z) - HALF_LOG_TWO_PI + Math.log1p(-s * (1 - 3 * s * (1 - 5 * s)));
}

/** Where a falling tail reaches `probability`; at most `n`, as strucchange searches no further. */
function quantileBelow(tail: (x: number) => number, probability: number, n: number): number {
  let low = 0;
  let high = n;
  if (tail(n) > probability) return n;
  while (high - low > 1e-9 * Math.max(1, high)) {
    const middle = (low + high) / 2;
    if (tail(middle) > probability) low = middle;
    else high = middle;
  }
  return high;
}

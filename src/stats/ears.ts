import { normalQuantile } from "./normal.ts";

/** One point held against the points just before it. */
export interface ShortAlarm {
  /** Counted from 1. */
  readonly point: number;
  readonly observed: number;
  /** Null if the points before it are too few. */
  readonly upper: number | null;
  readonly alarm: boolean;
}

/** Which of the three methods: C1 looks at the points just before, C2 leaves the newest two out, C3 adds up three C2s. */
export interface EarsSettings {
  readonly method: "C1" | "C2" | "C3";
  /** First and last point judged, counted from 1; the first that can be and the last by default. */
  readonly from?: number;
  readonly to?: number;
  /** Points looked back at; 7. */
  readonly baseline?: number;
  /** 0.001, for C3 0.025. */
  readonly alpha?: number;
  /** Least standard deviation believed. */
  readonly leastSpread?: number;
}

const GAP = { C1: 0, C2: 2, C3: 2 };

/** The Early Aberration Reporting System's methods for short histories (Hutwagner and others 2003). */
export function ears(counts: ArrayLike<number>, settings: EarsSettings): readonly ShortAlarm[] {
  const { method, baseline = 7, to = counts.length } = settings;
  const { from = baseline + GAP[method] + (method === "C3" ? 3 : 1) } = settings;
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => {
    const point = from + i;
    const observed = counts[point - 1]!;
    const upper = upperOf(counts, point, settings);
    return { point, observed, upper, alarm: upper !== null && observed > upper };
  });
}

function upperOf(counts: ArrayLike<number>, point: number, settings: EarsSettings): number | null {
  const { method, alpha = method === "C3" ? 0.025 : 0.001 } = settings;
  const reach = normalQuantile({ upper: alpha });
  const before = baselineOf(counts, point, settings);
  if (before === null) return null;
  if (method !== "C3") return before.mean + reach * before.spread;
  const carried = excessAt(counts, point - 1, settings) + excessAt(counts, point - 2, settings);
  const upper = counts[point - 1]! + before.spread * (reach - carried);
  return Number.isFinite(upper) ? Math.max(0, upper) : null;
}

/** How many spreads beyond one a point lies above its baseline; NaN without a baseline. */
function excessAt(counts: ArrayLike<number>, point: number, settings: EarsSettings): number {
  const before = baselineOf(counts, point, settings);
  return before === null ? Number.NaN : Math.max(0, (counts[point - 1]! - before.mean) / before.spread - 1);
}

function baselineOf(counts: ArrayLike<number>, point: number, { method, baseline = 7, leastSpread = 0 }: EarsSettings) {
  const last = point - 1 - GAP[method];
  if (last - baseline < 0) return null;
  let sum = 0;
  for (let i = last - baseline; i < last; i++) sum += counts[i]!;
  const mean = sum / baseline;
  let squares = 0;
  for (let i = last - baseline; i < last; i++) squares += (counts[i]! - mean) ** 2;
  return { mean, spread: Math.max(leastSpread, Math.sqrt(squares / (baseline - 1))) };
}

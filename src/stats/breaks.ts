import { type BreakLimits, breakLimits } from "./break-limits.ts";
import { type BreakTests, breakTests } from "./break-tests.ts";
import { COEFFICIENTS, type SegmentModel, type StretchTable, stretchTable } from "./segment-rss.ts";

/** How a series may break. */
export interface BreakSettings {
  /** `level` by default; `trend` gives each segment a slope too. */
  readonly model?: SegmentModel;
  /** Least length of a segment, as a part of the series (below 1) or in points; 0.15. */
  readonly least?: number;
  /** Most breaks tried; as many as fit by default. */
  readonly most?: number;
  readonly level?: number;
}

/** The best positions for one number of breaks. A break is the last point, counted from 1, of the segment before it. */
export interface BreakCount {
  readonly breaks: readonly number[];
  readonly rss: number;
  /** -Infinity for a fit without any residual. */
  readonly bic: number;
}

/** The breaks of a series. */
export interface Breaks {
  readonly model: SegmentModel;
  /** Least length of a segment, in points. */
  readonly least: number;
  /** Index m is the best with m breaks. */
  readonly counts: readonly BreakCount[];
  /** The number of breaks with the least BIC, and their limits. */
  readonly best: number;
  readonly limits: readonly BreakLimits[];
  readonly tests: BreakTests;
}

/** Levels or trends that change at unknown points (Bai and Perron 2003): null if the series is too short for one break. */
export function findBreaks(values: ArrayLike<number>, settings: BreakSettings = {}): Breaks | null {
  const { model = "level", least = 0.15, level = 0.95 } = settings;
  check(values);
  const n = values.length;
  const k = COEFFICIENTS[model];
  const h = least < 1 ? Math.floor(n * least) : least;
  const { most = Math.ceil(n / h) - 2 } = settings;
  if (!(h > k) || n < 2 * h || most < 1) return null;
  const table = stretchTable(values, model);
  const counts = bestBreaks(table, { h, most }).map(({ breaks, rss }) => ({
    breaks,
    rss,
    bic: bicOf(rss, n, k, breaks.length),
  }));
  const best = counts.reduce((least, { bic }, m) => (bic < counts[least]!.bic ? m : least), 0);
  const limits = breakLimits(values, { model, breaks: counts[best]!.breaks, level });
  return { model, least: h, counts, best, limits, tests: breakTests(values, table, { model, h }) };
}

interface Partition {
  readonly breaks: readonly number[];
  readonly rss: number;
}

/** The dynamic programme: the best m breaks up to a point from the best m − 1 up to an earlier one. */
function bestBreaks({ n, rss }: StretchTable, { h, most }: { readonly h: number; readonly most: number }): Partition[] {
  const whole: Partition = { breaks: [], rss: floored(rss[n - 1]!, rss[n - 1]!) };
  const found = [whole];
  let reached = rss.slice(0, n);
  const previous: Int32Array[] = [];
  for (let m = 1; m <= most && (m + 1) * h <= n; m++) {
    const next = new Float64Array(n).fill(Infinity);
    const from = new Int32Array(n);
    for (let last = (m + 1) * h - 1; last < n; last++) bestSplit({ n, rss, reached, m, h, last }, next, from);
    previous.push(from);
    found.push({ breaks: trace(previous, n - 1), rss: floored(next[n - 1]!, whole.rss) });
    reached = next;
  }
  return found;
}

interface Split {
  readonly n: number;
  readonly rss: Float64Array;
  readonly reached: Float64Array;
  readonly m: number;
  readonly h: number;
  readonly last: number;
}

function bestSplit({ n, rss, reached, m, h, last }: Split, next: Float64Array, from: Int32Array): void {
  let least = Infinity;
  let at = -1;
  for (let end = m * h - 1; end <= last - h; end++) {
    const sum = reached[end]! + rss[(end + 1) * n + last]!;
    if (sum < least) {
      least = sum;
      at = end;
    }
  }
  next[last] = least;
  from[last] = at;
}

function trace(previous: readonly Int32Array[], last: number): number[] {
  const breaks: number[] = [];
  let at = last;
  for (let m = previous.length - 1; m >= 0; m--) {
    at = previous[m]![at]!;
    breaks.unshift(at + 1);
  }
  return breaks;
}

/** Below this part of the whole a sum of squares is rounding. */
const ROUNDING = 1e-20;

function floored(rss: number, whole: number): number {
  return rss > ROUNDING * Math.max(whole, Number.MIN_VALUE) ? rss : 0;
}

/** Schwarz's criterion, each segment with its coefficients and, as strucchange counts, its break and the variance. */
function bicOf(rss: number, n: number, k: number, breaks: number): number {
  return n * (Math.log(rss) + 1 - Math.log(n) + Math.log(2 * Math.PI)) + Math.log(n) * (k + 1) * (breaks + 1);
}

function check(values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) throw new RangeError(`a value must be finite: ${values[i]} at point ${i + 1}`);
  }
}

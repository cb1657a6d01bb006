import { studentTails } from "./normal.ts";
import { reweight } from "./reweighted.ts";
import { inverseOfCholesky, type Square } from "./triangular.ts";

/** The counts a point is judged by, each with its time less the judged point's and its part of the year (from 0). */
export interface ReferenceCounts {
  readonly counts: Float64Array;
  readonly times: Float64Array;
  readonly parts: Uint8Array;
  /** The part of the year of the judged point. */
  readonly part: number;
}

/** How the reference counts are fitted. */
export interface FitRule {
  /** Counts with a standardised residual above this are weighed down. */
  readonly weighDownAbove: number;
  /** Largest p at which a trend is kept. */
  readonly trendLimit: number;
  /** Whether a trend may be kept at all. */
  readonly trend: boolean;
  /** As surveillance's flexible version reads the errors of its weighted fit; see the method page. */
  readonly slimErrors: boolean;
}

/** What the reference counts say of the judged point. */
export interface Judged {
  /** Log of the expected count, and its standard error. */
  readonly log: number;
  readonly logError: number;
  /** At least 1. */
  readonly dispersion: number;
  /** Growth of the log mean with a point; null if no trend was kept. */
  readonly trend: number | null;
}

/** Quasi-Poisson fit, refitted with outbreaks weighed down, its trend dropped unless it is sure and modest. */
export function judge(reference: ReferenceCounts, rule: FitRule): Judged | null {
  const sloped = rule.trend ? fitTwice(reference, rule, true) : null;
  if (sloped !== null && keepsTrend(reference, rule, sloped)) return sloped;
  return fitTwice(reference, rule, false);
}

interface Fitted extends Judged {
  readonly trendP: number;
}

function keepsTrend({ counts }: ReferenceCounts, { trendLimit }: FitRule, fit: Fitted): boolean {
  const largest = counts.reduce((most, count) => Math.max(most, count), 0);
  return fit.trendP < trendLimit && Math.exp(fit.log) <= largest;
}

function fitTwice(reference: ReferenceCounts, rule: FitRule, withTrend: boolean): Fitted | null {
  const layout = layOut(reference, withTrend);
  const first = fitOnce(reference, layout, null);
  if (first === null) return null;
  const weights = weighDown(reference, layout, first, rule.weighDownAbove);
  const second = fitOnce(reference, layout, weights);
  return second === null ? null : describe(layout, second, rule.slimErrors);
}

interface Layout {
  readonly columns: readonly Float64Array[];
  /** Column of each part of the year, and of the trend; -1 for none. */
  readonly columnOfPart: Int8Array;
  readonly trendColumn: number;
  readonly partColumn: number;
}

/** One column for each part of the year that occurs, so that the judged point's own is its log mean; then time. */
function layOut({ counts, times, parts, part }: ReferenceCounts, withTrend: boolean): Layout {
  const columnOfPart = new Int8Array(256).fill(-1);
  const columns: Float64Array[] = [];
  for (let i = 0; i < counts.length; i++) {
    const own = parts[i]!;
    if (columnOfPart[own]! < 0) columnOfPart[own] = columns.push(new Float64Array(counts.length)) - 1;
    columns[columnOfPart[own]!]![i] = 1;
  }
  const trendColumn = withTrend ? columns.push(times) - 1 : -1;
  return { columns, columnOfPart, trendColumn, partColumn: columnOfPart[part]! };
}

interface Once {
  readonly coefficients: Float64Array;
  readonly means: Float64Array;
  readonly inverse: Square;
  readonly freedom: number;
  readonly dispersion: number;
  readonly slimDispersion: number;
}

function fitOnce({ counts }: ReferenceCounts, { columns, partColumn }: Layout, weights: Float64Array | null) {
  const freedom = counts.length - columns.length;
  if (freedom <= 0 || partColumn < 0) return null;
  const problem = { counts, columns, offset: null, weights, size: Infinity };
  const { converged, coefficients, means, weights: last, lower } = reweight(problem, "deviance");
  if (!converged) return null;
  let pearson = 0;
  let slim = 0;
  for (let i = 0; i < means.length; i++) {
    const square = (counts[i]! / means[i]! - 1) ** 2;
    pearson += last[i]! * square;
    slim += (weights === null ? 1 : weights[i]!) * square;
  }
  const inverse = inverseOfCholesky(lower, columns.length);
  const dispersion = Math.max(1, pearson / freedom);
  return { coefficients, means, inverse, freedom, dispersion, slimDispersion: slim / freedom } satisfies Once;
}

/** Weights s⁻² for standardised Anscombe residuals s above the threshold, else 1; then all scaled to sum to n. */
function weighDown({ counts, times, parts }: ReferenceCounts, layout: Layout, fit: Once, above: number): Float64Array {
  const p = layout.columns.length;
  const { trendColumn } = layout;
  const cell = (a: number, b: number): number => fit.inverse[a * p + b]!;
  const weights = new Float64Array(counts.length);
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    const own = layout.columnOfPart[parts[i]!]!;
    const time = times[i]!;
    const lean = trendColumn < 0 ? 0 : time * (2 * cell(own, trendColumn) + time * cell(trendColumn, trendColumn));
    const mean = fit.means[i]!;
    const spare = 1 - mean * (cell(own, own) + lean);
    const raw = 1.5 * (counts[i]! ** (2 / 3) * mean ** (-1 / 6) - Math.sqrt(mean));
    const residual = spare > NO_SPARE ? raw / Math.sqrt(fit.dispersion * spare) : 0;
    weights[i] = residual > above ? residual ** -2 : 1;
    sum += weights[i]!;
  }
  for (let i = 0; i < weights.length; i++) weights[i]! *= weights.length / sum;
  return weights;
}

const NO_SPARE = 1e-12;

function describe({ columns, partColumn, trendColumn }: Layout, fit: Once, slimErrors: boolean): Fitted {
  const p = columns.length;
  const spread = slimErrors ? fit.slimDispersion : fit.dispersion;
  const error = (k: number): number => Math.sqrt(spread * fit.inverse[k * p + k]!);
  const trend = trendColumn < 0 ? null : fit.coefficients[trendColumn]!;
  return {
    log: fit.coefficients[partColumn]!,
    logError: error(partColumn),
    dispersion: fit.dispersion,
    trend,
    trendP: trend === null ? 1 : 2 * studentTails(Math.abs(trend / error(trendColumn)), fit.freedom).upper,
  };
}

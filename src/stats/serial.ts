import { type CountFit, pearsonResiduals } from "./count-fit.ts";
import { chiSquaredTails } from "./normal.ts";
import { dot } from "./triangular.ts";

/** Correlation of a series with itself at lags 1 to `lags`, about its mean, the divisor n throughout; 0 for a flat one. */
export function autocorrelation(values: ArrayLike<number>, lags: number): Float64Array {
  const n = values.length;
  const mean = n === 0 ? 0 : dot(values, new Float64Array(n).fill(1)) / n;
  const away = Float64Array.from(values, (value) => value - mean);
  const whole = dot(away, away);
  return Float64Array.from({ length: lags }, (_, k) => {
    const later = away.subarray(Math.min(n, k + 1));
    return whole > 0 ? dot(later, away) / whole : 0;
  });
}

/** A statistic and the probability of one as large by chance. */
export interface Tested {
  readonly statistic: number;
  readonly p: number;
}

/** Ljung and Box (1978): are the first `lags` autocorrelations of a series of n points together more than chance? */
export function ljungBox(values: ArrayLike<number>, lags: number): Tested {
  const n = values.length;
  const sum = autocorrelation(values, lags).reduce((total, r, k) => total + r ** 2 / (n - k - 1), 0);
  const statistic = n * (n + 2) * sum;
  return { statistic, p: chiSquaredTails(statistic, lags).upper };
}

/** Standard errors that hold whatever the variances are and, with a `lag` > 0, whatever the correlation up to it. */
export function neweyWest(fit: CountFit, lag: number): Float64Array {
  const p = fit.names.length;
  const scores = scoresOf(fit);
  const middle = new Float64Array(p * p);
  for (let l = 0; l <= lag; l++) addLag(middle, scores, l, 1 - l / (lag + 1));
  const bread = fit.covariance;
  return Float64Array.from({ length: p }, (_, k) => {
    const row = bread.subarray(k * p, k * p + p);
    let sum = 0;
    for (let a = 0; a < p; a++) for (let b = 0; b < p; b++) sum += row[a]! * middle[a * p + b]! * row[b]!;
    return Math.sqrt(Math.max(0, sum)) / fit.dispersion;
  });
}

/** The greatest correlation that is believed: one of 1 would leave no information at all. */
const HIGHEST = 0.99;

/** How much wider serial correlation makes an interval: √((1 + r) / (1 − r)) with r the residuals' lag 1; never below 1. */
export function serialWidening(fit: CountFit): number {
  const r = autocorrelation(pearsonResiduals(fit), 1)[0]!;
  const held = Math.min(HIGHEST, Math.max(0, r));
  return Math.sqrt((1 + held) / (1 - held));
}

/** Each point's part in the score: column × (count − mean) × weight, one array a column. */
function scoresOf({ data, fitted, size }: CountFit): readonly Float64Array[] {
  const residuals = fitted.map((mean, i) => (data.counts[i]! - mean) / (1 + mean / size));
  return data.design.map(({ values }) => values.map((x, i) => x * residuals[i]!));
}

function addLag(middle: Float64Array, scores: readonly Float64Array[], lag: number, weight: number): void {
  const p = scores.length;
  for (let a = 0; a < p; a++) {
    const later = scores[a]!.subarray(lag);
    for (let b = 0; b < p; b++) {
      const part = weight * dot(later, scores[b]!);
      middle[a * p + b]! += part;
      if (lag > 0) middle[b * p + a]! += part;
    }
  }
}

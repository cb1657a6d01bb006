import { type CountFit, pearsonResiduals } from "./count-fit.ts";
import { chiSquaredTails } from "./normal.ts";
import { addTimes, dot } from "./triangular.ts";

/** Correlation of a series with itself at lags 1 to `lags`, about its mean, the divisor n throughout; 0 for a flat one. */
export function autocorrelation(values: ArrayLike<number>, lags: number): Float64Array {
  const n = values.length;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += values[i]! / n;
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

/**
 * Standard errors that hold whatever the variances are and, with a `lag` > 0, whatever the correlation up to it: each
 * is the long-run variance of what the points add to its coefficient, so that no matrix of lags is needed.
 */
export function neweyWest(fit: CountFit, lag: number): Float64Array {
  const { data, fitted, size, covariance, dispersion } = fit;
  const p = fit.names.length;
  const residuals = fitted.map((mean, i) => (data.counts[i]! - mean) / (1 + mean / size) / dispersion);
  const part = new Float64Array(fitted.length);
  return Float64Array.from({ length: p }, (_, k) => {
    part.fill(0);
    for (let a = 0; a < p; a++) addTimes(part, covariance[k * p + a]!, data.design[a]!.values);
    for (let i = 0; i < part.length; i++) part[i]! *= residuals[i]!;
    return Math.sqrt(Math.max(0, longRun(part, lag)));
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

/** Sum of products at lags −`lag` to `lag`, weighed down in a straight line (Bartlett's weights). */
function longRun(part: Float64Array, lag: number): number {
  let sum = dot(part, part);
  for (let l = 1; l <= Math.min(lag, part.length - 1); l++) {
    let products = 0;
    for (let i = l; i < part.length; i++) products += part[i]! * part[i - l]!;
    sum += 2 * (1 - l / (lag + 1)) * products;
  }
  return sum;
}

/** A level that wanders and is seen through noise: what wanders, what is noise, and where the level was. */
export interface LocalLevel {
  /** Variance of the level's step from one time to the next. */
  readonly levelVariance: number;
  /** Variance of what is seen about the level. */
  readonly noiseVariance: number;
  /** Of all but the first value, which fixes the level; null when the values do not vary. */
  readonly logLikelihood: number | null;
  /** The level given the whole series, and its variance. */
  readonly smoothed: Float64Array;
  readonly smoothedVariance: Float64Array;
}

/** The local-level model by maximum likelihood (Kalman filter and smoother, nothing known of the level before); null is a gap. */
export function localLevel(values: readonly (number | null)[]): LocalLevel {
  const first = values.findIndex((value) => value !== null);
  const seen = values.filter((value) => value !== null);
  if (seen.length < 3) throw new RangeError(`a level needs three values or more: ${seen.length}`);
  if (!seen.every(Number.isFinite)) throw new RangeError("a level needs finite values");
  const series = Float64Array.from(values.slice(first), (value) => value ?? Number.NaN);
  const share = bestShare(series);
  const { scale, logLikelihood } = likelihoodOf(series, share);
  const [levelVariance, noiseVariance] = [scale * share, scale * (1 - share)];
  return {
    levelVariance,
    noiseVariance,
    logLikelihood: scale > 0 ? logLikelihood : null,
    ...smoothedBy(series, { levelVariance, noiseVariance }, first),
  };
}

/** The step's share of both variances, from 0 to 1, that is likeliest; their scale follows from it. */
function bestShare(series: Float64Array): number {
  const shareAt = (logRatio: number) => 1 / (1 + Math.exp(-logRatio));
  const at = (logRatio: number) => likelihoodOf(series, shareAt(logRatio)).logLikelihood;
  let best = 0;
  for (let i = 1; i < GRID.length; i++) if (at(GRID[i]!) > at(GRID[best]!)) best = i;
  const inside = shareAt(peakBetween(at, GRID[best]! - GRID_STEP, GRID[best]! + GRID_STEP));
  return [inside, 0, 1].reduce((a, b) =>
    likelihoodOf(series, b).logLikelihood >= likelihoodOf(series, a).logLikelihood ? b : a,
  );
}

/** Logarithms of step variance over noise variance. */
const GRID_STEP = 1.5;
const GRID: readonly number[] = Array.from({ length: 21 }, (_, i) => -18 + i * GRID_STEP);

/** The log likelihood with the scale at its best; the first value only sets the level. */
function likelihoodOf(series: Float64Array, share: number): { scale: number; logLikelihood: number } {
  const noise = 1 - share;
  let [level, variance, sum, logs, count] = [series[0]!, noise, 0, 0, 0];
  for (let t = 1; t < series.length; t++) {
    variance += share;
    const value = series[t]!;
    if (Number.isNaN(value)) continue;
    const spread = variance + noise;
    const gap = value - level;
    sum += (gap * gap) / spread;
    logs += Math.log(spread);
    count++;
    level += (variance / spread) * gap;
    variance = (variance * noise) / spread;
  }
  const scale = sum / count;
  return { scale, logLikelihood: -0.5 * (count * (Math.log(2 * Math.PI * scale) + 1) + logs) };
}

/** Where a function of one peak has it, by golden section to 1e-7. */
function peakBetween(at: (x: number) => number, from: number, to: number): number {
  const part = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  let [a, b] = [high - part * (high - low), low + part * (high - low)];
  let [atA, atB] = [at(a), at(b)];
  while (high - low > 1e-7) {
    if (atA >= atB) {
      [high, b, atB] = [b, a, atA];
      a = high - part * (high - low);
      atA = at(a);
    } else {
      [low, a, atA] = [a, b, atB];
      b = low + part * (high - low);
      atB = at(b);
    }
  }
  return (low + high) / 2;
}

type Variances = Pick<LocalLevel, "levelVariance" | "noiseVariance">;

/** Forwards with what is known so far, then backwards with the rest; times before the first value take its level. */
function smoothedBy(series: Float64Array, { levelVariance, noiseVariance }: Variances, skipped: number) {
  const n = series.length;
  const [level, variance] = [new Float64Array(n), new Float64Array(n)];
  [level[0], variance[0]] = [series[0]!, noiseVariance];
  for (let t = 1; t < n; t++) {
    const ahead = variance[t - 1]! + levelVariance;
    const spread = ahead + noiseVariance;
    const gain = Number.isNaN(series[t]!) || spread === 0 ? 0 : ahead / spread;
    level[t] = level[t - 1]! + (gain === 0 ? 0 : gain * (series[t]! - level[t - 1]!));
    variance[t] = (1 - gain) * ahead;
  }
  for (let t = n - 2; t >= 0; t--) {
    const ahead = variance[t]! + levelVariance;
    const back = ahead === 0 ? 0 : variance[t]! / ahead;
    level[t]! += back * (level[t + 1]! - level[t]!);
    variance[t]! += back * back * (variance[t + 1]! - ahead);
  }
  return {
    smoothed: Float64Array.from({ length: skipped + n }, (_, t) => level[Math.max(0, t - skipped)]!),
    smoothedVariance: Float64Array.from(
      { length: skipped + n },
      (_, t) => variance[Math.max(0, t - skipped)]! + levelVariance * Math.max(0, skipped - t),
    ),
  };
}

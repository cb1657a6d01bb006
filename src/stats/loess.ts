/** How a smoother is laid over `n` evenly spaced points: fitted at every `jump`-th, straight lines between. */
export interface LoessSettings {
  readonly n: number;
  /** How many points a fit reaches over; odd, and it may exceed n. */
  readonly span: number;
  readonly degree: 0 | 1;
  readonly jump: number;
  /** Whether one point before the first and one after the last are wanted as well. */
  readonly beyond?: boolean;
}

/** Where a smoother is fitted, and the tricube weights there, which depend on no data. */
export interface LoessPlan {
  readonly n: number;
  readonly degree: 0 | 1;
  readonly fits: readonly Fit[];
  readonly before: Fit | null;
  readonly after: Fit | null;
}

interface Fit {
  /** The place (from 0) that is fitted, and the first of the places it reaches over. */
  readonly at: number;
  readonly from: number;
  readonly weights: Float64Array;
}

/** A stretch of values and, or null, their robustness weights: every `stride`-th from `offset`. */
export interface Stretch {
  readonly values: Float64Array;
  readonly trust: Float64Array | null;
  readonly offset: number;
  readonly stride: number;
}

/** Lays out a smoother as Cleveland's STL does (1990): which places are fitted, over which neighbours, with which weights. */
export function loessPlan({ n, span, degree, jump, beyond = false }: LoessSettings): LoessPlan {
  const step = Math.min(jump, n - 1);
  const fitAt = (at: number, from: number, to: number) => ({ at, from, weights: tricube({ at, from, to, span, n }) });
  const fits: Fit[] = [];
  let [from, to] = reachAt(0, { n, span, step });
  for (let at = 0; at < n; at += Math.max(1, step)) {
    [from, to] = reachAt(at, { n, span, step });
    fits.push(fitAt(at, from, to));
  }
  if (n > 1 && fits.at(-1)?.at !== n - 1) fits.push(fitAt(n - 1, from, to));
  return {
    n,
    degree,
    fits,
    before: beyond ? fitAt(-1, 0, Math.min(span, n) - 1) : null,
    after: beyond ? fitAt(n, Math.max(0, n - span), n - 1) : null,
  };
}

/** Smooths a stretch into `out` from `start`: n places, or n + 2 where the plan reaches beyond both ends. */
export function smooth(plan: LoessPlan, stretch: Stretch, out: Float64Array, start = 0): void {
  const first = plan.before === null ? start : start + 1;
  let last = -1;
  for (const fit of plan.fits) {
    out[first + fit.at] = fitted(fit, stretch, plan) ?? valueAt(stretch, fit.at);
    if (fit.at > last + 1) fillBetween(out, first + last, first + fit.at);
    last = fit.at;
  }
  if (plan.before) out[start] = fitted(plan.before, stretch, plan) ?? valueAtOut(out, first);
  if (plan.after) out[first + plan.n] = fitted(plan.after, stretch, plan) ?? valueAtOut(out, first + plan.n - 1);
}

/** The first and last of the `span` neighbours of a place, kept inside the series. */
function reachAt(at: number, { n, span, step }: { n: number; span: number; step: number }): readonly [number, number] {
  if (span >= n) return [0, n - 1];
  const half = Math.floor((span + 1) / 2);
  if (step === 1) {
    const from = Math.min(Math.max(0, at + 1 - half), n - span);
    return [from, from + span - 1];
  }
  if (at + 1 < half) return [0, span - 1];
  return at + 1 >= n - half + 1 ? [n - span, n - 1] : [at + 1 - half, span + at - half];
}

function tricube({ at, from, to, span, n }: { at: number; from: number; to: number; span: number; n: number }) {
  const reach = Math.max(at - from, to - at) + (span > n ? Math.floor((span - n) / 2) : 0);
  return Float64Array.from({ length: to - from + 1 }, (_, i) => {
    const distance = Math.abs(from + i - at);
    if (distance > 0.999 * reach) return 0;
    return distance <= 0.001 * reach ? 1 : (1 - (distance / reach) ** 3) ** 3;
  });
}

/** The local mean or line at a place; null when no neighbour is trusted. */
function fitted(
  { at, from, weights }: Fit,
  { values, trust, offset, stride }: Stretch,
  plan: LoessPlan,
): number | null {
  let [w0, w1, w2, y0, y1] = [0, 0, 0, 0, 0];
  let place = offset + from * stride;
  for (let i = 0, d = from - at; i < weights.length; i++, d++, place += stride) {
    const w = trust === null ? weights[i]! : weights[i]! * trust[place]!;
    const wy = w * values[place]!;
    w0 += w;
    y0 += wy;
    w1 += w * d;
    w2 += w * d * d;
    y1 += wy * d;
  }
  if (w0 <= 0) return null;
  const mean = y0 / w0;
  if (plan.degree === 0) return mean;
  const centre = w1 / w0;
  const spread = w2 / w0 - centre * centre;
  if (!(Math.sqrt(spread) > 0.001 * (plan.n - 1))) return mean;
  return mean - (centre / spread) * (y1 / w0 - centre * mean);
}

function fillBetween(out: Float64Array, from: number, to: number): void {
  const start = valueAtOut(out, from);
  const slope = (valueAtOut(out, to) - start) / (to - from);
  for (let i = from + 1; i < to; i++) out[i] = start + slope * (i - from);
}

function valueAt({ values, offset, stride }: Stretch, at: number): number {
  return values[offset + at * stride]!;
}

function valueAtOut(out: Float64Array, at: number): number {
  return out[at]!;
}

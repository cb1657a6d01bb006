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
  readonly weights: Weights;
}

/** The tricube weights of a fit's neighbours, and what the fit makes of them where all are trusted alike. */
interface Weights {
  readonly tricube: Float64Array;
  readonly whole: Float64Array;
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
  const weightsAt = sharedWeights({ n, span, degree });
  const fitAt = (at: number, from: number, to: number) => ({ at, from, weights: weightsAt(at - from, to - from + 1) });
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

/** Weights by the place of the fit among its neighbours and their number: most fits of a series share theirs. */
function sharedWeights(settings: Pick<LoessSettings, "n" | "span" | "degree">) {
  const known = new Map<number, Weights>();
  return (place: number, length: number): Weights => {
    const key = (place + 1) * (settings.n + 2) + length;
    const found = known.get(key) ?? weightsOf(place, length, settings);
    known.set(key, found);
    return found;
  };
}

function weightsOf(place: number, length: number, { n, span, degree }: Pick<LoessSettings, "n" | "span" | "degree">) {
  const reach = Math.max(place, length - 1 - place) + (span > n ? Math.floor((span - n) / 2) : 0);
  const tricube = new Float64Array(length);
  let total = 0;
  for (let i = 0; i < length; i++) {
    const distance = Math.abs(i - place);
    const part = distance / reach;
    const rest = 1 - part * part * part;
    tricube[i] = distance > 0.999 * reach ? 0 : distance <= 0.001 * reach ? 1 : rest * rest * rest;
    total += tricube[i]!;
  }
  return { tricube, whole: withSlope(tricube, { place, total, least: degree === 0 ? Infinity : 0.001 * (n - 1) }) };
}

/** Weights that give the local line's value at its place, or the local mean's where the neighbours lie too close. */
function withSlope(weights: Float64Array, { place, total, least }: { place: number; total: number; least: number }) {
  let [centre, spread] = [0, 0];
  for (let i = 0; i < weights.length; i++) centre += (weights[i]! * (i - place)) / total;
  for (let i = 0; i < weights.length; i++) spread += (weights[i]! * (i - place - centre) ** 2) / total;
  const slope = Math.sqrt(spread) > least ? -centre / spread : 0;
  return weights.map((weight, i) => (weight / total) * (1 + slope * (i - place - centre)));
}

/** The local mean or line at a place; null when no neighbour is trusted. */
function fitted(fit: Fit, stretch: Stretch, plan: LoessPlan): number | null {
  if (stretch.trust === null) return mixOf(fit, stretch.values, stretch);
  return plan.degree === 0 ? trustedMean(fit, stretch, stretch.trust) : trustedLine(fit, stretch, plan);
}

function mixOf(fit: Fit, values: Float64Array, stretch: Stretch): number {
  const { whole } = fit.weights;
  const stride = stretch.stride;
  let place = stretch.offset + fit.from * stride;
  let sum = 0;
  for (let i = 0; i < whole.length; i++, place += stride) sum += whole[i]! * values[place]!;
  return sum;
}

function trustedMean(fit: Fit, stretch: Stretch, trust: Float64Array): number | null {
  const { tricube } = fit.weights;
  const { values, stride } = stretch;
  let place = stretch.offset + fit.from * stride;
  let total = 0;
  let sum = 0;
  for (let i = 0; i < tricube.length; i++, place += stride) {
    const weight = tricube[i]! * trust[place]!;
    total += weight;
    sum += weight * values[place]!;
  }
  return total > 0 ? sum / total : null;
}

function trustedLine(fit: Fit, stretch: Stretch, plan: LoessPlan): number | null {
  const { tricube } = fit.weights;
  const { values, stride } = stretch;
  const trust = stretch.trust!;
  let place = stretch.offset + fit.from * stride;
  let distance = fit.from - fit.at;
  let w0 = 0;
  let w1 = 0;
  let w2 = 0;
  let y0 = 0;
  let y1 = 0;
  for (let i = 0; i < tricube.length; i++, distance++, place += stride) {
    const w = tricube[i]! * trust[place]!;
    const away = w * distance;
    const value = values[place]!;
    w0 += w;
    w1 += away;
    w2 += away * distance;
    y0 += w * value;
    y1 += away * value;
  }
  if (w0 <= 0) return null;
  const mean = y0 / w0;
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

import { type Weights, weightsOf } from "./loess-weights.ts";

/** How a smoother is laid over `n` evenly spaced points: fitted at every `jump`-th, straight lines between. */
export interface LoessSettings {
  readonly n: number;
  /** How many points a fit reaches over; odd, and it may exceed n. */
  readonly span: number;
  readonly degree: 0 | 1;
  readonly jump: number;
  /** Whether one point before the first and one after the last are wanted as well: then all lie one place further. */
  readonly beyond?: boolean;
  /** Several stretches of `n` points, interleaved: the first points of all, then the second ones. By default one. */
  readonly lanes?: Lanes;
}

/** Where interleaved stretches lie: `count` of them from `offset`, their points `stride` apart. */
export interface Lanes {
  readonly offset: number;
  readonly stride: number;
  readonly count: number;
}

/** Where a smoother is fitted, and the tricube weights there, which depend on no data. */
export interface LoessPlan {
  readonly degree: 0 | 1;
  /** A line whose neighbours lie closer than this (the variance of their places) is a mean. */
  readonly least: number;
  readonly rows: readonly Row[];
  readonly gaps: readonly Gap[];
}

/** Fits with the same weights, `hop` from one to the next. Places are those in the arrays. */
interface Row {
  readonly weights: Weights;
  readonly count: number;
  readonly hop: number;
  /** The first neighbour of the first fit, and how far it is to the next. */
  readonly from: number;
  readonly stride: number;
  /** Where the first fit is put; and what stands there if no neighbour is trusted: the value, or the nearest fit. */
  readonly to: number;
  readonly instead: number;
  readonly isBeyond: boolean;
}

/** A stretch between two fits, filled by a straight line: `parts` steps of `stride` from `from`. */
interface Gap {
  readonly from: number;
  readonly stride: number;
  readonly parts: number;
}

/** Values, and how far each is trusted; null where all are trusted alike. */
export interface Trusted {
  readonly values: Float64Array;
  readonly trust: Float64Array | null;
}

/** Lays out a smoother as Cleveland's STL does (1990): which places are fitted, over which neighbours, with which weights. */
export function loessPlan(settings: LoessSettings): LoessPlan {
  const { n, span, degree, beyond = false, lanes = ONE_LANE } = settings;
  if (degree === 1 && lanes.stride !== 1) throw new RangeError("lines are laid over points that lie side by side");
  const weightsAt = sharedWeights(settings);
  const fitAt = (at: number, from: number, to: number): Fit => {
    const weights = weightsAt(at - from, to - from + 1);
    return { at, from: from + weights.skipped, weights, instead: null };
  };
  const fits = placesOf(settings).map(({ at, from, to }) => fitAt(at, from, to));
  const ends = beyond
    ? [
        { ...fitAt(-1, 0, Math.min(span, n) - 1), instead: 0 },
        { ...fitAt(n, Math.max(0, n - span), n - 1), instead: n - 1 },
      ]
    : [];
  const layout = { lanes, shift: beyond ? lanes.stride : 0 };
  return {
    degree,
    least: (0.001 * (n - 1)) ** 2,
    rows: [...rowsOf(fits, layout), ...ends.flatMap((fit) => rowsOf([fit], layout))],
    gaps: gapsOf(fits, layout),
  };
}

/** Smooths values into `out`. */
export function smooth({ rows, gaps, degree, least }: LoessPlan, { values, trust }: Trusted, out: Float64Array): void {
  // Called through a variable: where the engine puts the three into this function, they take twice as long.
  const fitRow = trust === null ? mixRow : degree === 0 ? meanRow : lineRow;
  const from = { values, trust: trust ?? values, least };
  for (const row of rows) fitRow(row, from, out);
  for (const gap of gaps) fillGap(gap, out);
}

interface Fitted {
  readonly values: Float64Array;
  /** Where all are trusted alike it is not looked at. */
  readonly trust: Float64Array;
  readonly least: number;
}

const ONE_LANE: Lanes = { offset: 0, stride: 1, count: 1 };

interface Fit {
  /** The place (from 0) that is fitted, and the first of the places that weigh in it. */
  readonly at: number;
  readonly from: number;
  readonly weights: Weights;
  /** The place whose fit stands for this one where no neighbour is trusted; null for its own value. */
  readonly instead: number | null;
}

/** The places that are fitted, and the first and last neighbour of each. */
function placesOf({ n, span, jump }: LoessSettings) {
  const step = Math.max(1, Math.min(jump, n - 1));
  const places = [];
  let reach = reachAt(0, { n, span, step });
  for (let at = 0; at < n; at += step) {
    reach = reachAt(at, { n, span, step });
    places.push({ at, ...reach });
  }
  if (n > 1 && places.at(-1)?.at !== n - 1) places.push({ at: n - 1, ...reach });
  return places;
}

/** The first and last of the `span` neighbours of a place, kept inside the series. */
function reachAt(at: number, { n, span, step }: { n: number; span: number; step: number }) {
  if (span >= n) return { from: 0, to: n - 1 };
  const half = Math.floor((span + 1) / 2);
  if (step === 1) {
    const from = Math.min(Math.max(0, at + 1 - half), n - span);
    return { from, to: from + span - 1 };
  }
  if (at + 1 < half) return { from: 0, to: span - 1 };
  return at + 1 >= n - half + 1 ? { from: n - span, to: n - 1 } : { from: at + 1 - half, to: span + at - half };
}

/** Weights by the place of the fit among its neighbours and their number: most fits of a series share theirs. */
function sharedWeights({ n, span, degree }: LoessSettings) {
  const known = new Map<number, Weights>();
  return (place: number, length: number): Weights =>
    known.getOrInsertComputed((place + 1) * (n + 2) + length, () => weightsOf(place, length, { n, span, degree }));
}

interface Layout {
  readonly lanes: Lanes;
  /** How far fits lie from the values of their places. */
  readonly shift: number;
}

/** Of one lane, neighbouring fits with the same weights make a row; of several, each fit over all lanes. */
function rowsOf(fits: readonly Fit[], { lanes: { offset, stride, count }, shift }: Layout): Row[] {
  const runs: Fit[][] = [];
  for (const fit of fits) {
    const run = runs.at(-1);
    if (run !== undefined && count === 1 && continues(run, fit)) run.push(fit);
    else runs.push([fit]);
  }
  return runs.flatMap((run) => {
    const [first, second] = run;
    if (first === undefined) return [];
    return {
      weights: first.weights,
      count: count === 1 ? run.length : count,
      hop: count === 1 ? ((second?.at ?? 0) - first.at) * stride : 1,
      from: offset + first.from * stride,
      stride,
      to: offset + shift + first.at * stride,
      instead: offset + (first.instead === null ? first.at * stride : shift + first.instead * stride),
      isBeyond: first.instead !== null,
    };
  });
}

function continues(run: readonly Fit[], { at, from, weights }: Fit): boolean {
  const [last, before] = [run.at(-1)!, run.at(-2)];
  const hop = at - last.at;
  return last.weights === weights && from - last.from === hop && (before === undefined || last.at - before.at === hop);
}

function gapsOf(fits: readonly Fit[], { lanes: { offset, stride, count }, shift }: Layout): Gap[] {
  return fits.flatMap(({ at }, i) => {
    const parts = (fits[i + 1]?.at ?? at) - at;
    if (parts < 2) return [];
    return Array.from({ length: count }, (_, lane) => ({ from: offset + lane + shift + at * stride, stride, parts }));
  });
}

/** What the fits make of the values where all are trusted alike. */
function mixRow({ weights, count, hop, from, stride, to }: Row, { values }: Fitted, out: Float64Array): void {
  const { whole } = weights;
  const length = whole.length;
  for (let k = 0; k < count; k++) {
    const first = from + k * hop;
    let sum = 0;
    for (let i = 0; i < length; i++) sum += whole[i]! * values[first + i * stride]!;
    out[to + k * hop] = sum;
  }
}

/** Local means. */
function meanRow(
  { weights, count, hop, from, stride, to, instead, isBeyond }: Row,
  { values, trust }: Fitted,
  out: Float64Array,
): void {
  const { tricube } = weights;
  const length = tricube.length;
  const others = isBeyond ? out : values;
  for (let k = 0; k < count; k++) {
    const first = from + k * hop;
    let total = 0;
    let sum = 0;
    for (let i = 0; i < length; i++) {
      const place = first + i * stride;
      const weight = tricube[i]! * trust[place]!;
      total += weight;
      sum += weight * values[place]!;
    }
    out[to + k * hop] = total > 0 ? sum / total : others[instead + k * hop]!;
  }
}

/** The values of local lines at their places; lines are laid over one lane, whose points lie side by side. */
function lineRow(
  { weights, count, hop, from, to, instead, isBeyond }: Row,
  { values, trust, least }: Fitted,
  out: Float64Array,
): void {
  const { tricube, distances } = weights;
  const length = tricube.length;
  const others = isBeyond ? out : values;
  for (let k = 0; k < count; k++) {
    const first = from + k * hop;
    let w0 = 0;
    let w1 = 0;
    let w2 = 0;
    let y0 = 0;
    let y1 = 0;
    for (let i = 0; i < length; i++) {
      const distance = distances[i]!;
      const w = tricube[i]! * trust[first + i]!;
      const away = w * distance;
      const value = values[first + i]!;
      w0 += w;
      w1 += away;
      w2 += away * distance;
      y0 += w * value;
      y1 += away * value;
    }
    const mean = y0 / w0;
    const centre = w1 / w0;
    const spread = w2 / w0 - centre * centre;
    const fit = spread > least ? mean - (centre / spread) * (y1 / w0 - centre * mean) : mean;
    out[to + k * hop] = w0 > 0 ? fit : others[instead + k * hop]!;
  }
}

function fillGap({ from, stride, parts }: Gap, out: Float64Array): void {
  const start = out[from]!;
  const slope = (out[from + parts * stride]! - start) / parts;
  for (let i = 1; i < parts; i++) out[from + i * stride] = start + slope * i;
}

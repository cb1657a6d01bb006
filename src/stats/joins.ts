import { hingeSums, type HingeSums, rssWithJoins } from "./hinge.ts";
import { covarianceOf, leastSquares } from "./least-squares.ts";

/** How many joins to try. */
export interface JoinSettings {
  /** Most joins; 2 by default. */
  readonly most?: number;
  /** Least distance between joins and to the ends, in points; 3. */
  readonly least?: number;
}

/** Where two straight lines meet. */
export interface Join {
  /** Place in the series, points counted from 1; need not be whole. */
  readonly at: number;
  /** Null where the lines do not differ enough to tell. */
  readonly standardError: number | null;
}

/** One straight piece: its slope for a point; the error is null where joins make it impossible to tell. */
export interface Piece {
  readonly slope: number;
  readonly standardError: number | null;
}

/** The best fit with a number of joins. */
export interface JoinFit {
  readonly joins: readonly Join[];
  readonly pieces: readonly Piece[];
  readonly rss: number;
  readonly bic: number;
}

/** Index k is the fit with k joins. */
export interface Joins {
  readonly fits: readonly JoinFit[];
  /** The number of joins with the least BIC. */
  readonly best: number;
}

/** Straight lines that meet, fitted by least squares: to logarithms, the joinpoint model of Kim and others (2000). */
export function findJoins(values: ArrayLike<number>, { most = 2, least = 3 }: JoinSettings = {}): Joins {
  const n = values.length;
  for (let i = 0; i < n; i++)
    if (!Number.isFinite(values[i])) throw new RangeError(`a value must be finite: ${values[i]}`);
  const sums = hingeSums(values);
  const fits: JoinFit[] = [];
  let places: readonly number[] = [];
  for (let k = 0; k <= most && n >= Math.max(4 + 2 * k, (k + 1) * least + 1); k++) {
    if (k > 0) places = refine(sums, search(sums, places, { k, least }), least);
    fits.push(fitAt(values, sums, places));
  }
  return { fits, best: fits.reduce((least, { bic }, k) => (bic < fits[least]!.bic ? k : least), 0) };
}

/** What a year's growth of the logarithm comes to in per cent: the annual percent change. */
export function yearlyPercent(slope: number, pointsPerYear: number): number {
  return 100 * Math.expm1(slope * pointsPerYear);
}

interface Wanted {
  readonly k: number;
  readonly least: number;
}

/** The best whole places: pairs on a grid, else the best so far and one more; then each moved in turn. */
function search(sums: HingeSums, before: readonly number[], { k, least }: Wanted): readonly number[] {
  const more = [...before.map(Math.round), Number.NaN];
  let places = k === 2 ? bestPair(sums, least) : bestMove(sums, more, k - 1, least);
  for (let turn = 0; turn < MOST_SWEEPS; turn++) {
    const moved = places.reduce<readonly number[]>((at, _, index) => bestMove(sums, at, index, least), places);
    if (moved.every((place, i) => place === places[i])) break;
    places = moved;
  }
  return places;
}

/** About this many places a join are tried together with as many of the other. */
const GRID = 50;

function bestPair(sums: HingeSums, least: number): readonly number[] {
  const stride = Math.max(1, Math.floor(sums.n / GRID));
  let best: readonly number[] = [1 + least, 1 + 2 * least];
  let rss = rssWithJoins(sums, best);
  for (let a = 1 + least; a <= sums.n - 2 * least; a += stride) {
    for (let b = a + least; b <= sums.n - least; b += stride) {
      const found = rssWithJoins(sums, [a, b]);
      if (found < rss) [rss, best] = [found, [a, b]];
    }
  }
  return best;
}

/** The places with one of them moved to where it does best. */
function bestMove(sums: HingeSums, places: readonly number[], index: number, least: number): readonly number[] {
  let best = places;
  let rss = Infinity;
  for (let at = 1 + least; at <= sums.n - least; at++) {
    if (places.some((place, i) => i !== index && Math.abs(place - at) < least)) continue;
    const tried = places.with(index, at).toSorted((a, b) => a - b);
    const found = rssWithJoins(sums, tried);
    if (found < rss) [rss, best] = [found, tried];
  }
  return best;
}

const MOST_SWEEPS = 200;
const STILL = 1e-7;

/** Moves each join in turn within the two gaps beside it, where the sum of squares is smooth, until none moves. */
function refine(sums: HingeSums, places: readonly number[], least: number): readonly number[] {
  let at = places;
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    const before = at;
    for (let k = 0; k < at.length; k++) at = at.with(k, bestNear(sums, at, k, least));
    if (at.every((place, k) => Math.abs(place - before[k]!) < STILL)) break;
  }
  return at;
}

function bestNear(sums: HingeSums, places: readonly number[], k: number, least: number): number {
  const here = places[k]!;
  const lowest = (k === 0 ? 1 : places[k - 1]!) + least;
  const highest = (k === places.length - 1 ? sums.n : places[k + 1]!) - least;
  const rss = (at: number): number => rssWithJoins(sums, places.with(k, at));
  const gaps = Number.isInteger(here) ? [here - 1, here] : [Math.floor(here)];
  const tried = gaps.flatMap((from) => {
    const low = Math.max(lowest, from);
    const high = Math.min(highest, from + 1);
    return low < high ? [low, goldenLeast(rss, low, high), high] : [];
  });
  return tried.reduce((best, at) => (rss(at) < rss(best) ? at : best), here);
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

function goldenLeast(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  let [a, b] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
  let [atA, atB] = [f(a), f(b)];
  while (high - low > STILL / 4) {
    if (atA < atB) {
      [high, b, atB] = [b, a, atA];
      a = high - GOLDEN * (high - low);
      atA = f(a);
    } else {
      [low, a, atA] = [a, b, atB];
      b = low + GOLDEN * (high - low);
      atB = f(b);
    }
  }
  return (low + high) / 2;
}

/** Slopes and errors at given joins; the joins' own errors by linearising about them (Muggeo 2003). */
function fitAt(values: ArrayLike<number>, sums: HingeSums, places: readonly number[]): JoinFit {
  const { n } = sums;
  const k = places.length;
  const lines = [column(n, () => 1), column(n, (x) => x), ...places.map((at) => column(n, (x) => Math.max(0, x - at)))];
  const { coefficients, rss } = leastSquares(values, lines);
  const turns = coefficients.subarray(2);
  const steps = places.map((at, i) => column(n, (x) => (x > at ? -turns[i]! : 0)));
  const covariance = covarianceOf([...lines, ...steps], rss / (n - 2 - 2 * k));
  const p = 2 + 2 * k;
  const errorOf = (from: number, to: number): number | null => {
    if (covariance === null) return null;
    let sum = 0;
    for (let a = from; a <= to; a++) for (let b = from; b <= to; b++) sum += covariance[a * p + b]!;
    return Math.sqrt(sum);
  };
  return {
    joins: places.map((at, i) => ({ at, standardError: errorOf(2 + k + i, 2 + k + i) })),
    pieces: Array.from({ length: k + 1 }, (_, i) => ({
      slope: coefficients.subarray(1, 2 + i).reduce((sum, turn) => sum + turn, 0),
      standardError: errorOf(1, 1 + i),
    })),
    rss,
    bic: n * Math.log(rss / n) + p * Math.log(n),
  };
}

function column(n: number, at: (x: number) => number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => at(i + 1));
}

import { aside, type Track } from "./tracks.ts";
import type { Grid } from "./grid.ts";

/** How like series scatter about what they share, beyond the scatter of counts of their size: variances of logs. */
export interface Noise {
  /** Of each step by itself. */
  readonly own: number;
  /** Of the part that lasts from step to step. */
  readonly shared: number;
  /** How much of that part is left a step later. */
  readonly fading: number;
  /** Of the slope a step that such series have without any of the causes. */
  readonly sloping: number;
}

/** What lasts in recorded crime fades by a fifth a month. */
export const FADING_A_MONTH = 0.8;
/** Even the smoothest series of counts is not surer than half a per cent. */
export const LEAST = 0.005 ** 2;
/** The part of the areas, from the most restless down, that is left out: a few have changes of their own. */
const RESTLESS = 0.2;

/** The noise of tracks about what is common to them, from their autocovariances; those with sudden changes left out. */
export function noiseOf(tracks: readonly Track[], common: Float64Array, grid: Grid): Noise {
  const fading = FADING_A_MONTH ** grid.months;
  const each = tracks.filter(({ mean }) => mean >= 1).map((track) => seen(aside(track.logs, common), 1 / track.mean));
  if (each.length === 0) return { own: LEAST, shared: LEAST * 4, fading, sloping: leastSlope(grid) };
  const lasting = trimmedMean(each.map(({ lags }) => lastingPart(lags, fading)));
  const whole = trimmedMean(each.map(({ lags, poisson }) => lags[0]! - poisson));
  const points = Math.max(...each.map(({ points }) => points));
  const kept = Math.max(0.25, 1 - (1 + fading) / (1 - fading) / Math.max(1, points));
  const shared = Math.max(4 * LEAST, lasting / kept);
  const sloping = Math.max(leastSlope(grid), trimmedMean(each.map(({ slope }) => slope ** 2)));
  return { own: Math.max(LEAST, whole - Math.max(0, lasting)), shared, fading, sloping };
}

/** Half a per cent a year, as a variance a step. */
export function leastSlope({ months }: Grid): number {
  return ((0.005 * months) / 12) ** 2;
}

/** Steps from `first` to before `end`. */
interface Stretch {
  readonly first: number;
  readonly end: number;
}

/** The weights that make the mean of a later stretch less that of an earlier one. */
export function contrastOf(
  length: number,
  { from, to }: { readonly from: Stretch; readonly to: Stretch },
): Float64Array {
  const weights = new Float64Array(length);
  for (let i = from.first; i < from.end; i++) weights[i]! -= 1 / (from.end - from.first);
  for (let i = to.first; i < to.end; i++) weights[i]! += 1 / (to.end - to.first);
  return weights;
}

/** The variance of a weighted sum of steps, that of counting apart, when nothing happens. */
export function contrastVariance(noise: Noise, weights: Float64Array): number {
  let [sum, slope] = [0, 0];
  for (let i = 0; i < weights.length; i++) {
    for (let j = 0; j < weights.length; j++) {
      const together = noise.shared * noise.fading ** Math.abs(i - j) + (i === j ? noise.own : 0);
      sum += weights[i]! * weights[j]! * together;
    }
    slope += weights[i]! * i;
  }
  return sum + noise.sloping * slope ** 2;
}

interface Seen {
  readonly lags: readonly number[];
  readonly points: number;
  readonly poisson: number;
  /** A step. */
  readonly slope: number;
}

/** What one series shows: its slope, and the covariances about it. */
function seen(values: Float64Array, poisson: number): Seen {
  const slope = slopeOf(values);
  const straightened = values.map((value, i) => value - slope * i);
  return { ...covariances(straightened), poisson, slope };
}

function slopeOf(values: Float64Array): number {
  const known = [...values.keys()].filter((i) => !Number.isNaN(values[i]!));
  const middle = known.reduce((sum, i) => sum + i, 0) / Math.max(1, known.length);
  const mean = known.reduce((sum, i) => sum + values[i]!, 0) / Math.max(1, known.length);
  let [across, along] = [0, 0];
  for (const i of known) {
    across += (i - middle) * (values[i]! - mean);
    along += (i - middle) ** 2;
  }
  return along === 0 ? 0 : across / along;
}

/** What the covariances at lags 1 to 3 say of the part that lasts. */
function lastingPart(lags: readonly number[], fading: number): number {
  const parts = lags.slice(1).map((covariance, k) => ({ weight: fading ** (k + 1), covariance }));
  const weight = parts.reduce((sum, part) => sum + part.weight ** 2, 0);
  return parts.reduce((sum, part) => sum + part.weight * part.covariance, 0) / weight;
}

const LAGS = 3;

function covariances(values: Float64Array): { readonly lags: readonly number[]; readonly points: number } {
  const known = values.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  const lags = Array.from({ length: LAGS + 1 }, (_, lag) => {
    let [sum, pairs] = [0, 0];
    for (let i = lag; i < values.length; i++) {
      const product = (values[i]! - mean) * (values[i - lag]! - mean);
      if (Number.isNaN(product)) continue;
      sum += product;
      pairs++;
    }
    return pairs === 0 ? 0 : sum / pairs;
  });
  return { lags, points: known.length };
}

function trimmedMean(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const kept = sorted.slice(0, Math.max(1, Math.ceil(sorted.length * (1 - RESTLESS))));
  return kept.reduce((sum, value) => sum + value, 0) / kept.length;
}

import { type Grid, countsOn, levelsOn } from "./grid.ts";
import type { Panel } from "./panel.ts";

/** The logarithm of a count at each step, per resident where residents are known; NaN where a step is missing. */
export interface Track {
  readonly logs: Float64Array;
  readonly counts: Float64Array;
  /** The mean count a step over the steps that are known. */
  readonly mean: number;
}

/** A class of several codes in one area. A lone zero in a series of large counts is a month that did not arrive. */
export function trackOf(
  panel: Panel,
  grid: Grid,
  of: { readonly area: string; readonly classes: readonly string[] },
): Track {
  const counts = new Float64Array(grid.length);
  for (const each of of.classes) {
    const part = countsOn(grid, panel.series("recorded", of.area, each));
    for (let i = 0; i < grid.length; i++) counts[i]! += part[i]!;
  }
  const usual = meanOf(counts);
  for (let i = 0; i < counts.length; i++) if (counts[i] === 0 && isolated(counts, i, usual)) counts[i] = Number.NaN;
  const residents = panel.series("population", of.area, "all");
  const levels = residents === undefined ? undefined : levelsOn(grid, residents);
  const middle = levels === undefined ? 1 : levels.reduce((sum, each) => sum + each, 0) / levels.length;
  const logs = counts.map(
    (count, i) => Math.log(count + 0.5) - (levels === undefined ? 0 : Math.log(levels[i]! / middle)),
  );
  return { logs, counts, mean: meanOf(counts) };
}

/** From this mean on a zero between two counts above zero is held to be a gap: chance would give one in twenty thousand. */
const TOO_MANY_FOR_NONE = 10;

function isolated(counts: Float64Array, i: number, usual: number): boolean {
  const neighbours = [counts[i - 1], counts[i + 1]].filter((each) => each !== undefined);
  return usual >= TOO_MANY_FOR_NONE && neighbours.every((each) => !(each < usual / 4));
}

/** Without what is before a class had begun: steps ahead of the earlier period with under a tenth of its usual count. */
export function begun(track: Track, { first, end }: { readonly first: number; readonly end: number }): Track {
  const usual = meanOf(track.counts.slice(first, end));
  if (usual < TOO_MANY_FOR_NONE) return track;
  const last = track.counts.findLastIndex((count, i) => i < first && count < usual * HARDLY);
  if (last < 0) return track;
  const without = (values: Float64Array) => values.map((value, i) => (i <= last ? Number.NaN : value));
  const counts = without(track.counts);
  return { logs: without(track.logs), counts, mean: meanOf(counts) };
}

/** A class that counts less than this part of what it does later has hardly begun. */
const HARDLY = 0.1;

function meanOf(values: Float64Array): number {
  let [sum, known] = [0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += value;
    known++;
  }
  return known === 0 ? 0 : sum / known;
}

/** Spread between like counts that no size takes away; it keeps the largest areas from being the whole average. */
const LEAST_SPREAD = 0.02;

/** What tracks have in common: the mean of each about its own level, the surer ones counting for more. */
export function commonTrack(
  tracks: readonly Track[],
  length: number,
): { readonly logs: Float64Array; readonly variance: number } {
  const used = tracks.filter(({ mean }) => mean > 0);
  const weights = used.map(({ mean }) => 1 / (1 / mean + LEAST_SPREAD));
  const levels = used.map(({ logs }) => meanOf(logs));
  const logs = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    let [sum, weight] = [0, 0];
    for (let k = 0; k < used.length; k++) {
      const value = used[k]!.logs[i]! - levels[k]!;
      if (Number.isNaN(value)) continue;
      sum += weights[k]! * value;
      weight += weights[k]!;
    }
    logs[i] = weight === 0 ? Number.NaN : sum / weight;
  }
  if (isSparse(used)) return { logs: pooled(used, weights), variance: varianceOf(used, weights) };
  return { logs, variance: varianceOf(used, weights) };
}

function varianceOf(used: readonly Track[], weights: readonly number[]): number {
  const total = weights.reduce((sum, each) => sum + each, 0);
  return used.reduce((sum, { mean }, k) => sum + (weights[k]! / total) ** 2 / mean, 0);
}

/** Counts under this have no logarithm worth averaging; where a tenth of them are, sums are taken first. */
const SMALL = 5;

function isSparse(tracks: readonly Track[]): boolean {
  let [small, known] = [0, 0];
  for (const { counts } of tracks) {
    for (const count of counts) {
      if (Number.isNaN(count)) continue;
      known++;
      if (count < SMALL) small++;
    }
  }
  return small * 10 > known;
}

/** The logarithm of the mean of all areas' counts, each as a multiple of its own mean. */
function pooled(tracks: readonly Track[], weights: readonly number[]): Float64Array {
  return Float64Array.from({ length: tracks[0]?.logs.length ?? 0 }, (_, i) => {
    let [sum, weight] = [0, 0];
    for (const [k, { counts, mean }] of tracks.entries()) {
      if (Number.isNaN(counts[i]!)) continue;
      sum += (weights[k]! * (counts[i]! + 0.5 / tracks.length)) / mean;
      weight += weights[k]!;
    }
    return weight === 0 ? Number.NaN : Math.log(sum / weight);
  });
}

/** One track about another: what is left when what is common is taken away. */
export function aside(track: Float64Array, common: Float64Array): Float64Array {
  return track.map((value, i) => value - common[i]!);
}

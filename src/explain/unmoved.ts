import { contrastOf, contrastVariance, type Noise } from "./noise.ts";
import { aside, type Track } from "./tracks.ts";
import { middle } from "./witnesses.ts";

interface Stretch {
  readonly first: number;
  readonly end: number;
}

/** What the moves of areas between two periods are held against. */
export interface Moving {
  readonly noise: Noise;
  /** What all of them share. */
  readonly common: Float64Array;
  readonly from: Stretch;
  readonly to: Stretch;
}

/** From this many standard errors on an area has a change of its own. */
const FAR = 2.5;
const ROUNDS = 5;

/**
 * The areas that went with most others between the periods. What moved some areas alone is no part of what all share,
 * and an area held against a course that it is itself like would be told too little of its own.
 */
export function unmoved(tracks: readonly Track[], moving: Moving): readonly Track[] {
  const spread = contrastVariance(moving.noise, contrastOf(moving.common.length, moving));
  const moves = tracks.map((track) => {
    const logs = aside(track.logs, moving.common);
    const move = meanOver(logs, moving.to) - meanOver(logs, moving.from);
    const chance = 1 / total(track.counts, moving.from) + 1 / total(track.counts, moving.to);
    return { track, move, error: Math.sqrt(chance + spread) };
  });
  const known = moves.filter(({ move }) => Number.isFinite(move));
  let kept = known;
  for (let round = 0; round < ROUNDS; round++) {
    const usual = middle(kept.map(({ move }) => move));
    const next = known.filter(({ move, error }) => Math.abs(move - usual) <= FAR * error);
    if (next.length < tracks.length / 2) return tracks;
    if (next.length === kept.length) break;
    kept = next;
  }
  return kept.map(({ track }) => track);
}

function meanOver(values: Float64Array, { first, end }: Stretch): number {
  const known = values.slice(first, end).filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

function total(counts: Float64Array, { first, end }: Stretch): number {
  return counts.slice(first, end).reduce((sum, count) => sum + (Number.isNaN(count) ? 0 : count), 0) + 0.5;
}

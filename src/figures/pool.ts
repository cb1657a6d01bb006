import type { Observation } from "../records/index.ts";

/** A number as one release states it, with the observations that add up to it. */
export interface Candidate {
  readonly value: number;
  readonly dataset: string;
  readonly release: string;
  readonly released: string | null;
  readonly observations: readonly Observation[];
}

/** Observations of one area and measure, found by class and period. */
export interface Pool {
  /** What each release says about a class over exactly this period; the release to prefer first. */
  stated(classSlug: string, from: string, to: string): readonly Candidate[];
  /** The datasets that state rolling years of a class. */
  readonly observations: readonly Observation[];
}

/** Puts observations in reach. The newest release of a dataset comes first; datasets follow in the order given. */
export function poolOf(observations: readonly Observation[], datasetOrder: readonly string[]): Pool {
  const byPlace = Map.groupBy(observations, placeOf);
  const reach = reachOfReleases(observations);
  return {
    observations,
    stated: (classSlug, from, to) => {
      const there = byPlace.get(`${classSlug} ${from} ${to}`) ?? [];
      const byRelease = Map.groupBy(there, (each) => `${each.dataset} ${each.release}`);
      return [...byRelease.values()]
        .map(candidateOf)
        .toSorted((a, b) => compareCandidates(a, b, { datasetOrder, reach }));
    },
  };
}

function placeOf(each: Observation): string {
  return `${each.class} ${each.period_from} ${each.period_to}`;
}

function candidateOf(observations: readonly Observation[]): Candidate {
  const [{ dataset, release, released }] = observations as readonly [Observation];
  return { dataset, release, released, observations, value: sumOf(observations.map((each) => each.value)) };
}

/** Adds numbers with at most six decimals without binary dust. */
export function sumOf(values: readonly number[]): number {
  return Math.round(values.reduce((sum, each) => sum + each, 0) * 1e6) / 1e6;
}

interface Preference {
  readonly datasetOrder: readonly string[];
  readonly reach: ReadonlyMap<string, string>;
}

function compareCandidates(a: Candidate, b: Candidate, { datasetOrder, reach }: Preference): number {
  return (
    rankOf(a.dataset, datasetOrder) - rankOf(b.dataset, datasetOrder) ||
    compareTexts(b.released ?? "", a.released ?? "") ||
    compareTexts(reach.get(b.release) ?? "", reach.get(a.release) ?? "") ||
    compareTexts(a.release, b.release)
  );
}

function rankOf(dataset: string, order: readonly string[]): number {
  const at = order.indexOf(dataset);
  return at === -1 ? order.length : at;
}

/** How far each release goes: where the day it came out is unknown, the one that goes further is the newer. */
function reachOfReleases(observations: readonly Observation[]): ReadonlyMap<string, string> {
  const reach = new Map<string, string>();
  for (const { release, period_to } of observations) {
    if ((reach.get(release) ?? "") < period_to) reach.set(release, period_to);
  }
  return reach;
}

export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

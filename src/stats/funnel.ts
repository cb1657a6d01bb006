import { gammaQuantile } from "./gamma.ts";
import { type Limits, poissonInterval } from "./intervals.ts";
import { normalQuantile } from "./normal.ts";

/** A count and what it was counted over (people, days), of one unit among its likes. */
export interface FunnelUnit {
  readonly count: number;
  readonly exposure: number;
}

/** One unit's place in the funnel; all limits are of the ratio seen over expected, at 95 % and 99.8 %. */
export interface FunnelPoint {
  readonly expected: number;
  readonly ratio: number;
  readonly poisson: LimitPair;
  readonly overdispersed: LimitPair;
  /** Whether the unit's own exact interval misses the average: at 95 % only, or at 99.8 % too. */
  readonly flag: { readonly side: "high" | "low"; readonly beyond: 95 | 99.8 } | null;
  /** Whether the ratio lies outside the overdispersed 99.8 % limits: the flag that ordinary differences do not raise. */
  readonly isBeyondSpread: boolean;
}

export interface LimitPair {
  readonly at95: Limits;
  readonly at998: Limits;
}

export interface Funnel {
  /** All counts over all exposures. */
  readonly average: number;
  /** The mean of squared, winsorised scores: 1 where the units differ by chance alone. */
  readonly phi: number;
  /** Variance of the units' true ratios about 1, beyond chance. */
  readonly tau2: number;
  readonly points: readonly FunnelPoint[];
}

/** Units against their average, with Poisson limits and Spiegelhalter's (2005) limits widened by their own spread. */
export function funnel(units: readonly FunnelUnit[]): Funnel {
  checkUnits(units);
  const average = sum(units.map((unit) => unit.count)) / sum(units.map((unit) => unit.exposure));
  const expected = units.map((unit) => unit.exposure * average);
  const { phi, tau2 } = spreadAmong(units, expected);
  const points = units.map((unit, i): FunnelPoint => {
    const e = expected[i] ?? 0;
    const ratio = unit.count / e;
    const overdispersed = { at95: spreadLimits(e, tau2, 0.025), at998: spreadLimits(e, tau2, 0.001) };
    return {
      expected: e,
      ratio,
      poisson: { at95: poissonLimits(e, 0.025), at998: poissonLimits(e, 0.001) },
      overdispersed,
      flag: flagOf(unit, average),
      isBeyondSpread: ratio < overdispersed.at998.low || ratio > overdispersed.at998.high,
    };
  });
  return { average, phi, tau2, points };
}

function checkUnits(units: readonly FunnelUnit[]): void {
  if (!units.some((unit) => unit.count > 0)) throw new RangeError("a funnel needs a count above zero");
  for (const { count, exposure } of units)
    if (!(count >= 0 && exposure > 0 && count < Infinity && exposure < Infinity))
      throw new RangeError(`a funnel needs counts of zero or more over exposures above zero: ${count} of ${exposure}`);
}

/** Square roots steady the spread of counts: a score is (√ratio − 1) over 1/(2√expected), its tenths at each end cut in. */
function spreadAmong(units: readonly FunnelUnit[], expected: readonly number[]): { phi: number; tau2: number } {
  const scores = units.map((unit, i) => 2 * (Math.sqrt(unit.count) - Math.sqrt(expected[i] ?? 0)));
  const sorted = scores.toSorted((a, b) => a - b);
  const [least, most] = [quantileOf(sorted, 0.1), quantileOf(sorted, 0.9)];
  const n = units.length;
  const phi = sum(scores.map((score) => Math.min(most, Math.max(least, score)) ** 2)) / n;
  const weights = expected.map((e) => 4 * e);
  const total = sum(weights);
  const free = total - sum(weights.map((weight) => weight * weight)) / total;
  return { phi, tau2: free > 0 ? Math.max(0, (n * phi - (n - 1)) / free) : 0 };
}

/** Linear between order statistics (type 7 of Hyndman and Fan). */
function quantileOf(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const low = Math.floor(place);
  const from = sorted[low] ?? Number.NaN;
  return from + (place - low) * ((sorted[low + 1] ?? from) - from);
}

function spreadLimits(expected: number, tau2: number, tail: number): Limits {
  const reach = normalQuantile({ upper: tail }) * Math.sqrt(1 / (4 * expected) + tau2);
  return { low: 1 - reach, high: 1 + reach };
}

function poissonLimits(expected: number, tail: number): Limits {
  return {
    low: gammaQuantile({ lower: tail }, expected) / expected,
    high: gammaQuantile({ upper: tail }, expected + 1) / expected,
  };
}

function flagOf({ count, exposure }: FunnelUnit, average: number): FunnelPoint["flag"] {
  for (const [beyond, level] of [
    [99.8, 0.998],
    [95, 0.95],
  ] as const) {
    const { low, high } = poissonInterval(count, level);
    if (low / exposure > average) return { side: "high", beyond };
    if (high / exposure < average) return { side: "low", beyond };
  }
  return null;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

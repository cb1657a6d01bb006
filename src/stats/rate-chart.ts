import { basesOf, meanOf, movingRanges } from "./individuals.ts";
import { MEAN_RANGE_OF_TWO } from "./western-electric.ts";

/** One point of a rate chart: limits as Poisson counts would keep them, and widened (or narrowed) by the series' own spread. */
export interface RatePoint {
  readonly rate: number;
  readonly centre: number;
  readonly low: number;
  readonly high: number;
  readonly laneyLow: number;
  readonly laneyHigh: number;
  /** The series' spread over that of Poisson counts, from the moving ranges of its base. */
  readonly sigmaZ: number;
}

/** A u chart of counts over exposures (> 0) and Laney's u′ chart beside it, per base; no limit lies below 0. */
export function rateChart(
  counts: readonly number[],
  exposures: readonly number[],
  { rebaseAt = [] }: { readonly rebaseAt?: readonly number[] } = {},
): readonly RatePoint[] {
  if (counts.length !== exposures.length || exposures.some((exposure) => !(exposure > 0)))
    throw new RangeError("a rate chart needs one exposure above zero for each count");
  return basesOf(counts.length, rebaseAt).flatMap(([from, to]) =>
    chartOfBase(counts.slice(from, to), exposures.slice(from, to)),
  );
}

function chartOfBase(counts: readonly number[], exposures: readonly number[]): readonly RatePoint[] {
  const centre = sum(counts) / sum(exposures);
  const points = exposures.map((exposure, i) => ({
    rate: (counts[i] ?? 0) / exposure,
    sigma: Math.sqrt(centre / exposure),
  }));
  const scores = points.map(({ rate, sigma }) => (sigma === 0 ? 0 : (rate - centre) / sigma));
  const sigmaZ = meanOf(movingRanges(scores)) / MEAN_RANGE_OF_TWO;
  return points.map(({ rate, sigma }) => ({
    rate,
    centre,
    low: Math.max(0, centre - 3 * sigma),
    high: centre + 3 * sigma,
    laneyLow: Math.max(0, centre - 3 * sigma * sigmaZ),
    laneyHigh: centre + 3 * sigma * sigmaZ,
    sigmaZ,
  }));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

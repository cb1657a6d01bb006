import { meanOf, movingRanges } from "./individuals.ts";

/** The limits of a chart by the mean moving range, and where each Western Electric pattern is completed (from 0). */
export interface WesternElectric {
  readonly centre: number;
  readonly sigma: number;
  readonly low: number;
  readonly high: number;
  /** One beyond 3 sigma; 2 of 3 beyond 2; 4 of 5 beyond 1; 8 on one side. */
  readonly hits: readonly [readonly number[], readonly number[], readonly number[], readonly number[]];
}

/** The four Western Electric rules on a whole series: sigma is the mean moving range over 1.128. */
export function westernElectric(values: readonly number[]): WesternElectric {
  const centre = meanOf(values);
  const sigma = meanOf(movingRanges(values)) / MEAN_RANGE_OF_TWO;
  const hitsOf = ({ of, least, sigmas }: Rule) =>
    values
      .map((_, i) => i)
      .slice(of - 1)
      .filter((i) => isCompleted(values.slice(i - of + 1, i + 1), least, sigmas));
  const isCompleted = (window: readonly number[], least: number, sigmas: number) =>
    [1, -1].some((side) => {
      const beyond = window.map((value) => side * (value - centre) > sigmas * sigma);
      return beyond.at(-1) === true && beyond.filter(Boolean).length >= least;
    });
  const [first, second, third, fourth] = RULES;
  return {
    centre,
    sigma,
    low: centre - 3 * sigma,
    high: centre + 3 * sigma,
    hits: [hitsOf(first), hitsOf(second), hitsOf(third), hitsOf(fourth)],
  };
}

/** The mean range of two normal values, in sigmas (d2): 2 / √π. */
export const MEAN_RANGE_OF_TWO = 2 / Math.sqrt(Math.PI);

/** So many at least, of so many in a row, beyond so many sigmas on one side. */
interface Rule {
  readonly of: number;
  readonly least: number;
  readonly sigmas: number;
}

const RULES: readonly [Rule, Rule, Rule, Rule] = [
  { of: 1, least: 1, sigmas: 3 },
  { of: 3, least: 2, sigmas: 2 },
  { of: 5, least: 4, sigmas: 1 },
  { of: 8, least: 8, sigmas: 0 },
];

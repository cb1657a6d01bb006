/** What may be counted beside recorded crime; the words of the observations file. */
export const MEASURES_OF_CHANGE = [
  "recorded",
  "calls",
  "incidents",
  "cancelled",
  "historic",
  "reporting_delay",
  "survey",
  "population",
] as const;

export type MeasureOfChange = (typeof MEASURES_OF_CHANGE)[number];

/** One measure of one class in one area at even steps; a month that is not known is null, and a known none is 0. */
export interface Series {
  /** Months in one step. */
  readonly months: 1 | 3 | 12;
  /** The first month of the first step, counted from January of the year 0: `year × 12 + month − 1`. */
  readonly start: number;
  readonly values: readonly (number | null)[];
}

/** Everything that is held about some classes in some areas: what an explanation may look at. */
export interface Panel {
  /** Sorted. */
  readonly areas: readonly string[];
  /** Sorted; without `all`, the class of `population` and of measures that are not told apart. */
  readonly classes: readonly string[];
  readonly series: (measure: MeasureOfChange, area: string, className: string) => Series | undefined;
}

/** A stretch of whole months, first and last included, counted from the year 0. */
export interface Months {
  readonly first: number;
  readonly last: number;
}

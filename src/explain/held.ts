import type { MeasureOfChange, Series } from "./panel.ts";

/** The lengths that a period may have, in months, finest first. */
export const STEPS = [1, 3, 12] as const;

/** Values by the first month of their period, counted from January of the year 0. */
export type ByStart = Map<number, number>;

/** What a file says about one measure of one class in one area: its values by the length of their periods. */
export interface Held {
  readonly measure: MeasureOfChange;
  readonly area: string;
  readonly className: string;
  readonly byMonths: Readonly<Record<Series["months"], ByStart>>;
}

/** Counts add up over months, and a month without any has none; of other measures neither is true. */
export const COUNTS_OF_CHANGE: ReadonlySet<MeasureOfChange> = new Set([
  "recorded",
  "calls",
  "incidents",
  "cancelled",
  "historic",
]);

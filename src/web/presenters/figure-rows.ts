import { sayPeriod } from "../../base/index.ts";
import type { Figure } from "../../figures/index.ts";
import { sayNumber, sayRatio, saySigned } from "./say.ts";

/** One figure as a row of a table. */
export interface FigureRow {
  readonly period: string;
  readonly value: string;
  readonly limits: string;
  readonly rate: string;
  /** Against the same months a year earlier: difference, and ratio where the base bears one. */
  readonly yearBefore: string;
  readonly how: string;
  readonly href: string;
}

/** Figures as rows, each beside the same stretch of the year before where that is held too. */
export function figureRows(figures: readonly Figure[]): FigureRow[] {
  return figures.map((each) => ({
    period: sayPeriod(each.period),
    value: each.value === null ? "cannot tell" : sayNumber(each.value),
    limits: each.interval === null ? "" : sayLimits(each.interval),
    rate: each.rate === null ? "" : sayNumber(each.rate.value),
    yearBefore: sayYearOnYear(each.yearOnYear),
    how: [BASIS_WORDS[each.basis], ...doubtsOf(each)].join("; "),
    href: figureHref(each.id),
  }));
}

/** Limits of a count, in words. */
export function sayLimits({ low, high }: NonNullable<Figure["interval"]>): string {
  const whole = wholeLimits({ low, high });
  return `${sayNumber(whole.low)} to ${sayNumber(whole.high)}`;
}

/** Limits from 100 on without their decimals. */
export function wholeLimits({ low, high }: { readonly low: number; readonly high: number }): {
  low: number;
  high: number;
} {
  return low >= 100 ? { low: Math.round(low), high: Math.round(high) } : { low, high };
}

/** The address of a figure's own page. */
export function figureHref(id: string): string {
  return `/figure/${encodeURIComponent(id)}`;
}

export const BASIS_WORDS: Readonly<Record<Figure["basis"], string>> = {
  published: "as published",
  summed: "added up",
  derived: "worked out from rolling years",
  none: "nothing held",
};

/** The smallest base that bears a ratio. */
const SMALLEST_BASE = 50;

function sayYearOnYear(change: Figure["yearOnYear"]): string {
  if (change === null) return "";
  const { base, difference, ratio } = change;
  return ratio === null || base < SMALLEST_BASE
    ? saySigned(difference)
    : `${saySigned(difference)} (${sayRatio(ratio)} times)`;
}

function doubtsOf({ flags }: Figure): string[] {
  const codes = new Set(flags.map(({ code }) => code));
  return [...(codes.has("revised") ? ["revised"] : []), ...(codes.has("vintages-differ") ? ["sources differ"] : [])];
}

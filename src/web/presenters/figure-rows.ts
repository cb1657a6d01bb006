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

/** Figures as rows, each beside the same months of the year before where they are there too. */
export function figureRows(figures: readonly Figure[]): FigureRow[] {
  const byPeriod = new Map(figures.map((each) => [`${each.period.from} ${each.period.to}`, each]));
  return figures.map((each) => ({
    period: sayPeriod(each.period),
    value: each.value === null ? "cannot tell" : sayNumber(each.value),
    limits: each.interval === null ? "" : sayLimits(each.interval),
    rate: each.rate === null ? "" : sayNumber(each.rate.value),
    yearBefore: againstYearBefore(each, byPeriod.get(yearEarlier(each.period))),
    how: [BASIS_WORDS[each.basis], ...doubtsOf(each)].join("; "),
    href: figureHref(each.id),
  }));
}

/** Whole numbers where a tenth says nothing. */
export function sayLimits({ low, high }: NonNullable<Figure["interval"]>): string {
  const [a, b] = low >= 100 ? [Math.round(low), Math.round(high)] : [low, high];
  return `${sayNumber(a)} to ${sayNumber(b)}`;
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

function againstYearBefore({ value }: Figure, before: Figure | undefined): string {
  if (value === null || before === undefined || before.value === null) return "";
  const difference = saySigned(value - before.value);
  return before.value < SMALLEST_BASE ? difference : `${difference} (${sayRatio(value / before.value)} times)`;
}

function doubtsOf({ flags }: Figure): string[] {
  const codes = new Set(flags.map(({ code }) => code));
  return [...(codes.has("revised") ? ["revised"] : []), ...(codes.has("vintages-differ") ? ["sources differ"] : [])];
}

function yearEarlier({ from, to }: Figure["period"]): string {
  const start = Temporal.PlainDate.from(from).subtract({ years: 1 });
  const after = Temporal.PlainDate.from(to).add({ days: 1 }).subtract({ years: 1 });
  return `${start.toString()} ${after.subtract({ days: 1 }).toString()}`;
}

import { type Period, sayPeriod } from "../base/index.ts";
import type { Months } from "./panel.ts";

/** The months of a period of whole months; nothing for any other. */
export function monthsOf({ from, to }: Pick<Period, "from" | "to">): Months {
  return { first: monthOf(from), last: monthOf(to) };
}

/** The month of a day `YYYY-MM-DD`, counted from January of the year 0. */
export function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** A month in words: “April 2017”. */
export function sayMonth(month: number): string {
  const first = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
  const next = Temporal.PlainDate.from(first).add({ months: 1 }).subtract({ days: 1 });
  return sayPeriod({ from: first, to: next.toString() });
}

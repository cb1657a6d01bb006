import { misuse, type Period, wholeMonths } from "../base/index.ts";
import { monthsOf } from "./months.ts";
import type { Months } from "./panel.ts";

/** The two periods between which something changed. */
export interface Ends {
  readonly from: Months;
  readonly to: Months;
}

/** The months of two periods that follow one another; throws `E_PERIOD_ORDER` for any others. */
export function endsOf(from: Period, to: Period): Ends {
  if (wholeMonths(from.from, from.to) === 0 || wholeMonths(to.from, to.to) === 0) {
    throw misuse({ code: "E_PERIOD", found: `${from.label} and ${to.label}`, expected: "periods of whole months" });
  }
  if (from.to >= to.from) {
    throw misuse({
      code: "E_PERIOD_ORDER",
      found:
        from.from > to.to
          ? `--from ${from.label} lies after --to ${to.label}`
          : `${from.label} and ${to.label} overlap`,
      expected: "two periods, the earlier one first, that share no month",
    });
  }
  return { from: monthsOf(from), to: monthsOf(to) };
}

/** What must be known of two periods that are not alike. */
export function endsNotes({ from, to }: Ends): string[] {
  const months = ({ first, last }: Months) => last - first + 1;
  if (months(from) !== months(to)) {
    return ["The periods are not equally long: their counts are set side by side a month."];
  }
  if (months(from) % 12 !== 0 && from.first % 12 !== to.first % 12) {
    return ["The periods lie at different times of the year, so the season is in the change."];
  }
  return [];
}

import { periodBetween, sayPeriod } from "../base/index.ts";
import type { Months } from "./panel.ts";

const WHOLE = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const SMALL = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

/** A count or a level: to the unit from ten up, to a tenth below. */
export function sayCount(value: number): string {
  return (Math.abs(value) < 10 ? SMALL : WHOLE).format(value);
}

/** A log change as a factor: “1.24 times”. */
export function sayTimes(log: number): string {
  const factor = Math.exp(log);
  return `${factor >= 9.95 ? WHOLE.format(factor) : factor.toFixed(2)} times`;
}

/** A log change with its 95 % interval: “1.24 times (1.10 to 1.39)”. */
export function sayMeasured({ estimate, error }: { readonly estimate: number; readonly error: number }): string {
  const end = (sign: number) => Math.exp(estimate + sign * 1.96 * error).toFixed(2);
  return `${sayTimes(estimate)} (${end(-1)} to ${end(1)})`;
}

/** “a quarter to a half” would hide what is known: shares are said as percentages of the log change, in whole numbers. */
export function sayShare({ low, high }: { readonly low: number; readonly high: number }): string {
  const [from, to] = [Math.round(low * 100), Math.round(high * 100)];
  return from === to ? `about ${from} %` : `${from} to ${to} %`;
}

/** The first and the last day of a stretch of months, `YYYY-MM-DD`. */
export function daysOf({ first, last }: Months): { readonly first: string; readonly last: string } {
  const start = Temporal.PlainDate.from({ year: Math.floor(first / 12), month: (first % 12) + 1, day: 1 });
  const end = Temporal.PlainDate.from({ year: Math.floor(last / 12), month: (last % 12) + 1, day: 1 });
  return { first: start.toString(), last: end.with({ day: end.daysInMonth }).toString() };
}

/** “2017”, “April to June 2017”, “the year to March 2018”. */
export function sayMonths(months: Months): string {
  const { first, last } = daysOf(months);
  return sayPeriod(periodBetween(first, last));
}

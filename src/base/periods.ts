import { misuse } from "./errors.ts";

/**
 * A stretch of whole days, both ends included. `kind` says how it was asked for; two periods are the
 * same stretch when `from` and `to` agree, whatever their kinds.
 */
export interface Period {
  readonly kind: PeriodKind;
  /** As written in commands and files: `2016`, `2017-Q2`, `2017/18`, `2017/18-Q1`, `2017-05`, `YE-2017-12`. */
  readonly label: string;
  /** First day, `YYYY-MM-DD`. */
  readonly from: string;
  /** Last day, `YYYY-MM-DD`. */
  readonly to: string;
}

export type PeriodKind =
  | "year"
  | "quarter"
  | "financial-year"
  | "financial-quarter"
  | "month"
  | "year-ending"
  | "range";

/** Reads a period; throws `E_PERIOD` for anything else. Years run from 1900 to 2199. */
export function parsePeriod(text: string): Period {
  const period = maybePeriod(text.trim());
  if (period === undefined) {
    throw misuse({
      code: "E_PERIOD",
      found: `"${text.slice(0, 60)}" is not a period`,
      expected: "2016, 2017-Q2, 2017/18, 2017/18-Q1, 2017-05 or YE-2017-12",
    });
  }
  return period;
}

/** Reads a period, or gives nothing. */
export function maybePeriod(text: string): Period | undefined {
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(text);
    if (match !== null) return read(match.slice(1).map(Number));
  }
  return undefined;
}

const YEAR = "(19\\d\\d|2[01]\\d\\d)";
const FORMS: readonly (readonly [RegExp, (n: readonly number[]) => Period | undefined])[] = [
  [new RegExp(`^${YEAR}$`), ([y = 0]) => calendarYear(y)],
  [new RegExp(`^${YEAR}-Q([1-4])$`), ([y = 0, q = 1]) => calendarQuarter(y, q)],
  [new RegExp(`^${YEAR}/(\\d\\d)$`), ([y = 0, next = 0]) => ((y + 1) % 100 === next ? financialYear(y) : undefined)],
  [
    new RegExp(`^${YEAR}/(\\d\\d)-Q([1-4])$`),
    ([y = 0, next = 0, q = 1]) => ((y + 1) % 100 === next ? financialQuarter(y, q) : undefined),
  ],
  [new RegExp(`^${YEAR}-(0[1-9]|1[0-2])$`), ([y = 0, m = 1]) => calendarMonth(y, m)],
  [new RegExp(`^YE-${YEAR}-(0[1-9]|1[0-2])$`), ([y = 0, m = 1]) => yearEnding(y, m)],
];

/** January to December. */
export function calendarYear(year: number): Period {
  return { kind: "year", label: `${year}`, from: `${year}-01-01`, to: `${year}-12-31` };
}

/** Quarter 1 is January to March. */
export function calendarQuarter(year: number, quarter: number): Period {
  return { kind: "quarter", label: `${year}-Q${quarter}`, ...monthsSpan(year, quarter * 3 - 2, 3) };
}

/** April of `startYear` to March of the next. */
export function financialYear(startYear: number): Period {
  return { kind: "financial-year", label: financialLabel(startYear), ...monthsSpan(startYear, 4, 12) };
}

/** Quarter 1 is April to June. */
export function financialQuarter(startYear: number, quarter: number): Period {
  const label = `${financialLabel(startYear)}-Q${quarter}`;
  return { kind: "financial-quarter", label, ...monthsSpan(startYear, 1 + quarter * 3, 3) };
}

export function calendarMonth(year: number, month: number): Period {
  return { kind: "month", label: yearMonth(year, month), ...monthsSpan(year, month, 1) };
}

/** The twelve months to the end of `month`. */
export function yearEnding(year: number, month: number): Period {
  return { kind: "year-ending", label: `YE-${yearMonth(year, month)}`, ...monthsSpan(year, month - 11, 12) };
}

/** Any stretch between two days; used for sums and for spans of rules. */
export function dayRange(from: string, to: string): Period {
  return { kind: "range", label: `${from}..${to}`, from, to };
}

/** The named period with these ends where there is one (a calendar year before a year ending), else a range. */
export function periodBetween(from: string, to: string): Period {
  const start = dateOf(from);
  const months = wholeMonths(from, to);
  if (months === 1) return calendarMonth(start.year, start.month);
  if (months === 3 && start.month % 3 === 1) return calendarQuarter(start.year, (start.month + 2) / 3);
  if (months === 12 && start.month === 1) return calendarYear(start.year);
  if (months === 12 && start.month === 4) return financialYear(start.year);
  if (months === 12) {
    const end = dateOf(to);
    return yearEnding(end.year, end.month);
  }
  return dayRange(from, to);
}

/** The same whole months a year before. */
export function aYearBefore({ from, to }: Pick<Period, "from" | "to">): Period {
  const { year, month } = dateOf(from);
  const span = monthsSpan(year - 1, month, wholeMonths(from, to));
  return periodBetween(span.from, span.to);
}

/** How many whole calendar months a stretch covers; 0 when it does not begin and end with a month. */
export function wholeMonths(from: string, to: string): number {
  const [start, end] = [dateOf(from), dateOf(to)];
  if (start.day !== 1 || end.day !== daysIn(end.year, end.month)) return 0;
  return Math.max(0, (end.year - start.year) * 12 + end.month + 1 - start.month);
}

/** Cuts a stretch into months, calendar quarters or calendar-aligned years of twelve months from its start. */
export function cutPeriod({ from, to }: Pick<Period, "from" | "to">, by: "month" | "quarter" | "year"): Period[] {
  const step = { month: 1, quarter: 3, year: 12 }[by];
  const count = wholeMonths(from, to);
  const start = Temporal.PlainDate.from(from);
  if (count === 0 || count % step !== 0 || (by === "quarter" && start.month % 3 !== 1)) {
    throw misuse({
      code: "E_PERIOD_CUT",
      found: `${from} to ${to} does not divide into whole ${by}s`,
      expected: `a stretch of whole ${by}s`,
      remedy: "Ask for other ends, or another --by.",
    });
  }
  return Array.from({ length: count / step }, (_, i) => {
    const span = monthsSpan(start.year, start.month + i * step, step);
    return periodBetween(span.from, span.to);
  });
}

/** The stretch that covers both. */
export function spanOf(a: Period, b: Period): Period {
  return periodBetween(a.from < b.from ? a.from : b.from, a.to > b.to ? a.to : b.to);
}

/** The period in words: “the year to March 2018”, “April to June 2017”, “2017”. */
export function sayPeriod(period: Pick<Period, "from" | "to">): string {
  const [from, to] = [dateOf(period.from), dateOf(period.to)];
  const months = wholeMonths(period.from, period.to);
  if (months === 12 && from.month === 1) return `${from.year}`;
  if (months === 12) return `the year to ${MONTHS[to.month - 1]} ${to.year}`;
  if (months === 1) return `${MONTHS[to.month - 1]} ${to.year}`;
  if (months > 0 && from.year === to.year) return `${MONTHS[from.month - 1]} to ${MONTHS[to.month - 1]} ${to.year}`;
  if (months > 0) return `${MONTHS[from.month - 1]} ${from.year} to ${MONTHS[to.month - 1]} ${to.year}`;
  if (period.from === period.to) return sayDay(period.from);
  return `${sayDay(period.from)} to ${sayDay(period.to)}`;
}

/** Reads a day `YYYY-MM-DD`; throws `E_DATE` for anything else. */
export function parseDay(text: string): string {
  try {
    // The calendar's own reader takes more: 20180301, a time, a zone, another calendar.
    if (!/^\d{4}-\d\d-\d\d$/.test(text)) throw new RangeError("not written as YYYY-MM-DD");
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString();
  } catch (cause) {
    const found = `"${text.slice(0, 60)}" is not a day (${(cause as Error).message})`;
    throw misuse({ code: "E_DATE", found, expected: "a day such as 2018-03-01" });
  }
}

/** Taken apart, not read as a date: texts name periods by the thousand. */
function dateOf(day: string): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

/** A day in words: “25 November 2012”. */
export function sayDay(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return `${date.day} ${MONTHS[date.month - 1]} ${date.year}`;
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Plain arithmetic: texts name periods by the thousand, and a date object for each would cost more than the reading. */
function monthsSpan(year: number, month: number, count: number): { from: string; to: string } {
  const first = year * 12 + month - 1;
  const last = first + count - 1;
  const [lastYear, lastMonth] = [Math.floor(last / 12), (last % 12) + 1];
  const from = `${yearMonth(Math.floor(first / 12), (first % 12) + 1)}-01`;
  return { from, to: `${yearMonth(lastYear, lastMonth)}-${daysIn(lastYear, lastMonth)}` };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function yearMonth(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, "0")}`;
}

function financialLabel(startYear: number): string {
  return `${startYear}/${String((startYear + 1) % 100).padStart(2, "0")}`;
}

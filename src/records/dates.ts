import { type DayForm, type DayOrder, maybeDay, type ReadDayOptions } from "./days.ts";
import { maybeTime } from "./times.ts";

/** A date or moment as read: ISO as far as it was written, with how much that is. */
export interface ReadDate {
  /** `1980`, `1980-03`, `1980-03-01`, `1980-03-01T09:05`, `1980-03-01T09:05:30`. */
  readonly iso: string;
  readonly precision: DayForm["precision"] | "minute" | "second";
  /** A value that systems write where they must have one: 01/01/1900, 01/01/1970, 31/12/9999. */
  readonly isPlaceholder: boolean;
}

/**
 * Reads a date in any usual form, with a time or without, or gives null. Slashes are read day first unless the whole
 * column says otherwise (`dayOrderOf`). A time with an offset is turned to UTC; one without is kept as the clock showed it.
 */
export function parseDate(text: string, options: ReadDayOptions = {}): ReadDate | null {
  const { day: dayText, time: timeText } = splitMoment(text.trim());
  const day = maybeDay(dayText, options);
  if (day === null) return null;
  const { iso, precision, isPlaceholder } = day;
  if (timeText === "") return { iso, precision, isPlaceholder };
  const time = maybeTime(timeText);
  if (time === null || precision !== "day") return null;
  const at = Temporal.PlainDateTime.from(iso).add({ milliseconds: time.milliseconds });
  const whole = time.precision === "minute" ? "minute" : at.millisecond === 0 ? "second" : "millisecond";
  return { iso: at.toString({ smallestUnit: whole }), precision: time.precision, isPlaceholder };
}

/** What a column of dates says of its order. */
export interface DayOrderFound {
  readonly order: DayOrder;
  /** Texts that can only be read day first, only month first, and either way. */
  readonly dayFirst: number;
  readonly monthFirst: number;
  readonly either: number;
}

/** Whether a column writes the day or the month first, by the texts that can be read in one way only; else day first, as in Britain. */
export function dayOrderOf(texts: Iterable<string>): DayOrderFound {
  const found = { dayFirst: 0, monthFirst: 0, either: 0 };
  for (const text of texts) {
    const match = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](?:\d{4}|\d{2})(?!\d)/.exec(text);
    if (match === null) continue;
    const [first, second] = [Number(match[1]), Number(match[2])];
    if (first > 12 && first <= 31 && second <= 12) found.dayFirst++;
    else if (second > 12 && second <= 31 && first <= 12) found.monthFirst++;
    else if (first !== second) found.either++;
  }
  return { order: found.monthFirst > found.dayFirst ? "month-first" : "day-first", ...found };
}

/**
 * The parts of a moment's text, so that each can be read once however often it occurs: `1 Mar 2018` and `09:05`.
 * Without a colon, `20180301T0905`, `201803010905` and the days and share of a day of a spreadsheet (`43160.5`) have two parts too.
 */
export function splitMoment(text: string): { readonly day: string; readonly time: string } {
  const colon = text.indexOf(":");
  const at = colon > 0 ? (/\d/.test(text[colon - 2] ?? "") ? colon - 2 : colon - 1) : compactTimeAt(text);
  return { day: text.slice(0, at).replace(/[ T,]+$/, ""), time: text.slice(at) };
}

function compactTimeAt(text: string): number {
  if (/^\d{8}T\d{4}(\d\d)?Z?$/.test(text)) return 9;
  if (/^\d{12}(\d\d)?$/.test(text)) return 8;
  return /^\d{5}\.\d+$/.test(text) ? 5 : text.length;
}

/** Whether a text says in words that a value is not known: `UNKNOWN`, `n/k`, `not stated`, `-`. */
export function saysUnknown(text: string): boolean {
  return /^(unknown|unk|u\/k|not (known|stated|given|recorded|applicable)|n\/?[kars]|nil|none|null|refused|tbc|tba|[-.?*]+)$/i.test(
    text.trim(),
  );
}

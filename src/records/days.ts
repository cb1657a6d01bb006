export type DayOrder = "day-first" | "month-first";

export interface ReadDayOptions {
  /** How `3/4/2018` is read. */
  readonly order?: DayOrder;
  /** The latest year that a two-digit year can mean: with 2049, `49` is 2049 and `50` is 1950. */
  readonly lastYear?: number;
}

/** A day, month or year as read. */
export interface DayForm {
  readonly iso: string;
  readonly precision: "year" | "month" | "day";
  readonly isPlaceholder: boolean;
}

/** Reads a day in any usual form, or what is left of one (`00/03/1980`, `March 1980`, `1980`); null when there is none. */
export function maybeDay(text: string, { order = "day-first", lastYear = 2049 }: ReadDayOptions = {}): DayForm | null {
  for (const parts of readings(text.trim(), order)) {
    const form = maybeForm(parts, lastYear);
    if (form !== null) return form;
  }
  return null;
}

/** Year, month and day as written; a part that is unknown is empty or noughts. */
type Parts = readonly [year: string, month: string, day: string];

/** The ways in which a text may be meant, the likeliest first. */
function readings(text: string, order: DayOrder): readonly Parts[] {
  if (/^\d+$/.test(text)) return readingsOfDigits(text, order);
  if (/[a-z]{3}/i.test(text)) return readingsOfWords(text);
  const cells = text.split(/ ?[-/.] ?| /);
  if (cells.length > 3 || cells.some((cell) => !/^(\d+|[xX?]+)$/.test(cell))) return [];
  const [a = "", b = "", c] = cells.map((cell) => cell.replaceAll(/[xX?]/g, "0"));
  if (c === undefined) return a.length === 4 ? [[a, b, ""]] : b.length === 4 ? [[b, a, ""]] : [];
  if (a.length === 4) return [[a, b, c]];
  if (a.length > 2 || b.length > 2 || (c.length !== 2 && c.length !== 4)) return [];
  const inOrder: Parts[] =
    order === "day-first"
      ? [
          [c, b, a],
          [c, a, b],
        ]
      : [
          [c, a, b],
          [c, b, a],
        ];
  return a.length === 2 && Number(a) > 31 ? [[a, b, c]] : inOrder;
}

function readingsOfDigits(text: string, order: DayOrder): readonly Parts[] {
  const cut = (from: number, to: number): string => text.slice(from, to);
  const pair: (year: string) => Parts = (year) =>
    order === "day-first" ? [year, cut(2, 4), cut(0, 2)] : [year, cut(0, 2), cut(2, 4)];
  switch (text.length) {
    case 4:
      return [[text, "", ""]];
    case 5:
      return readingsOfSerial(Number(text));
    case 6:
      return [[cut(0, 4), cut(4, 6), ""], pair(cut(4, 6))];
    case 8:
      return [[cut(0, 4), cut(4, 6), cut(6, 8)], pair(cut(4, 8))];
    default:
      return [];
  }
}

/** Days as spreadsheets count them, for 1927 to 2119: fewer digits would be years, more of them moments. */
function readingsOfSerial(serial: number): readonly Parts[] {
  if (serial < 10_000 || serial > 80_000) return [];
  const [year = "", month = "", day = ""] = Temporal.PlainDate.from("1899-12-30")
    .add({ days: serial })
    .toString()
    .split("-");
  return [[year, month, day]];
}

/** `1 Mar 2018`, `1st of March, 2018`, `Thu 01-MAR-18`, `March 1, 2018`, `01MAR2018`, `2018 Mar 1`, `Mar 2018`. */
function readingsOfWords(text: string): readonly Parts[] {
  const words = text.toLowerCase().match(/[a-z]+|\d+/g) ?? [];
  if (words.some((word) => /^[a-z]/.test(word) && !FILLERS.test(word) && monthOf(word) === undefined)) return [];
  const at = words.findIndex((word) => monthOf(word) !== undefined);
  const month = monthOf(words[at] ?? "");
  const numbers = words.filter((word) => /^\d/.test(word));
  const [first = "", second] = numbers;
  if (month === undefined || numbers.length > 2 || words.filter((word) => monthOf(word) !== undefined).length > 1)
    return [];
  if (second === undefined) return first.length === 4 ? [[first, month, ""]] : [];
  return first.length === 4 ? [[first, month, second]] : [[second, month, first]];
}

const FILLERS = /^(st|nd|rd|th|of|the|(mon|tues?|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(day)?)$/;

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

function monthOf(word: string): string | undefined {
  if (word.length < 3) return undefined;
  const at = MONTHS.findIndex((month) => month.startsWith(word) && (word.length <= 4 || word === month));
  return at < 0 ? undefined : String(at + 1);
}

function maybeForm([yearText, monthText, dayText]: Parts, lastYear: number): DayForm | null {
  if (yearText.length !== 4 && yearText.length !== 2) return null;
  const written = Number(yearText);
  const year = yearText.length === 4 ? written : written + Math.floor((lastYear - written) / 100) * 100;
  const [month, day] = [Number(monthText), Number(dayText)];
  const iso = [String(year).padStart(4, "0"), ...[month, day].map((part) => String(part).padStart(2, "0"))];
  if (month === 0) return year === 0 ? null : formOf(iso.slice(0, 1), "year");
  if (month > 12 || year === 0) return null;
  if (day === 0) return formOf(iso.slice(0, 2), "month");
  return day > Temporal.PlainYearMonth.from({ year, month }).daysInMonth ? null : formOf(iso, "day");
}

/** Outside of these years a date is a slip or stands for nothing; `9999` and `0001` stand for nothing. */
const YEARS = { from: 1850, to: 2150 };

function formOf(parts: readonly string[], precision: DayForm["precision"]): DayForm | null {
  const iso = parts.join("-");
  const year = Number(parts[0]);
  const isPlaceholder = PLACEHOLDERS.has(iso);
  return isPlaceholder || (year >= YEARS.from && year <= YEARS.to) ? { iso, precision, isPlaceholder } : null;
}

/** First and last days that systems know, the origins of their clocks, and what hands type to get past a field. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  "0001-01-01",
  "1111-11-11",
  "1753-01-01",
  "1800-01-01",
  "1850-01-01",
  "1899-12-30",
  "1899-12-31",
  "1900",
  "1900-01",
  "1900-01-01",
  "1901-01-01",
  "1970-01-01",
  "2099-12-31",
  "2999-12-31",
  "3000-01-01",
  "9999",
  "9999-12-31",
  "9999-09-09",
]);

/** How one column is read; `undefined` refuses the cell. */
export interface Cell<T> {
  readonly expected: string;
  read(text: string): T | undefined;
}

/** A text that is never blank. */
export const text: Cell<string> = { expected: "a text", read: (cell) => (cell === "" ? undefined : cell) };

/** A text, or nothing (an empty string). */
export const maybeText: Cell<string> = { expected: "a text or nothing", read: (cell) => cell };

/** A name for programs: `stalking-and-harassment`. */
export const slug: Cell<string> = {
  expected: "a slug of lower-case letters, digits and hyphens",
  read: (cell) => (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(cell) ? cell : undefined),
};

/** A day, `YYYY-MM-DD`, or nothing (null): without end, or not known. */
export const maybeDay: Cell<string | null> = {
  expected: "a day such as 2014-04-01, or nothing",
  read: (cell) => (cell === "" ? null : isDay(cell) ? cell : undefined),
};

/** A day, `YYYY-MM-DD`. */
export const day: Cell<string> = {
  expected: "a day such as 2014-04-01",
  read: (cell) => (isDay(cell) ? cell : undefined),
};

/** A share from 0 to 1. */
export const share: Cell<number> = { expected: "a share from 0 to 1", read: asShare };

/** A share from 0 to 1, or nothing (null). */
export const maybeShare: Cell<number | null> = {
  expected: "a share from 0 to 1, or nothing",
  read: (cell) => (cell === "" ? null : asShare(cell)),
};

/** Several texts, written with semicolons between. */
export const list: Cell<readonly string[]> = {
  expected: "texts with semicolons between",
  read: (cell) => (cell === "" ? [] : cell.split(";")),
};

/** One of some words. */
export function oneOf<const W extends string>(...words: readonly W[]): Cell<W> {
  return { expected: `one of ${words.join(", ")}`, read: (cell) => words.find((word) => word === cell) };
}

function asShare(cell: string): number | undefined {
  const value = Number(cell);
  return cell !== "" && value >= 0 && value <= 1 ? value : undefined;
}

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(cell: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(cell);
  if (match === null) return false;
  const [year = 0, month = 0, date = 0] = match.slice(1).map(Number);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return date >= 1 && date <= (month === 2 && !leap ? 28 : (DAYS_IN_MONTH[month - 1] ?? 0));
}

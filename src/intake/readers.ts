import {
  asDate,
  asInteger,
  join,
  lastDayAfterMonths,
  matches,
  monthOf,
  replacePattern,
  type Sql,
  sql,
} from "../engine/index.ts";

/** How one cell of text becomes a value, and the reason code when it does not. */
export interface Reader {
  /** Reason code of a reject, such as `not-a-whole-number`. */
  readonly reason: string;
  /** In words, for the report: “a whole number”. */
  readonly expected: string;
  /** The value of a trimmed cell; NULL where it cannot be read. */
  readonly value: (cell: Sql) => Sql;
  /** Cells (trimmed) that mean “unknown” and give NULL without a reject. */
  readonly unknown: readonly string[];
  /** Whether a value is to be noted beside the row, as a word that is not a known one. */
  readonly noted?: (value: Sql, cell: Sql) => Sql;
}

/** Any text that is not empty. */
export const text: Reader = {
  reason: "empty",
  expected: "a text",
  value: (cell) => sql`NULLIF(${cell}, '')`,
  unknown: [],
};

/** Any text, empty too. */
export const anyText: Reader = { reason: "empty", expected: "a text", value: (cell) => cell, unknown: [] };

/** A whole number with an optional minus, commas between thousands and blanks around: `-00`, `1,135`, ` 66776 `. */
export const wholeNumber: Reader = {
  reason: "not-a-whole-number",
  expected: "a whole number",
  value: (cell) =>
    sql`CASE WHEN ${matches(cell, "^-?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)$")} THEN ${asInteger(sql`REPLACE(${cell}, ',', '')`)} END`,
  unknown: [],
};

/** A decimal number, also in scientific notation: `.76`, `7.77e-4`, `5e+05`. */
export const decimal: Reader = {
  reason: "not-a-number",
  expected: "a number",
  value: (cell) =>
    sql`CASE WHEN ${matches(cell, "^-?[0-9]*[.]?[0-9]+([eE][-+]?[0-9]+)?$")} THEN CAST(TRY_CAST(${cell} AS DOUBLE) AS DECIMAL(20,6)) END`,
  unknown: [],
};

/** `2017/18`. */
export const financialYear: Reader = {
  reason: "not-a-financial-year",
  expected: "a financial year such as 2017/18",
  value: (cell) =>
    sql`CASE WHEN ${matches(cell, "^(19|20)[0-9]{2}/[0-9]{2}$")}
      AND (${asInteger(sql`SUBSTR(${cell}, 1, 4)`)} + 1) % 100 = ${asInteger(sql`SUBSTR(${cell}, 6, 2)`)} THEN ${cell} END`,
  unknown: [],
};

/** `1` to `4`, with or without a Q. */
export const quarter: Reader = {
  reason: "not-a-quarter",
  expected: "a quarter, 1 to 4",
  value: (cell) => sql`CASE WHEN ${matches(cell, "^[Qq]?[1-4]$")} THEN ${asInteger(sql`RIGHT(${cell}, 1)`)} END`,
  unknown: [],
};

/** `31-12-2017` or `31/12/2017`. */
export const dayMonthYear: Reader = {
  reason: "not-a-date",
  expected: "a date such as 31-12-2017",
  value: (cell) =>
    sql`CASE WHEN ${matches(cell, "^[0-9]{2}[-/][0-9]{2}[-/][0-9]{4}$")} THEN ${asDate(isoFrom(cell, [7, 4], [4, 2], [1, 2]))} END`,
  unknown: [],
};

/** `2015-01-01` or `2015-1-1`. */
export const yearMonthDay: Reader = {
  reason: "not-a-date",
  expected: "a date such as 2015-1-1",
  value: (cell) =>
    sql`CASE WHEN ${matches(cell, "^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}$")} THEN ${asDate(replacePattern(cell, "-([0-9])\\b", "-0\\1"))} END`,
  unknown: [],
};

/** `2017-05` or `201705`, as the first day of the month. */
export const yearMonth: Reader = {
  reason: "not-a-month",
  expected: "a month such as 2017-05",
  value: (cell) =>
    sql`CASE WHEN ${matches(cell, "^[0-9]{4}-?[0-9]{2}$")} THEN ${asDate(
      join([sql`SUBSTR(${cell}, 1, 4)`, sql`RIGHT(${cell}, 2)`, sql`'01'`], sql` || '-' || `),
    )} END`,
  unknown: [],
};

/** A calendar year. */
export const year: Reader = {
  reason: "not-a-year",
  expected: "a year such as 2017",
  value: (cell) => sql`CASE WHEN ${matches(cell, "^(19|20)[0-9]{2}$")} THEN ${asInteger(cell)} END`,
  unknown: [],
};

/** `TRUE` or `FALSE`. */
export const trueOrFalse: Reader = {
  reason: "not-true-or-false",
  expected: "TRUE or FALSE",
  value: (cell) => sql`CASE WHEN UPPER(${cell}) IN ('TRUE', 'FALSE') THEN UPPER(${cell}) = 'TRUE' END`,
  unknown: [],
};

/** Any text, with line breaks and runs of blanks as one blank. */
export const oneLineText: Reader = { ...text, value: (cell) => sql`NULLIF(${onOneLine(cell)}, '')` };

/**
 * A year in the words of ONS tables, as its first day: `Jan '81 to Dec '81`, `Apr '12 to Mar '13`, with a footnote
 * mark behind it (`...21`, or `5` straight after the year), on one line or two.
 */
export const yearInWords: Reader = {
  reason: "not-a-year-in-words",
  expected: "a year such as Apr '12 to Mar '13",
  value: (cell) => yearInWordsStart(onOneLine(cell)),
  unknown: [],
};

/** The same reader, with cells that mean “unknown”. */
export function orUnknown(reader: Reader, ...unknown: readonly string[]): Reader {
  return { ...reader, unknown: [...reader.unknown, ...unknown] };
}

/** The first day of a financial quarter. */
export function financialQuarterStart(financialYear: Sql, financialQuarter: Sql): Sql {
  const startYear = asInteger(sql`SUBSTR(${financialYear}, 1, 4)`);
  return asDate(sql`CASE ${financialQuarter}
      WHEN 1 THEN ${startYear} || '-04-01'
      WHEN 2 THEN ${startYear} || '-07-01'
      WHEN 3 THEN ${startYear} || '-10-01'
      WHEN 4 THEN (${startYear} + 1) || '-01-01'
    END`);
}

/** The first day of a calendar quarter. */
export function calendarQuarterStart(calendarYear: Sql, calendarQuarter: Sql): Sql {
  return asDate(sql`${calendarYear} || '-' || LPAD(CAST(${calendarQuarter} * 3 - 2 AS VARCHAR), 2, '0') || '-01'`);
}

/** The last day of a date's month. */
export function monthEndOf(date: Sql): Sql {
  return lastDayAfterMonths(monthOf(date), 1);
}

function onOneLine(cell: Sql): Sql {
  return replacePattern(cell, "[ \\r\\n\\t]+", " ");
}

/** The survey began in 1981, so years from 50 on are of the last century. */
function yearInWordsStart(cell: Sql): Sql {
  const from = asInteger(sql`SUBSTR(${cell}, 6, 2)`);
  const to = asInteger(sql`SUBSTR(${cell}, 17, 2)`);
  const fullYear = sql`CAST(CASE WHEN ${from} >= 50 THEN 1900 ELSE 2000 END + ${from} AS VARCHAR)`;
  return sql`CASE
      WHEN ${matches(cell, "^Jan '[0-9]{2} to Dec '[0-9]{2}[.]*[0-9]*$")} AND ${to} = ${from} THEN ${asDate(sql`${fullYear} || '-01-01'`)}
      WHEN ${matches(cell, "^Apr '[0-9]{2} to Mar '[0-9]{2}[.]*[0-9]*$")} AND ${to} = (${from} + 1) % 100 THEN ${asDate(sql`${fullYear} || '-04-01'`)}
    END`;
}

type Cut = readonly [start: number, length: number];

function isoFrom(cell: Sql, year: Cut, month: Cut, day: Cut): Sql {
  const cut = ([start, length]: Cut): Sql => sql`SUBSTR(${cell}, ${start}, ${length})`;
  return join([cut(year), cut(month), cut(day)], sql` || '-' || `);
}

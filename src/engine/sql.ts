import type { Dialect } from "./dialect.ts";
import type { Table } from "./table.ts";

/** A value that SQL text may hold; it is quoted by the dialect when rendered. */
export type SqlValue = string | number | bigint | boolean | null;

/** A piece of SQL as data: no text until a dialect renders it. */
export interface Sql {
  readonly kind: "sql";
  readonly parts: readonly SqlPart[];
}

type SqlPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "value"; readonly value: SqlValue }
  | { readonly kind: "name"; readonly path: readonly string[] }
  | { readonly kind: "meaning"; readonly meaning: MeaningName; readonly operands: readonly Sql[] };

/** What engines do differently has a meaning; each dialect says it in its own words. */
export type MeaningName =
  | "asInteger"
  | "asDecimal"
  | "asDate"
  | "daysBetween"
  | "monthOf"
  | "lastDayAfterMonths"
  | "firstDayOfYearEnding"
  | "hashOf"
  | "rowHash"
  | "editDistance"
  | "matches"
  | "replacePattern";

/**
 * Writes SQL as SQL. **What is interpolated is a value and is quoted**; a name is asked for by `name()`, a
 * fragment is another `sql`, and a declared table stands for its name.
 */
export function sql(texts: TemplateStringsArray, ...values: readonly (SqlValue | Sql | Table)[]): Sql {
  const parts: SqlPart[] = [];
  texts.forEach((text, i) => {
    if (text !== "") parts.push({ kind: "text", text });
    if (i < values.length) parts.push(...partsOf(values[i] as SqlValue | Sql | Table));
  });
  return { kind: "sql", parts };
}

function partsOf(value: SqlValue | Sql | Table): readonly SqlPart[] {
  if (value === null || typeof value !== "object") return [{ kind: "value", value }];
  if (value.kind === "sql") return value.parts;
  return [{ kind: "name", path: [value.name] }];
}

/** A name of a table or column, quoted: `name("person_id")`, `name("a", "person_id")` for `"a"."person_id"`. */
export function name(...path: readonly string[]): Sql {
  return { kind: "sql", parts: [{ kind: "name", path }] };
}

/** Joins fragments with a separator given as SQL: `join(columns, sql`, `)`. */
export function join(fragments: readonly Sql[], separator: Sql = sql`, `): Sql {
  const parts = fragments.flatMap((fragment, i) =>
    i === 0 ? fragment.parts : [...separator.parts, ...fragment.parts],
  );
  return { kind: "sql", parts };
}

/** The SQL text of a fragment in one dialect. */
export function render(fragment: Sql, dialect: Dialect): string {
  return fragment.parts.map((part) => renderPart(part, dialect)).join("");
}

function renderPart(part: SqlPart, dialect: Dialect): string {
  switch (part.kind) {
    case "text":
      return part.text;
    case "value":
      return dialect.literal(part.value);
    case "name":
      return part.path.map((each) => dialect.quoteName(each)).join(".");
    case "meaning":
      return dialect.meanings[part.meaning](part.operands.map((operand) => render(operand, dialect)));
  }
}

function meaning(which: MeaningName, ...operands: readonly (Sql | SqlValue)[]): Sql {
  const asSql = operands.map((each) => (each !== null && typeof each === "object" ? each : sql`${each}`));
  return { kind: "sql", parts: [{ kind: "meaning", meaning: which, operands: asSql }] };
}

/** A text of digits, with or without a minus, read as a whole number. Match it first: of `12.7` DuckDB makes 13, Trino NULL. */
export const asInteger = (text: Sql): Sql => meaning("asInteger", text);
/** A text of digits and a point read as a decimal with six places. Match it first: what else is read, engines do not agree on. */
export const asDecimal = (text: Sql): Sql => meaning("asDecimal", text);
/** A text `YYYY-MM-DD` read as a date; NULL for no day of the calendar. Match it first: DuckDB also reads `2017-1-5` and `epoch`. */
export const asDate = (text: Sql): Sql => meaning("asDate", text);
/** Whole days from the first date to the second; negative when the second is earlier. */
export const daysBetween = (from: Sql, to: Sql): Sql => meaning("daysBetween", from, to);
/** The first day of a date's month. */
export const monthOf = (date: Sql): Sql => meaning("monthOf", date);
/** The last day of a stretch of `months` months that begins with the first day `from`. */
export const lastDayAfterMonths = (from: Sql, months: Sql | number): Sql => meaning("lastDayAfterMonths", from, months);
/** The first day of the twelve months that end with the last day of a month. */
export const firstDayOfYearEnding = (lastDay: Sql): Sql => meaning("firstDayOfYearEnding", lastDay);
/** MD5 of a text, 32 hexadecimal digits: for stable ids, not for secrets. */
export const hashOf = (text: Sql): Sql => meaning("hashOf", text);
/** The first 60 bits of MD5 of a text as a whole number, so that sums over rows are exact. */
export const rowHash = (text: Sql): Sql => meaning("rowHash", text);
/** Levenshtein distance of two ASCII texts. */
export const editDistance = (a: Sql, b: Sql): Sql => meaning("editDistance", a, b);
/** Whether a text holds a match of a pattern (RE2 syntax). */
export const matches = (text: Sql, pattern: string): Sql => meaning("matches", text, pattern);
/** A text with every match of a pattern replaced. */
export const replacePattern = (text: Sql, pattern: string, by: string): Sql =>
  meaning("replacePattern", text, pattern, by);

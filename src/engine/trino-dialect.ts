import { type Dialect, literal, quoteName } from "./dialect.ts";

/** Trino, for stores that outgrow one machine; its SQL is held by snapshots. */
export const trinoDialect: Dialect = {
  name: "trino",
  literal,
  quoteName,
  types: {
    text: "varchar",
    integer: "bigint",
    decimal: "decimal(20,6)",
    date: "date",
    timestamp: "timestamp(3)",
    boolean: "boolean",
  },
  meanings: {
    asInteger: ([text]) => `TRY_CAST(${text} AS bigint)`,
    asDecimal: ([text]) => `TRY_CAST(${text} AS decimal(20,6))`,
    asDate: ([text]) => `TRY_CAST(${text} AS date)`,
    daysBetween: ([from, to]) => `DATE_DIFF('day', ${from}, ${to})`,
    monthOf: ([date]) => `CAST(DATE_TRUNC('month', ${date}) AS date)`,
    lastDayAfterMonths: ([from, months]) => `DATE_ADD('day', -1, DATE_ADD('month', ${months}, ${from}))`,
    firstDayOfYearEnding: ([lastDay]) => `DATE_ADD('month', -12, DATE_ADD('day', 1, ${lastDay}))`,
    hashOf: ([text]) => `LOWER(TO_HEX(MD5(TO_UTF8(${text}))))`,
    rowHash: ([text]) => `FROM_BASE(SUBSTR(LOWER(TO_HEX(MD5(TO_UTF8(${text})))), 1, 15), 16)`,
    editDistance: ([a, b]) => `LEVENSHTEIN_DISTANCE(${a}, ${b})`,
    matches: ([text, pattern]) => `REGEXP_LIKE(${text}, ${pattern})`,
    replacePattern: ([text, pattern, by = ""]) => `REGEXP_REPLACE(${text}, ${pattern}, ${groupsByDollar(by)})`,
  },
};

/** What RE2 writes as `\1` Trino writes as `$1`, and a dollar that is meant stands behind a backslash. */
function groupsByDollar(by: string): string {
  return by.replaceAll("$", String.raw`\$`).replaceAll(/\\(\d)/g, "$$$1");
}

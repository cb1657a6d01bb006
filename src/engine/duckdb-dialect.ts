import { type Dialect, literal, quoteName } from "./dialect.ts";

/** DuckDB, in process. */
export const duckdbDialect: Dialect = {
  name: "duckdb",
  literal,
  quoteName,
  types: {
    text: "VARCHAR",
    integer: "BIGINT",
    decimal: "DECIMAL(20,6)",
    date: "DATE",
    timestamp: "TIMESTAMP_MS",
    boolean: "BOOLEAN",
  },
  meanings: {
    asInteger: ([text]) => `TRY_CAST(${text} AS BIGINT)`,
    asDecimal: ([text]) => `TRY_CAST(${text} AS DECIMAL(20,6))`,
    asDate: ([text]) => `TRY_CAST(${text} AS DATE)`,
    daysBetween: ([from, to]) => `DATE_DIFF('day', ${from}, ${to})`,
    monthOf: ([date]) => `CAST(DATE_TRUNC('month', ${date}) AS DATE)`,
    lastDayAfterMonths: ([from, months]) =>
      `CAST(${from} + TO_MONTHS(CAST(${months} AS INTEGER)) - INTERVAL 1 DAY AS DATE)`,
    firstDayOfYearEnding: ([lastDay]) => `CAST(${lastDay} + INTERVAL 1 DAY - INTERVAL 12 MONTH AS DATE)`,
    hashOf: ([text]) => `MD5(${text})`,
    rowHash: ([text]) => `CAST('0x' || SUBSTR(MD5(${text}), 1, 15) AS BIGINT)`,
    editDistance: ([a, b]) => `LEVENSHTEIN(${a}, ${b})`,
    matches: ([text, pattern]) => `REGEXP_MATCHES(${text}, ${pattern})`,
    replacePattern: ([text, pattern, by]) => `REGEXP_REPLACE(${text}, ${pattern}, ${by}, 'g')`,
  },
};

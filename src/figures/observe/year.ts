import { asDate, lastDayAfterMonths, type Sql, sql } from "../../engine/index.ts";

/** First and last day of the calendar year that an expression gives as a whole number. */
export function calendarYear(year: Sql): { readonly periodFrom: Sql; readonly periodTo: Sql } {
  const periodFrom = asDate(sql`CAST(${year} AS VARCHAR) || '-01-01'`);
  return { periodFrom, periodTo: lastDayAfterMonths(periodFrom, 12) };
}

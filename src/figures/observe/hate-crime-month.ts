import { lastDayAfterMonths, type Sql, sql } from "../../engine/index.ts";
import { hateCrimeMonth } from "../../records/index.ts";
import { observe, type Reading } from "./observer.ts";

function flagged(classLabel: Sql, value: Sql): Reading {
  return {
    area: sql`r.force_name`,
    class: classLabel,
    measure: "flagged",
    periodFrom: sql`r.month`,
    periodTo: lastDayAfterMonths(sql`r.month`, 1),
    value,
    where: sql`${value} IS NOT NULL`,
  };
}

/** Forces' answers on hate crime: crimes with the flag, and those flagged as anti-Muslim. */
export const observeHateCrimeMonth = observe(hateCrimeMonth, [
  flagged(sql`'hate crime'`, sql`r.hate_crimes`),
  flagged(sql`'anti-muslim hate crime'`, sql`r.anti_muslim_crimes`),
]);

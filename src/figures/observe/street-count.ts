import { lastDayAfterMonths, sql } from "../../engine/index.ts";
import { streetCount } from "../../records/index.ts";
import { observe } from "./observer.ts";

/** Street-level crime already counted by force, month and category. */
export const observeStreetCount = observe(streetCount, [
  {
    area: sql`r.force_name`,
    class: sql`'street: ' || r.crime_type`,
    measure: "street-recorded",
    periodFrom: sql`r.month`,
    periodTo: lastDayAfterMonths(sql`r.month`, 1),
    value: sql`r.crimes`,
    where: sql`r.crimes IS NOT NULL`,
  },
]);

import { lastDayAfterMonths, sql } from "../../engine/index.ts";
import { streetCrime } from "../../records/index.ts";
import { observe } from "./observer.ts";

const place = {
  area: sql`r.falls_within`,
  class: sql`'street: ' || r.crime_type`,
  periodFrom: sql`r.month`,
  periodTo: lastDayAfterMonths(sql`r.month`, 1),
  value: sql`COUNT(*)`,
};

/**
 * Street-level crime counted by force, month and category, and by the last outcome known. A category holds many
 * recorded-crime classes, so it cannot count stalking or harassment.
 */
export const observeStreetCrime = observe(streetCrime, [
  { ...place, measure: "street-recorded", groupBy: [sql`r.falls_within`, sql`r.crime_type`, sql`r.month`] },
  {
    ...place,
    measure: "street-outcome",
    part: sql`r.last_outcome`,
    where: sql`r.last_outcome <> ''`,
    groupBy: [sql`r.falls_within`, sql`r.crime_type`, sql`r.month`, sql`r.last_outcome`],
  },
]);

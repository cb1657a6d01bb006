import { sql } from "../../engine/index.ts";
import { streetOutcomeYear } from "../../records/index.ts";
import { observe } from "./observer.ts";
import { calendarYear } from "./year.ts";

const place = { area: sql`r.reported_by`, class: sql`'street: ' || r.crime_type`, ...calendarYear(sql`r.year`) };

/** Street-level crime of a year by last outcome; added over the outcomes, and those without one, all of it. */
export const observeStreetOutcomeYear = observe(streetOutcomeYear, [
  {
    ...place,
    measure: "street-recorded",
    value: sql`SUM(r.crimes)`,
    groupBy: [sql`r.reported_by`, sql`r.crime_type`, sql`r.year`],
  },
  {
    ...place,
    measure: "street-outcome",
    part: sql`r.last_outcome`,
    value: sql`r.crimes`,
    where: sql`r.last_outcome <> ''`,
  },
]);

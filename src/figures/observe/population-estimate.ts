import { sql } from "../../engine/index.ts";
import { populationEstimate } from "../../records/index.ts";
import { observe, type Reading } from "./observer.ts";
import { calendarYear } from "./year.ts";

const place: Pick<Reading, "class" | "measure" | "periodFrom" | "periodTo"> = {
  class: sql`'all'`,
  measure: "population",
  ...calendarYear(sql`r.year`),
};

/** England and Wales have had more local authorities than this in every year; a table with fewer is a part of it. */
const FEWEST_AUTHORITIES = 300;

/**
 * Mid-year population, held for its calendar year. Where the table has codes the area is found by code alone:
 * Wiltshire and County Durham the authorities are smaller than the forces of those names. Added over the
 * authorities of England and of Wales it is the population of both.
 */
export const observePopulationEstimate = observe(populationEstimate, [
  {
    ...place,
    area: sql`CASE WHEN r.area_code <> '' THEN r.area_code ELSE r.area_name END`,
    value: sql`r.population`,
  },
  {
    ...place,
    area: sql`'england and wales'`,
    value: sql`SUM(r.population)`,
    where: sql`r.area_code LIKE 'E0%' OR r.area_code LIKE 'W0%'`,
    groupBy: [sql`r.year`],
    having: sql`COUNT(*) >= ${FEWEST_AUTHORITIES}`,
  },
]);

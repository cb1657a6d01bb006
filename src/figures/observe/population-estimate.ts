import { sql } from "../../engine/index.ts";
import { populationEstimate } from "../../records/index.ts";
import { observe } from "./observer.ts";
import { calendarYear } from "./year.ts";

/**
 * Mid-year population, held for its calendar year. Where the table has codes the area is found by code alone:
 * Wiltshire and County Durham the authorities are smaller than the forces of those names.
 */
export const observePopulationEstimate = observe(populationEstimate, [
  {
    area: sql`CASE WHEN r.area_code <> '' THEN r.area_code ELSE r.area_name END`,
    class: sql`'all'`,
    measure: sql`'population'`,
    ...calendarYear(sql`r.year`),
    value: sql`r.population`,
  },
]);

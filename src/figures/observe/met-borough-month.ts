import { lastDayAfterMonths, sql } from "../../engine/index.ts";
import { metBoroughMonth } from "../../records/index.ts";
import { observe } from "./observer.ts";

const place = {
  class: sql`'met-minor: ' || r.minor_category`,
  measure: "recorded" as const,
  periodFrom: sql`r.month`,
  periodTo: lastDayAfterMonths(sql`r.month`, 1),
};

/** How many boroughs the force polices: all of London's but the City. */
const BOROUGHS = 32;

/** London by borough and month; added over the boroughs, with the airports, the whole force if none is missing. */
export const observeMetBoroughMonth = observe(metBoroughMonth, [
  { ...place, area: sql`r.borough`, value: sql`r.offences` },
  {
    ...place,
    area: sql`'metropolitan police'`,
    value: sql`SUM(r.offences)`,
    groupBy: [sql`r.minor_category`, sql`r.month`],
    having: sql`r.batch IN (SELECT whole.batch FROM ${metBoroughMonth} AS whole GROUP BY whole.batch HAVING COUNT(DISTINCT whole.borough) >= ${BOROUGHS})`,
  },
]);

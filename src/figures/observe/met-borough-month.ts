import { lastDayAfterMonths, sql } from "../../engine/index.ts";
import { metBoroughMonth } from "../../records/index.ts";
import { observe } from "./observer.ts";

const place = {
  class: sql`'met-minor: ' || r.minor_category`,
  measure: sql`'recorded'`,
  periodFrom: sql`r.month`,
  periodTo: lastDayAfterMonths(sql`r.month`, 1),
};

/** London by borough and month; added over the boroughs, with the airports, the whole force. */
export const observeMetBoroughMonth = observe(metBoroughMonth, [
  { ...place, area: sql`r.borough`, value: sql`r.offences` },
  {
    ...place,
    area: sql`'metropolitan police'`,
    value: sql`SUM(r.offences)`,
    groupBy: [sql`r.minor_category`, sql`r.month`],
  },
]);

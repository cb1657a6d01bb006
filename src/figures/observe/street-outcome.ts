import { lastDayAfterMonths, sql } from "../../engine/index.ts";
import { streetOutcome } from "../../records/index.ts";
import { observe } from "./observer.ts";

/** Outcome files do not say which category a crime was of: outcomes of a month over all street-level crime. */
export const observeStreetOutcome = observe(streetOutcome, [
  {
    area: sql`r.falls_within`,
    class: sql`'street: all'`,
    measure: "street-outcome",
    part: sql`r.outcome_type`,
    periodFrom: sql`r.month`,
    periodTo: lastDayAfterMonths(sql`r.month`, 1),
    value: sql`COUNT(*)`,
    groupBy: [sql`r.falls_within`, sql`r.month`, sql`r.outcome_type`],
  },
]);

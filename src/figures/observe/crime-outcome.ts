import { lastDayAfterMonths, type Sql, sql } from "../../engine/index.ts";
import { crimeOutcome, type Measure } from "../../records/index.ts";
import { observe, type Reading } from "./observer.ts";

const place = {
  area: sql`r.force_name`,
  class: sql`r.offence_code`,
  periodFrom: sql`r.period_from`,
  periodTo: lastDayAfterMonths(sql`r.period_from`, 3),
};

function oneRow(measure: Measure, value: Sql): Reading {
  return { ...place, measure, part: sql`r.outcome_type`, value, where: sql`${value} <> 0` };
}

/**
 * Home Office outcomes: what became of the offences recorded in a quarter, what was assigned in it, and,
 * added over the outcomes, how many offences were recorded. Zeros are left out of the first two.
 */
export const observeCrimeOutcome = observe(crimeOutcome, [
  {
    ...place,
    measure: "recorded",
    value: sql`SUM(r.of_recorded)`,
    where: sql`r.of_recorded IS NOT NULL`,
    groupBy: [sql`r.force_name`, sql`r.offence_code`, sql`r.period_from`],
  },
  oneRow("outcome-of-recorded", sql`r.of_recorded`),
  oneRow("outcome-assigned", sql`r.assigned`),
]);

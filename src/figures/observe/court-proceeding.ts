import { lastDayAfterMonths, type Sql, sql } from "../../engine/index.ts";
import { courtProceeding, type Measure } from "../../records/index.ts";
import { observe, type Reading } from "./observer.ts";
import { offenceClass } from "./offence-class.ts";

function defendants(measure: Measure, value: Sql): Reading {
  return {
    area: sql`'england and wales'`,
    class: sql`COALESCE(k.class, 'offence code ' || r.offence_code)`,
    classFrom: {
      table: offenceClass,
      on: sql`k.offence_code = r.offence_code AND r.period_from BETWEEN k.valid_from AND k.valid_to`,
    },
    measure,
    part: sql`r.offence_code`,
    periodFrom: sql`r.period_from`,
    periodTo: lastDayAfterMonths(sql`r.period_from`, 3),
    value: sql`SUM(${value})`,
    groupBy: [sql`r.offence_code`, sql`r.period_from`],
  };
}

/** Defendants by offence code and quarter, added over sex, age and ethnicity. The part is the code itself. */
export const observeCourtProceeding = observe(courtProceeding, [
  defendants("prosecuted", sql`r.prosecuted`),
  defendants("convicted", sql`r.convicted`),
  defendants("sentenced", sql`r.sentenced`),
]);

import { lastDayAfterMonths, sql } from "../../engine/index.ts";
import { recordedCrime } from "../../records/index.ts";
import { observe } from "./observer.ts";

/** Home Office recorded crime: a number a force, quarter and class. */
export const observeRecordedCrime = observe(recordedCrime, [
  {
    area: sql`r.force_name`,
    class: sql`r.offence_code`,
    measure: "recorded",
    periodFrom: sql`r.period_from`,
    periodTo: lastDayAfterMonths(sql`r.period_from`, 3),
    value: sql`r.offences`,
  },
]);

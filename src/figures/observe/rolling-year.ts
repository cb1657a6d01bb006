import { firstDayOfYearEnding, sql } from "../../engine/index.ts";
import { rollingYear } from "../../records/index.ts";
import { observe } from "./observer.ts";

/** ONS rolling years: a number a force, quarter's end and offence group. They overlap and are never added up. */
export const observeRollingYear = observe(rollingYear, [
  {
    area: sql`r.force_name`,
    class: sql`r.offence_group`,
    measure: "recorded",
    periodFrom: firstDayOfYearEnding(sql`r.ending`),
    periodTo: sql`r.ending`,
    value: sql`r.offences`,
  },
]);

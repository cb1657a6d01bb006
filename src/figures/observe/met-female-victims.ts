import { lastDayAfterMonths, sql } from "../../engine/index.ts";
import { metFemaleVictims } from "../../records/index.ts";
import { observe } from "./observer.ts";

/** London's offences with a female victim by class and month of recording. Only a part of all recorded offences. */
export const observeMetFemaleVictims = observe(metFemaleVictims, [
  {
    area: sql`'metropolitan police'`,
    class: sql`'met-vawg: ' || r.offence_code_label`,
    measure: "recorded-female-victims",
    periodFrom: sql`r.recorded_month`,
    periodTo: lastDayAfterMonths(sql`r.recorded_month`, 1),
    value: sql`SUM(r.offences)`,
    groupBy: [sql`r.offence_code_label`, sql`r.recorded_month`],
  },
]);

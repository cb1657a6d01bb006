import { firstDayOfYearEnding, sql } from "../../engine/index.ts";
import { severityScore } from "../../records/index.ts";
import { observe } from "./observer.ts";

/** Crime severity score; the area by its code, as West Midlands names a region and a force. */
export const observeSeverityScore = observe(severityScore, [
  {
    area: sql`r.area_code`,
    class: sql`'severity: ' || r.offence_group`,
    measure: "severity-score",
    periodFrom: firstDayOfYearEnding(sql`r.year_ending`),
    periodTo: sql`r.year_ending`,
    value: sql`r.score`,
    where: sql`r.score IS NOT NULL`,
  },
]);

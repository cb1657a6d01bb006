import { columnList, type Plan, plan, type Sql, sql, step, type Table } from "../../engine/index.ts";
import { observation, unmapped } from "../../records/index.ts";
import { observeCourtProceeding } from "./court-proceeding.ts";
import { observeCrimeOutcome } from "./crime-outcome.ts";
import { observeSurveyPartnerAbuse, observeSurveyPrevalence, observeSurveyReported } from "./crime-survey.ts";
import { observeHateCrimeMonth } from "./hate-crime-month.ts";
import { observeKentQuarter } from "./kent-quarter.ts";
import { observeMetBoroughMonth } from "./met-borough-month.ts";
import { observeMetFemaleVictims } from "./met-female-victims.ts";
import type { Observer } from "./observer.ts";
import { observePopulationEstimate } from "./population-estimate.ts";
import { observePublishedFact } from "./published-fact.ts";
import { observeRecordedCrime } from "./recorded-crime.ts";
import { observeRollingYear } from "./rolling-year.ts";
import { observeSeverityScore } from "./severity-score.ts";
import { observeStreetCount } from "./street-count.ts";
import { observeStreetCrime } from "./street-crime.ts";
import { observeStreetOutcomeYear } from "./street-outcome-year.ts";
import { observeStreetOutcome } from "./street-outcome.ts";

export { fromRowsBehind } from "./behind.ts";
export { offenceClass, offenceClassRows } from "./offence-class.ts";
export type { Observer };

/** Every lake table that holds published numbers. */
export const OBSERVERS: readonly Observer[] = [
  observeRecordedCrime,
  observeCrimeOutcome,
  observeRollingYear,
  observePublishedFact,
  observeStreetCrime,
  observeStreetOutcome,
  observeStreetCount,
  observeStreetOutcomeYear,
  observeHateCrimeMonth,
  observeMetBoroughMonth,
  observeMetFemaleVictims,
  observePopulationEstimate,
  observeSeverityScore,
  observeSurveyPrevalence,
  observeSurveyReported,
  observeSurveyPartnerAbuse,
  observeCourtProceeding,
  observeKentQuarter,
];

/** Lake tables in, observations out; what could not be placed is reported beside them. */
export function observationPlan(observers: readonly Observer[] = OBSERVERS): Plan {
  const observed = observers.map((each) => each.step.makes);
  const spelled = observed.filter((table) => "area_found" in table.columns);
  return plan([
    ...observers.map((each) => each.step),
    step(observation, { reads: observed }, unionOf(observed.map((table) => placedIn(table)))),
    step(unmapped, { reads: spelled }, unmappedIn(spelled)),
  ]);
}

function placedIn(table: Table): Sql {
  return sql`SELECT ${columnList(observation)} FROM ${table} WHERE area IS NOT NULL AND class IS NOT NULL`;
}

function unmappedIn(tables: readonly Table[]): Sql {
  const found = tables.flatMap((table) => [
    sql`SELECT dataset, 'area' AS kind, area_found AS found, source_rows FROM ${table} WHERE area IS NULL`,
    sql`SELECT dataset, 'class' AS kind, class_found AS found, source_rows FROM ${table} WHERE class IS NULL`,
  ]);
  return sql`SELECT dataset, kind, COALESCE(found, '') AS found, SUM(source_rows) AS source_rows
FROM (
${unionOf(found)}
) AS missing
GROUP BY dataset, kind, COALESCE(found, '')`;
}

function unionOf(selects: readonly Sql[]): Sql {
  return selects.reduce((all, each) => sql`${all}\nUNION ALL\n${each}`);
}

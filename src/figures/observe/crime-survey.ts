import { asDate, firstDayOfYearEnding, lastDayAfterMonths, matches, sql } from "../../engine/index.ts";
import { surveyPartnerAbuse, surveyPrevalence, surveyReported } from "../../records/index.ts";
import { observe } from "./observer.ts";

const everywhere = sql`'england and wales'`;

/** Share of adults or households victimised in a year, by offence. Shares, not percentages. */
export const observeSurveyPrevalence = observe(surveyPrevalence, [
  {
    area: everywhere,
    class: sql`'survey: ' || r.offence`,
    measure: "survey-prevalence",
    periodFrom: sql`r.period_from`,
    periodTo: lastDayAfterMonths(sql`r.period_from`, 12),
    value: sql`r.prevalence`,
  },
]);

/** Share of incidents reported to the police in a year, by kind. */
export const observeSurveyReported = observe(surveyReported, [
  {
    area: everywhere,
    class: sql`'survey: ' || r.category`,
    measure: "survey-reported",
    periodFrom: firstDayOfYearEnding(sql`r.year_ending`),
    periodTo: sql`r.year_ending`,
    value: sql`r.proportion`,
    where: sql`r.proportion IS NOT NULL`,
  },
]);

const releaseMonthEnd = lastDayAfterMonths(asDate(sql`SUBSTR(b.release, 4, 7) || '-01'`), 1);

/**
 * Abuse by a partner. The table does not say which year it is of, so only a release that is named by its year
 * (`--release YE-2018-03`) is placed. Its stalking is stalking by a partner. Parts are never added up: they are shares.
 */
export const observeSurveyPartnerAbuse = observe(surveyPartnerAbuse, [
  {
    area: everywhere,
    class: sql`CASE WHEN r.kind = 'Stalking' THEN 'partner-stalking' ELSE 'survey: ' || r.kind END`,
    measure: "survey-prevalence",
    part: sql`r.since || '; ' || r.sex || '; ' || r.age_group`,
    periodFrom: firstDayOfYearEnding(releaseMonthEnd),
    periodTo: releaseMonthEnd,
    value: sql`r.prevalence`,
    where: matches(sql`b.release`, "^YE-[0-9]{4}-(0[1-9]|1[0-2])$"),
  },
]);

import { sql } from "../../engine/index.ts";
import { datasetNamed, surveyPartnerAbuse, surveyPrevalence, surveyReported } from "../../records/index.ts";
import type { Profile } from "../profile.ts";
import {
  decimal,
  monthEndOf,
  orUnknown,
  type Reader,
  text,
  trueOrFalse,
  yearInWords,
  yearMonthDay,
} from "../readers.ts";

/** A share as published, between 0 and 1; a percentage is refused rather than divided. */
const share: Reader = {
  reason: "not-a-share",
  expected: "a share between 0 and 1",
  value: (cell) => sql`CASE WHEN ${decimal.value(cell)} BETWEEN 0 AND 1 THEN ${decimal.value(cell)} END`,
  unknown: [],
};

/** Crime survey: share of adults or households victimised, by offence and year. */
export const csewPrevalence: Profile = {
  id: "csew-prevalence",
  title: "Crime Survey: prevalence by offence",
  makes: surveyPrevalence,
  fields: {
    offence: { header: "offence", read: text },
    period_from: { header: "period", read: yearInWords },
    prevalence: { header: "prevalence", read: share },
    main_type: { header: "main_type", read: trueOrFalse },
  },
  derived: { period_as_written: ({ cell }) => cell("period_from") },
  publication: datasetNamed("csew-prevalence"),
};

/** Crime survey: share of incidents reported to the police; a year is keyed by the first day of its last month. */
export const csewReported: Profile = {
  id: "csew-reported",
  title: "Crime Survey: incidents reported to the police",
  makes: surveyReported,
  fields: {
    category: { header: "category", read: text },
    year_ending: {
      header: "year_ending",
      read: { ...yearMonthDay, value: (cell) => monthEndOf(yearMonthDay.value(cell)) },
    },
    proportion: { header: "proportion", read: orUnknown(share, "NA") },
  },
  publication: datasetNamed("csew-reported"),
};

/** Crime survey: share of adults who suffered abuse by a partner. The table does not name its year; its release does. */
export const csewPartnerAbuse: Profile = {
  id: "csew-partner-abuse",
  title: "Crime Survey: abuse by a partner",
  makes: surveyPartnerAbuse,
  fields: {
    kind: { header: "type", read: text },
    sex: { header: "sex", read: text },
    age_group: { header: "age_group", read: text },
    since: { header: "period", read: text },
    prevalence: { header: "prevalence", read: share },
  },
  publication: datasetNamed("csew-partner-abuse"),
};

import { courtProceeding, datasetNamed } from "../../records/index.ts";
import type { Field, Profile } from "../profile.ts";
import { calendarQuarterStart, quarter, type Reader, text, wholeNumber, year } from "../readers.ts";
import { matches, sql } from "../../engine/index.ts";

/** Digits, the last two of which are the sub-code: `865` is 8/65, `19594` is 195/94. */
const offenceCode: Reader = {
  reason: "not-an-offence-code",
  expected: "an offence code such as 19594",
  value: (cell) => sql`CASE WHEN ${matches(cell, "^[0-9]{3,5}$")} THEN ${cell} END`,
  unknown: [],
};

const asWritten = (header: string): Field => ({ header, read: text });
const defendants = (header: string): Field => ({ header, read: wholeNumber });

/** Ministry of Justice: defendants (not offences) by offence code, calendar quarter, sex, age and ethnicity. */
export const mojProsecutions: Profile = {
  id: "moj-prosecutions",
  title: "Ministry of Justice court proceedings by offence",
  makes: courtProceeding,
  fields: {
    offence_code: { header: "offence_code", read: offenceCode },
    detailed_offence: asWritten("detailed_offence"),
    offence: asWritten("offence"),
    offence_group: asWritten("offence_group"),
    offence_type: asWritten("offence_type"),
    year: { header: "year", read: year },
    quarter: { header: "quarter", read: quarter },
    sex: asWritten("sex"),
    age_group: asWritten("age_group"),
    age_range: asWritten("age_range"),
    ethnicity: asWritten("ethnicity"),
    prosecuted: defendants("prosecuted"),
    convicted: defendants("convicted"),
    sentenced: defendants("sentenced"),
    absolute_discharge: defendants("absolute_discharge"),
    conditional_discharge: defendants("conditional_discharge"),
    fine: defendants("fine"),
    community_sentence: defendants("community_sentence"),
    suspended_sentence: defendants("suspended_sentence"),
    immediate_custody: defendants("immediate_custody"),
    otherwise_dealt_with: defendants("otherwise_dealt_with"),
    compensation: defendants("compensation"),
  },
  derived: { period_from: ({ value }) => calendarQuarterStart(value("year"), value("quarter")) },
  publication: datasetNamed("moj-prosecutions"),
};

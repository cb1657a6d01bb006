import { column, defineTable, maybeColumn } from "../engine/index.ts";
import { received } from "./received.ts";

/** ONS: mid-year population of an area. */
export const populationEstimate = defineTable({
  name: "population_estimate",
  meaning: "Residents of an area in the middle of a year (ONS).",
  key: ["batch", "source_line", "area_name"],
  columns: {
    ...received,
    area_code: column("text", "ONS code of the area; empty where the table has names only."),
    area_name: column("text", "Area as written."),
    year: column("integer", "The year.", { unit: "year" }),
    population: column("integer", "Residents at 30 June.", { unit: "people" }),
  },
});

/** ONS crime severity score of an area, offence group and year. */
export const severityScore = defineTable({
  name: "severity_score",
  meaning:
    "Crime severity score of a year by area and offence group (ONS); releases differ, as the weights were revised.",
  key: ["batch", "source_line"],
  columns: {
    ...received,
    offence_group: column("text", "Offence group as written."),
    area_code: column(
      "text",
      "ONS code of the area; names alone are not enough, West Midlands is a region and a force.",
    ),
    area_name: column("text", "Area as written."),
    year_label: column("text", "The year as written, on one line, with its footnote mark."),
    year_ending: column("date", "Last day of the year."),
    score: maybeColumn("decimal", "Severity score; unknown where the source writes a colon.", {
      unit: "weight per resident",
    }),
  },
});

/** Ministry of Justice: defendants proceeded against, by offence, quarter, sex, age and ethnicity. */
export const courtProceeding = defineTable({
  name: "court_proceeding",
  meaning: "Defendants proceeded against, convicted and sentenced in a quarter, by offence and kind of person (MoJ).",
  key: ["batch", "source_line"],
  columns: {
    ...received,
    offence_code: column("text", "Detailed offence code without its stroke: 865 is 8/65, 19594 is 195/94."),
    detailed_offence: column("text", "Title of the code as written."),
    offence: column("text", "Offence as written."),
    offence_group: column("text", "Offence group as written."),
    offence_type: column("text", "How it is tried, as written."),
    year: column("integer", "Calendar year.", { unit: "year" }),
    quarter: column("integer", "Quarter of the calendar year; 1 is January to March."),
    period_from: column("date", "First day of the quarter."),
    sex: column("text", "Sex as written."),
    age_group: column("text", "Age group as written."),
    age_range: column("text", "Age range as written."),
    ethnicity: column("text", "Ethnicity as written; N/A for what is not collected."),
    prosecuted: column("integer", "Defendants proceeded against.", { unit: "defendants" }),
    convicted: column("integer", "Defendants convicted.", { unit: "defendants" }),
    sentenced: column("integer", "Defendants sentenced.", { unit: "defendants" }),
    absolute_discharge: column("integer", "Sentences of this kind.", { unit: "defendants" }),
    conditional_discharge: column("integer", "Sentences of this kind.", { unit: "defendants" }),
    fine: column("integer", "Sentences of this kind.", { unit: "defendants" }),
    community_sentence: column("integer", "Sentences of this kind.", { unit: "defendants" }),
    suspended_sentence: column("integer", "Sentences of this kind.", { unit: "defendants" }),
    immediate_custody: column("integer", "Sentences of this kind.", { unit: "defendants" }),
    otherwise_dealt_with: column("integer", "Sentences of this kind.", { unit: "defendants" }),
    compensation: column("integer", "Defendants ordered to pay compensation.", { unit: "defendants" }),
  },
});

/** Crime survey: share of adults or households victimised, by offence. */
export const surveyPrevalence = defineTable({
  name: "survey_prevalence",
  meaning:
    "Share of adults or households victimised once or more in a year, by offence (Crime Survey for England and Wales).",
  key: ["batch", "source_line"],
  columns: {
    ...received,
    offence: column("text", "Offence as written."),
    period_as_written: column("text", "The year as written, with its footnote mark, such as Apr '12 to Mar '135."),
    period_from: column("date", "First day of the year."),
    main_type: column("boolean", "Whether it is one of the main types, which do not overlap."),
    prevalence: column("decimal", "Share of adults or households, as published.", { unit: "share, 0 to 1" }),
  },
});

/** Crime survey: share of incidents that victims say came to the knowledge of the police. */
export const surveyReported = defineTable({
  name: "survey_reported",
  meaning: "Share of incidents reported to the police in a year, by kind (Crime Survey for England and Wales).",
  key: ["batch", "source_line"],
  columns: {
    ...received,
    category: column("text", "Kind of incident as written."),
    year_ending: column("date", "Last day of the year; the source writes the first day of its last month."),
    proportion: maybeColumn("decimal", "Share of incidents, as published; unknown where `NA`.", {
      unit: "share, 0 to 1",
    }),
  },
});

/** Crime survey: share of adults who suffered abuse by a partner. */
export const surveyPartnerAbuse = defineTable({
  name: "survey_partner_abuse",
  meaning:
    "Share of adults who suffered abuse by a partner, by kind, sex and age (Crime Survey for England and Wales).",
  key: ["batch", "source_line"],
  columns: {
    ...received,
    kind: column("text", "Kind of abuse as written."),
    sex: column("text", "Sex as written."),
    age_group: column("text", "Age group as written."),
    since: column("text", "Time asked about, as written: `past year` or `since age 16`."),
    prevalence: column("decimal", "Share of adults, as published.", { unit: "share, 0 to 1" }),
  },
});

import { column, defineTable, maybeColumn } from "../engine/index.ts";
import { received } from "./received.ts";

/** Hate crimes by month as forces gave them under freedom of information. */
export const hateCrimeMonth = defineTable({
  name: "hate_crime_month",
  meaning: "Hate crimes of a month as a force gave them under freedom of information; each force defines them its way.",
  key: ["batch", "source_line"],
  columns: {
    ...received,
    force_name: column("text", "Force as written, such as west_marcia."),
    month: column("date", "First day of the month."),
    hate_crimes: maybeColumn("integer", "Crimes flagged as hate crimes; unknown where not given.", { unit: "crimes" }),
    anti_muslim_crimes: maybeColumn("integer", "Crimes flagged as anti-Muslim; unknown where not given.", {
      unit: "crimes",
    }),
  },
});

/** Metropolitan Police: offences by borough and month. */
export const metBoroughMonth = defineTable({
  name: "met_borough_month",
  meaning: "Offences recorded in a month in a London borough, by minor category (Metropolitan Police).",
  key: ["batch", "source_line", "month"],
  columns: {
    ...received,
    major_category: column("text", "Major category as written, cut at 50 characters."),
    minor_category: column("text", "Minor category as written, cut at 50 characters."),
    borough: column("text", "Borough as written."),
    month: column("date", "First day of the month."),
    offences: column("integer", "Offences recorded; a combination that is missing has no row.", { unit: "offences" }),
  },
});

/** Metropolitan Police: violence against women and girls by month recorded and month committed. */
export const metFemaleVictims = defineTable({
  name: "met_female_victims",
  meaning:
    "Offences with a female victim or a flag, by month recorded, month committed and offence (Metropolitan Police).",
  key: ["batch", "source_line"],
  columns: {
    ...received,
    recorded_month: column("date", "First day of the month of recording."),
    committed_month: maybeColumn("date", "First day of the month from which it was committed, where known."),
    committed_mark: column("text", "Why the month committed is unknown; empty where it is known.", {
      oneOf: ["", "empty", "placeholder", "after-recorded"],
    }),
    committed_as_written: column("text", "The month committed as written, such as 1900-01."),
    offence_group: column("text", "Offence group as written."),
    offence_code_label: column("text", "Title of the class as written."),
    offence_wording: column("text", "Wording of the offence as written."),
    vawg_offence: column("text", "The source's own grouping, as written."),
    offences: column("integer", "Offences recorded.", { unit: "offences" }),
  },
});

/** Kent's stalking and harassment by quarter, worked out from other published tables. */
export const kentQuarter = defineTable({
  name: "kent_quarter",
  meaning:
    "Stalking and harassment recorded in Kent by quarter, summed from code-level tables or derived from rolling years.",
  key: ["batch", "source_line"],
  columns: {
    ...received,
    financial_year: column("text", "Financial year as written."),
    financial_quarter: column("integer", "Quarter of the financial year; 1 is April to June."),
    period_from: column("date", "First day of the quarter."),
    total: column("integer", "Offences of the whole group.", { unit: "offences" }),
    basis: column("text", "Whether the total was summed from published classes or derived.", {
      oneOf: ["published", "derived"],
    }),
    harassment_8l: maybeColumn("integer", "Class 8L, where published.", { unit: "offences" }),
    aggravated_8m: maybeColumn("integer", "Class 8M, where published.", { unit: "offences" }),
    stalking_8q: maybeColumn("integer", "Class 8Q, where published.", { unit: "offences" }),
    malicious_8r: maybeColumn("integer", "Class 8R, where published.", { unit: "offences" }),
    rolling_year: maybeColumn("integer", "The rolling year to the quarter's end as ONS gave it.", { unit: "offences" }),
  },
});

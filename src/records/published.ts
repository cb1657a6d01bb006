import { column, defineTable, maybeColumn } from "../engine/index.ts";

const batch = column("text", "The batch that brought the row.");
const sourceLine = column("integer", "Line of the source file or row of the source sheet.", { unit: "line" });

/** Home Office open data: recorded crime by force area, quarter and offence code. */
export const recordedCrime = defineTable({
  name: "recorded_crime",
  meaning: "Offences recorded in a financial quarter, by force and recorded-crime class (Home Office open data).",
  key: ["batch", "source_line"],
  columns: {
    batch,
    source_line: sourceLine,
    financial_year: column("text", "Financial year as written, such as 2017/18."),
    financial_quarter: column("integer", "Quarter of the financial year; 1 is April to June."),
    period_from: column("date", "First day of the quarter."),
    force_name: column("text", "Force as written."),
    offence_description: column("text", "Title of the class as written."),
    offence_group: column("text", "Offence group as written."),
    offence_subgroup: column("text", "Offence subgroup as written."),
    offence_code: column("text", "Recorded-crime class."),
    offences: column("integer", "Offences recorded; negative for a correction.", { unit: "offences" }),
  },
});

/** Home Office open data: outcomes by force area, quarter, offence code and outcome. */
export const crimeOutcome = defineTable({
  name: "crime_outcome",
  meaning: "Outcomes by force, quarter, recorded-crime class and outcome type (Home Office open data).",
  key: ["batch", "source_line"],
  columns: {
    batch,
    source_line: sourceLine,
    financial_year: column("text", "Financial year as written."),
    financial_quarter: column("integer", "Quarter of the financial year; 1 is April to June."),
    period_from: column("date", "First day of the quarter."),
    force_name: column("text", "Force as written."),
    offence_description: column("text", "Title of the class as written."),
    offence_group: column("text", "Offence group as written."),
    offence_subgroup: column("text", "Offence subgroup as written."),
    offence_code: column("text", "Recorded-crime class."),
    expired: column("boolean", "Whether the source marks the class as expired."),
    outcome_description: column("text", "Outcome as written."),
    outcome_group: column("text", "Outcome group as written."),
    outcome_type: column("text", "Outcome type as written, such as 1 or 1A."),
    of_recorded: maybeColumn(
      "integer",
      "Offences recorded in the quarter that have this outcome so far; unknown for an expired class.",
      { unit: "offences" },
    ),
    assigned: maybeColumn(
      "integer",
      "Outcomes assigned in the quarter, whenever the offence was recorded; unknown where none can be.",
      { unit: "outcomes" },
    ),
  },
});

/** ONS police force area table: offences in the twelve months to a quarter's end. */
export const rollingYear = defineTable({
  name: "rolling_year",
  meaning: "Offences recorded in the twelve months to a date, by force and offence group (ONS).",
  key: ["batch", "source_line"],
  columns: {
    batch,
    source_line: sourceLine,
    ending: column("date", "Last day of the twelve months; a day that is not a month's end is moved to it."),
    ending_as_written: column("text", "The date as written, such as 30-12-2017."),
    force_name: column("text", "Force as written."),
    region: column("text", "Region as written."),
    offence_group: column("text", "Offence group as written."),
    offences: column("integer", "Offences recorded in the twelve months.", { unit: "offences" }),
  },
});

/** Throughline's own tidy table of published facts. */
export const publishedFact = defineTable({
  name: "published_fact",
  meaning: "One published number in Throughline's own tidy form, with its source, release and licence.",
  key: ["batch", "source_line"],
  columns: {
    batch,
    source_line: sourceLine,
    area: column("text", "Area slug."),
    class: column("text", "Recorded-crime class or named group."),
    measure: column("text", "What is counted."),
    part: column("text", "Part of the measure; empty for the whole."),
    period_from: column("date", "First day of the period."),
    period_to: column("date", "Last day of the period."),
    value: column("decimal", "The number."),
    dataset: column("text", "Dataset that states it."),
    release: column("text", "Release of the dataset."),
    released: maybeColumn("date", "Day the release came out, where known."),
    source: column("text", "Source in words."),
    source_row: column("text", "Row or rows of the source file."),
    licence: column("text", "Licence of the source."),
  },
});

/** A row that could not be read, kept with the reason. */
export const reject = defineTable({
  name: "reject",
  meaning: "A source row that was not accepted, with the reason and what was found.",
  key: ["batch", "source_line", "reason", "column_name"],
  columns: {
    batch,
    source_line: sourceLine,
    reason: column("text", "Reason code, such as not-a-whole-number or ragged-row."),
    column_name: column("text", "Column that could not be read; empty when it is the row."),
    found: column("text", "What stood there."),
    row_text: column("text", "The row as received, its cells joined by commas."),
  },
});

import { datasetNamed, severityScore } from "../../records/index.ts";
import type { Profile } from "../profile.ts";
import { decimal, monthEndOf, oneLineText, orUnknown, type Reader, text, yearMonthDay } from "../readers.ts";

const monthEnd: Reader = { ...yearMonthDay, value: (cell) => monthEndOf(yearMonthDay.value(cell)) };

/** ONS crime severity score; each release has its own weights, so releases are kept apart. */
export const onsSeverity: Profile = {
  id: "ons-severity",
  title: "ONS crime severity score by police force area",
  makes: severityScore,
  fields: {
    offence_group: { header: "offence_group", read: text },
    area_code: { header: "code", read: text },
    area_name: { header: "name", read: text },
    year_label: { header: "year", read: oneLineText },
    year_ending: { header: "year_ending", read: monthEnd },
    score: { header: "severity_score", read: orUnknown(decimal, ":") },
  },
  publication: datasetNamed("ons-severity"),
};

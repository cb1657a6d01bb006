import { sql } from "../../engine/index.ts";
import { datasetNamed, crimeOutcome } from "../../records/index.ts";
import type { Profile } from "../profile.ts";
import {
  anyText,
  financialQuarterStart,
  financialYear,
  orUnknown,
  quarter,
  type Reader,
  text,
  wholeNumber,
} from "../readers.ts";

const expiredMark: Reader = {
  reason: "not-a-mark",
  expected: "x or nothing",
  value: (cell) => sql`CASE WHEN ${cell} IN ('', 'x', 'X') THEN ${cell} <> '' END`,
  unknown: [],
};

/** Home Office crime outcomes open data table: force × quarter × offence code × outcome. */
export const hoOutcomes: Profile = {
  id: "ho-outcomes",
  title: "Home Office crime outcomes by force area",
  makes: crimeOutcome,
  fields: {
    financial_year: { header: "Financial Year", read: financialYear },
    financial_quarter: { header: "Financial Quarter", read: quarter },
    force_name: { header: ["Force Name", "Force"], read: text },
    offence_description: { header: "Offence Description", read: text },
    offence_group: { header: "Offence Group", read: text },
    offence_subgroup: { header: ["Offence Subgroup", "Offence Sub-group"], read: text },
    offence_code: { header: "Offence Code", read: text },
    expired: { header: "Offence code expired", read: expiredMark },
    outcome_description: { header: "Outcome Description", read: text },
    outcome_group: { header: "Outcome Group", read: anyText },
    outcome_type: { header: "Outcome Type", read: text },
    of_recorded: {
      header: "Force outcomes for offences recorded in quarter",
      read: orUnknown(wholeNumber, "N/A - offence code expired"),
    },
    assigned: { header: "Force outcomes recorded in quarter", read: orUnknown(wholeNumber, "NA") },
  },
  derived: {
    period_from: ({ value }) => financialQuarterStart(value("financial_year"), value("financial_quarter")),
  },
  publication: datasetNamed("ho-outcomes"),
};

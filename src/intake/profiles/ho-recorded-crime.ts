import { datasetNamed, recordedCrime } from "../../records/index.ts";
import type { Profile } from "../profile.ts";
import { financialQuarterStart, financialYear, quarter, text, wholeNumber } from "../readers.ts";

/** Home Office police recorded crime open data table: force × quarter × offence code, in CSV, ODS and XLSX. */
export const hoRecordedCrime: Profile = {
  id: "ho-recorded-crime",
  title: "Home Office recorded crime by force area",
  makes: recordedCrime,
  fields: {
    financial_year: { header: "Financial Year", read: financialYear },
    financial_quarter: { header: "Financial Quarter", read: quarter },
    force_name: { header: ["Force Name", "Force"], read: text },
    offence_description: { header: "Offence Description", read: text },
    offence_group: { header: "Offence Group", read: text },
    offence_subgroup: { header: ["Offence Subgroup", "Offence Sub-group"], read: text },
    offence_code: { header: "Offence Code", read: text },
    offences: { header: "Number of Offences", read: wholeNumber },
  },
  derived: {
    period_from: ({ value }) => financialQuarterStart(value("financial_year"), value("financial_quarter")),
  },
  publication: datasetNamed("ho-recorded-crime"),
};

import { sql } from "../../engine/index.ts";
import { datasetNamed, metFemaleVictims } from "../../records/index.ts";
import type { Profile, ReadRow } from "../profile.ts";
import { orUnknown, text, wholeNumber, yearMonth } from "../readers.ts";

/** Metropolitan Police: violence against women and girls, by month recorded and month committed. */
export const metVawg: Profile = {
  id: "met-vawg",
  title: "Metropolitan Police offences against women and girls",
  makes: metFemaleVictims,
  fields: {
    recorded_month: { header: "recorded_month", read: yearMonth },
    committed_from: { header: "committed_from_month", read: orUnknown(yearMonth, "") },
    offence_group: { header: "offence_group", read: text },
    offence_code_label: { header: "offence_code_label", read: text },
    offence_wording: { header: "offence_wording", read: text },
    vawg_offence: { header: "vawg_offence", read: text },
    offences: { header: "count", read: wholeNumber },
  },
  derived: {
    committed_as_written: ({ cell }) => cell("committed_from"),
    committed_mark: markOf,
    committed_month: (row) => sql`CASE WHEN ${markOf(row)} = '' THEN ${row.value("committed_from")} END`,
  },
  publication: datasetNamed("met-vawg"),
};

/** A system that must have a date is given 1900; an offence cannot be committed after it is recorded. */
function markOf({ value }: ReadRow): ReturnType<typeof sql> {
  const committed = value("committed_from");
  return sql`CASE
    WHEN ${committed} IS NULL THEN 'empty'
    WHEN EXTRACT(YEAR FROM ${committed}) = 1900 THEN 'placeholder'
    WHEN ${committed} > ${value("recorded_month")} THEN 'after-recorded'
    ELSE '' END`;
}

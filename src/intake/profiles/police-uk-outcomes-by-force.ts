import { sql } from "../../engine/index.ts";
import { datasetNamed, streetOutcomeForce } from "../../records/index.ts";
import type { Profile } from "../profile.ts";
import { type Reader, text, wholeNumber } from "../readers.ts";

/** A pivot table calls the column of crimes without an outcome `(blank)`. */
const outcomeHeader: Reader = {
  ...text,
  value: (cell) => sql`CASE WHEN ${cell} = '(blank)' THEN '' ELSE ${cell} END`,
};

/** How the last outcomes of data.police.uk begin; any header that begins so is a column of counts. */
const OUTCOME =
  /^(\(blank\)$|Offender |Suspect |Defendant |Court |Awaiting |Action to be taken|Formal action|Further |Investigation |Under investigation|Unable to prosecute|Local resolution|Status update)/;

/** Crosstab of street-level crime by force and last outcome: a column an outcome; a blank cell is no row. */
export const policeUkOutcomesByForce: Profile = {
  id: "police-uk-outcomes-by-force",
  title: "Street-level crime by force and last outcome, crosstab",
  makes: streetOutcomeForce,
  fields: { force_name: { header: "Force", read: text } },
  unpivot: {
    isValue: (header) => OUTCOME.test(header),
    atLeast: 5,
    name: { column: "last_outcome", read: outcomeHeader },
    value: { column: "crimes", read: wholeNumber },
  },
  publication: datasetNamed("police-uk-outcomes-by-force"),
};

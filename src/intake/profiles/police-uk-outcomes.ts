import { datasetNamed, streetOutcome } from "../../records/index.ts";
import type { Profile } from "../profile.ts";
import { text } from "../readers.ts";
import { streetPlace } from "./police-uk-street.ts";

/** Outcome files of data.police.uk, one force and month each, alone or inside the site's zip. */
export const policeUkOutcomes: Profile = {
  id: "police-uk-outcomes",
  title: "data.police.uk outcomes",
  makes: streetOutcome,
  fields: { ...streetPlace, outcome_type: { header: "Outcome type", read: text } },
  publication: datasetNamed("police-uk-outcomes"),
};

import { datasetNamed, streetOutcomeYear } from "../../records/index.ts";
import type { Profile } from "../profile.ts";
import { anyText, text, wholeNumber, year } from "../readers.ts";

/** Street-level crime counted by year, category, force and last outcome; the count has no name of its own (`f0_`). */
export const policeUkOutcomesByYear: Profile = {
  id: "police-uk-outcomes-by-year",
  title: "Street-level crime counted by year, force and last outcome",
  makes: streetOutcomeYear,
  fields: {
    year: { header: "Year", read: year },
    crimes: { header: "f0_", read: wholeNumber },
    crime_type: { header: "crime_type", read: text },
    reported_by: { header: "reported_by", read: text },
    last_outcome: { header: "last_outcome_category", read: anyText },
  },
  publication: datasetNamed("police-uk-outcomes-by-year"),
};

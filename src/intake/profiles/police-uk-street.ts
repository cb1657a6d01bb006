import { datasetNamed, streetCrime } from "../../records/index.ts";
import type { Field, Profile } from "../profile.ts";
import { anyText, decimal, orUnknown, text, yearMonth } from "../readers.ts";

/** What the street files and the outcome files of data.police.uk share. */
export const streetPlace: Readonly<Record<string, Field>> = {
  crime_id: { header: "Crime ID", read: orUnknown(text, "") },
  month: { header: "Month", read: yearMonth },
  reported_by: { header: "Reported by", read: text },
  falls_within: { header: "Falls within", read: text },
  longitude: { header: "Longitude", read: orUnknown(decimal, "") },
  latitude: { header: "Latitude", read: orUnknown(decimal, "") },
  location: { header: "Location", read: anyText },
  lsoa_code: { header: "LSOA code", read: anyText },
  lsoa_name: { header: "LSOA name", read: anyText },
};

/** Street-level files of data.police.uk, one force and month each, alone or inside the site's zip. */
export const policeUkStreet: Profile = {
  id: "police-uk-street",
  title: "data.police.uk street-level crime",
  makes: streetCrime,
  fields: {
    ...streetPlace,
    crime_type: { header: "Crime type", read: text },
    last_outcome: { header: "Last outcome category", read: anyText },
    context: { header: "Context", read: anyText },
  },
  publication: datasetNamed("police-uk-street"),
};

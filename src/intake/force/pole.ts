import { sql } from "../../engine/index.ts";
import type { Profile } from "../profile.ts";
import { personHeaders, RELATIONSHIP_HEADERS } from "./person-headers.ts";
import { systemProfile } from "./system.ts";

/** A header of the standard, with its number before it, behind it or left out. */
function numbered(number: string, ...names: readonly string[]): readonly string[] {
  return [...names.flatMap((each) => [each, `${number} ${each}`, `${each} (${number})`]), number];
}

const headers = systemProfile({
  id: "pole",
  title: "Fields of the NPCC minimum POLE data standards",
  eventRef: [
    "urn",
    "event urn",
    "crime urn",
    "incident urn",
    "crime reference number",
    "unique reference number",
    "event reference",
  ],
  knownBy: {
    offence_code: numbered("DS_074", "Home Office Classification"),
    reported_at: ["reported date", "reported date and time", "date reported", "reported date time"],
  },
  event: {
    kind: ["event type", "event"],
    recorded_at: ["recorded date", "recorded date and time", "date recorded", "recorded date time"],
    entered_at: ["entered date", "entered date and time", "created date"],
    occurred_from: [
      "date of offence",
      "date of offence from",
      "offence date from",
      "date and time of offence",
      "date/time of offence",
      "date from",
      "date",
    ],
    occurred_to: ["date of offence to", "offence date to", "date to"],
    class: ["recorded crime class", "ho class"],
    offence_title: numbered("DS_078", "Crime Type"),
    initial_class: numbered("DS_091", "NSIR Opening Code"),
    status: numbered("DS_084", "Crime Status/Clear-up Method", "Crime Status", "Clear-up Method"),
    outcome_code: numbered("DS_083", "Crime Outcome"),
    outcome_at: ["crime outcome date", "outcome date"],
    flags: numbered("DS_096", "Hate Crime?", "Hate Crime"),
    district: ["area", "district"],
    postcode: ["postcode", "location postcode"],
    unit: ["unit"],
    officer: ["recording officer", "recording officer collar number", "recording officer collar no"],
    summary: numbered("DS_088", "MO", "Modus Operandi"),
  },
  people: {
    victim: personHeaders("victim"),
    suspect: {
      ...personHeaders("suspect"),
      relationship: [...numbered("DS_047", "Relationship"), ...RELATIONSHIP_HEADERS],
    },
  },
});

/** Crimes and incidents in the fields of the NPCC's minimum POLE data standards (dictionary 1.1, July 2023). */
export const pole: Profile = {
  ...headers,
  derived: {
    flags: ({ value }) =>
      sql`CASE WHEN ${value("flags")} IN ('yes', 'y', 'true', '1') THEN 'hate' WHEN ${value("flags")} NOT IN ('no', 'n', 'false', '0') THEN ${value("flags")} END`,
  },
};

import { sql } from "../../engine/index.ts";
import { datasetNamed, mentionVersion } from "../../records/index.ts";
import type { Profile } from "../profile.ts";
import { needed, reference, written } from "./fields.ts";
import { personHeaders, RELATIONSHIP_HEADERS } from "./person-headers.ts";
import { systemProfile } from "./system.ts";
import { role } from "./words.ts";

const OCCURRENCE = [
  "occurrence number",
  "occurrence no",
  "occurrence ref",
  "occurrence reference",
  "occ number",
  "occ no",
  "occurrence",
];

/** An occurrence export in the manner of Niche RMS; its columns are what typical exports hold (unconfirmed). */
export const niche = systemProfile({
  id: "niche",
  title: "Occurrence export in the manner of Niche",
  eventRef: OCCURRENCE,
  knownBy: {
    recorded_at: [
      "recorded time",
      "recorded date",
      "recorded datetime",
      "recorded date/time",
      "date recorded",
      "created time",
    ],
  },
  event: {
    incident_ref: ["cad number", "cad ref", "incident number", "dispatch number", "log number"],
    kind: ["occurrence kind", "record kind", "occurrence class"],
    reported_at: ["reported time", "reported date", "reported datetime", "reported date/time", "date reported"],
    entered_at: ["entered time", "entry time", "entered date", "last modified", "modified time"],
    occurred_from: ["start time", "occurred from", "occurred start", "start date", "committed from"],
    occurred_to: ["end time", "occurred to", "occurred end", "end date", "committed to"],
    offence_code: ["ho code", "home office code", "ccr code", "offence code", "ho offence code"],
    offence_title: ["occurrence type", "offence title", "offence", "current type"],
    class: ["ho class", "current classification", "stats classification", "classification", "ho classification"],
    initial_class: ["initial classification", "initial type", "original classification"],
    status: ["occurrence status", "status"],
    outcome_code: ["outcome code", "outcome", "disposal"],
    outcome_at: ["outcome date", "outcome time", "disposal date"],
    cancelled_reason: ["cancelled reason", "no crime reason", "n100 reason", "unfounded reason"],
    included_offences: ["included classifications", "included offences", "other classifications"],
    flags: ["flags", "markers", "local qualifiers", "qualifiers", "study flags"],
    district: ["district", "area", "beat", "ward", "lpu"],
    postcode: ["postcode", "location postcode"],
    lsoa: ["lsoa", "lsoa code"],
    unit: ["unit", "responsible unit", "team"],
    officer: ["oic", "officer in case", "investigating officer", "responsible officer"],
    summary: ["summary", "mo", "mo text", "occurrence summary"],
  },
  people: {
    victim: personHeaders("victim"),
    suspect: { ...personHeaders("suspect"), relationship: RELATIONSHIP_HEADERS },
  },
});

/** Niche's people in a file of their own: an involvement of a person in an occurrence a row. */
export const nichePeople: Profile = {
  id: "niche",
  title: "People involved in occurrences, in the manner of Niche",
  makes: mentionVersion,
  fields: {
    force: written(["force", "force name"]),
    event_ref: reference(OCCURRENCE),
    role: { ...role(["involvement", "involvement type", "classification", "role"]), optional: false },
    nominal_ref: {
      ...written(["person id", "niche id", "nominal", "nominal ref", "person urn", "person number"]),
      optional: false,
    },
    entered_at: needed(["entered time", "entry time", "created time"]),
    given_name: written(["given 1", "g1", "forename", "given name", "first name"]),
    middle_names: written(["given 2", "g2", "middle names", "middle name"]),
    family_name: written(["surname", "family name", "last name"]),
    alias: written(["alias", "aliases", "maiden name"]),
    birth_date: written(["dob", "date of birth", "birth date"]),
    sex: written(["sex", "gender"]),
    ethnicity: written(["ethnicity", "self-defined ethnicity", "self defined ethnicity"]),
    phone: written(["phone", "telephone", "mobile", "phone number"]),
    email: written(["email", "e-mail"]),
    handle: written(["social media", "handle", "social media tag"]),
    vehicle: written(["vehicle", "vrm"]),
    address: written(["address", "home address"]),
    postcode: written(["postcode", "home postcode"]),
    relationship: written(RELATIONSHIP_HEADERS),
  },
  derived: {
    mention_ref: ({ value }) =>
      sql`${value("event_ref")} || '/' || ${value("role")} || '/' || COALESCE(${value("nominal_ref")}, 'line ' || line)`,
  },
  publication: datasetNamed("force-records"),
};

import { personHeaders, RELATIONSHIP_HEADERS } from "./person-headers.ts";
import { systemProfile } from "./system.ts";

const EVENT_HEADERS = {
  incident_ref: [
    "cad ref",
    "incident ref",
    "cad reference",
    "incident (cad) ref",
    "incident reference",
    "incident number",
    "cad number",
    "storm ref",
  ],
  kind: ["record type", "investigation type"],
  reported_at: [
    "reported date/time",
    "reported datetime",
    "reported date time",
    "date reported",
    "reported date",
    "reported on",
  ],
  entered_at: [
    "entered date/time",
    "entered datetime",
    "created date/time",
    "created date",
    "date created",
    "last updated",
    "updated date",
  ],
  occurred_from: [
    "committed from",
    "committed from date",
    "committed from date/time",
    "occurred from",
    "offence start date",
    "date first committed",
    "committed on/from date",
  ],
  occurred_to: [
    "committed to",
    "committed to date",
    "committed to date/time",
    "occurred to",
    "offence end date",
    "date last committed",
  ],
  offence_title: ["offence title", "full offence title", "offence", "offence description"],
  class: ["current classification", "ho class", "ho classification", "home office classification", "classification"],
  initial_class: ["initial classification", "initial class", "original classification"],
  status: ["status", "crime status", "investigation status"],
  outcome_code: ["outcome code", "outcome", "ho outcome", "outcome type"],
  outcome_at: ["outcome date", "outcome date/time", "date of outcome"],
  cancelled_reason: [
    "cancelled reason",
    "cancelled (n100) reason",
    "n100 reason",
    "cancellation reason",
    "no crime reason",
    "n100",
  ],
  included_offences: ["included classifications", "included classification", "included offences"],
  flags: ["flags", "keywords", "special interest markers", "special interest marker", "markers"],
  district: ["district", "division", "lpa", "command unit"],
  postcode: ["postcode", "location postcode", "offence postcode"],
  lsoa: ["lsoa", "lsoa code"],
  unit: ["unit", "team", "station", "oic unit"],
  officer: ["oic", "officer in the case", "officer in case", "oic collar number", "investigating officer"],
  summary: ["mo", "mo text", "modus operandi", "summary"],
};

/**
 * A crime export in the manner of Athena: an investigation a row, one victim and one suspect beside it. No list of its
 * columns is published; these are what typical exports hold (unconfirmed).
 */
export const athena = systemProfile({
  id: "athena",
  title: "Crime export in the manner of Athena",
  eventRef: [
    "urn",
    "athena urn",
    "investigation urn",
    "crime ref",
    "crime reference",
    "crime reference number",
    "crime number",
  ],
  knownBy: {
    recorded_at: [
      "recorded date/time",
      "recorded datetime",
      "recorded date time",
      "date recorded",
      "recorded date",
      "recorded on",
    ],
    offence_code: ["ho code", "home office code", "ho offence code", "offence code"],
  },
  event: EVENT_HEADERS,
  people: {
    victim: personHeaders("victim"),
    suspect: { ...personHeaders("suspect"), relationship: RELATIONSHIP_HEADERS },
  },
  kind: "crime",
});

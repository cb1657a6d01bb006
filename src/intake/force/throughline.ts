import {
  ACTION_KINDS,
  actionVersion,
  datasetNamed,
  DECISION_KINDS,
  decisionVersion,
  EVENT_KINDS,
  eventVersion,
  mentionVersion,
  officerVersion,
  ORDER_KINDS,
  orderVersion,
  trainingVersion,
} from "../../records/index.ts";
import type { Field, Profile } from "../profile.ts";
import { flags, needed, reference, wanted, word, written } from "./fields.ts";
import { role } from "./words.ts";

/** Every file of a delivery in Throughline's own record profile may say the force in its rows. */
const force = { force: written("force") };

const events: Profile = {
  ...ownProfile("events of a force"),
  makes: eventVersion,
  fields: {
    ...force,
    event_ref: reference("event_ref"),
    incident_ref: written("incident_ref"),
    kind: { ...word("kind", EVENT_KINDS), optional: false },
    reported_at: wanted("reported_at"),
    recorded_at: needed("recorded_at"),
    entered_at: needed("entered_at"),
    occurred_from: wanted("occurred_from"),
    occurred_to: wanted("occurred_to"),
    outcome_at: wanted("outcome_at"),
    flags: flags("flags"),
    ...writtenAs(
      "offence_code",
      "offence_title",
      "class",
      "initial_class",
      "status",
      "outcome_code",
      "cancelled_reason",
    ),
    ...writtenAs("included_offences", "district", "postcode", "lsoa", "unit", "officer", "summary"),
  },
};

const people: Profile = {
  ...ownProfile("people mentioned in events of a force"),
  makes: mentionVersion,
  fields: {
    ...force,
    mention_ref: reference("mention_ref"),
    event_ref: reference("event_ref"),
    role: { ...role("role"), optional: false },
    entered_at: needed("entered_at"),
    ...writtenAs("nominal_ref", "given_name", "middle_names", "family_name", "alias", "birth_date", "sex", "ethnicity"),
    ...writtenAs("phone", "email", "handle", "vehicle", "address", "postcode", "relationship"),
  },
};

const actions: Profile = {
  ...ownProfile("actions of a force"),
  makes: actionVersion,
  fields: {
    ...force,
    action_ref: reference("action_ref"),
    event_ref: reference("event_ref"),
    kind: word("kind", ACTION_KINDS),
    at: wanted("at"),
    entered_at: needed("entered_at"),
    ...writtenAs("officer", "result", "text"),
  },
};

const orders: Profile = {
  ...ownProfile("orders that protect people"),
  makes: orderVersion,
  fields: {
    ...force,
    order_ref: reference("order_ref"),
    kind: word("kind", ORDER_KINDS),
    made_at: wanted("made_at"),
    ends_at: wanted("ends_at"),
    entered_at: needed("entered_at"),
    ...writtenAs("subject_nominal", "protected_nominal", "conditions"),
  },
};

const decisions: Profile = {
  ...ownProfile("decisions by people"),
  makes: decisionVersion,
  fields: {
    ...force,
    decision_ref: reference("decision_ref"),
    kind: word("kind", DECISION_KINDS),
    verdict: word("verdict", []),
    decided_at: needed("decided_at"),
    entered_at: needed("entered_at"),
    ...writtenAs("subject_a", "subject_b", "author", "reason"),
  },
};

const staff: Profile = {
  ...ownProfile("staff of a force"),
  makes: officerVersion,
  fields: {
    ...force,
    officer: reference("officer"),
    unit: { ...written("unit"), optional: false },
    entered_at: needed("entered_at"),
    ...writtenAs("role"),
  },
};

const training: Profile = {
  ...ownProfile("training of a force's staff"),
  makes: trainingVersion,
  fields: {
    ...force,
    officer: reference("officer"),
    course: reference("course"),
    completed_at: wanted("completed_at"),
    valid_until: wanted("valid_until"),
    entered_at: needed("entered_at"),
  },
};

/** The files of a delivery in Throughline's own record profile, one by one. */
export const throughlineProfiles: readonly Profile[] = [events, people, actions, orders, decisions, staff, training];

function ownProfile(what: string): Pick<Profile, "id" | "title" | "publication"> {
  return {
    id: "throughline",
    title: `Throughline's record profile: ${what}`,
    publication: datasetNamed("force-records"),
  };
}

function writtenAs(...columns: readonly string[]): Record<string, Field> {
  return Object.fromEntries(columns.map((column) => [column, written(column)]));
}

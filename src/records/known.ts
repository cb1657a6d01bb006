import { type Column, column, defineTable, maybeColumn } from "../engine/index.ts";
import { actionVersion, orderVersion } from "./force-actions.ts";
import { decisionVersion } from "./force-decisions.ts";
import { eventVersion } from "./force-events.ts";
import { mentionVersion } from "./force-people.ts";
import { officerVersion, trainingVersion } from "./force-staff.ts";

/** Which of its times a row's being there rests on. */
export const ENTERED_BASES = ["entered", "decided", "received"] as const;

const entered = {
  entered_at: column("timestamp", "From when on the row was there: when it was entered, or else received."),
  entered_basis: column("text", "Which time entered_at is.", { oneOf: ENTERED_BASES }),
};

const version = {
  version: column("integer", "Which version of the record this is, from 1, in the order entered."),
};

/** What was there of events by the build's moment: every version, in order. */
export const eventThere = defineTable({
  name: "event_there",
  meaning: "Every version of an event that was there, numbered in the order entered.",
  key: ["force", "event_ref", "version"],
  columns: {
    ...known(eventVersion.columns),
    ...version,
    is_latest: column("boolean", "Whether it is the latest version that was there."),
    ...entered,
  },
});

/** The events as of the build's moment: the latest version of each that was there. */
export const event = defineTable({
  name: "event",
  meaning: "A crime, incident or intelligence report in the latest version that was there.",
  key: ["force", "event_ref"],
  columns: { ...known(eventVersion.columns), ...version, ...entered },
});

/** Every version of an event that was there, with its class by rule beside the class as recorded. */
export const classified = defineTable({
  name: "classified",
  meaning: "The class of each version of an event by its offence code, date and rule, beside the class as recorded.",
  key: ["force", "event_ref", "version"],
  columns: {
    batch: eventVersion.columns.batch,
    source_line: eventVersion.columns.source_line,
    force: eventVersion.columns.force,
    event_ref: eventVersion.columns.event_ref,
    ...version,
    is_latest: column("boolean", "Whether it is the latest version that was there."),
    ...entered,
    dated: maybeColumn("date", "The day whose rules hold: recorded, else reported, else entered."),
    offence_code: maybeColumn("text", "Offence code in its one spelling, such as 8/65; as written where not known."),
    recorded_class: maybeColumn("text", "Class as the force recorded it."),
    rule_class: maybeColumn(
      "text",
      "Class that the code, else the title, has on that day; unknown where none is known.",
    ),
    rule_basis: column("text", "What rule_class rests on.", {
      oneOf: ["code", "title", "class", "none"],
    }),
    agrees: maybeColumn("boolean", "Whether both classes are the same; unknown where one is."),
  },
});

/** The offences that versions of events hold beside the principal one. */
export const includedOffence = defineTable({
  name: "included_offence",
  meaning: "An offence included under an event's principal one, with its class by rule; up to eight a version.",
  key: ["force", "event_ref", "version", "place"],
  columns: {
    force: eventVersion.columns.force,
    event_ref: eventVersion.columns.event_ref,
    ...version,
    place: column("integer", "Its place among the included offences, from 1."),
    is_latest: column("boolean", "Whether the version is the latest that was there."),
    dated: maybeColumn("date", "The day whose rules hold."),
    offence_code: column("text", "Offence code in its one spelling; as written where not known."),
    rule_class: maybeColumn("text", "Class of the code on that day; unknown where none is known."),
  },
});

/** The mentions of people as of the build's moment. */
export const personMention = defineTable({
  name: "person_mention",
  meaning: "A person as one event mentions them, in the latest version that was there.",
  key: ["force", "mention_ref"],
  columns: { ...known(mentionVersion.columns), ...version, ...entered },
});

/** What was done, as of the build's moment. */
export const action = defineTable({
  name: "action",
  meaning: "What was done about an event, in the latest version that was there.",
  key: ["force", "action_ref"],
  columns: { ...known(actionVersion.columns), ...version, ...entered },
});

/** Orders, as of the build's moment. */
export const protectionOrder = defineTable({
  name: "protection_order",
  meaning: "A court order that protects somebody, in the latest version that was there.",
  key: ["force", "order_ref"],
  columns: { ...known(orderVersion.columns), ...version, ...entered },
});

/** Decisions by people, as of the build's moment. */
export const decision = defineTable({
  name: "decision",
  meaning: "A decision by a named person about records, in the latest version that was there.",
  key: ["force", "decision_ref"],
  columns: { ...known(decisionVersion.columns), ...version, ...entered },
});

/** Staff, as of the build's moment. When a file without times came in is no part of it, so that equal inputs stay equal. */
export const officer = defineTable({
  name: "officer",
  meaning: "A member of a force's staff, in the latest version that was there.",
  key: ["force", "officer"],
  columns: { ...known(officerVersion.columns), ...version },
});

/** Training, as of the build's moment. */
export const trainingRecord = defineTable({
  name: "training_record",
  meaning: "A course that a member of staff completed, in the latest version that was there.",
  key: ["force", "officer", "course", "completed_at"],
  columns: { ...known(trainingVersion.columns), ...version },
});

type Left = "delivery" | "received_at" | "entered_at" | "entered_at_precision";

/** A version's columns without those that only say how it came. */
function known<C extends Readonly<Record<Left, Column>>>(columns: C): Omit<C, Left> {
  const { delivery: _, received_at: __, entered_at: ___, entered_at_precision: ____, ...left } = columns;
  return left;
}

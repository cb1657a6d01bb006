import { column, defineTable, maybeColumn } from "../engine/index.ts";
import { delivered, moment, personal, reference, unread } from "./delivered.ts";

/** Kinds of event that the profile knows; another is kept in lower case with hyphens. */
export const EVENT_KINDS = ["crime", "incident", "intelligence"] as const;

/** A force's crimes, incidents and intelligence, every version that came. */
export const eventVersion = defineTable({
  name: "event_version",
  meaning: "A crime, incident or intelligence report as a force recorded it: each version that came, as received.",
  key: ["batch", "source_line"],
  columns: {
    ...delivered,
    event_ref: reference("The force's reference of the event, the same in all its versions."),
    incident_ref: personal("Reference of the incident log (CAD) that the event began as."),
    kind: column("text", `Kind of event: ${EVENT_KINDS.join(", ")}; another as written; unknown when blank.`),
    ...moment("reported_at", "When it was reported to the force."),
    ...moment("recorded_at", "When it was recorded, which decides the period it is counted in."),
    ...moment("entered_at", "When this version was entered in the force's system."),
    ...moment("occurred_from", "When it happened, or the earliest moment it can have."),
    ...moment("occurred_to", "The latest moment it can have happened."),
    offence_code: maybeColumn("text", "Home Office offence code as written, such as 8/65 or 195/12."),
    offence_title: maybeColumn("text", "Title of the offence as written."),
    class: maybeColumn("text", "Recorded-crime class as the force recorded it."),
    initial_class: maybeColumn("text", "Class it was first recorded as."),
    status: maybeColumn("text", "Status as written."),
    outcome_code: maybeColumn("text", "Outcome code as written."),
    ...moment("outcome_at", "When the outcome was given."),
    cancelled_reason: maybeColumn("text", "Why the crime was cancelled; blank when it was not."),
    included_offences: maybeColumn("text", "Codes of offences included under the principal one, joined by `;`."),
    flags: maybeColumn("text", "Flags joined by `;`: da, hate-race, cyber, repeat."),
    district: maybeColumn("text", "District as written."),
    postcode: personal("Postcode of the place, as written."),
    lsoa: personal("Code of the small area (LSOA) of the place, as written."),
    unit: maybeColumn("text", "Unit that deals with it."),
    officer: personal("Officer in the case, by the force's own number."),
    summary: personal("What happened, as written."),
    ...unread,
  },
});

import { column, defineTable, maybeColumn } from "../engine/index.ts";
import { delivered, moment, personal, reference, unread } from "./delivered.ts";

/** Kinds of action that the profile knows; another is kept in lower case with hyphens. */
export const ACTION_KINDS = [
  "attendance",
  "risk-assessment",
  "arrest",
  "warning",
  "order-application",
  "referral",
  "victim-contact",
  "supervisor-review",
  "closure",
] as const;

/** What a force did about its events, every version that came. */
export const actionVersion = defineTable({
  name: "action_version",
  meaning: "What was done about an event: each version that came, as received.",
  key: ["batch", "source_line"],
  columns: {
    ...delivered,
    action_ref: reference("The force's reference of the action."),
    event_ref: reference("The event that it was about."),
    kind: column("text", `Kind of action: ${ACTION_KINDS.join(", ")}; another as written; unknown when blank.`),
    ...moment("at", "When it was done."),
    ...moment("entered_at", "When it was entered in the force's system."),
    officer: personal("Officer who did it, by the force's own number."),
    result: maybeColumn("text", "Result as written."),
    text: personal("What was written of it."),
    ...unread,
  },
});

/** Kinds of order that the profile knows; another is kept in lower case with hyphens. */
export const ORDER_KINDS = ["restraining", "non-molestation", "stalking-protection"] as const;

/** Court orders that protect people, every version that came. */
export const orderVersion = defineTable({
  name: "order_version",
  meaning: "A court order that protects somebody from somebody: each version that came, as received.",
  key: ["batch", "source_line"],
  columns: {
    ...delivered,
    order_ref: reference("The force's reference of the order."),
    kind: column("text", `Kind of order: ${ORDER_KINDS.join(", ")}; another as written; unknown when blank.`),
    ...moment("made_at", "When it was made."),
    ...moment("ends_at", "When it ends."),
    ...moment("entered_at", "When it was entered in the force's system."),
    subject_nominal: personal("Person number of the one it binds."),
    protected_nominal: personal("Person number of the one it protects."),
    conditions: personal("Its conditions as written."),
    ...unread,
  },
});

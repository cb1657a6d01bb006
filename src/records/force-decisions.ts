import { column, defineTable } from "../engine/index.ts";
import { delivered, moment, personal, reference, unread } from "./delivered.ts";

/** Kinds of decision that the profile knows; another is kept in lower case with hyphens. */
export const DECISION_KINDS = ["same-person", "part-of-course", "class"] as const;

/** Decisions by named people about records, every version that came. */
export const decisionVersion = defineTable({
  name: "decision_version",
  meaning: "A decision by a named person about records, ingested like a record: each version that came.",
  key: ["batch", "source_line"],
  columns: {
    ...delivered,
    decision_ref: reference("Reference of the decision."),
    kind: column("text", `Kind of decision: ${DECISION_KINDS.join(", ")}; another as written; unknown when blank.`),
    subject_a: personal("The record decided about, or the first of two."),
    subject_b: personal("The second record, or what the first is decided to be."),
    verdict: column("text", "What was decided, in lower case with hyphens; unknown when blank."),
    author: personal("Who decided."),
    reason: personal("Why it was decided so."),
    ...moment("decided_at", "When it was decided, from when on it binds."),
    ...moment("entered_at", "When it was entered, where that is told apart."),
    ...unread,
  },
});

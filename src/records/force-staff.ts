import { defineTable, maybeColumn } from "../engine/index.ts";
import { delivered, moment, reference, unread } from "./delivered.ts";

/** A force's staff, every version that came. */
export const officerVersion = defineTable({
  name: "officer_version",
  meaning: "A member of a force's staff with unit and role: each version that came.",
  key: ["batch", "source_line"],
  columns: {
    ...delivered,
    officer: reference("The force's own number for the officer."),
    unit: maybeColumn("text", "Unit as written."),
    role: maybeColumn("text", "Role as written."),
    ...moment("entered_at", "When it was entered, where the file says."),
    ...unread,
  },
});

/** Courses that staff completed, every version that came. */
export const trainingVersion = defineTable({
  name: "training_version",
  meaning: "A course that a member of staff completed: each version that came.",
  key: ["batch", "source_line"],
  columns: {
    ...delivered,
    officer: reference("The force's own number for the officer."),
    course: reference("The course as written."),
    ...moment("completed_at", "When it was completed."),
    ...moment("valid_until", "Until when it counts."),
    ...moment("entered_at", "When it was entered, where the file says."),
    ...unread,
  },
});

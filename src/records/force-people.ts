import { column, defineTable } from "../engine/index.ts";
import { delivered, moment, personal, reference, unread } from "./delivered.ts";

/** Roles that the profile knows; another is kept in lower case with hyphens. */
export const ROLES = ["victim", "suspect", "witness", "reporter"] as const;

/** What one record says of one person, as written. */
const mentionColumns = {
  mention_ref: reference("The force's reference of the mention, the same in all its versions."),
  event_ref: reference("The event in which the person is mentioned."),
  role: column("text", `Role in the event: ${ROLES.join(", ")}; another as written; unknown when blank.`),
  nominal_ref: personal("The force's own person number, which is imperfect."),
  given_name: personal("Given name as written."),
  middle_names: personal("Middle names as written."),
  family_name: personal("Family name as written."),
  alias: personal("Other names as written."),
  birth_date: personal("Date of birth as written."),
  sex: personal("Sex as written."),
  ethnicity: personal("Ethnicity as written."),
  phone: personal("Phone number or numbers as written."),
  email: personal("E-mail address as written."),
  handle: personal("Name on social media as written."),
  vehicle: personal("Registration mark of a vehicle as written."),
  address: personal("Address as written."),
  postcode: personal("Postcode of the address as written."),
  relationship: personal("Relationship to the victim as written."),
};

/** People as mentioned in a force's events, every version that came. */
export const mentionVersion = defineTable({
  name: "mention_version",
  meaning: "A person as one event mentions them: each version that came, as received.",
  key: ["batch", "source_line"],
  columns: {
    ...delivered,
    ...mentionColumns,
    ...moment("entered_at", "When it was entered; blank where it came in with the version of its event."),
    ...unread,
  },
});

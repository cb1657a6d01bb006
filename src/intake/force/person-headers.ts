/** How systems call the relationship of a suspect to a victim. */
export const RELATIONSHIP_HEADERS: readonly string[] = [
  "victim-offender relationship",
  "victim offender relationship",
  "relationship",
  "relationship to victim",
  "suspect relationship to victim",
];

/** What exports call the columns of a person who stands in the same row as the event: `victim surname`. */
export function personHeaders(who: string): Readonly<Record<string, readonly string[]>> {
  return {
    nominal_ref: [`${who} urn`, `${who} nominal`, `${who} nominal ref`, `${who} person urn`, `${who} id`],
    given_name: [`${who} forename`, `${who} first name`, `${who} given name`, `${who} forename 1`, `${who} forenames`],
    middle_names: [`${who} middle name`, `${who} middle names`, `${who} forename 2`],
    family_name: [`${who} surname`, `${who} family name`, `${who} last name`],
    alias: [`${who} alias`],
    birth_date: [`${who} dob`, `${who} date of birth`],
    sex: [`${who} sex`, `${who} gender`],
    ethnicity: [`${who} self-defined ethnicity`, `${who} self defined ethnicity`, `${who} ethnicity`],
    phone: [`${who} phone`, `${who} telephone`, `${who} mobile`],
    email: [`${who} email`, `${who} e-mail`],
    address: [`${who} address`],
    postcode: [`${who} postcode`],
  };
}

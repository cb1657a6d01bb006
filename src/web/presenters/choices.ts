import type { Law } from "../../law/index.ts";

/** A list to choose from, under headings. */
export type Choices = readonly { readonly label: string; readonly options: readonly Choice[] }[];

export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly selected: boolean;
}

/** All areas under their kinds. */
export function areaChoices(law: Law, chosen: string): Choices {
  const known = AREA_KINDS.map(([kind, label]) => ({
    label,
    options: law.areas
      .filter((each) => each.kind === kind)
      .map(({ slug, name }) => ({ value: slug, text: name, selected: slug === chosen }))
      .toSorted((a, b) => (a.text < b.text ? -1 : 1)),
  })).filter(({ options }) => options.length > 0);
  return isAmong(known, chosen) || chosen === "" ? known : [asGiven(chosen), ...known];
}

/** What was asked for though the list has it not, so that the list does not seem to say something else. */
function asGiven(value: string): Choices[number] {
  return { label: "", options: [{ value, text: `As given: ${value.slice(0, 40)}`, selected: true }] };
}

const AREA_KINDS = [
  ["force", "Police forces"],
  ["country", "Countries"],
  ["region", "Regions"],
  ["body", "Other bodies"],
  ["borough", "London boroughs"],
] as const;

/** All named groups, then the recorded-crime classes under their offence groups. */
export function classChoices(law: Law, chosen: string): Choices {
  const groups = law.groups.map(({ slug, title }) => ({ value: slug, text: title, selected: slug === chosen }));
  const classes = Map.groupBy(
    law.classes.filter(({ status }) => status !== "expired"),
    ({ group }) => group,
  );
  return [
    { label: "Named groups", options: groups.toSorted((a, b) => (a.text < b.text ? -1 : 1)) },
    ...[...classes].map(([label, rows]) => ({
      label,
      options: rows.map(({ code, title }) => ({
        value: code,
        text: `${code} ${title.length > 60 ? `${title.slice(0, 58)}…` : title}`,
        selected: code === chosen,
      })),
    })),
  ];
}

/** Whether a text is one of the choices. */
export function isAmong(choices: Choices, value: string): boolean {
  return choices.some(({ options }) => options.some((each) => each.value === value));
}

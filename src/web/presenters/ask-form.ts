import type { Law } from "../../law/index.ts";
import type { FieldError } from "../query.ts";
import { areaChoices, type Choices, classChoices, isAmong } from "./choices.ts";

/** The fields that every page on a change asks for, as they were filled in. */
export interface AskForm {
  readonly areas: Choices;
  readonly classes: Choices;
  readonly other: string;
  readonly from: string;
  readonly to: string;
  readonly knownOn: string;
  readonly error: Readonly<Record<string, { readonly text: string }>>;
}

export type Query = Readonly<Record<string, string>>;

/** The form with what was asked still in it. */
export function askForm(query: Query, law: Law, errors: readonly FieldError[]): AskForm {
  const asked = query["class"] ?? "";
  const classes = classChoices(law, asked === "" ? "stalking-and-harassment" : asked);
  const isListed = asked === "" || isAmong(classes, asked);
  return {
    areas: areaChoices(law, query["area"] ?? "kent"),
    classes: isListed
      ? classes
      : [{ label: "", options: [{ value: "", text: "As written below", selected: true }] }, ...classes],
    other: query["other"] ?? (isListed ? "" : asked),
    from: query["from"] ?? "2016",
    to: query["to"] ?? "2017",
    knownOn: query["known-on"] ?? "",
    error: Object.fromEntries(errors.map(({ field, text }) => [field, { text }])),
  };
}

import { misuse } from "../base/index.ts";
import type { Law } from "./law.ts";
import { inCodeOrder, normalName } from "./names.ts";
import { didYouMean } from "./nearest.ts";

/** What is counted: some recorded-crime classes, or a group that has none. */
export interface ClassSelection {
  /** As asked for. */
  readonly expression: string;
  /** The group's slug, or the codes joined with `+`. */
  readonly slug: string;
  readonly title: string;
  /** Recorded-crime codes in order; a group without codes (hate-crime, street-burglary) stands for itself. */
  readonly codes: readonly string[];
  readonly groupSlug: string | null;
}

/** Reads codes, groups and labels joined with `+`; throws `E_CLASS` with the nearest names. */
export function parseClasses(law: Law, expression: string): ClassSelection {
  const codes = expression
    .slice(0, 4000)
    .split("+")
    .flatMap((term) => codesOfTerm(law, term));
  return selectionOf(law, expression, codes);
}

/** What a source's label counts; `context` names the kind of source (`subgroup`, `street`, `met-minor`) where labels clash. */
export function maybeClassesForLabel(law: Law, label: string, context?: string): ClassSelection | undefined {
  const name = normalName(label.slice(0, 200));
  const found = (context && law.classOfLabel.get(`${context}: ${name}`)) ?? law.classOfLabel.get(name);
  return found === undefined ? undefined : { ...parseClasses(law, found), expression: label };
}

/** The title of a code, a group or an expression of them. */
export function titleOf(law: Law, classSlugOrCode: string): string {
  const row = law.classByCode.get(classSlugOrCode.toLowerCase()) ?? law.groupBySlug.get(classSlugOrCode);
  return row?.title ?? parseClasses(law, classSlugOrCode).title;
}

/** The selection that holds these codes: a named group when one has exactly them. */
export function selectionOf(law: Law, expression: string, codes: readonly string[]): ClassSelection {
  const sorted = inCodeOrder(codes);
  const joined = sorted.join("+");
  const asked = law.groupBySlug.has(expression) ? expression : undefined;
  const groupSlug = asked ?? law.groupOfCodes.get(joined) ?? null;
  const title = groupSlug === null ? titlesOf(law, sorted) : titleOf(law, groupSlug);
  return { expression, slug: groupSlug ?? joined, title, codes: sorted, groupSlug };
}

/** Whether a class is counted on any day of a stretch: 8Q from April 2014, 8R from April 2017; always where no day is known. */
export function existsIn(law: Law, code: string, from: string, to: string): boolean {
  const row = law.classByCode.get(code.toLowerCase());
  return row === undefined || ((row.valid_from ?? "") <= to && from <= (row.valid_to ?? "9999"));
}

function titlesOf(law: Law, codes: readonly string[]): string {
  const titles = codes.map((code) => titleOf(law, code));
  return titles.length > 3
    ? `${titles.slice(0, 2).join(", ")} and ${titles.length - 2} more classes`
    : titles.join(" and ");
}

function codesOfTerm(law: Law, term: string): readonly string[] {
  const name = normalName(term);
  const found = law.classOfLabel.get(name) ?? law.classOfLabel.get(name.replaceAll("-", " "));
  if (found === undefined) throw unknownClass(law, term);
  return law.codesOfGroup.get(found) ?? [found];
}

function unknownClass(law: Law, term: string): Error {
  const remedy = didYouMean(normalName(term.slice(0, 80)).replaceAll(" ", "-"), [
    ...law.groups.map(({ slug }) => slug),
    ...law.classes.filter(({ status }) => status === "recorded").map(({ code }) => code),
  ]);
  return misuse({
    code: "E_CLASS",
    found: `"${term.trim().slice(0, 60)}" is not a class`,
    expected: "a class such as 8L, or a group such as stalking-and-harassment; several join with +",
    ...(remedy === undefined ? {} : { remedy }),
  });
}

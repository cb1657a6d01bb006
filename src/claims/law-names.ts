import { type ClassSelection, type Law, parseClasses } from "../law/index.ts";
import type { LawNames, SubjectName } from "./names.ts";

/** The names by which running text may mean the classes and areas of the knowledge base. */
export function lawNames(law: Law): LawNames {
  const labels = law.classLabels
    .filter(({ context }) => context === "general")
    .map((row) => [row.label, row.class] as const);
  const groups = law.groups
    .filter(({ kind }) => kind === "codes" || kind === "flagged")
    .map(({ slug, title }) => [title, slug] as const);
  const subjects = [...labels, ...groups, ...IN_RUNNING_TEXT.filter(([, slug]) => law.groupBySlug.has(slug))]
    .filter(([name]) => /^[\p{L} &,/-]+$/u.test(name) && !TOO_PLAIN.has(name.toLowerCase()))
    .flatMap(([name, meaning]) => withPlural(name).map((each) => [each, meaning] as const))
    .map(([name, meaning]) => subjectName(name, parseClasses(law, meaning)));
  const areas = [...law.areaByName]
    .filter(([name]) => /^[\p{L} &-]+$/u.test(name) && !TOO_PLAIN.has(name))
    .map(([name, { slug }]) => ({ name, slug }));
  return { subjects: onePerName(subjects), areas, knowledge: law };
}

function withPlural(name: string): string[] {
  const plural = name
    .replace(/(crime|offence|incident|communication)$/i, "$1s")
    .replace(/(burglar|robber)y$/i, "$1ies");
  return plural === name ? [name] : [name, plural];
}

function subjectName(name: string, { slug, codes }: ClassSelection): SubjectName {
  return { name, slug, classes: codes };
}

function onePerName(subjects: readonly SubjectName[]): SubjectName[] {
  return [
    ...new Map(subjects.toReversed().map((subject) => [subject.name.toLowerCase(), subject])).values(),
  ].toReversed();
}

/** Plurals and short forms that no table uses as a label. */
const IN_RUNNING_TEXT: readonly (readonly [string, string])[] = [
  ["theft", "theft-offences"],
  ["thefts", "theft-offences"],
  ["homicides", "homicide"],
  ["domestic burglaries", "domestic-burglary"],
  ["residential burglaries", "residential-burglary"],
  ["bicycle thefts", "bicycle-theft"],
  ["vehicle thefts", "theft-of-a-vehicle"],
  ["thefts from vehicles", "theft-from-a-vehicle"],
  ["hate incidents", "hate-incidents"],
  ["drug crime", "drug-offences"],
  ["offences of stalking and harassment", "stalking-and-harassment"],
];

/** Words that name a class or an area in a table's cell, but mean nothing so definite in a sentence. */
const TOO_PLAIN = new Set([
  "all",
  "national",
  "miscellaneous",
  "east",
  "london",
  "other crimes against society",
  "wales police",
]);

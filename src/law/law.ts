import path from "node:path";
import { checkReferences } from "./check.ts";
import { type FILES, FILES as files } from "./files.ts";
import { readFile, type RowOf } from "./reference-file.ts";
import { inCodeOrder, normalName, normalTitle } from "./names.ts";

type Files = typeof FILES;
export type Area = RowOf<Files["areas"]>;
export type ClassRow = RowOf<Files["classes"]>;
export type GroupRow = RowOf<Files["groups"]>;
export type OffenceRow = RowOf<Files["offences"]>;
export type LawRow = RowOf<Files["laws"]>;
export type CountingRuleRow = RowOf<Files["countingRules"]>;
export type AuditRow = RowOf<Files["audits"]>;
export type EventRow = RowOf<Files["events"]>;
export type CoverageRow = RowOf<Files["coverage"]>;
export type OutcomeRow = RowOf<Files["outcomeCodes"]>;
export type StrandRow = RowOf<Files["strands"]>;
export type PeerRow = RowOf<Files["peers"]>;

/** The rows of `reference/`, as read. */
export type Rows = { readonly [K in keyof Files]: readonly RowOf<Files[K]>[] };

/** What a title of an offence stands for: a code, or a class alone where no code is known. */
export interface TitleMeaning {
  readonly code: string | null;
  readonly title: string;
  readonly class: string | null;
}

/** The knowledge base: its rows, and the ways to find one. Nothing in it changes after loading. */
export interface Law extends Rows {
  readonly areaBySlug: ReadonlyMap<string, Area>;
  /** By every spelling, slug and ONS code, in the form of `normalName`. */
  readonly areaByName: ReadonlyMap<string, Area>;
  /** By code in lower case. */
  readonly classByCode: ReadonlyMap<string, ClassRow>;
  readonly groupBySlug: ReadonlyMap<string, GroupRow>;
  /** Codes of a group in order; a group without codes holds itself. */
  readonly codesOfGroup: ReadonlyMap<string, readonly string[]>;
  /** The first group with exactly these codes, joined with `+`. */
  readonly groupOfCodes: ReadonlyMap<string, string>;
  /** By `context: label`, and by the label alone where it has one meaning everywhere; offences as `offence: 00865`, by their latest class. */
  readonly classOfLabel: ReadonlyMap<string, string>;
  readonly offencesByCode: ReadonlyMap<string, readonly OffenceRow[]>;
  readonly offenceByTitle: ReadonlyMap<string, TitleMeaning>;
}

const SHIPPED = path.resolve(import.meta.dirname, "../../reference");

/** Reads and checks the knowledge base in a folder (the shipped one by default); throws `E_REFERENCE` with file and line. */
export function loadLaw(folder: string = SHIPPED): Law {
  const rows = readRows(folder);
  checkReferences(rows);
  return { ...rows, ...indexAreas(rows), ...indexClasses(rows), ...indexOffences(rows) };
}

function readRows(folder: string): Rows {
  return Object.fromEntries(
    Object.entries(files).map(([key, each]) => [key, readFile(folder, each as never)]),
  ) as unknown as Rows;
}

function indexAreas({ areas, areaNames }: Rows): Pick<Law, "areaBySlug" | "areaByName"> {
  const areaBySlug = new Map(areas.map((area) => [area.slug, area]));
  const areaByName = new Map<string, Area>();
  for (const { name, area } of areaNames) areaByName.set(name, areaBySlug.get(area) as Area);
  for (const area of areas) if (area.ons_code !== "") areaByName.set(normalName(area.ons_code), area);
  return { areaBySlug, areaByName };
}

type ClassIndex = Pick<Law, "classByCode" | "groupBySlug" | "codesOfGroup" | "groupOfCodes" | "classOfLabel">;

function indexClasses(rows: Rows): ClassIndex {
  const classByCode = new Map(rows.classes.map((each) => [each.code.toLowerCase(), each]));
  const groupBySlug = new Map(rows.groups.map((each) => [each.slug, each]));
  const members = Map.groupBy(rows.groupMembers, ({ group }) => group);
  const codesOfGroup = new Map(
    rows.groups.map(({ slug }) => [slug, inCodeOrder(members.get(slug)?.map(({ code }) => code) ?? [slug])]),
  );
  const groupOfCodes = new Map<string, string>();
  for (const [slug, codes] of codesOfGroup) {
    const key = codes.join("+");
    if (!groupOfCodes.has(key)) groupOfCodes.set(key, slug);
  }
  return { classByCode, groupBySlug, codesOfGroup, groupOfCodes, classOfLabel: indexLabels(rows) };
}

/** Contexts whose labels mean the same everywhere, in the order in which the first one wins. */
const PLAIN_CONTEXTS = ["general", "ons-rolling", "recorded-title"];

function indexLabels({ classes, groups, classLabels, offences }: Rows): Map<string, string> {
  const found = new Map<string, string>();
  const add = (label: string, meaning: string) => found.has(label) || found.set(label, meaning);
  for (const { code } of classes) add(code.toLowerCase(), code);
  for (const { slug } of groups) add(slug, slug);
  for (const context of PLAIN_CONTEXTS) {
    for (const row of classLabels) if (row.context === context) add(row.label, row.class);
  }
  for (const { context, label, class: meaning } of classLabels) found.set(`${context}: ${label}`, meaning);
  for (const row of offences) if (row.class !== "") found.set(`offence: ${fiveDigits(row.code)}`, row.class);
  return found;
}

/** `8/65` as data files write it: 00865. */
function fiveDigits(code: string): string {
  const [main = "", sub = ""] = code.split("/");
  return main.padStart(3, "0") + sub.padStart(2, "0");
}

function indexOffences(rows: Rows): Pick<Law, "offencesByCode" | "offenceByTitle"> {
  const offencesByCode = Map.groupBy(rows.offences, ({ code }) => code);
  const offenceByTitle = new Map<string, TitleMeaning>();
  const add = (text: string, meaning: TitleMeaning) => {
    const key = normalTitle(text);
    if (!offenceByTitle.has(key)) offenceByTitle.set(key, meaning);
  };
  for (const { code, title } of rows.offences) add(title, { code, title, class: null });
  for (const { title, code, class: meaning } of rows.offenceTitles) {
    const known = offencesByCode.get(code)?.[0];
    add(title, { code: code || null, title: known?.title ?? title, class: meaning || null });
  }
  for (const status of ["recorded", "outcomes-only", "expired"]) {
    for (const each of rows.classes)
      if (each.status === status) add(each.title, { code: null, title: each.title, class: each.code });
  }
  return { offencesByCode, offenceByTitle };
}

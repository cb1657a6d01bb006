import { liesWithin } from "./areas.ts";
import type { Confidence } from "./files.ts";
import type { AuditRow, CoverageRow, EventRow, Law } from "./law.ts";

/** A stretch of days, both ends included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** What is asked about: some classes (codes, or the slug of a group without codes) in an area. */
export interface Subject {
  readonly area?: string | undefined;
  readonly codes?: readonly string[] | undefined;
}

/** A law or a counting rule that took effect on a day. */
export interface RuleRow {
  readonly id: string;
  readonly kind: "law" | "counting-rule";
  readonly date: string;
  readonly to: string | null;
  /** What it does: a law makes a new offence, widens one, changes a penalty or gives a power; a rule moves, adds, removes, widens, narrows. */
  readonly change: string;
  readonly fromClasses: readonly string[];
  readonly toClasses: readonly string[];
  readonly classes: readonly string[];
  readonly direction: "up" | "down" | "mixed" | "none";
  readonly title: string;
  readonly text: string;
  readonly source: string;
  readonly confidence: Confidence;
}

/** Laws and counting rules that took effect from the first to the last day and touch any of the classes. */
export function rulesBetween(law: Law, asked: Subject & Span): RuleRow[] {
  if (asked.area !== undefined && law.areaBySlug.get(asked.area)?.kind === "outside") return [];
  return allRules(law)
    .filter((rule) => isBetween(rule.date, asked) && touches(law, rule.classes, asked.codes))
    .toSorted((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1));
}

/** Audits of an area whose period meets the stretch, or whose result came out in it. */
export function auditsBetween(law: Law, asked: Subject & Span): AuditRow[] {
  return law.audits.filter(
    (row) =>
      (asked.area === undefined || row.area === asked.area) &&
      touches(law, row.classes, asked.codes) &&
      (meets(row, asked) || (row.published !== null && isBetween(row.published, asked))),
  );
}

/** Events, inspections, campaigns and training that bear on an area and some classes. */
export function eventsBetween(law: Law, asked: Subject & Span): EventRow[] {
  return law.events.filter(
    (row) =>
      isBetween(row.valid_from, asked) &&
      touches(law, row.classes, asked.codes) &&
      (row.kind !== "event" || isMostly(law, row.classes, asked.codes)) &&
      (row.areas.length === 0 || isAbout(law, row.areas, asked.area)),
  );
}

/**
 * Where what is held does not cover a stretch as it should; a gap of a part is a gap of the whole.
 * Gaps of one dataset are left out unless it is named; `any` takes them all.
 */
export function coverageBetween(
  law: Law,
  asked: Subject & Span & { readonly dataset?: string | undefined },
): CoverageRow[] {
  return law.coverage.filter(
    (row) =>
      meets(row, asked) &&
      touches(law, row.classes, asked.codes) &&
      (row.dataset === "" || asked.dataset === "any" || row.dataset === asked.dataset) &&
      (isAbout(law, [row.area], asked.area) || liesWithin(law, row.area, asked.area ?? row.area)),
  );
}

/** Whether rows about some classes bear on the classes asked about; asked about none, every row does. */
function touches(law: Law, classes: readonly string[], codes: readonly string[] | undefined): boolean {
  if (classes.length === 0) return codes === undefined;
  if (codes === undefined || classes.includes("all")) return true;
  return classes.some(
    (each) => codes.includes(each) || law.codesOfGroup.get(each)?.some((code) => codes.includes(code)),
  );
}

/** An outside event that bears on a small part of a selection explains little of it: at least half its classes must be meant. */
function isMostly(law: Law, classes: readonly string[], codes: readonly string[] | undefined): boolean {
  if (codes === undefined || classes.includes("all")) return true;
  return codes.filter((code) => touches(law, classes, [code])).length * 2 >= codes.length;
}

/** Every law and counting rule in one shape. */
function allRules(law: Law): RuleRow[] {
  const laws = law.laws.map((row) => ruleOf("law", row, { change: row.effect, fromClasses: [], toClasses: [] }));
  const rules = law.countingRules.map((row) =>
    ruleOf("counting-rule", row, { change: row.kind, fromClasses: row.from_classes, toClasses: row.to_classes }),
  );
  return [...laws, ...rules];
}

function ruleOf(
  kind: RuleRow["kind"],
  row: Law["laws"][number] | Law["countingRules"][number],
  change: Pick<RuleRow, "change" | "fromClasses" | "toClasses">,
): RuleRow {
  const { id, valid_from: date, valid_to: to, classes, direction, title, text, source, confidence } = row;
  return { id, kind, date, to, ...change, classes, direction, title, text, source, confidence };
}

function isAbout(law: Law, areas: readonly string[], asked: string | undefined): boolean {
  return asked === undefined || areas.some((each) => liesWithin(law, asked, each));
}

function isBetween(day: string, { from, to }: Span): boolean {
  return from <= day && day <= to;
}

function meets(
  row: { readonly valid_from: string | null; readonly valid_to: string | null },
  { from, to }: Span,
): boolean {
  return (row.valid_from ?? "") <= to && from <= (row.valid_to ?? "9999");
}

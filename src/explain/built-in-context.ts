import {
  auditsBetween,
  type Confidence,
  eventsBetween,
  type Law,
  type RuleRow,
  rulesBetween,
  titleOf,
} from "../law/index.ts";
import type { Audit, Context, Occurrence, RuleChange, Training } from "./context.ts";
import { monthOf } from "./months.ts";
import type { Unit } from "./units.ts";

export interface Known {
  /** The area asked about, and all others of the panel. */
  readonly area: string;
  readonly areas: readonly string[];
  /** The panel's classes. */
  readonly units: readonly Unit[];
  /** The day on which what is held begins; rules and events before it bear on nothing. */
  readonly since: string;
  /** Leave out what happened, or was found, after this day. */
  readonly knownOn?: string | undefined;
}

/** What the knowledge base says of a panel's areas and classes, in the panel's own names. */
export function contextFromLaw(law: Law, known: Known): Context {
  const span = { from: known.since, to: known.knownOn ?? "9999-12-31" };
  const codes = known.units.flatMap((each) => each.codes);
  const rules = rulesBetween(law, { area: known.area, codes, ...span });
  const events = eventsBetween(law, { area: known.area, ...span });
  const practice = rules.filter(isPractice);
  return {
    rules: rules.filter((each) => !isPractice(each)).flatMap((each) => ruleChanges(law, each, known.units)),
    audits: auditsOf(law, { ...known, codes }),
    events: events.filter(({ kind }) => kind === "event").flatMap((each) => occurrences(law, each, known.units)),
    training: [
      ...practice.map(({ date, title, source, confidence }) => ({
        area: known.area,
        month: monthOf(date),
        title: sure(title, confidence),
        source,
      })),
      ...trainingOf(law, { ...known, codes, span }),
    ],
  };
}

/** A rule for all recording is a change of practice, which officers take up at their own pace, rather than of what counts. */
function isPractice({ change, classes }: RuleRow): boolean {
  return change === "widened" && classes.includes("all");
}

function sure(title: string, confidence: Confidence): string {
  return confidence === "M" || confidence === "?" ? `${title} (not confirmed)` : title;
}

/** What a rule does to the panel's classes, a row for each pair of them; a move within one class has it on both sides. */
function ruleChanges(law: Law, rule: RuleRow, units: readonly Unit[]): RuleChange[] {
  const holding = (classes: readonly string[]) => units.filter((unit) => isTouched(law, unit, classes));
  const base = {
    month: monthOf(rule.date),
    basis: rule.kind === "law" ? ("law" as const) : ("rule" as const),
    title: sure(rule.title, rule.confidence),
    source: rule.source,
  };
  const kind = KINDS[rule.change];
  if (kind === undefined) return [];
  if (kind !== "moved") {
    const direction = rule.direction === "down" ? "removed" : kind;
    const classes = rule.toClasses.length > 0 ? rule.toClasses : rule.classes;
    return holding(classes).map(({ name }) => ({
      ...base,
      kind: direction,
      fromClass: direction === "removed" ? name : null,
      toClass: direction === "removed" ? null : name,
    }));
  }
  const [out, into] = [holding(rule.fromClasses), holding(rule.toClasses)].map((each) => each.map(({ name }) => name));
  const from = out === undefined || out.length === 0 ? [null] : out;
  const to = into === undefined || into.length === 0 ? [null] : into;
  return from.flatMap((fromClass) => to.map((toClass) => ({ ...base, kind, fromClass, toClass })));
}

/** A penalty or a power changes nothing that is counted. */
const KINDS: Readonly<Record<string, RuleChange["kind"]>> = {
  moved: "moved",
  added: "added",
  widened: "added",
  "new-offence": "added",
  removed: "removed",
  narrowed: "removed",
  principal: "removed",
};

function codesIn(law: Law, classes: readonly string[]): ReadonlySet<string> {
  return new Set(classes.flatMap((each) => law.codesOfGroup.get(each) ?? [each]));
}

function isTouched(law: Law, { name, codes }: Unit, classes: readonly string[]): boolean {
  if (classes.includes("all") || classes.includes(name)) return true;
  const meant = codesIn(law, classes);
  return codes.some((code) => meant.has(code));
}

/** Whether at least half of a unit's codes are meant: what befalls a small part explains little of the whole. */
function isMostly(law: Law, { name, codes }: Unit, classes: readonly string[]): boolean {
  if (classes.includes("all") || classes.includes(name)) return true;
  const meant = codesIn(law, classes);
  return codes.filter((code) => meant.has(code)).length * 2 >= codes.length;
}

/** All audits, whenever they were: a pair of them brackets a change from outside. */
function auditsOf(law: Law, { areas, units, codes, knownOn }: Known & { readonly codes: readonly string[] }): Audit[] {
  const ever = { from: "0000-01-01", to: "9999-12-31" };
  const all = areas.flatMap((area) => auditsBetween(law, { area, codes, ...ever }));
  return all
    .filter(({ published, valid_to: to }) => knownOn === undefined || (published ?? to) <= knownOn)
    .map((row) => ({
      area: row.area,
      classes: row.classes.includes("all")
        ? "all"
        : units.filter((unit) => isMostly(law, unit, row.classes)).map(({ name }) => name),
      first: monthOf(row.valid_from),
      last: monthOf(row.valid_to),
      recorded: row.recorded,
      margin: row.margin,
      title: sure(auditTitle(law, row), row.confidence),
      source: row.source,
    }));
}

function auditTitle(law: Law, { area, classes, recorded }: Law["audits"][number]): string {
  const what = classes.includes("all") ? "all reported crime" : classes.map((each) => titleOf(law, each)).join(", ");
  return `Audit of ${law.areaBySlug.get(area)?.name ?? area}: ${Number((recorded * 100).toFixed(2))} % of ${what.toLowerCase()} recorded`;
}

function occurrences(law: Law, row: Law["events"][number], units: readonly Unit[]): Occurrence[] {
  const classes = units.filter((unit) => row.classes.length > 0 && isMostly(law, unit, row.classes));
  if (classes.length === 0) return [];
  const twins = plainTwins(law, row.classes);
  const untouched = units.filter((unit) => !classes.includes(unit) && twins.length > 0 && isMostly(law, unit, twins));
  return [
    {
      date: row.valid_from,
      month: monthOf(row.valid_from),
      classes: classes.map(({ name }) => name),
      twins: untouched.map(({ name }) => name),
      title: sure(row.title, row.confidence),
      source: row.source,
    },
  ];
}

/** The offences without the hostility, which an event that sets off hostility leaves as they were. */
function plainTwins(law: Law, classes: readonly string[]): string[] {
  const meant = codesIn(law, classes);
  const twins = law.classes.filter(({ code, plain_twin: twin }) => meant.has(code) && twin !== "");
  return twins.map((each) => each.plain_twin).filter((twin) => !meant.has(twin));
}

interface Asked extends Known {
  readonly codes: readonly string[];
  readonly span: { readonly from: string; readonly to: string };
}

/** Inspections, training and campaigns: those of the area asked about and of the nation, and what others had of their own. */
function trainingOf(law: Law, { area: asked, areas, codes, span }: Asked): Training[] {
  return areas.flatMap((area) =>
    eventsBetween(law, { area, codes, ...span })
      .filter(
        ({ kind, direction, areas: own }) =>
          kind !== "event" && direction !== "none" && (area === asked || own.length > 0),
      )
      .map(({ valid_from: date, title, source, confidence }) => ({
        area,
        month: monthOf(date),
        title: sure(title, confidence),
        source,
      })),
  );
}

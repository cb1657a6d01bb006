import { auditsBetween, coverageBetween, eventsBetween, rulesBetween, type Subject } from "./changes.ts";
import type { Confidence } from "./files.ts";
import type { Law } from "./law.ts";

export const TIMELINE_KINDS = [
  "law",
  "counting-rule",
  "audit",
  "inspection",
  "event",
  "training",
  "campaign",
  "coverage",
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** One dated thing to know. */
export interface TimelineEntry {
  readonly id: string;
  readonly kind: TimelineKind;
  /** Its first day; of something without a beginning, its last. */
  readonly date: string;
  readonly to: string | null;
  readonly title: string;
  readonly text: string;
  readonly classes: readonly string[];
  /** Empty: everywhere. */
  readonly areas: readonly string[];
  readonly source: string;
  readonly confidence: Confidence;
}

/** Narrows a timeline; every part is optional. */
export interface TimelineFilter extends Subject {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly kinds?: readonly TimelineKind[] | undefined;
  /** Gaps of one dataset are left out unless it is named; `any` takes them all. */
  readonly dataset?: string | undefined;
}

/**
 * All laws, rules, audits, events and gaps that bear on a subject, in the order of their days.
 * Laws, rules and events took effect within the days asked about; audits and gaps meet them.
 */
export function timeline(law: Law, filter: TimelineFilter = {}): TimelineEntry[] {
  const asked = { ...filter, from: filter.from ?? "0000-01-01", to: filter.to ?? "9999-12-31" };
  const entries = [
    ...rulesBetween(law, asked).map(ruleEntry),
    ...auditsBetween(law, asked).map((row) => auditEntry(law, row)),
    ...eventsBetween(law, asked).map(eventEntry),
    ...coverageBetween(law, asked).map(coverageEntry),
  ];
  return entries
    .filter(({ kind }) => filter.kinds?.includes(kind) ?? true)
    .toSorted((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1));
}

function ruleEntry(rule: ReturnType<typeof rulesBetween>[number]): TimelineEntry {
  const { id, kind, date, to, title, text, classes, source, confidence } = rule;
  return { id, kind, date, to, title, text, classes, areas: [], source, confidence };
}

function auditEntry(law: Law, row: Law["audits"][number]): TimelineEntry {
  const { id, valid_from: date, valid_to: to, classes, area, text, source, confidence } = row;
  const margin = row.margin === null ? "" : ` (give or take ${percent(row.margin)})`;
  const what = classes.includes("all")
    ? "reported crime"
    : (law.groupBySlug.get(classes[0] ?? "")?.title.toLowerCase() ?? "");
  const title = `Audit: ${percent(row.recorded)} per cent${margin} of ${what} recorded in ${law.areaBySlug.get(area)?.name}`;
  return { id, kind: "audit", date, to, title, text, classes, areas: [area], source, confidence };
}

function percent(share: number): string {
  return String(Number((share * 100).toFixed(2)));
}

function eventEntry(row: Law["events"][number]): TimelineEntry {
  const { id, kind, valid_from: date, valid_to: to, title, text, classes, areas, source, confidence } = row;
  return { id, kind, date, to, title, text, classes, areas, source, confidence };
}

function coverageEntry(row: Law["coverage"][number]): TimelineEntry {
  const { id, valid_from, valid_to: to, title, text, classes, area, source, confidence } = row;
  const date = valid_from ?? to ?? "";
  return { id, kind: "coverage", date, to, title, text, classes, areas: [area], source, confidence };
}

import { type Law, TIMELINE_KINDS, type TimelineEntry, type TimelineKind, titleOf } from "../../law/index.ts";
import type { FieldError } from "../query.ts";
import type { LawEntries, LawQuery } from "../routes/law.ts";
import { sayDay } from "../../base/index.ts";
import { areaChoices, type Choices, classChoices } from "./choices.ts";
import { isUnconfirmed } from "./flags.ts";
import { lowerFirst } from "./say.ts";

export interface LawPage {
  readonly title: string;
  readonly errors: readonly FieldError[];
  readonly error: Readonly<Record<string, { readonly text: string }>>;
  readonly areas: Choices;
  readonly classes: Choices;
  readonly kinds: Choices;
  readonly entries: readonly EntryView[];
}

export interface EntryView {
  readonly date: string;
  readonly until: string;
  readonly title: string;
  readonly text: string;
  readonly kind: string;
  readonly unconfirmed: boolean;
  readonly bearsOn: string;
  readonly source: string;
}

/** The timeline's page. */
export function presentLaw(given: { asked: LawQuery; entries: LawEntries; law: Law }): LawPage {
  const { asked, entries, law } = given;
  const errors = entries.ok ? [] : entries.errors;
  const found = entries.ok ? entries.value : [];
  return {
    title: entries.ok ? titleFor(found.length, asked, law) : "That timeline cannot be shown",
    errors,
    error: Object.fromEntries(errors.map(({ field, text }) => [field, { text }])),
    areas: withAny("Anywhere", areaChoices(law, asked.area), asked.area === ""),
    classes: withAny("Any class", classChoices(law, asked.class), asked.class === ""),
    kinds: [{ label: "", options: ["" as const, ...TIMELINE_KINDS].map((value) => kindChoice(value, asked.kind)) }],
    entries: found.map((each) => entryView(each, law)),
  };
}

function titleFor(count: number, { area, class: classes, kind }: LawQuery, law: Law): string {
  const what = kind === "" ? "laws, rules, audits, events and gaps" : KIND_WORDS[kind].plural;
  const about = classes === "" ? "" : ` on ${lowerFirst(titleOf(law, classes))}`;
  const place = area === "" ? "" : ` in ${law.areaBySlug.get(area)?.name ?? area}`;
  return count === 0
    ? `No ${what} are known that bear${about || " on recorded crime"}${place}`
    : `${count} ${what} that bear${about || " on recorded crime"}${place}`;
}

function withAny(text: string, choices: Choices, selected: boolean): Choices {
  return [{ label: "", options: [{ value: "", text, selected }] }, ...choices];
}

function kindChoice(value: TimelineKind | "", chosen: string): { value: string; text: string; selected: boolean } {
  return { value, text: value === "" ? "All kinds" : KIND_WORDS[value].one, selected: value === chosen };
}

const KIND_WORDS: Readonly<Record<TimelineKind, { readonly one: string; readonly plural: string }>> = {
  law: { one: "Law", plural: "laws" },
  "counting-rule": { one: "Counting rule", plural: "counting rules" },
  audit: { one: "Audit", plural: "audits" },
  inspection: { one: "Inspection", plural: "inspections" },
  event: { one: "Event", plural: "events" },
  training: { one: "Training", plural: "trainings" },
  campaign: { one: "Campaign", plural: "campaigns" },
  coverage: { one: "Gap in what is held", plural: "gaps in what is held" },
};

function entryView(entry: TimelineEntry, law: Law): EntryView {
  const { date, to, title, text, kind, confidence, source } = entry;
  return {
    date,
    until: to === null || to === date ? "" : sayDay(to),
    title,
    text,
    kind: KIND_WORDS[kind].one,
    unconfirmed: isUnconfirmed(confidence),
    bearsOn: bearsOn(entry, law),
    source,
  };
}

/** More classes than this are counted, not named. */
const MOST_NAMED = 6;

function bearsOn({ classes, areas }: TimelineEntry, law: Law): string {
  const places = areas.map((slug) => law.areaBySlug.get(slug)?.name ?? slug);
  const what = classes.includes("all")
    ? "all classes"
    : classes.length > MOST_NAMED
      ? `${classes.length} classes`
      : classes.map((each) => law.groupBySlug.get(each)?.title ?? each).join(", ");
  return [what, places.join(", ")].filter((each) => each !== "").join("; ");
}

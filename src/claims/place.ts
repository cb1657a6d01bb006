import type { NameMention } from "./names.ts";
import type { Part } from "./part.ts";
import type { PeriodMention } from "./when.ts";

/** What stands in and just before a sentence, for placing its claims. */
export interface Surroundings {
  /** Its offsets, and its number and its paragraph's in the text. */
  readonly sentence: { readonly start: number; readonly end: number; readonly nth: number; readonly paragraph: number };
  readonly drawn: string;
  readonly subjects: readonly NameMention[];
  readonly areas: readonly NameMention[];
  readonly periods: readonly PeriodMention[];
  /** The sentence names a place that is no area of the knowledge base, or the nation at large. */
  readonly speaksOfElsewhere: boolean;
  /** Carried from the text before, when the sentence names none. */
  readonly carried: Carried;
}

export interface Carried {
  readonly subject: string | null;
  readonly area: string | null;
  readonly period: string | null;
}

/** The subject of a claim: named behind its number, else last named before it, else named after, else carried over. */
export function subjectOf(
  { start, end }: Pick<Part, "start" | "end">,
  around: Surroundings,
): (Pick<NameMention, "slug"> & Partial<NameMention>) | null {
  const { subjects, sentence, drawn } = around;
  const inside = subjects.findLast((s) => s.start >= start && s.end <= end);
  if (inside !== undefined) return inside;
  const behind = subjects.find((s) => s.start >= end);
  const between = behind === undefined ? "" : drawn.slice(end - sentence.start, behind.start - sentence.start);
  if (behind !== undefined && BELONGS_BEHIND.test(between)) return behind;
  const before = subjects.findLast((s) => s.end <= start);
  if (before !== undefined) return before;
  if (behind !== undefined && LEADS_TO.test(between)) return behind;
  return around.carried.subject === null ? null : { slug: around.carried.subject };
}

const BELONGS_BEHIND =
  /^ *(?:(?:in|of|for|more|fewer|rise|increase|fall|drop|decrease|reduction|jump|surge|cases|reports|offences|incidents|crimes|recorded|reported|the|number|police|total|all|victims|complaints|allegations|rate|as) ?)*$/i;

/** “412 in the year, most of them for” leads to the subject; “412, while” leads away from it. */
const LEADS_TO =
  /^(?:(?!\b(?:and|while|whereas|but|with|as)\b)[^#%;,]){0,60}\b(?:of|in|for|involving|relating to|about)\b[^#%;,]{0,20}$/i;

/**
 * The area: last named in the sentence before the claim's end, else named after, else carried over. None when
 * the sentence speaks of the nation, or of a place that is not an area we know: it may be a part of one.
 */
export function areaOf({ end }: Pick<Part, "start" | "end">, around: Surroundings): string | null {
  if (around.speaksOfElsewhere) return null;
  const before = around.areas.findLast((a) => a.end <= end);
  return (before ?? around.areas.find((a) => a.start >= end))?.slug ?? around.carried.area;
}

/** The period of one number: named right behind it, else before it in its clause, else the only one of the sentence. */
export function periodOf(number: Place, around: Surroundings): PeriodMention | null {
  const { drawn, periods, sentence } = around;
  const before = periods.findLast((p) => p.end <= number.start);
  if (before !== undefined && IS_LABEL.test(drawn.slice(before.end - sentence.start, number.start - sentence.start)))
    return before;
  const behind = periodBehind(number, around);
  if (behind !== null) return behind;
  const between = before === undefined ? "" : drawn.slice(before.end - sentence.start, number.start - sentence.start);
  if (before !== undefined && !/[#%;]|\b(?:while|whereas|but|against|versus|compared|than)\b/.test(between))
    return before;
  const [only] = periods;
  if (only === undefined || periods.length > 1) return null;
  const [first, second] = only.start < number.start ? [only, number] : [number, only];
  if (ANOTHER_TIME.test(drawn.slice(first.end - sentence.start, second.start - sentence.start))) return null;
  return STARTS_FROM.test(drawn.slice(0, only.start - sentence.start)) ? null : only;
}

/** “2015: 812”, “2015 - 812”, “2015 (812)”. */
const IS_LABEL = /^(?:\)?[^a-z#%,;]{0,3}[:=(\u2013-] ?| saw | had |: ?)$/i;

/** The period named right behind a number: “1,135 in 2016”, “340 (2017)”. */
export function periodBehind({ end }: Place, { drawn, periods, sentence }: Surroundings): PeriodMention | null {
  const at = BEHIND.exec(drawn.slice(end - sentence.start, end - sentence.start + 100))?.indices?.groups?.["at"]?.[0];
  if (at !== undefined) {
    const found = periods.find((p) => p.start === end + at);
    return found === undefined || LABELS_NEXT.test(drawn.slice(found.end - sentence.start)) ? null : found;
  }
  const next = periods.find((p) => p.start >= end);
  if (next === undefined || !next.bare || next.start - end > 60) return null;
  return /[#%;]/.test(drawn.slice(end - sentence.start, next.start - sentence.start)) ? null : next;
}

/** “1,032 crimes, in 2019 1,548”: the year is that of the number behind it. */
const LABELS_NEXT = /^ (?:it was |there were |saw |had )?#/;

const ANOTHER_TIME =
  /;|\([^)]*#|\b(?:after|before|following|while|whereas|but|since|then|compared (?:with|to)|against|versus|on (?:the|that))\b/i;

/** A period that only says from when, “since 2015”, is not the one counted. */
const STARTS_FROM = /\b(?:since|than|on|from|over|compared (?:with|to)|before|until|by)(?: in| the)? $/i;

interface Place {
  readonly start: number;
  readonly end: number;
}

const BEHIND =
  /^(?:[^#%@;]{0,45}?(?:[(,]|\b(?:in|during|for|between|throughout|the|of|recorded|reported|logged|seen|offences|crimes|cases|incidents|reports)\b)| ) ?(?<at>@+)/d;

/** The period that a difference or a percentage is measured from: “more than in 2016”, “on the year before”. */
export function basePeriodOf({ end }: { readonly end: number }, around: Surroundings): PeriodMention | null {
  const after = around.drawn.slice(end - around.sentence.start, end - around.sentence.start + 90);
  const at = BASE_PERIOD.exec(after)?.indices?.groups?.["at"]?.[0];
  return at === undefined ? null : (around.periods.find((p) => p.start === end + at) ?? null);
}

const BASE_PERIOD =
  /^[^#%;]{0,50}?\b(?:than|on|compared (?:with|to)|from|over|against|versus|since)\b(?: (?:in|during|for|the|that|those|figure|total|number|of|recorded|same|period))*? ?(?<at>@+)/di;

/** The two periods of “between 2016 and 2018”, when the sentence names no others. */
export function spanOfPeriods({ drawn, periods }: Surroundings): readonly [PeriodMention, PeriodMention] | null {
  const [first, second] = periods;
  if (first === undefined || second === undefined || periods.length > 2) return null;
  return /\b(?:between|from) @+ (?:and|to) @+/i.test(drawn) ? [first, second] : null;
}

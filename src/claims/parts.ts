import type { NumberMention } from "./numbers.ts";
import { CRIME_NOUN, OTHER_NOUN, type Rule, RULES } from "./rules.ts";
import type { Sketch } from "./sketch.ts";

/** What a rule made of some numbers of a sentence; offsets are those of the text. */
export interface Part {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly numbers: Readonly<Partial<Record<PartRole, NumberMention>>>;
}

export type PartRole = "from" | "to" | "diff" | "points" | "pct" | "times" | "count" | "share" | "base" | "of";

/** The sentence being read: its stretch of the sketch and the numbers that stand in it. */
export interface SentenceSketch {
  readonly start: number;
  readonly end: number;
  readonly drawn: string;
  readonly plain: string;
  readonly numbers: ReadonlyMap<number, NumberMention>;
  /** Words that say what a number counts, in order; offsets within the sentence. */
  readonly heads: readonly Head[];
}

interface Head {
  readonly end: number;
  readonly isOther: boolean;
}

/** Cuts a sentence out of a sketch. */
export function sentenceSketch(
  sketch: Sketch,
  plain: string,
  { start, end }: { start: number; end: number },
  numbers: readonly NumberMention[],
): SentenceSketch {
  return {
    start,
    end,
    drawn: sketch.drawn.slice(start, end),
    plain: plain.slice(start, end),
    numbers: new Map(numbers.map((number) => [number.start, number])),
    heads: numbers.length === 0 ? [] : headsOf(sketch.drawn.slice(start, end)),
  };
}

/** Applies the rules in order; each number goes to the first rule that can use it. */
export function partsOf(sentence: SentenceSketch): Part[] {
  const used = new Set<NumberMention>();
  const parts = RULES.flatMap((rule) => applyRule(rule, sentence, used));
  const all = [...parts, ...besideParts(parts, sentence, used), ...signedParts(sentence, used)];
  return all.toSorted((a, b) => a.start - b.start);
}

function applyRule(rule: Rule, sentence: SentenceSketch, used: Set<NumberMention>): Part[] {
  const parts: Part[] = [];
  if (!rule.needs.every((mark) => sentence.drawn.includes(mark))) return [];
  const { pattern } = rule;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(sentence.drawn); match !== null; match = pattern.exec(sentence.drawn)) {
    const part = partOf(rule, match, sentence);
    const { of, ...rest } = part?.numbers ?? {};
    const mine = Object.values(rest);
    if (part === undefined || mine.some((number) => used.has(number)) || (of !== undefined && !used.has(of))) {
      pattern.lastIndex = match.index + 1;
      continue;
    }
    for (const number of mine) used.add(number);
    parts.push(part);
  }
  return parts;
}

function partOf(rule: Rule, match: RegExpExecArray, sentence: SentenceSketch): Part | undefined {
  const numbers: Partial<Record<PartRole, NumberMention>> = {};
  for (const [role, span] of Object.entries(match.indices?.groups ?? {})) {
    if (span === undefined) continue;
    const number = sentence.numbers.get(sentence.start + span[0]);
    if (number === undefined) return undefined;
    numbers[role as PartRole] = number;
  }
  const start = sentence.start + match.index;
  const part = { rule: rule.name, start, end: start + match[0].length, numbers };
  return isAboutOther(part, sentence) || !isFactor(part, sentence) ? undefined : part;
}

/** “(10%)” or “, or 10%” right after a difference or a pair of levels is the change in percent. */
function besideParts(parts: readonly Part[], sentence: SentenceSketch, used: Set<NumberMention>): Part[] {
  const moved = parts
    .filter(({ numbers: n }) => n.diff !== undefined || (n.from !== undefined && n.to !== undefined))
    .toSorted((a, b) => a.end - b.end);
  return [...sentence.numbers.values()].flatMap((number): Part[] => {
    const near = moved.findLast((part) => part.end <= number.start && number.start - part.end <= 60);
    if (near === undefined || used.has(number) || number.unit !== "percent") return [];
    const between = sentence.drawn.slice(near.end - sentence.start, number.start - sentence.start);
    const after = sentence.drawn.slice(number.end - sentence.start, number.end - sentence.start + 4);
    if (!BESIDE.test(between) || /^ ?of\b/.test(after)) return [];
    used.add(number);
    return [{ rule: "percent-beside", start: number.start, end: number.end, numbers: { pct: number } }];
  });
}

const BESIDE =
  /^[^#%¤×;.]{0,45}?(?:\(|\bor |, |[-\u2013] ?)(?:about |around |nearly |almost |some |over |more than |or |that is |i\.e\. )*$/i;

/** “+247.2 %” or “-12”: a printed sign makes a change of a number that no rule took. */
function signedParts(sentence: SentenceSketch, used: ReadonlySet<NumberMention>): Part[] {
  return [...sentence.numbers.values()]
    .filter((number) => !used.has(number) && number.direction !== null && number.unit !== "times")
    .map((number) => {
      const role = ({ percent: "pct", points: "points", count: "diff", times: "times" } as const)[number.unit];
      return { rule: "signed-number", start: number.start, end: number.end, numbers: { [role]: number } };
    })
    .filter((part) => !isAboutOther(part, sentence));
}

/** The nearest head before the number, or the word behind it, is about something else than crime. */
function isAboutOther({ start, end, numbers }: Part, sentence: SentenceSketch): boolean {
  const list = Object.values(numbers);
  const first = Math.min(...list.map((number) => number.start)) - sentence.start;
  const after = sentence.drawn.slice(
    Math.max(...list.map((number) => number.end)) - sentence.start,
    end - sentence.start + 40,
  );
  if (AFTER_OTHER.test(after) || (numbers.count !== undefined && RATE.test(after))) return true;
  const limit = Math.max(first, start - sentence.start);
  if (sentence.heads.findLast((head) => head.end <= limit)?.isOther !== true) return false;
  return !AFTER_CRIME.test(after);
}

function headsOf(drawn: string): Head[] {
  return Array.from(drawn.matchAll(HEAD), (match) => ({
    end: match.index + match[0].length,
    isOther: match.groups?.["other"] !== undefined,
  }));
}

const HEAD = new RegExp(`§+|\\b(?:${CRIME_NOUN}|(?<other>${OTHER_NOUN}))\\b`, "gi");
const AFTER_OTHER = new RegExp(
  `^(?: (?:more|fewer|extra|additional|new|of|in|the|per|police|local|council|full-time))*[ -]${OTHER_NOUN}\\b`,
  "i",
);
/** Rates, “12 per 1,000 residents” or “40 a day”, are not yet read. */
const RATE =
  /^(?: [a-z§]+){0,3} (?:per\b|for every\b|in every\b|(?:a|an|each|every) (?:day|hour|week|month|minute)\b|(?:daily|weekly|monthly)\b)/i;
const AFTER_CRIME = new RegExp(`^[^#%.;,]{0,40}(?:§|\\b${CRIME_NOUN}\\b)`, "i");

/** “double” and “12 times” are factors only in a comparison: not a double murder, not stabbed 12 times. */
function isFactor({ numbers }: Part, sentence: SentenceSketch): boolean {
  const times = numbers.times;
  if (times === undefined) return true;
  const word = sentence.plain.slice(times.start - sentence.start, times.end - sentence.start);
  const before = sentence.plain.slice(0, times.start - sentence.start).slice(-40);
  const after = sentence.plain.slice(times.end - sentence.start);
  if (/^(?:doubl|treb|tripl|quadrupl|quintupl|halv)(?:ed|led|ing|ling)$/i.test(word))
    return !/^[- ](?:up|down|over|back)\b/.test(after);
  if (/^[a-z]+l?es?$/i.test(word) && !/fold/i.test(word))
    return /^ (?:the|that|what|those|last|on)\b|^[.,;)]|^$/i.test(after);
  return (
    /^,? (?:as (?:many|high|much|likely)|more|higher|the (?:\d+|number|figure|total|level|rate|amount|previous)|greater|what|that|those|up|increase|rise|lower|fewer)\b/i.test(
      after,
    ) || /\b(?:rose|risen|increased?|grew|grown|rise|by|up)\b[^.]{0,15}$/i.test(before)
  );
}

/** From the first number of a part to the end of its last. */
export function numbersSpan({ numbers }: Part): { readonly start: number; readonly end: number } {
  const list = Object.values(numbers);
  return { start: Math.min(...list.map((number) => number.start)), end: Math.max(...list.map((number) => number.end)) };
}

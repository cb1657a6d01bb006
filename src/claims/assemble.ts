import { maybePeriod, periodBetween } from "../base/index.ts";
import type { Change } from "./changes.ts";
import type { ClaimKind, ClaimValue, Direction, ReadClaim, ValueRole } from "./claim.ts";
import type { NumberMention } from "./numbers.ts";
import { numbersSpan, type Part, type PartRole } from "./parts.ts";
import { areaOf, basePeriodOf, periodBehind, periodOf, spanOfPeriods, subjectOf, type Surroundings } from "./place.ts";
import { CRIME_NOUN, directionIn } from "./rules.ts";

export interface Assembly {
  readonly text: string;
  readonly around: Surroundings;
  readonly group: number;
  /** The periods, where a table's columns tell them. */
  readonly timing?: Timing;
}

/** The claims of one change: its levels, joined with a percentage or a factor of theirs; each other number alone. */
export function claimsOfChange({ level, derived }: Change, assembly: Assembly): ReadClaim[] {
  const joined = joinedTo(level, derived);
  const wholes =
    level === null
      ? derived
      : [joined === undefined ? level : join(level, joined), ...derived.filter((part) => part !== joined)];
  const timing = assembly.timing ?? timingOf(level, derived, assembly.around);
  return wholes.map((part) => claimOf(part, timing, assembly));
}

/** What is read as one with the level: a percentage or factor of a pair, or one that brings the base of a lone level. */
function joinedTo(level: Part | null, derived: readonly Part[]): Part | undefined {
  if (level === null) return undefined;
  const { from, to, count } = level.numbers;
  const factors = derived.filter(({ numbers }) => numbers.pct !== undefined || numbers.times !== undefined);
  const percentFirst = factors.toSorted(
    (a, b) => Number(b.numbers.pct !== undefined) - Number(a.numbers.pct !== undefined),
  );
  if (from !== undefined && to !== undefined) return percentFirst.at(0);
  const brings = ({ numbers }: Part): boolean => numbers.from !== undefined && numbers.to === undefined;
  return count === undefined ? undefined : percentFirst.find(brings);
}

function join(level: Part, derived: Part): Part {
  const { count, ...levels } = level.numbers;
  return {
    rule: `${level.rule}+${derived.rule}`,
    start: Math.min(level.start, derived.start),
    end: Math.max(level.end, derived.end),
    numbers: { ...derived.numbers, ...levels, ...(count === undefined ? {} : { to: count }) },
  };
}

interface Timing {
  readonly period: string | null;
  readonly basePeriod: string | null;
}

function claimOf(part: Part, timing: Timing, { text, around, group }: Assembly): ReadClaim {
  const kind = kindOf(part);
  const subject = subjectOf(numbersSpan(part), around);
  const { start, end } = quoteSpan(part, subject, around);
  return {
    quote: text.slice(start, end),
    start,
    end,
    kind,
    subject: subject?.slug ?? null,
    area: areaOf(part, around),
    period: timing.period,
    basePeriod: kind === "count" || kind === "share" ? null : timing.basePeriod,
    values: valuesOf(part),
    direction: kind === "count" || kind === "share" ? null : directionOf(part, around),
    unit: unitOf(part),
    counted: countedIn(text.slice(start, end), wordsAt(around, around.sentence.start, start)),
    rule: part.rule,
    group,
  };
}

function kindOf({ numbers }: Part): ClaimKind {
  if (numbers.share !== undefined) return "share";
  if (numbers.pct !== undefined) return "percentage-change";
  if (numbers.times !== undefined) return "ratio";
  if (numbers.diff !== undefined || numbers.points !== undefined) return "difference";
  return numbers.from !== undefined ? "change" : "count";
}

const ROLES: readonly (readonly [PartRole, ValueRole])[] = [
  ["from", "from"],
  ["to", "to"],
  ["diff", "difference"],
  ["points", "difference"],
  ["pct", "percent"],
  ["times", "ratio"],
  ["count", "count"],
  ["share", "share"],
  ["base", "base"],
];

function valuesOf({ numbers }: Part): ClaimValue[] {
  return ROLES.flatMap(([part, role]) => {
    const number = numbers[part];
    if (number === undefined) return [];
    const { value, step, hedge, start, end } = number;
    return [{ role, value, step, hedge, start, end }];
  });
}

function unitOf({ numbers }: Part): ReadClaim["unit"] {
  if (numbers.points !== undefined) return "points";
  return (numbers.to ?? numbers.from)?.unit === "percent" ? "percent" : "count";
}

/** The word for what is counted: in the quote, else the last one before it. */
function countedIn(quote: string, before: string): string | null {
  return (NOUN.exec(quote)?.[0] ?? Array.from(before.matchAll(NOUNS)).at(-1)?.[0] ?? null)?.toLowerCase() ?? null;
}

const NOUN = new RegExp(`\\b${CRIME_NOUN}\\b`, "i");
const NOUNS = new RegExp(NOUN, "gi");

/** Which way the words say it went: a printed sign, else the word nearest before the number, else one just behind. */
function directionOf(part: Part, around: Surroundings): Direction | null {
  const signed = (part.numbers.pct ?? part.numbers.diff ?? part.numbers.times)?.direction;
  if (signed !== undefined && signed !== null) return signed;
  const derived = part.numbers.pct ?? part.numbers.diff ?? part.numbers.points;
  if (derived !== undefined && !part.rule.includes("+")) return directionIn(wordsAt(around, part.start, part.end));
  const { start, end } = numbersSpan(part);
  const before = wordsAt(around, start - 70, start).replace(/^.*[#%¤×;]/s, "");
  return (
    directionIn(before) ??
    directionIn(wordsAt(around, part.start, part.end)) ??
    directionIn(wordsAt(around, end, end + 25).replace(/[#%;,)].*$/s, ""))
  );
}

function wordsAt({ drawn, sentence }: Surroundings, start: number, end: number): string {
  return drawn.slice(Math.max(0, start - sentence.start), Math.max(0, end - sentence.start));
}

function timingOf(level: Part | null, derived: readonly Part[], around: Surroundings): Timing {
  const span = spanOfPeriods(around);
  if (span !== null) return { period: span[1].label, basePeriod: span[0].label };
  const later =
    level?.numbers.to ?? level?.numbers.count ?? derived.map((part) => part.numbers.to).find((to) => to !== undefined);
  const earlier = level?.numbers.from ?? derived.map((part) => part.numbers.from).find((from) => from !== undefined);
  const bases = derived.map((part) => basePeriodOf(numbersSpan(part), around));
  const base = (earlier === undefined ? null : periodBehind(earlier, around)) ?? bases.find((p) => p !== null) ?? null;
  const last = later ?? mainNumber(derived.at(0));
  const found = last === undefined ? null : periodOf(last, around);
  const period = found === base ? null : found;
  if (base?.relative !== "previous") return { period: period?.label ?? null, basePeriod: base?.label ?? null };
  return { period: period?.label ?? null, basePeriod: yearBefore(period?.label ?? null) };
}

function mainNumber(part: Part | undefined): NumberMention | undefined {
  return part === undefined
    ? undefined
    : (part.numbers.pct ?? part.numbers.diff ?? part.numbers.points ?? part.numbers.times ?? part.numbers.share);
}

/** The period a year before: 2016 for 2017, the year to March 2017 for that to March 2018. */
function yearBefore(label: string | null): string | null {
  const period = label === null ? undefined : maybePeriod(label);
  if (period === undefined) return null;
  const back = (day: string): Temporal.PlainDate =>
    Temporal.PlainDate.from(day).add({ days: 1 }).subtract({ years: 1 }).subtract({ days: 1 });
  const from = Temporal.PlainDate.from(period.from).subtract({ years: 1 });
  return periodBetween(from.toString(), back(period.to).toString()).label;
}

/** “127 in 2016 and 340 in 2017” in either order: the later period is where it went to. */
export function inOrderOfTime(part: Part, around: Surroundings): Part {
  const { from, to } = part.numbers;
  if (part.rule !== "in-and-in" || from === undefined || to === undefined) return part;
  const [first, second] = [from, to].map((number) => maybePeriod(periodBehind(number, around)?.label ?? ""));
  const isBackwards = first !== undefined && second !== undefined && first.from > second.from;
  return isBackwards ? { ...part, numbers: { ...part.numbers, from: to, to: from } } : part;
}

/** From the subject or the verb before the numbers to the period behind them. */
function quoteSpan(
  part: Part,
  subject: { readonly start?: number; readonly end?: number } | null,
  around: Surroundings,
): { start: number; end: number } {
  const { start: subjectStart, end: subjectEnd } = subject ?? {};
  let { start, end } = part;
  start -= LEAD_IN.exec(wordsAt(around, start - 30, start))?.[0].length ?? 0;
  end += LEAD_OUT.exec(wordsAt(around, end, end + 40))?.[0].length ?? 0;
  if (subjectStart !== undefined && subjectEnd !== undefined) {
    if (subjectEnd <= start && start - subjectEnd <= 60 && !STOP.test(wordsAt(around, subjectEnd, start)))
      start = subjectStart;
    if (subjectStart >= end && subjectStart - end <= 40 && !STOP.test(wordsAt(around, end, subjectStart)))
      end = subjectEnd;
  }
  const period = around.periods.find((p) => p.start >= end);
  if (period !== undefined && period.start - end <= 45 && !STOP.test(wordsAt(around, end, period.start)))
    end = period.end;
  const quote = wordsAt(around, start, end);
  start += /^(?:[\s*•·]|[-\u2013](?=\s))*/.exec(quote)?.[0].length ?? 0;
  const isOpen = quote.lastIndexOf("(") > quote.lastIndexOf(")");
  return { start, end: isOpen && wordsAt(around, end, end + 1) === ")" ? end + 1 : end };
}

const LEAD_IN =
  /\b(?:(?:an?|the|more than|less than|fewer than|nearly|almost|about|around|over|some|just|only|at least|roughly|approximately|under) )+$/i;
const LEAD_OUT = new RegExp(`^(?: §+| (?:recorded|reported))*(?: §+| ${CRIME_NOUN}\\b)`, "i");
const STOP = /[#%¤×;:(]|, (?!in\b|during\b)|\b(?:while|whereas|but)\b/;

import { aYearBefore, maybePeriod } from "../base/index.ts";
import type { ClaimKind, ClaimValue, Direction, ReadClaim, Standing, ValueRole } from "./claim.ts";
import { lastMatch } from "./matches.ts";
import type { NumberMention } from "./numbers.ts";
import { numbersSpan, type Part, type PartRole } from "./part.ts";
import { areaOf, basePeriodOf, periodBehind, periodOf, spanOfPeriods, subjectOf, type Surroundings } from "./place.ts";
import { standingOf } from "./standing.ts";
import { CRIME_NOUN, movementIn } from "./words.ts";
import type { PeriodMention } from "./when.ts";
import type { Wordy } from "./wordy.ts";

export interface Assembly {
  readonly text: string;
  readonly around: Surroundings;
  readonly group: number;
  /** The periods, where a table's columns tell them. */
  readonly timing?: Timing;
  readonly sumOf?: readonly number[] | null;
  /** What a table adds to how its claims stand. */
  readonly inTable?: Pick<Standing, "isNamed" | "cell">;
}

/** The claims of one change, one for each of its parts. */
export function claimsOfChange(change: readonly Part[], assembly: Assembly): ReadClaim[] {
  const timing = assembly.timing ?? timingOf(change, assembly.around);
  return change.map((part) => claimOf(part, timing, assembly));
}

interface Timing {
  readonly period: string | null;
  readonly basePeriod: string | null;
}

function claimOf(part: Part, timing: Timing, assembly: Assembly): ReadClaim {
  const { text, around, group, sumOf = null, inTable } = assembly;
  const kind = kindOf(part);
  const isLevel = kind === "count" || kind === "share" || kind === "rate" || part.numbers.part !== undefined;
  const subject = subjectOf(numbersSpan(part), around);
  const { start, end } = quoteSpan(part, subject, around);
  return {
    quote: text.slice(start, end),
    start,
    end,
    kind,
    subject: subject?.slug ?? null,
    area: areaOf(part, around),
    period: timing.period ?? (around.periods.length === 0 ? around.carried.period : null),
    basePeriod: isLevel ? null : timing.basePeriod,
    values: valuesOf(part),
    direction: isLevel ? null : directionOf(part, around),
    unit: unitOf(part),
    counted: countedIn(text.slice(start, end), wordsAt(around, around.sentence.start, start)),
    sumOf,
    rule: part.rule,
    group,
    standing: {
      ...standingOf(
        {
          ...part,
          isNamed: subject?.start !== undefined,
          isDated: isOwnPeriod(timing.period, around, assembly.timing),
        },
        around,
        text,
      ),
      ...inTable,
    },
  };
}

/** Named in its sentence or by its column, and not worked out from what was told before. */
function isOwnPeriod(label: string | null, { periods }: Surroundings, timing: Timing | undefined): boolean {
  return label !== null && (timing !== undefined || periods.some((period) => period.label === label));
}

/** Places a claim that is made of words, as one made of numbers is placed. */
export function placed(
  { kind, rule, start, end, direction, values }: Wordy,
  { text, around, group }: Assembly,
): ReadClaim {
  const period = periodOf({ start, end }, around);
  const subject = subjectOf({ start, end }, around);
  return {
    quote: text.slice(start, end),
    start,
    end,
    kind,
    subject: subject?.slug ?? null,
    area: areaOf({ start, end }, around),
    period: period?.label ?? (around.periods.length === 0 ? around.carried.period : null),
    basePeriod: null,
    values,
    direction,
    unit: "count",
    counted: countedIn(text.slice(start, end), wordsAt(around, around.sentence.start, start)),
    rule,
    group,
    standing: standingOf(
      { start, end, isNoun: false, isNamed: subject?.start !== undefined, isDated: (period?.label ?? null) !== null },
      around,
      text,
    ),
  };
}

function kindOf({ numbers: n }: Part): ClaimKind {
  if (n.rate !== undefined) return "rate";
  if (n.share !== undefined || (n.count !== undefined && n.base !== undefined)) return "share";
  if (n.pct !== undefined) return "percentage-change";
  if (n.times !== undefined || n.part !== undefined) return "ratio";
  if (n.points !== undefined && n.from !== undefined && n.to !== undefined) return "change";
  if (n.diff !== undefined || n.points !== undefined) return "difference";
  return n.from !== undefined ? "change" : "count";
}

/** The number that makes the kind comes first. */
const ROLES: readonly (readonly [PartRole, ValueRole])[] = [
  ["rate", "rate"],
  ["share", "share"],
  ["pct", "percent"],
  ["times", "ratio"],
  ["part", "ratio"],
  ["diff", "difference"],
  ["points", "difference"],
  ["from", "from"],
  ["to", "to"],
  ["count", "count"],
  ["base", "base"],
];

function valuesOf(part: Part): ClaimValue[] {
  const { numbers, upTo } = part;
  const values: ClaimValue[] = [];
  for (const [name, role] of ROLES) {
    const number = numbers[name];
    if (number !== undefined) values.push(valueOf(role, number));
  }
  if (kindOf(part) === "change") values.sort((a, b) => isDifference(a) - isDifference(b));
  const [first, ...rest] = values;
  return first === undefined || upTo === undefined ? values : [first, valueOf(first.role, upTo), ...rest];
}

function isDifference({ role }: ClaimValue): number {
  return role === "difference" ? 1 : 0;
}

function valueOf(role: ValueRole, { value, step, hedge, start, end }: NumberMention): ClaimValue {
  return { role, value, step, hedge, start, end };
}

function unitOf({ numbers }: Part): ReadClaim["unit"] {
  if (numbers.points !== undefined) return "points";
  return (numbers.to ?? numbers.from)?.unit === "percent" ? "percent" : "count";
}

/** The word for what is counted: in the quote, else the last one before it. */
function countedIn(quote: string, before: string): string | null {
  return (NOUN.exec(quote)?.[0] ?? lastMatch(before.slice(-150), NOUNS)?.[0] ?? null)?.toLowerCase() ?? null;
}

const NOUN = new RegExp(`\\b${CRIME_NOUN}\\b`, "i");
const NOUNS = new RegExp(NOUN, "gi");

/** Which way the words say it went: a printed sign, else the word of movement, else the word nearest before the numbers. */
function directionOf(part: Part, around: Surroundings): Direction | null {
  const signed = (part.numbers.pct ?? part.numbers.diff ?? part.numbers.points ?? part.numbers.times)?.direction;
  if (signed !== undefined && signed !== null) return signed;
  if (part.direction !== null) return part.direction;
  const { start, end } = numbersSpan(part);
  const before = wordsAt(around, start - 70, start).replace(OTHER_CLAUSE_BEFORE, "");
  return movementIn(before) ?? movementIn(wordsAt(around, end, end + 25).replace(/[#%;,)].*$/s, ""));
}

/** “Although reports rose, charges went from 59 to 41”: another clause says nothing of how these went. */
const OTHER_CLAUSE_BEFORE =
  /^.*(?:[#%¤×¶;]|\b(?:while|whereas|whilst|but|although|though|despite|after|as|when|however)\b(?:[^,]*,)?)/is;

function wordsAt({ drawn, sentence }: Surroundings, start: number, end: number): string {
  return drawn.slice(Math.max(0, start - sentence.start), Math.max(0, end - sentence.start));
}

function timingOf(change: readonly Part[], around: Surroundings): Timing {
  const span = spanOfPeriods(around);
  const first = <T>(pick: (part: Part) => T | undefined): T | undefined =>
    change.map(pick).find((x) => x !== undefined);
  if (span !== null && first(({ numbers }) => numbers.count) === undefined)
    return { period: span[1].label, basePeriod: span[0].label };
  const later = first(({ numbers }) => numbers.to ?? numbers.count);
  const earlier = first(({ numbers }) => numbers.from);
  const base =
    (earlier === undefined ? null : periodBehind(earlier, around)) ??
    first((part) => basePeriodOf(numbersSpan(part), around) ?? undefined) ??
    null;
  const last = later ?? first(({ numbers }) => Object.values(numbers)[0]);
  const found =
    last === undefined ? null : (later ?? earlier) === undefined ? latestOf(last, around) : periodOf(last, around);
  const period = found === base ? null : found;
  const label = period?.relative === "previous" ? yearBefore(around.carried.period) : (period?.label ?? null);
  if (base?.relative !== "previous") return { period: label, basePeriod: base?.label ?? null };
  return { period: label ?? around.carried.period, basePeriod: yearBefore(label ?? around.carried.period) };
}

/** Of two periods named before a change that stands alone, the later one. */
function latestOf(number: NumberMention, around: Surroundings): PeriodMention | null {
  const behind = periodBehind(number, around);
  const [a, b, ...more] = around.periods.filter((period) => period.end <= number.start);
  const dates = [a, b].map((period) => maybePeriod(period?.label ?? "")?.from);
  if (behind !== null || more.length > 0 || dates[0] === undefined || dates[1] === undefined)
    return periodOf(number, around);
  return (dates[0] > dates[1] ? a : b) ?? null;
}

/** The period a year before: 2016 for 2017, the year to March 2017 for that to March 2018. */
function yearBefore(label: string | null): string | null {
  const period = label === null ? undefined : maybePeriod(label);
  return period === undefined ? null : aYearBefore(period).label;
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
    if (
      subjectEnd <= start &&
      start - subjectEnd <= 60 &&
      (LABEL.test(wordsAt(around, subjectEnd, start)) || !STOP.test(wordsAt(around, subjectEnd, start)))
    )
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
  /\b(?:(?:an?|the|more than|less than|fewer than|nearly|almost|about|around|over|some|just|only|at least|roughly|approximately|under|from|between) )+$/i;
const LEAD_OUT = new RegExp(`^(?: §+| (?:recorded|reported))*(?: §+| ${CRIME_NOUN}\\b)`, "i");
const LABEL = /^ ?[:\u2013-] $/;
const STOP = /[#%¤×;:(]|[.!?] |, (?!in\b|during\b)|\b(?:while|whereas|but|and)\b/;

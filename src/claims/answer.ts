import type { CheckedClaim } from "./checked.ts";
import type { ClaimKind, FiguresStatus, Verdict } from "./claim.ts";
import { type Grade, type Graded, GRADES, gradesOf } from "./grade.ts";
import { causeKey, sayCause } from "./say-cause.ts";
import { listed, sayCount, sayNumber } from "./say-claim.ts";

/** What there is to say of a whole text: counts, and findings with the gravest first. */
export interface Summary {
  /** One line: how many claims, and how their arithmetic stands. */
  readonly headline: string;
  /** A few plain sentences, to be read in order. */
  readonly sentences: readonly string[];
  readonly findings: readonly SummaryFinding[];
  readonly counts: {
    readonly claims: number;
    readonly kinds: Readonly<Partial<Record<ClaimKind, number>>>;
    readonly arithmetic: Readonly<Record<Verdict, number>>;
    readonly figures: Readonly<Record<FiguresStatus, number>>;
  };
}

/** One finding, of a claim or of several that share it. */
export interface SummaryFinding {
  readonly grade: Grade;
  /** Numbers of the claims, from 1, in the order of the list. */
  readonly claims: readonly number[];
  /** The words of the first of them. */
  readonly quote: string;
  readonly text: string;
}

/** Sums a checked text up: the gravest finding first, numbers and periods before percentages. */
export function summarise(checked: readonly CheckedClaim[]): Summary {
  const counts = {
    claims: checked.length,
    kinds: tally(checked.map(({ kind }) => kind)),
    arithmetic: { ...NO_VERDICTS, ...tally(checked.map(({ arithmetic }) => arithmetic)) },
    figures: { ...NO_STATUSES, ...tally(checked.map(({ figures }) => figures.status)) },
  };
  return {
    headline: headlineOf(checked),
    sentences: sentencesOf(checked, counts),
    findings: findingsOf(checked),
    counts,
  };
}

const NO_VERDICTS: Readonly<Record<Verdict, number>> = {
  inconsistent: 0,
  truncated: 0,
  consistent: 0,
  "not-checkable": 0,
};
const NO_STATUSES: Readonly<Record<FiguresStatus, number>> = { agrees: 0, differs: 0, "not-comparable": 0, none: 0 };

function tally<T extends string>(words: readonly T[]): Partial<Record<T, number>> {
  const counts = new Map<T, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries(counts) as Partial<Record<T, number>>;
}

/** Findings by grade, then by place; claims of one change, or of one cause, share what is said of it. */
function findingsOf(checked: readonly CheckedClaim[]): SummaryFinding[] {
  const groups = Map.groupBy(checked, ({ group }) => group);
  const graded = checked.flatMap((claim, i) =>
    gradesOf(claim, groups.get(claim.group) ?? []).map((grade) => Object.assign({}, grade, { claim, number: i + 1 })),
  );
  const found = Map.groupBy(graded, keyOf);
  return [...found.values()]
    .flatMap(findingOf)
    .toSorted((a, b) => GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade) || (a.claims[0] ?? 0) - (b.claims[0] ?? 0));
}

interface GradedClaim extends Graded {
  readonly claim: CheckedClaim;
  readonly number: number;
}

/** The fullest sentence speaks for all claims of a change; a cause is one whoever gives it. */
function keyOf({ grade, text, claim }: GradedClaim): string {
  if (claim.kind === "cause") return `${grade} ${causeKey(claim)}`;
  return `${grade} ${claim.group} ${grade === "not-comparable" || grade === "holds" ? "" : text}`;
}

function findingOf(found: readonly GradedClaim[]): SummaryFinding[] {
  const [first] = found;
  if (first === undefined) return [];
  const { grade, claim } = first;
  const text = claim.kind === "cause" ? sayCause(found.map((each) => each.claim)) : fullest(found);
  return [{ grade, claims: [...new Set(found.map(({ number }) => number))], quote: claim.quote, text }];
}

function fullest(found: readonly Graded[]): string {
  return found.reduce((longest, { text }) => (text.length > longest.length ? text : longest), "");
}

type Counts = Summary["counts"];

function headlineOf(checked: readonly CheckedClaim[]): string {
  if (checked.length === 0) return "Cannot tell: no claim about numbers of crimes was found in this text";
  const numbers = tally(checked.filter(hasNumbers).map(({ arithmetic }) => arithmetic));
  const kinds = tally(checked.map(({ kind }) => kind));
  const parts = [
    ...VERDICTS.map((verdict) => [numbers[verdict] ?? 0, VERDICT_WORDS[verdict]] as const),
    [kinds.date ?? 0, kinds.date === 1 ? "date of law" : "dates of law"] as const,
    [kinds.cause ?? 0, kinds.cause === 1 ? "stated cause" : "stated causes"] as const,
  ].filter(([count]) => count > 0);
  return `${sayCount(checked.length, "claim")} read: ${parts.map(([count, words]) => `${sayNumber(count)} ${words}`).join(", ")}`;
}

/** Dates are held against the law and causes against nothing yet; all others state a number. */
function hasNumbers({ kind }: CheckedClaim): boolean {
  return kind !== "date" && kind !== "cause";
}

const VERDICTS: readonly Verdict[] = ["inconsistent", "truncated", "consistent", "not-checkable"];

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  consistent: "with arithmetic that holds",
  truncated: "cut off rather than rounded",
  inconsistent: "with arithmetic that does not hold",
  "not-checkable": "that the text alone cannot settle",
};

function sentencesOf(checked: readonly CheckedClaim[], counts: Counts): string[] {
  if (counts.claims === 0) return ["There is nothing to confirm or to correct."];
  return [
    `Read: ${listed(kindCounts(counts))}.`,
    ...figuresSentence(checked.filter(hasNumbers)),
    ...datesSentence(checked.filter(({ kind }) => kind === "date")),
    ...causesSentence(checked.filter(({ cause }) => cause !== undefined && cause.evidence === null)),
  ];
}

function kindCounts({ kinds }: Counts): string[] {
  return KINDS.flatMap(([kind, one, many]) => {
    const count = kinds[kind] ?? 0;
    return count === 0 ? [] : [sayCount(count, one, many)];
  });
}

const KINDS: readonly (readonly [ClaimKind, string, string?])[] = [
  ["count", "count"],
  ["change", "change"],
  ["difference", "difference"],
  ["percentage-change", "percentage change"],
  ["share", "share"],
  ["ratio", "ratio"],
  ["rate", "rate"],
  ["rank", "rank"],
  ["trend", "trend"],
  ["date", "date"],
  ["cause", "cause"],
];

function figuresSentence(checked: readonly CheckedClaim[]): string[] {
  const { agrees = 0, differs = 0, "not-comparable": unlike = 0, none = 0 } = statusesOf(checked);
  if (checked.length === 0) return [];
  if (none === checked.length) return ["No recorded figure is held beside any of the numbers."];
  const parts = [
    agrees > 0 ? `agree with ${sayNumber(agrees)}` : "",
    differs > 0 ? `differ from ${sayNumber(differs)}` : "",
    unlike > 0 ? `cannot be compared with ${sayNumber(unlike)}` : "",
  ].filter((part) => part !== "");
  return [`Recorded figures ${listed(parts)}${none === 0 ? "" : `; for ${sayNumber(none)} none is held`}.`];
}

function datesSentence(dates: readonly CheckedClaim[]): string[] {
  if (dates.length === 0) return [];
  const { agrees = 0, differs = 0 } = statusesOf(dates);
  const open = dates.length - agrees - differs;
  const parts = [
    agrees > 0 ? `${sayNumber(agrees)} as the law has it` : "",
    differs > 0 ? `${sayNumber(differs)} otherwise than the law has it` : "",
    open > 0 ? `${sayNumber(open)} that cannot be told` : "",
  ].filter((part) => part !== "");
  return [`Dates of law: ${listed(parts)}.`];
}

function statusesOf(checked: readonly CheckedClaim[]): Partial<Record<FiguresStatus, number>> {
  return tally(checked.map(({ figures }) => figures.status));
}

function causesSentence({ length }: readonly CheckedClaim[]): string[] {
  if (length === 0) return [];
  const stated = length === 1 ? "1 cause is stated" : `${sayNumber(length)} causes are stated`;
  return [`${stated} without evidence: nothing here says why.`];
}

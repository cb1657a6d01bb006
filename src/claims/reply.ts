import { type Summary, type SummaryFinding, summarise } from "./answer.ts";
import type { ClaimKind } from "./claim.ts";
import type { CheckedClaim } from "./checked.ts";
import type { Grade } from "./grade.ts";
import { listed, sayArea, sayCount, sayLabel, sayQuote, sayReleases } from "./say-claim.ts";

/** What a reply is written for. */
export interface ReplyOptions {
  /** The text's name within a sentence: `the text of 7 February 2018`. */
  readonly about: string;
  /** The summary of the same claims, where it is already made. */
  readonly summary?: Summary;
}

/**
 * A short, neutral answer to a text that a press officer could send: what is right, what is not, what cannot
 * be compared and why, and what would be needed. What cannot be checked is never called wrong.
 */
export function replyFor(checked: readonly CheckedClaim[], { about, summary }: ReplyOptions): string {
  if (checked.length === 0)
    return `We found no claim about numbers of recorded crimes in ${about}, so there is nothing to confirm or to correct.`;
  const found = Map.groupBy((summary ?? summarise(checked)).findings, ({ grade }) => grade);
  const sections = SECTIONS.flatMap(([grade, title]) => section(title, found.get(grade) ?? [], line));
  const why = found.has("cause-unproven") ? ["Nothing here says why."] : [];
  const parts = [
    `We have read ${about} and looked at ${sayCount(checked.length, "claim")} in it.`,
    ...sections,
    ...why,
    ...section("What would be needed to say more", needed(checked), (need) => need()),
    ...section("Source", sayReleases(checked.flatMap(({ figures }) => figures.compared)), (release) => release),
    "“Recorded” means written down as a crime by the police; it is not how many were committed.",
  ];
  return parts.join("\n\n");
}

const SECTIONS: readonly (readonly [Grade, string])[] = [
  ["holds", "What holds"],
  ["inconsistent", "What does not hold"],
  ["truncated", "What holds but for the rounding"],
  ["differs", "What is recorded otherwise"],
  ["not-comparable", "What cannot be compared, and why"],
  ["left-out", "What should be said beside it"],
  ["cannot-tell", "What we cannot tell"],
  ["cause-unproven", "Causes"],
];

function line({ grade, quote, text }: SummaryFinding): string {
  return grade === "cause-unproven" ? text : `${sayQuote(quote)}: ${text}`;
}

/** Only the lines that are shown are said. */
function section<T>(title: string, all: readonly T[], say: (each: T) => string): string[] {
  if (all.length === 0) return [];
  const more = all.length > MOST_LINES ? [`- and ${all.length - MOST_LINES} more`] : [];
  return [[`${title}:`, ...all.slice(0, MOST_LINES).map((each) => `- ${say(each)}`), ...more].join("\n")];
}

/** So many lines a section; a reply is read by somebody in a hurry. */
const MOST_LINES = 5;

/** What would settle what is open: a place or a period that the text does not say, numbers, figures, evidence. */
function needed(checked: readonly CheckedClaim[]): Need[] {
  const open = checked.filter(({ kind, figures }) => !UNCOUNTED.has(kind) && figures.status !== "agrees");
  const differs = open.some(({ figures }) => figures.status === "differs");
  const causes = checked.some(({ kind }) => kind === "cause");
  return [
    ...checked.filter(lacksNumbers).map(
      ({ quote }) =>
        () =>
          `The numbers that ${sayQuote(quote)} rests on.`,
    ),
    ...(differs ? [() => "The release, classes and period that the numbers in the text were taken from."] : []),
    ...unplacedNeeds(open),
    ...recordedNeeds(open.filter(({ figures }) => figures.status !== "differs")),
    ...(causes ? [() => "For the causes: what was counted before and after, and what else changed between."] : []),
  ];
}

type Need = () => string;

/** Kinds that no recorded count can settle. */
const UNCOUNTED: ReadonlySet<ClaimKind> = new Set(["cause", "date", "share", "rank"]);

function lacksNumbers({ kind, arithmetic, recomputed }: CheckedClaim): boolean {
  const rests = kind === "percentage-change" || kind === "ratio" || kind === "share" || kind === "rate";
  return rests && arithmetic === "not-checkable" && recomputed.base === null;
}

function unplacedNeeds(open: readonly CheckedClaim[]): Need[] {
  return open.flatMap(({ subject, area, period, quote }) => {
    const gaps = [subject === null ? "offence" : "", area === null ? "area" : "", period === null ? "period" : ""];
    const missing = gaps.filter((gap) => gap !== "");
    return missing.length === 0 ? [] : [() => `Of which ${listed(missing)} ${sayQuote(quote)} speaks.`];
  });
}

/** A line for each offence and area, with all periods that the text speaks of. */
function recordedNeeds(open: readonly CheckedClaim[]): Need[] {
  const placed = open.filter(({ subject, area, period }) => subject !== null && area !== null && period !== null);
  const asked = Map.groupBy(placed, ({ subject, area }) => `${subject} ${area}`);
  return [...asked.values()].map((claims) => () => recordedNeed(claims));
}

function recordedNeed(claims: readonly CheckedClaim[]): string {
  const [first] = claims;
  const labels = new Set(
    claims.flatMap(({ basePeriod, period }) => [basePeriod, period]).filter((each) => each !== null),
  );
  const periods = new Set([...labels].map(sayLabel));
  const offences = (first?.subject ?? "").replaceAll("-", " ");
  return `The number of recorded offences of ${offences} in ${sayArea(first?.area ?? "")} in ${listed([...periods].toSorted())}.`;
}

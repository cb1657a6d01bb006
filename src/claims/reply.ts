import type { CheckedClaim } from "./checked.ts";
import { type Grade, gradesOf } from "./grade.ts";
import { sayArea, sayCount, sayLabel, sayQuote, sayReleases, sentence } from "./say-claim.ts";

/** What a reply is written for. */
export interface ReplyOptions {
  /** The text's name within a sentence: `the text of 7 February 2018`. */
  readonly about: string;
}

/**
 * A short, neutral answer to a text that a press officer could send: what is right, what is not, what cannot
 * be compared and why, and what would be needed. What cannot be checked is never called wrong.
 */
export function replyFor(checked: readonly CheckedClaim[], { about }: ReplyOptions): string {
  if (checked.length === 0)
    return `We found no claim about numbers of recorded crimes in ${about}, so there is nothing to confirm or to correct.`;
  const lines = linesByGrade(checked);
  const sections = SECTIONS.flatMap(([grade, title]) => section(title, lines.get(grade) ?? []));
  const parts = [
    `We have read ${about}. It makes ${sayCount(checked.length, "claim")} that we looked at.`,
    ...sections,
    ...section("What would be needed to say more", needed(checked)),
    ...section("Source", sayReleases(checked.flatMap(({ figures }) => figures.compared))),
    "“Recorded” means written down as a crime by the police; it is not how many were committed.",
  ];
  return parts.join("\n\n");
}

const SECTIONS: readonly (readonly [Grade, string])[] = [
  ["holds", "What is right"],
  ["inconsistent", "What is not right"],
  ["truncated", "Right, but for the rounding"],
  ["differs", "Where the recorded figures are others"],
  ["not-comparable", "What cannot be compared, and why"],
  ["left-out", "What should be said beside it"],
  ["cause-unproven", "Causes"],
  ["cannot-tell", "What we cannot tell"],
];

/** Lines by grade in the order of the text; of the claims of one change, those that say the same become one. */
function linesByGrade(checked: readonly CheckedClaim[]): Map<Grade, string[]> {
  const groups = Map.groupBy(checked, ({ group }) => group);
  const byGrade = new Map<Grade, Map<string, string>>();
  for (const claim of checked) {
    for (const { grade, text } of gradesOf(claim, groups.get(claim.group) ?? [])) {
      const lines = byGrade.get(grade) ?? new Map<string, string>();
      const said = grade === "cause-unproven" ? `${text} Nothing here says why.` : text;
      if (!lines.has(text)) lines.set(text, `${sayQuote(claim.quote)}: ${said}`);
      byGrade.set(grade, lines);
    }
  }
  return new Map([...byGrade].map(([grade, lines]) => [grade, [...lines.values()]]));
}

function section(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > MOST_LINES ? [`- and ${lines.length - MOST_LINES} more`] : [];
  return [[`${title}:`, ...lines.slice(0, MOST_LINES).map((line) => `- ${line}`), ...more].join("\n")];
}

/** So many lines a section; a reply is read by somebody in a hurry. */
const MOST_LINES = 5;

/** What would settle what is open: a place or a period that the text does not say, numbers, figures, evidence. */
function needed(checked: readonly CheckedClaim[]): string[] {
  const wants = checked.flatMap((claim) => [...wantedNumbers(claim), ...wantedFigures(claim)]);
  const causes = checked.some(({ kind }) => kind === "cause")
    ? ["For the causes: what was counted before and after, and what else changed between."]
    : [];
  return [...new Set([...wants, ...causes])];
}

function wantedNumbers({ kind, quote, arithmetic, recomputed }: CheckedClaim): string[] {
  const rests = kind === "percentage-change" || kind === "ratio" || kind === "share" || kind === "rate";
  if (!rests || arithmetic !== "not-checkable" || recomputed.base !== null) return [];
  return [`The numbers that ${sayQuote(quote)} rests on.`];
}

function wantedFigures(claim: CheckedClaim): string[] {
  if (claim.kind === "cause" || claim.kind === "date" || claim.figures.status === "agrees") return [];
  const { subject, area, period, basePeriod, figures } = claim;
  if (figures.status === "differs")
    return ["Which release, classes and period the numbers in the text were taken from."];
  if (subject === null || area === null || period === null)
    return [`Of which ${missing(claim).join(", ")} ${sayQuote(claim.quote)} speaks.`];
  const periods = basePeriod === null ? sayLabel(period) : `${sayLabel(basePeriod)} and ${sayLabel(period)}`;
  return [
    sentence(`the number of recorded offences of ${subject.replaceAll("-", " ")} in ${sayArea(area)} in ${periods}`),
  ];
}

function missing({ subject, area, period }: CheckedClaim): string[] {
  return [subject === null ? "offence" : "", area === null ? "area" : "", period === null ? "period" : ""].filter(
    Boolean,
  );
}

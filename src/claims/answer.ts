import type { CheckedClaim } from "./checked.ts";
import type { ClaimKind, FiguresStatus, Verdict } from "./claim.ts";
import { type Grade, GRADE_WORDS, GRADES, gradesOf } from "./grade.ts";
import { listed, sayCount, sayNumber, sayQuote } from "./say-claim.ts";

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
  const findings = findingsOf(checked);
  const counts = {
    claims: checked.length,
    kinds: tally(checked.map(({ kind }) => kind)),
    arithmetic: { ...NO_VERDICTS, ...tally(checked.map(({ arithmetic }) => arithmetic)) },
    figures: { ...NO_STATUSES, ...tally(checked.map(({ figures }) => figures.status)) },
  };
  return { headline: headlineOf(counts), sentences: sentencesOf(counts, findings), findings, counts };
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

/** Findings by grade, then by place; claims of one change share what is said of the change. */
function findingsOf(checked: readonly CheckedClaim[]): SummaryFinding[] {
  const groups = Map.groupBy(checked, ({ group }) => group);
  const found = new Map<string, SummaryFinding>();
  for (const [i, claim] of checked.entries()) {
    for (const { grade, text } of gradesOf(claim, groups.get(claim.group) ?? [])) {
      const key = `${grade} ${claim.group} ${SHARED.has(grade) ? "" : text}`;
      const before = found.get(key);
      const claims = before === undefined || before.claims.includes(i + 1) ? [i + 1] : [...before.claims, i + 1];
      const fuller = before !== undefined && before.text.length >= text.length ? before.text : text;
      found.set(key, { grade, claims, quote: before?.quote ?? claim.quote, text: fuller });
    }
  }
  return [...found.values()].toSorted(
    (a, b) => GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade) || (a.claims[0] ?? 0) - (b.claims[0] ?? 0),
  );
}

/** Grades whose fullest sentence speaks for all claims of a change. */
const SHARED: ReadonlySet<Grade> = new Set(["not-comparable", "holds"]);

type Counts = Summary["counts"];

function headlineOf({ claims, arithmetic }: Counts): string {
  if (claims === 0) return "Cannot tell: no claim about numbers of crimes was found in this text";
  const parts = VERDICTS.filter((verdict) => arithmetic[verdict] > 0).map(
    (verdict) => `${sayNumber(arithmetic[verdict])} ${VERDICT_WORDS[verdict]}`,
  );
  return `${sayCount(claims, "claim")} read: ${parts.join(", ")}`;
}

const VERDICTS: readonly Verdict[] = ["inconsistent", "truncated", "consistent", "not-checkable"];

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  consistent: "with arithmetic that holds",
  truncated: "cut off rather than rounded",
  inconsistent: "with arithmetic that does not hold",
  "not-checkable": "that the text alone cannot settle",
};

function sentencesOf(counts: Counts, findings: readonly SummaryFinding[]): string[] {
  if (counts.claims === 0) return ["There is nothing to confirm or to correct."];
  const gravest = findings.find(({ grade }) => grade !== "holds" && grade !== "cannot-tell");
  return [
    `Read: ${listed(kindCounts(counts))}.`,
    figuresSentence(counts),
    ...(gravest === undefined
      ? []
      : [`First of all: ${GRADE_WORDS[gravest.grade].toLowerCase()} in ${sayQuote(gravest.quote)}. ${gravest.text}`]),
    ...causesSentence(findings),
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

function figuresSentence({ figures, claims }: Counts): string {
  if (figures.none === claims) return "No recorded figure is held beside any of them.";
  const parts = [
    figures.agrees > 0 ? `agree with ${sayNumber(figures.agrees)}` : "",
    figures.differs > 0 ? `differ from ${sayNumber(figures.differs)}` : "",
    figures["not-comparable"] > 0 ? `cannot be compared with ${sayNumber(figures["not-comparable"])}` : "",
  ].filter((part) => part !== "");
  const none = figures.none === 0 ? "" : `; for ${sayNumber(figures.none)} none is held`;
  return `Recorded figures ${listed(parts)}${none}.`;
}

function causesSentence(findings: readonly SummaryFinding[]): string[] {
  const causes = findings.filter(({ grade }) => grade === "cause-unproven").flatMap(({ claims }) => claims).length;
  if (causes === 0) return [];
  const stated = causes === 1 ? "1 cause is stated" : `${sayNumber(causes)} causes are stated`;
  return [`${stated} without evidence: nothing here says why.`];
}

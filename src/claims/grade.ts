import type { CheckedClaim } from "./checked.ts";
import type { FiguresStatus } from "./claim.ts";
import { sayCause } from "./say-cause.ts";
import { sayDifference, sayLabel, sayNumber, sayRecorded, sentence } from "./say-claim.ts";
import { CLAIM_SETTINGS } from "./settings.ts";

/** What can be found of a claim, the gravest first. */
export const GRADES = [
  "inconsistent",
  "truncated",
  "differs",
  "not-comparable",
  "cause-unproven",
  "left-out",
  "holds",
  "cannot-tell",
] as const;

export type Grade = (typeof GRADES)[number];

/** One thing found of one claim, in a plain sentence. */
export interface Graded {
  readonly grade: Grade;
  readonly text: string;
}

/** What a grade says, as a heading. */
export const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  inconsistent: "The arithmetic does not hold",
  truncated: "Cut off, not rounded",
  differs: "Recorded figures differ",
  "not-comparable": "Cannot be compared",
  "cause-unproven": "A cause without evidence",
  "left-out": "Left out",
  holds: "Holds",
  "cannot-tell": "Cannot tell",
};

/** All that was found of a claim; `mates` are the claims of the same change, itself among them. */
export function gradesOf(claim: CheckedClaim, mates: readonly CheckedClaim[]): Graded[] {
  if (claim.kind === "cause")
    return [{ grade: claim.cause?.evidence == null ? "cause-unproven" : "cannot-tell", text: sayCause([claim]) }];
  if (claim.kind === "date") return [{ grade: DATE_GRADES[claim.figures.status], text: claim.finding }];
  const isOff = claim.arithmetic === "inconsistent" || claim.figures.status === "differs";
  const both = [...arithmeticGrades(claim), ...figuresGrades(claim)];
  // What is recorded otherwise is not also said to hold, though its arithmetic may.
  const found = agreed(claim) ?? (isOff ? both.filter(({ grade }) => grade !== "holds") : both);
  const gap = isOff ? null : leftOut(claim, mates);
  const all = gap === null ? found : [...found, { grade: "left-out", text: sentence(gap) } as const];
  return all.length > 0 ? all : [{ grade: "cannot-tell", text: claim.explained.arithmetic }];
}

/** A date is held against the knowledge base and has no arithmetic. */
const DATE_GRADES: Readonly<Record<FiguresStatus, Grade>> = {
  agrees: "holds",
  differs: "differs",
  "not-comparable": "cannot-tell",
  none: "cannot-tell",
};

/** Sound arithmetic and the recorded figure are said in one breath. */
function agreed(claim: CheckedClaim): Graded[] | null {
  if (claim.arithmetic !== "consistent" || claim.figures.status !== "agrees") return null;
  const [{ text } = { text: "" }] = figuresGrades(claim);
  return [{ grade: "holds", text: `The arithmetic holds, and ${text.charAt(0).toLowerCase()}${text.slice(1)}` }];
}

function arithmeticGrades(claim: CheckedClaim): Graded[] {
  const { arithmetic, explained } = claim;
  if (arithmetic === "not-checkable") return [];
  if (arithmetic === "consistent") return [{ grade: "holds", text: sentence(holding(claim)) }];
  return [{ grade: arithmetic, text: explained.arithmetic }];
}

/** The change with its numbers and periods before its percentage; a claim without one says that it fits. */
function holding(claim: CheckedClaim): string {
  const { base, difference, percent } = claim.recomputed;
  if (base === null || difference === null) return claim.explained.arithmetic;
  const before = claim.basePeriod === null ? "" : ` in ${sayLabel(claim.basePeriod)}`;
  const after = claim.period === null ? "" : ` in ${sayLabel(claim.period)}`;
  const numbers = `${sayNumber(base)}${before}, ${sayNumber(base + difference)}${after}`;
  return `the arithmetic holds: ${numbers}, ${sayDifference({ base, difference, percent })}`;
}

function figuresGrades(claim: CheckedClaim): Graded[] {
  const { status, compared } = claim.figures;
  if (status === "none") return [];
  const entries = compared.filter((entry) => entry.status === status);
  const texts = entries.map((entry) => {
    const recorded = sayRecorded(entry, claim);
    return recorded === null ? entry.reason : `${entry.reason} (${recorded})`;
  });
  if (texts.length === 0) return [];
  return [{ grade: status === "agrees" ? "holds" : status, text: sentence(texts.join("; ")) }];
}

/** What a reader needs beside the claim and the text does not give; null when nothing is missing. */
function leftOut(claim: CheckedClaim, mates: readonly CheckedClaim[]): string | null {
  const { kind, arithmetic, recomputed } = claim;
  const { base, difference, percent } = recomputed;
  const unlike = claim.figures.compared.flatMap((entry) => (entry.status === "agrees" ? entry.unlike : []));
  if (unlike.length > 0)
    return `the two periods are not alike: ${unlike.map((each) => each.replace(/\.$/, "")).join("; ")}`;
  if (kind === "percentage-change" && base === null) return "a percentage without the numbers it rests on";
  if (kind === "percentage-change" && base !== null && base < CLAIM_SETTINGS.smallBase)
    return `a percentage on a base of ${sayNumber(base)}, where only the numbers say something`;
  const saysMore = mates.some(({ values }) => values.some(({ role }) => role === "percent" || role === "ratio"));
  if (kind === "change" && arithmetic === "consistent" && !saysMore && difference !== null && percent !== null)
    return `the text does not say how much that is: ${sayDifference({ base, difference, percent })}`;
  return null;
}

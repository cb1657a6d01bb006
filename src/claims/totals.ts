import type { ReadClaim } from "./claim.ts";
import type { LevelIndex } from "./levels.ts";
import type { Judged } from "./part-of-whole.ts";

/** A number that the text calls a total, against the parts listed right before or behind it; nothing when it lists none. */
export function checkTotal(claim: ReadClaim, { bySentence }: LevelIndex): Judged | undefined {
  const [value] = claim.values;
  const here = claim.standing;
  if (value === undefined || here === undefined || claim.kind !== "count" || here.total === null) return undefined;
  const inSentence = (bySentence.get(here.sentence) ?? []).filter((other) => other !== claim);
  const parts = inSentence.length > 0 ? inSentence : linesBefore(claim, bySentence);
  if (parts.length < 2 || !parts.every(isPart)) return undefined;
  const sums = sumsOf(parts.map(({ values }) => values[0]?.value ?? Number.NaN));
  if (sums.some((sum) => Math.abs(sum - value.value) < 1e-6)) return { arithmetic: "consistent", because: "" };
  const isListed = here.total === "behind" && parts.every(({ end }) => end <= claim.start) && !parts.some(isLoose);
  const [whole = Number.NaN] = sums;
  if (!isListed || isLoose(claim)) return undefined;
  return { arithmetic: "inconsistent", because: `its parts add up to ${whole.toLocaleString("en-GB")}` };
}

function isPart({ kind, rule, values }: ReadClaim): boolean {
  return kind === "count" && values.length === 1 && (rule === "number" || rule === "table-cell");
}

function isLoose({ values }: ReadClaim): boolean {
  return values.some(({ hedge, step }) => hedge !== null || step !== 1);
}

/** One count a line, line after line, up to the total. */
function linesBefore(claim: ReadClaim, bySentence: LevelIndex["bySentence"]): ReadClaim[] {
  const lines: ReadClaim[] = [];
  for (let at = (claim.standing?.sentence ?? 0) - 1; at >= 0 && lines.length < MOST_LINES; at--) {
    const [line, ...more] = bySentence.get(at) ?? [];
    if (line === undefined || more.length > 0 || !isPart(line)) break;
    lines.unshift(line);
  }
  return lines;
}

const MOST_LINES = 60;

/** The sum of all, and of those from any on: the first may be no part. */
function sumsOf(parts: readonly number[]): number[] {
  const sums: number[] = [];
  parts.toReversed().reduce((sum, part) => {
    sums.unshift(sum + part);
    return sum + part;
  }, 0);
  return sums.slice(0, -1);
}

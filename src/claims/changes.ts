import type { Part } from "./part.ts";
import { TURNS } from "./rules.ts";

/** How to see what stands between two places, and what a part is about. */
export interface Look {
  readonly words: (from: number, to: number) => string;
  readonly subject: (part: Part) => string | null;
}

/** Parts of one sentence that speak of one change, together: its levels, and what is said of how they differ. */
export function changesOf(parts: readonly Part[], look: Look): Part[][] {
  const changes: Part[][] = [];
  for (const part of parts) {
    const before = changes.at(-1);
    const isOfTwo = before !== undefined && isListedLevel(changes.at(-2)?.at(-1), before, look);
    if (before !== undefined && !isOfTwo && speakOfOne(before, part, look)) before.push(part);
    else changes.push([part]);
  }
  return changes;
}

/** “6,144 in 2019 and 5,120 in 2018”: what follows is of both, and not of the second alone. */
function isListedLevel(earlier: Part | undefined, [level]: readonly Part[], { words }: Look): boolean {
  if (earlier?.numbers.count === undefined || level?.numbers.count === undefined) return false;
  return /@[^.;]{0,12}\b(?:and|but)\b/.test(words(earlier.end, level.start));
}

function speakOfOne(change: readonly Part[], part: Part, look: Look): boolean {
  const all = [...change, part];
  if (
    !all.every(isOfChange) ||
    all.some(({ rule }) => rule === "compared-number") ||
    all.some((each) => isListed(each, look))
  )
    return false;
  if (KINDS.some((kind) => all.filter(({ numbers }) => numbers[kind] !== undefined).length > 1)) return false;
  const levels = all.filter(hasLevel);
  if (levels.length > 1 || (levels.length === 1 && hasLevel(part) && part.numbers.from === undefined)) return false;
  return change.some((link) => areBeside(link, part, look));
}

const KINDS = ["diff", "pct", "points", "times", "from", "to"] as const;

function isOfChange({ numbers, upTo }: Part): boolean {
  const { share, part, rate, base } = numbers;
  return share === undefined && part === undefined && rate === undefined && base === undefined && upTo === undefined;
}

function hasLevel({ numbers }: Part): boolean {
  return numbers.from !== undefined || numbers.to !== undefined || numbers.count !== undefined;
}

/** “rises of 168% and 247%”: which one is of which change cannot be told. */
function isListed({ numbers, end }: Part, { words }: Look): boolean {
  return numbers.pct !== undefined && /^(?:,|,? and|,? or)(?: by)? %/.test(words(end, end + 12));
}

/** Two parts speak of one change when little stands between them, and nothing that turns to another matter. */
function areBeside(a: Part, b: Part, look: Look): boolean {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  if (second.start <= first.end) return true;
  const between = look.words(first.end, second.start);
  if (between.length > 90 || /[~]/.test(between) || TURNS.test(between)) return false;
  return look.subject(a) === look.subject(b);
}

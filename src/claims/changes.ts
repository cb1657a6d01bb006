import type { Part } from "./parts.ts";

/** Parts of one sentence that speak of one change: its levels, and what is said of how they differ. */
export interface Change {
  /** A pair of levels, a lone level, or nothing but what the derived parts hold. */
  readonly level: Part | null;
  readonly derived: readonly Part[];
}

/** Joins differences, percentages and factors to the level beside them; what stands alone is a change of its own. */
export function changesOf(parts: readonly Part[], look: Look): Change[] {
  const joined = withEndpoints(parts);
  const levels = joined.filter(isLevel);
  const changes = new Map<Part | null, Part[]>(levels.map((level) => [level, []]));
  const alone: Change[] = [];
  let before: Part | null = null;
  for (const part of joined) {
    if (isLevel(part)) {
      before = part;
      continue;
    }
    const level = levelFor(part, { before, levels, taken: changes }, look);
    if (level === null || hasOtherEnds(part, level) || isListed(part, look) || !isNew(part, changes.get(level) ?? []))
      addAlone(alone, part, look);
    else changes.get(level)?.push(part);
  }
  return [...Array.from(changes, ([level, derived]) => ({ level, derived })), ...alone];
}

/** “from 500 to 250, then rose 10% to 275”: what brings an end of its own is not of the pair before. */
function hasOtherEnds({ numbers }: Part, level: Part): boolean {
  const { from, to, count } = level.numbers;
  return (
    (numbers.to !== undefined && (to ?? count) !== undefined) || (numbers.from !== undefined && from !== undefined)
  );
}

/** “rises of 168% and 247%”: which one is of which change cannot be told. */
function isListed({ numbers, end }: Part, { words }: Look): boolean {
  return numbers.pct !== undefined && /^(?:,|,? and|,? or)(?: by)? %/.test(words(end, end + 12));
}

/** A change has one difference, one percentage, one factor: a second one is of something else. */
function isNew(part: Part, derived: readonly Part[]): boolean {
  const kinds = (["diff", "pct", "points", "times"] as const).filter((kind) => part.numbers[kind] !== undefined);
  return derived.every(({ numbers }) => kinds.every((kind) => numbers[kind] === undefined));
}

/** How to see what stands between two places, and what a part is about. */
export interface Look {
  readonly words: (from: number, to: number) => string;
  readonly subject: (part: Part) => string | null;
}

function addAlone(alone: Change[], part: Part, look: Look): void {
  const last = alone.at(-1);
  const beside = last?.derived.at(-1);
  if (last === undefined || beside === undefined || !isNew(part, last.derived) || !areBeside(beside, part, look))
    alone.push({ level: null, derived: [part] });
  else alone[alone.length - 1] = { level: null, derived: [...last.derived, part] };
}

/** “up 19% to 62,518” and “up 19% on 52,465”: the rules for ends read them apart; here they join their percentage. */
function withEndpoints(parts: readonly Part[]): Part[] {
  const ends = parts.filter((part) => part.rule.startsWith("derived-then"));
  const rest = parts.filter((part) => !part.rule.startsWith("derived-then"));
  return rest.map((part) => withEnds(part, ends));
}

function withEnds(part: Part, ends: readonly Part[]): Part {
  const owned = new Set(Object.values(part.numbers));
  const mine = ends.filter((end) => end.numbers.of !== undefined && owned.has(end.numbers.of));
  const numbers: Part["numbers"] = Object.assign({}, ...mine.map((end) => end.numbers), part.numbers);
  return { ...part, end: Math.max(part.end, ...mine.map((end) => end.end)), numbers };
}

interface Beside {
  readonly before: Part | null;
  readonly levels: readonly Part[];
  readonly taken: ReadonlyMap<Part | null, readonly Part[]>;
}

function levelFor(part: Part, { before, levels, taken }: Beside, look: Look): Part | null {
  const inside = levels.find((level) => level.start <= part.start && level.end >= part.end);
  if (inside !== undefined) return inside;
  if (before !== null) {
    const chain = [before, ...(taken.get(before) ?? [])];
    if (chain.some((link) => areBeside(link, part, look))) return before;
  }
  const after = levels.find((level) => level.start >= part.end);
  const isPair = after?.numbers.from !== undefined && after.numbers.to !== undefined;
  return after !== undefined && isPair && areBeside(part, after, look) ? after : null;
}

/** Two parts speak of one change when little stands between them, and nothing that turns to another matter. */
function areBeside(a: Part, b: Part, look: Look): boolean {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  if (second.start <= first.end) return true;
  const between = look.words(first.end, second.start);
  if (between.length > 90 || TURNS.test(between)) return false;
  return look.subject(a) === look.subject(b);
}

const TURNS =
  /[#%×;~]|\b(?:while|whereas|whilst|but|although|though|meanwhile|however|nationally|elsewhere|followed|then|after|before|respectively|separately)\b|\band\b[^,]*§|§[^#%]*\band\b/i;

/** A level is a number of things at a time; what is derived says how two levels differ. */
function isLevel({ numbers }: Part): boolean {
  if (
    numbers.diff !== undefined ||
    numbers.pct !== undefined ||
    numbers.points !== undefined ||
    numbers.times !== undefined
  )
    return false;
  return numbers.from !== undefined || numbers.to !== undefined || numbers.count !== undefined;
}

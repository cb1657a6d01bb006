import { isAboutOther } from "./context.ts";
import { attached } from "./join.ts";
import { type Movement, movementOf } from "./movement.ts";
import type { NumberMention } from "./numbers.ts";
import { isAlike, isGone, isMoved, type Item, pairOf, partFrom as part, wholeOf } from "./pairs.ts";
import { numbersSpan, type Part } from "./part.ts";
import * as gaps from "./rules.ts";
import type { SentenceSketch } from "./sentence-sketch.ts";

/** Reads the numbers of a sentence from left to right: each is a level, a move, a share, a rate, or joins what stands beside it. */
export function partsOf(sentence: SentenceSketch): Part[] {
  const items = itemsOf(sentence);
  const parts: Part[] = [];
  let other: Part | undefined;
  for (let i = 0; i < items.length;) {
    const read = readAt(items, i, parts.at(-1));
    i += read.used;
    if (read.part === undefined) continue;
    if (isAboutOther(asBefore(parts, read.part, sentence), sentence) || isOfOther(other, read.part, sentence)) {
      other = read.part;
      continue;
    }
    other = undefined;
    const between = sentence.drawn.slice(
      (parts.at(-1)?.end ?? 0) - sentence.start,
      numbersSpan(read.part).start - sentence.start,
    );
    const next = asBefore(parts, alsoMoved(parts.at(-1), read.part, between), sentence);
    const joined = attached(parts.at(-1), next, between);
    if (joined === undefined) parts.push(next);
    else parts[parts.length - 1] = joined;
  }
  return parts;
}

/** “212 officers, down from 260”: what is put beside something other is as well. */
function isOfOther(other: Part | undefined, { rule, start }: Part, { drawn, start: at }: SentenceSketch): boolean {
  if (other === undefined || (rule !== "compared-number" && rule !== "moved-number")) return false;
  const between = drawn.slice(other.end - at, start - at);
  return between.length < 50 && !gaps.OTHER_MATTER.test(between);
}

/** “rises of 156% and 32%”: what is listed with a move is one. */
function alsoMoved(before: Part | undefined, part: Part, between: string): Part {
  const { share, ...others } = part.numbers;
  const isLoneCount = part.numbers.count !== undefined && Object.keys(part.numbers).length === 1;
  if (isLoneCount && before?.numbers.diff !== undefined && gaps.BY_BEFORE.test(between))
    return { ...part, rule: "by-number", numbers: { diff: part.numbers.count }, direction: before.direction };
  const isBare = share !== undefined && Object.keys(others).length === 0;
  if (isBare && before?.rule === "moved-fraction" && gaps.APPOSED.test(between))
    return { ...part, rule: "apposed-percent", numbers: { pct: share }, direction: before.direction };
  if (isBare && gaps.BY_BEFORE.test(between))
    return { ...part, rule: "by-percent", numbers: { pct: share }, direction: before?.direction ?? null };
  if (isBare && share.value > 100)
    return { ...part, rule: "percent-over-100", numbers: { pct: share }, direction: before?.direction ?? null };
  if (before?.numbers.pct === undefined || !isBare || !(gaps.LISTED.test(between) || gaps.NAMED_NEXT.test(between)))
    return part;
  return { ...part, rule: "listed-percent", numbers: { pct: share }, direction: before.direction, isNoun: true };
}

/** A bare decimal is a rate after a rate, a share after a share: “8% end in a charge; it was 11.5”. */
function asBefore(parts: readonly Part[], part: Part, { drawn, numbers, start }: SentenceSketch): Part {
  const { count } = part.numbers;
  if (count === undefined || Object.keys(part.numbers).length > 1 || Number.isInteger(count.value)) return part;
  if (gaps.RATE_PER_NAMED.test(drawn.slice(Math.max(0, part.start - start - 160), part.start - start)))
    return { ...part, rule: "rate-named", numbers: { rate: count, ...basePer({ drawn, numbers, start }, part) } };
  const before = parts.findLast(({ numbers }) => numbers.rate !== undefined || numbers.share !== undefined);
  if (before?.numbers.rate !== undefined) return { ...part, rule: "rate-after-rate", numbers: { rate: count } };
  return before === undefined ? part : { ...part, rule: "share-after-share", numbers: { share: count } };
}

/** The number behind the “per” of a rate. */
function basePer({ drawn, numbers, start }: Pick<SentenceSketch, "drawn" | "numbers" | "start">, part: Part) {
  const base = [...numbers.values()].findLast(
    (number) => number.end <= part.start && /\bper $/.test(drawn.slice(0, number.start - start).slice(-5)),
  );
  return base === undefined ? {} : { base };
}

function itemsOf({ drawn, numbers, start }: SentenceSketch): Item[] {
  const list = [...numbers.values()];
  return list.map((number, i) => {
    const from = Math.max((list[i - 1]?.end ?? start) - start, number.start - start - 120);
    const to = Math.min((list[i + 1]?.start ?? Number.POSITIVE_INFINITY) - start, number.end - start + 120);
    return { number, left: drawn.slice(from, number.start - start), right: drawn.slice(number.end - start, to) };
  });
}

interface Read {
  readonly part: Part | undefined;
  /** How many numbers it used. */
  readonly used: number;
}

function readAt(items: readonly Item[], i: number, before: Part | undefined): Read {
  const item = items[i] as Item;
  const next = items[i + 1];
  if (next !== undefined) {
    const pair = rateOf(item, next) ?? rangeOf(item, next, before) ?? pairOf(item, next, before) ?? wholeOf(item, next);
    if (pair !== undefined) return { part: pair, used: 2 };
  }
  if (gaps.PER_BEFORE.test(item.left)) return { part: everyOf(item), used: 1 };
  return { part: singleOf(item), used: 1 };
}

/** “107.6 crimes per 1,000”, “one every three days”. */
function rateOf(item: Item, next: Item): Part | undefined {
  if (item.number.unit !== "count" || next.number.unit !== "count") return undefined;
  const isEvery = gaps.RATE_EVERY.test(item.right) && gaps.RATE_BASE_TIME.test(next.right);
  if (!gaps.RATE_PER.test(item.right) && !isEvery) return undefined;
  return part("rate-per", [item, next], { rate: item.number, base: next.number });
}

/** “a woman is killed every four days”; any other number behind “per” is a unit. */
function everyOf(item: Item): Part | undefined {
  const words = gaps.EVERY_BEFORE.exec(item.left)?.[0];
  if (words === undefined || !gaps.RATE_BASE_TIME.test(item.right)) return undefined;
  const start = item.number.start - words.length;
  const rate: NumberMention = { ...item.number, start, end: start + 1, value: 1, step: 1 };
  return { ...part("rate-every", [item], { rate, base: item.number }), start };
}

/** “between 21,000 and 28,000”, “from 3% to 14%” of what ranges. */
function rangeOf(item: Item, next: Item, before: Part | undefined): Part | undefined {
  if (!isAlike(item, next) || !gaps.AND_ONLY.test(item.right)) return undefined;
  const isBetween = gaps.BETWEEN_BEFORE.test(item.left);
  if (before?.numbers.diff !== undefined && item.number.unit === "count" && gaps.BY_BEFORE.test(item.left))
    return undefined;
  if (isOwnLevel(before, item)) return undefined;
  const isUnmoved = item.number.unit !== next.number.unit || movementOf(item.left, "", item.number.unit) === null;
  const isBare =
    isUnmoved &&
    gaps.TO_ONLY.test(item.right) &&
    !gaps.FROM_BEFORE.test(item.left) &&
    !isMoved(before, item) &&
    !isGone(before, item);
  if (!isBetween && !isBare) return undefined;
  const low = { ...item.number, unit: next.number.unit };
  const single = singleOf({ number: low, left: item.left.replace(/\bbetween\b/i, ""), right: next.right });
  return { ...single, rule: `${single.rule}-range`, end: next.number.end, upTo: next.number };
}

/** “Up by 18% or 390 to 2,572”: the difference, and then the level. */
function isOwnLevel(before: Part | undefined, { number, left }: Item): boolean {
  const isPercentAlone = before?.numbers.pct !== undefined && Object.keys(before.numbers).length === 1;
  return isPercentAlone && number.unit === "count" && gaps.OR_BEFORE.test(left);
}

function singleOf(item: Item): Part {
  const { number, left, right } = item;
  const moved = movementOf(left, right, number.unit);
  const direction = number.direction ?? moved?.direction ?? null;
  const at = { direction, isNoun: moved?.isNoun ?? false };
  const isMove = moved !== null || number.direction !== null;
  switch (number.unit) {
    case "percent":
      return isMove
        ? { ...part("moved-percent", [item], { pct: number }), ...at, ...reached(item, moved) }
        : part("percent-share", [item], { share: number });
    case "points":
      return { ...part("moved-points", [item], { points: number }), ...at, ...reached(item, moved) };
    case "times":
      return { ...part(factorRule(right), [item], { times: number }), ...at, ...reached(item, moved) };
    case "fraction":
      return fractionPart(item, moved);
    case "count":
      if (isMove) return { ...part("moved-number", [item], { diff: number }), ...at, ...reached(item, moved) };
      return rateOrCount(item);
  }
}

function rateOrCount(item: Item): Part {
  const { number, left, right } = item;
  const time = gaps.RATE_TIME.exec(right);
  if (time !== null) return { ...part("rate-time", [item], { rate: number }), end: number.end + time[0].length };
  if (!Number.isInteger(number.value) && gaps.RATE_NAMED.test(left))
    return part("rate-named", [item], { rate: number });
  return part(gaps.COMPARED_BEFORE.test(left) ? "compared-number" : "number", [item], { count: number });
}

function factorRule(right: string): string {
  return /^ (?:more|higher|greater|bigger|larger)\b/.test(right) ? "factor-more" : "factor";
}

/** “fell by a fifth” is 0.8 of what it was; “to two fifths of” is 0.4 of it; “a fifth of” is a part. */
function fractionPart(item: Item, moved: Movement | null): Part {
  const { number, left, right } = item;
  if (AS_MANY.test(right))
    return { ...part("factor", [item], { times: { ...number, unit: "times" } }), direction: "down" };
  if (moved === null) {
    const isTo = gaps.TO_BEFORE.test(left) && / of (?:what|the level|its|their)\b/.test(right);
    return part(isTo ? "fraction-of-former" : "fraction", [item], { part: number });
  }
  if (gaps.FALLEN_TO.test(left)) return part("fraction", [item], { part: number });
  const value = moved.direction === "down" ? 1 - number.value : 1 + number.value;
  const hedge = moved.direction === "down" ? turned(number.hedge) : number.hedge;
  const times: NumberMention = { ...number, unit: "times", hedge, value: Number(value.toFixed(6)) };
  return {
    ...part("moved-fraction", [item], { times }),
    ...reached(item, moved),
    direction: moved.direction,
    isNoun: moved.isNoun,
  };
}

/** “half as many as in the previous year”, “half the rate of five years ago”. */
const AS_MANY =
  /^ (?:as (?:many|much|high|likely)\b|(?:the|that|what|its) (?:rate|level|number|figure|total)s? (?:of|in|it was|recorded|seen)\b(?! (?:all|the \w+ (?:crimes|offences))))/i;

/** “Down by more than a quarter” leaves less than three quarters. */
function turned(hedge: NumberMention["hedge"]): NumberMention["hedge"] {
  return hedge === "at-least" ? "at-most" : hedge === "at-most" ? "at-least" : hedge === null ? null : "about";
}

/** From the word of movement before the number to the one behind it. */
function reached({ number }: Item, moved: Movement | null): Pick<Part, "start" | "end"> {
  return { start: number.start - (moved?.before ?? 0), end: number.end + (moved?.after ?? 0) };
}

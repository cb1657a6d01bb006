import type { Direction } from "./claim.ts";
import { movementOf } from "./movement.ts";
import type { NumberMention } from "./numbers.ts";
import type { Part } from "./part.ts";
import * as gaps from "./rules.ts";

/** A number with what stands before it, back to the number before, and behind it, up to the next. */
export interface Item {
  readonly number: NumberMention;
  readonly left: string;
  readonly right: string;
}

/** Two levels of one thing at two times. */
export function pairOf(item: Item, next: Item, before: Part | undefined): Part | undefined {
  const { number: a, left, right } = item;
  const { number: b } = next;
  if (gaps.PER_BEFORE.test(left)) return undefined;
  if (!isAlike(item, next) || (a.unit !== "count" && a.unit !== "percent")) return undefined;
  if (gaps.FROM_BEFORE.test(left) && gaps.TO_BEFORE.test(right) && right.length < 90)
    return partFrom("from-to", [item, next], { from: a, to: b });
  if (a.unit !== b.unit) return undefined;
  if (gaps.TO_BEFORE.test(left) && !/\b(?:according|due|compared|up) to\b/.test(left) && gaps.FROM_BEFORE.test(right))
    return partFrom("to-from", [item, next], { to: a, from: b });
  if (gaps.ARROW.test(right)) return partFrom("arrow", [item, next], { from: a, to: b });
  if (gaps.BARE_TO.test(right) && (isMoved(before, item) || isGone(before, item)))
    return partFrom("bare-to", [item, next], { from: a, to: b });
  if (gaps.COMPARED_ONLY.test(right) && isMoved(before, item))
    return partFrom("bare-compared", [item, next], { to: a, from: b });
  if (isInBrackets(item, next, before)) return partFrom("in-brackets", [item, next], { to: a, from: b });
  if (movementOf(left, right, a.unit) !== null || gaps.COUNTS_OTHERS.test(right)) return undefined;
  if (gaps.HAVING_BEEN.test(right)) return partFrom("having-been", [item, next], { to: a, from: b });
  if (gaps.UP_FROM.test(right)) return partFrom("up-from", [item, next], { to: a, from: b }, directionAt(right));
  if (gaps.RISING_TO.test(right)) return partFrom("rising-to", [item, next], { from: a, to: b }, directionAt(right));
  return undefined;
}

/** “up 12% at 354 (402)”, “354 (402), down 12%”: two levels of about one size, and a move beside them. */
function isInBrackets(item: Item, next: Item, before: Part | undefined): boolean {
  const [a, b] = [item.number.value, next.number.value];
  if (item.number.unit !== "count" || !gaps.IN_BRACKETS.test(item.right) || !gaps.BRACKET_ENDS.test(next.right))
    return false;
  const isMoving = gaps.AT_BEFORE.test(item.left) || /^[^)]*\),? (?:up|down)\b/.test(next.right);
  return (
    isMoving && Math.max(a, b) <= 3 * Math.min(a, b) && (before === undefined || before.numbers.from === undefined)
  );
}

function directionAt(words: string): Direction | null {
  return movementOf(words.replace(/\b(?:from|on|to|compared)\b.*$/i, ""), "", "percent")?.direction ?? null;
}

/** “118 of the 502 files”, “Of 388 reports, 309”. */
export function wholeOf(item: Item, next: Item): Part | undefined {
  const { number: a, left, right } = item;
  const { number: b } = next;
  if (b.unit !== "count") return undefined;
  if (
    a.unit === "percent" &&
    /^[^,;.]{0,12} of (?:the |these |those |all )*$/i.test(right) &&
    movementOf(left, right, "percent") === null
  )
    return partFrom("percent-of", [item, next], { share: a, base: b });
  if (a.unit !== "count") return undefined;
  if ((gaps.OF_WHOLE.test(right) || gaps.PLACES_OF.test(right)) && a.value <= b.value)
    return partFrom("part-of-whole", [item, next], { count: a, base: b });
  if (gaps.OF_FIRST.test(left) && /,|\bonly\b|\bjust\b/.test(right) && b.value <= a.value)
    return partFrom("of-whole-part", [item, next], { count: b, base: a });
  return undefined;
}

/** “rose 27% (991 to 1256)”. */
export function isMoved(before: Part | undefined, { left }: Item): boolean {
  return (
    left.endsWith("(") &&
    (before === undefined || before.direction !== null || movementOf(left, "", "percent") !== null)
  );
}

/** “rose 27%, 991 to 1256”, “cases go 1,700 to 9,000”: two levels and no range. */
export function isGone(before: Part | undefined, { left }: Item): boolean {
  return (
    gaps.GOES_BEFORE.test(left) ||
    (/^[^;:#]{0,60}[,(\u2013-] ?$/.test(left) && before !== undefined && isMoveAlone(before))
  );
}

/** A move that is said without its levels: “rose 27%”, “nearly three times as many”. */
function isMoveAlone({ numbers: { pct, times, diff, points, from, to } }: Part): boolean {
  return (pct ?? times ?? diff ?? points) !== undefined && from === undefined && to === undefined;
}

/** Whether two numbers may be levels of one thing; “from 3 to 14%” is of percentages. */
export function isAlike(a: Item, b: Item): boolean {
  return b.number.unit === a.number.unit || (a.number.unit === "count" && b.number.unit === "percent");
}

/** A part of these numbers, from the first of them to the end of the last. */
export function partFrom(
  rule: string,
  items: readonly Item[],
  numbers: Part["numbers"],
  direction: Direction | null = null,
): Part {
  const list = items.map(({ number }) => number);
  const start = Math.min(...list.map((number) => number.start));
  const end = Math.max(...list.map((number) => number.end));
  return { rule, start, end, numbers, direction, isNoun: false };
}

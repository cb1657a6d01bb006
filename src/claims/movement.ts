import type { Direction } from "./claim.ts";
import { lastMatch } from "./matches.ts";
import type { NumberMention } from "./numbers.ts";
import { MOVE_AFTER } from "./rules.ts";
import { directionIn, LOOSE, MOVE_NOUN, MOVE_VERB } from "./words.ts";

/** How the words beside a number say that it is a move and no level. */
export interface Movement {
  readonly direction: Direction | null;
  readonly isNoun: boolean;
  /** How far before the number its words begin, and how far behind it they end. */
  readonly before: number;
  readonly after: number;
}

/** The movement that a number measures: “rose by 26%”, “an increase of 340”, “26% fewer”; null when it is a level or a share. */
export function movementOf(left: string, right: string, unit: NumberMention["unit"]): Movement | null {
  const after = MOVE_AFTER.exec(right);
  const before = movedBefore({ left, right }, unit);
  if (after !== null && !(unit === "fraction" && before !== null)) {
    const word = after.groups?.["word"] ?? "";
    if (unit === "count" && /^(?:extra|additional)$/.test(word) && before !== null) return before;
    return {
      direction: /^(?:above|below)$/i.test(word) ? (/a/i.test(word) ? "up" : "down") : directionIn(word),
      isNoun: true,
      before: 0,
      after: after[0].length,
    };
  }
  return before ?? extraBefore(left, unit) ?? differenceBefore(left, unit);
}

interface Beside {
  readonly left: string;
  readonly right: string;
}

function movedBefore({ left, right }: Beside, unit: NumberMention["unit"]): Movement | null {
  const last = lastMatch(left, MOVES);
  if (last === undefined) return null;
  const middle = left
    .slice(last.index + last[0].length)
    .replace(HEDGE, " ")
    .replace(/ {2,}/g, " ");
  if (STOPS.test(middle) || (unit === "count" && MEASURED_ON.test(middle))) return null;
  const isNoun = last.groups?.["noun"] !== undefined;
  const isSaid = BY.test(middle) || (isNoun ? OF.test(middle) : false);
  const isDirect = /^[^a-z]*\b(?:is|was|of)\b ?$/i.test(middle) ? isNoun : LOOSE_ONLY.test(middle);
  const isNear =
    (unit !== "count" && unit !== "fraction" && middle.length <= 45 && !/[,(]/.test(middle) && !OF.test(middle)) ||
    (isNoun && unit === "percent" && IN_WHAT.test(middle));
  if (!isSaid && !isDirect && !isNear) return null;
  const isNamed = isNoun && middle === " (" && DEFINITE.test(left.slice(0, last.index)) && right.startsWith(")");
  if (isDirect && !isSaid && unit === "count" && isNoun && !isNamed && !/^ (?:of|by)\b/.test(middle)) return null;
  return { direction: directionIn(last[0]), isNoun, before: left.length - last.index, after: 0 };
}

/** “the difference of 6”. */
function differenceBefore(left: string, unit: NumberMention["unit"]): Movement | null {
  const found = unit === "count" ? /\b(?:the|a) (?:difference|gap) (?:of|is|was) $/i.exec(left) : null;
  return found === null ? null : { direction: null, isNoun: true, before: found[0].length, after: 0 };
}

/** “an extra 1,200”, “an additional 25,400 crimes”. */
function extraBefore(left: string, unit: NumberMention["unit"]): Movement | null {
  return unit === "count" && /\b(?:an )?(?:extra|additional) $/i.test(left)
    ? { direction: "up", isNoun: true, before: 6, after: 0 }
    : null;
}

/** “the increase (2,806)”. */
const DEFINITE = /\b(?:the|this|that|an?) $/i;
const HEDGE = /\b(?:more|less|fewer|greater|higher|lower) than\b/gi;
/** “rises in robbery (3%)”. */
const IN_WHAT = /^ (?:also )?in [^,;:.()]{3,50} \($/i;
const MOVES = new RegExp(`\\b(?:(?<noun>${MOVE_NOUN})|(?<verb>${MOVE_VERB}))\\b`, "gi");
const STOPS =
  /[;:.]|\b(?:from|to|than|since|and|but|while|whereas|that|which|who|because|compared|when|where|after|with)\b/i;
/** “a 6% rise on last year's figure of 321”: a level. */
const MEASURED_ON = /\b(?:on|over|against)\b/i;
const BY = new RegExp(`\\bby (?:${LOOSE} )*$`, "i");
const OF = new RegExp(`\\bof(?: ['"]?[a-z]+ing['"]?)? (?:${LOOSE} )*$`, "i");
const LOOSE_ONLY = new RegExp(`^ ?['"(]?(?: ?(?:${LOOSE}))* ?$`, "i");

import { sayPeriod } from "../../base/index.ts";
import {
  type Cause,
  type Evidence,
  type Explanation,
  NAMES,
  type Standing,
  type WeighedCause,
} from "../../explain/index.ts";
import { lowerFirst, sayAgainst, sayNumber } from "./say.ts";

/** What was found, numbers and periods first: the title of a page on a change. */
export function sayChange({ change }: Pick<Explanation, "change">, areaName: string): string {
  const { from, to, difference, ratio } = change;
  const subject = `recorded ${lowerFirst(change.class)} in ${areaName}`;
  const [before, after] = [from, to].map((each) => sayPeriod({ from: each.first, to: each.last }));
  if (to.count === null) return `Cannot tell: ${subject} in ${after}`;
  const number = `${capital(subject)}: ${sayNumber(to.count)} in ${after}`;
  if (from.count === null) return `${number}; cannot tell how many in ${before}`;
  const base = from.count;
  return `${number}, ${sayAgainst({ base, difference: difference ?? to.count - base, ratio }, before ?? "")}`;
}

/** Whether it is beyond ordinary variation, in a few words that stand before the reason. */
export const VERDICT_WORDS: Readonly<Record<Explanation["verdict"], string>> = {
  changed: "Beyond ordinary variation",
  "not-shown": "A change beyond ordinary variation is not shown",
  "cannot-tell": "Cannot tell whether this is beyond ordinary variation",
};

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  supported: "Supported",
  possible: "Possible, not shown",
  "ruled-out": "Not seen in these data",
  "cannot-tell": "Cannot tell",
};

/** How evidence bears on its cause. */
export const SPEAKS_WORDS: Readonly<Record<Evidence["speaks"], string>> = {
  for: "for",
  against: "against",
  neither: "neither",
};

/** A cause as the head of a row: `Better or worse recording by the force`. */
export function sayCause(cause: Cause): string {
  return capital(NAMES[cause]);
}

/** Causes as a list in a sentence. */
export function sayCauses(causes: readonly Cause[]): string {
  const names = causes.map((each) => NAMES[each]);
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** A part of the log change as a fraction of 1: `0.42`, `−0.05`. */
export function sayPart(part: number): string {
  const text = part.toFixed(2);
  return (text === "-0.00" ? "0.00" : text).replace("-", "−");
}

/** `0.14 to 0.43 of the change, if …`, or that nothing can be said. */
export function sayShareOf({ share, bound }: Pick<WeighedCause, "share" | "bound">): string {
  if (share === null) return "how much cannot be told";
  const range = `${sayPart(share.low)} to ${sayPart(share.high)} of the change`;
  return bound === null ? range : `${range}, ${bound}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

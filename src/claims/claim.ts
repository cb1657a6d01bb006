import type { StatedCause } from "./causes.ts";
import type { StatedDate } from "./law-dates.ts";

/** What the words of a claim state; the fixed words of the contract. */
export type ClaimKind =
  | "count"
  | "change"
  | "difference"
  | "percentage-change"
  | "share"
  | "ratio"
  | "rate"
  | "rank"
  | "date"
  | "cause"
  | "trend";

export type ValueRole = "from" | "to" | "difference" | "percent" | "count" | "share" | "ratio" | "rate" | "base";

export type Verdict = "consistent" | "truncated" | "inconsistent" | "not-checkable";

export type FiguresStatus = "agrees" | "differs" | "not-comparable" | "none";

export type Direction = "up" | "down";

/** A word that loosens a number: “nearly 600”, “more than doubled”. Tolerances: settings.ts. */
export type Hedge = "about" | "nearly" | "at-least" | "at-most";

/** A number as a text prints it. Falls are positive here and negative nowhere: `direction` says which way. */
export interface ClaimValue {
  readonly role: ValueRole;
  readonly value: number;
  /** Size of the last printed digit: 1 for “167”, 0.1 for “167.7”, 100,000 for “1.2m”. */
  readonly step: number;
  readonly hedge: Hedge | null;
  readonly start: number;
  readonly end: number;
}

/** One claim as read: what the text says and where, with nothing added that it does not say. */
export interface ReadClaim {
  /** `text.slice(start, end)`, offsets in UTF-16 code units. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly kind: ClaimKind;
  /** Class selection slug; null when the text does not say. */
  readonly subject: string | null;
  readonly area: string | null;
  /** Label of the (later) period, such as `2017`; null when the text does not say. */
  readonly period: string | null;
  /** Label of the earlier period of a change. */
  readonly basePeriod: string | null;
  readonly values: readonly ClaimValue[];
  readonly direction: Direction | null;
  /** What the numbers count: things, percent of something, or percentage points. */
  readonly unit: "count" | "percent" | "points";
  /** The text's word for what is counted: offences, arrests, victims; null when it has none. */
  readonly counted: string | null;
  /** The numbers that it must be the sum of, when the text calls it their total. */
  readonly sumOf?: readonly number[] | null;
  /** Populations that the text names, of a rate per head. */
  readonly populations?: readonly number[];
  /** Numbers of its sentence that are no claims, such as people served: what a share may be of. */
  readonly besides?: readonly ClaimValue[];
  /** The rule that read it; rules are listed in docs/methods/claims-reading.md. */
  readonly rule: string;
  /** Claims of one change share a group; their numbers are checked together. */
  readonly group: number;
  /** How it stands in the text; of numbers, ranks and trends only. */
  readonly standing?: Standing;
  /** What a cause claim asserts; only there. */
  readonly cause?: StatedCause;
  /** What a date claim says began; only there. */
  readonly date?: StatedDate;
}

/** How a claim stands in its text: what its own sentence says, and what it leaves to the one before. */
export interface Standing {
  /** Numbers of its sentence and paragraph, from the first of the text. */
  readonly sentence: number;
  readonly paragraph: number;
  /** Its own sentence names the subject. */
  readonly isNamed: boolean;
  /** Its period is its own, and not carried over. */
  readonly isDated: boolean;
  /** Its sentence speaks of another stretch of time than one year against the year before. */
  readonly isTimed: boolean;
  /** Its sentence speaks of a place that is no known area, or of the nation; of the nation. */
  readonly isElsewhere: boolean;
  readonly isOfNation: boolean;
  /** “That is a rise of 20%”: the change meant is the one told just before. */
  readonly pointsBack: boolean;
  /** The text says close by that it is wrong. */
  readonly isDoubted: boolean;
  /** The text calls it a total: of what stands before, “making 80 in all”, or after, “a total of 80: 50 and 30”. */
  readonly total: "before" | "behind" | null;
  /** The text right behind it, “ minutes”. */
  readonly behind: string;
  /** It speaks of “the remaining 5%”; of what was not, or without. */
  readonly isRest: boolean;
  readonly isDenied: boolean;
  /** Where the row and the column of a table begin. */
  readonly cell?: { readonly row: number; readonly column: number };
}

/** What the numbers of one change give when worked out again. */
export interface Recomputed {
  readonly base: number | null;
  /** How the base was had: printed in the text, or worked out from its other numbers. */
  readonly baseFrom: "stated" | "worked-out" | null;
  readonly difference: number | null;
  readonly ratio: number | null;
  /** One decimal place; null on a base under the smallest that bears a percentage. */
  readonly percent: number | null;
}

/** A claim with its arithmetic done again. */
export interface ArithmeticCheck {
  readonly arithmetic: Verdict;
  readonly recomputed: Recomputed;
  /** Why, in a few words, for the finding; empty when there is nothing to say. */
  readonly because: string;
}

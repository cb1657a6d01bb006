import type { Months, Panel } from "./panel.ts";
import type { Context } from "./context.ts";

/** Why a change may have come about, in the order in which they are told when nothing else decides. */
export const CAUSES = [
  "chance",
  "law-change",
  "counting-rule",
  "recording",
  "classification",
  "reporting",
  "event",
  "real-change",
  "population",
  "data-error",
] as const;

export type Cause = (typeof CAUSES)[number];

export type Standing = "supported" | "possible" | "ruled-out" | "cannot-tell";

export interface ChangeQuestion {
  readonly area: string;
  /** The name under which the area is told; its slug when it is left out. */
  readonly areaName?: string;
  /** The name under which the change is told. */
  readonly className: string;
  /** The panel's classes that are added up. */
  readonly classes: readonly string[];
  readonly from: Months;
  readonly to: Months;
  readonly panel: Panel;
  readonly context: Context;
  /** Areas to set beside this one; all others of the panel when it is left out. */
  readonly peers?: readonly string[];
}

/** One thing seen that speaks for or against a cause, with the numbers it rests on. */
export interface Evidence {
  /** Which comparison: `peers`, `siblings`, `calls`, `step-at-date`, `audit`, … */
  readonly code: string;
  readonly speaks: "for" | "against" | "neither";
  readonly text: string;
  /** What the evidence was measured as: a log change and its standard error; null where it is a plain fact. */
  readonly measured: { readonly estimate: number; readonly error: number } | null;
  /** What this cause would lead one to expect of it; null where it says nothing. */
  readonly expected: number | null;
  /** The class whose counts were looked at, where they are those of one class. */
  readonly className?: string | undefined;
}

export interface WeighedCause {
  readonly cause: Cause;
  readonly standing: Standing;
  /** Fractions of the log change; null for a cause that is ruled out, or whose own part cannot be told. */
  readonly share: { readonly low: number; readonly high: number } | null;
  /** The middle of what is thought of the share; with chance, all middles add up to 1. */
  readonly middle: number | null;
  /** Whether the share is an upper bound that rests on an assumption, and which. */
  readonly bound: string | null;
  readonly evidence: readonly Evidence[];
  /** The one set of data that would decide. */
  readonly decider: string;
}

export type ChangeVerdict = "changed" | "not-shown" | "cannot-tell";

export interface Explanation {
  readonly change: {
    readonly area: string;
    readonly class: string;
    readonly from: { readonly first: string; readonly last: string; readonly count: number | null };
    readonly to: { readonly first: string; readonly last: string; readonly count: number | null };
    readonly difference: number | null;
    readonly ratio: number | null;
    /** Null on a base under 50. */
    readonly percent: number | null;
    /** Of the ratio, by the series' own spread. */
    readonly interval: { readonly low: number; readonly high: number } | null;
    readonly logChange: number | null;
  };
  readonly verdict: ChangeVerdict;
  /** Why the verdict is what it is, in a sentence. */
  readonly because: string;
  /** Best first. */
  readonly causes: readonly WeighedCause[];
  /** Groups of causes that these data cannot tell apart. */
  readonly inseparable: readonly (readonly Cause[])[];
  /** What each of these groups makes up between its causes; null where that cannot be said either. */
  readonly jointShares: readonly WeighedCause["share"][];
  /** The paragraph, in the words of official statistics. */
  readonly text: string;
}

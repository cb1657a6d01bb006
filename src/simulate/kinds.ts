/** The fixed words for why a count changed. */
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

/** What is counted of a class in an area; `survey` in percent, `reporting_delay` in days. */
export const CELL_MEASURES = [
  "recorded",
  "calls",
  "incidents",
  "cancelled",
  "historic",
  "reporting_delay",
  "survey",
] as const;

export type CellMeasure = (typeof CELL_MEASURES)[number];
export type Measure = CellMeasure | "population";

/** A row of the observations file. */
export interface ObservationRow {
  readonly area: string;
  readonly class: string;
  readonly measure: Measure;
  readonly period: string;
  readonly value: number;
}

/** The JSON of the context file. */
export interface WorldContext {
  readonly rules: readonly {
    readonly from: string;
    readonly kind: "moved" | "added" | "removed";
    readonly fromClass?: string;
    readonly toClass?: string;
    readonly basis?: "law";
  }[];
  readonly audits: readonly {
    readonly area: string;
    readonly classes: readonly string[] | "all";
    readonly from: string;
    readonly to: string;
    readonly recorded: number;
    readonly margin: number;
  }[];
  readonly events: readonly {
    readonly date: string;
    readonly classes: readonly string[];
    readonly twins: readonly string[];
  }[];
  readonly training: readonly { readonly area: string; readonly from: string }[];
}

/** Months of a panel, counted from its first, which is 0; both ends included. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** One cause at work in the area and class asked about. */
export interface TrueCause {
  readonly cause: Cause;
  /** Of the observed log change; with chance's they add up to 1. Null when the observed change is none. */
  readonly share: number | null;
  /** Its log effect on the change asked about. */
  readonly effect: number;
  /** The effect over the spread that the log change has without any cause. */
  readonly visible: number;
  /** The first complete set of data that tells this cause from the others; null when there is none. */
  readonly decidedBy: readonly string[] | null;
  /** Its first month, `YYYY-MM`; null for chance. */
  readonly from: string | null;
  readonly description: string;
}

export interface Truth {
  /** The largest first; chance always among them. */
  readonly causes: readonly TrueCause[];
  readonly decidable: boolean;
  /** Two causes that were made alike, whether both are at work or one. */
  readonly inseparable: readonly [Cause, Cause] | null;
  readonly effect: "none" | "weak" | "strong";
  /** Standard deviation of the log change over redrawn noise. */
  readonly noise: number;
  readonly logChange: number;
  /** Whether the observed change is at least twice the noise. */
  readonly shown: boolean;
  /** What the background drift of population adds to the log change; chance's, unless population is a cause. */
  readonly drift: number;
  readonly misleading: readonly string[];
}

/** An invented panel, what is told beside it, what is asked, and what is true. */
export interface World {
  readonly seed: number;
  readonly number: number;
  readonly observations: readonly ObservationRow[];
  readonly context: WorldContext;
  readonly question: { readonly area: string; readonly class: string; readonly from: string; readonly to: string };
  readonly shape: WorldShape;
  readonly truth: Truth;
}

/** How a world is built, for tables of results. */
export interface WorldShape {
  readonly areas: number;
  readonly classes: number;
  readonly months: number;
  readonly step: 1 | 3;
  /** Expected recorded a month in the area and class asked about, at the start. */
  readonly base: number;
  readonly spread: "poisson" | "overdispersed" | "autocorrelated";
  /** The optional measures that are there. */
  readonly measures: readonly Measure[];
  readonly surveyEvery: "month" | "year";
}

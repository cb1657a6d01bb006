import type { Cause } from "./explanation.ts";

/** What is compared between the two periods beside the counts themselves. */
export type Witness =
  | "calls"
  | "survey"
  | "historic"
  | "reporting_delay"
  | "incidents"
  | "cancelled"
  | "sibling"
  | "audit";

/**
 * How much a witness moves, as a multiple of what the cause adds to the log count: the usual multiple, and how far
 * from it cases differ (a standard deviation). `historic` is taken per recorded crime.
 */
export interface Loading {
  readonly mean: number;
  readonly spread: number;
}

/** The part of a cause's effect that shows where it is said to leave no trace. */
const NONE: Loading = { mean: 0, spread: 0.12 };
const like = (mean: number, spread: number): Loading => ({ mean, spread });

/** A law and a counting rule that begin in one month leave the same traces: only their basis tells them apart. */
const RULE = {
  calls: like(0.05, 0.2),
  historic: like(-0.3, 0.5),
  incidents: like(-0.3, 0.6),
  cancelled: like(0.5, 0.6),
  sibling: like(0, 0.15),
} as const;

/**
 * The signatures of the causes: docs/methods/explain.md gives the reasons, line by line. Whatever is not listed is
 * expected to stay as it was.
 */
const SIGNATURES: Readonly<Record<Exclude<Cause, "chance">, Readonly<Partial<Record<Witness, Loading>>>>> = {
  "law-change": RULE,
  "counting-rule": RULE,
  recording: {
    sibling: like(0.55, 0.4),
    incidents: like(-0.7, 0.7),
    cancelled: like(-0.6, 0.7),
    historic: like(-0.15, 0.4),
    audit: like(1, 0.4),
  },
  classification: { incidents: like(0, 0.3), cancelled: like(0.3, 0.5), historic: like(-0.2, 0.4) },
  reporting: {
    calls: like(0.7, 0.45),
    sibling: like(0.2, 0.3),
    historic: like(1.4, 1.1),
    reporting_delay: like(1, 0.8),
    incidents: like(0.5, 0.6),
    cancelled: like(0.5, 0.6),
  },
  event: {
    calls: like(0.6, 0.5),
    survey: like(0.1, 0.3),
    historic: like(-0.3, 0.5),
    incidents: like(0.5, 0.6),
    cancelled: like(0.5, 0.6),
  },
  "real-change": {
    calls: like(1, 0.3),
    survey: like(1, 0.4),
    sibling: like(0.1, 0.3),
    historic: like(-0.3, 0.4),
    incidents: like(0.8, 0.5),
    cancelled: like(0.6, 0.6),
  },
  population: {
    sibling: like(1, 0.1),
    calls: like(1, 0.2),
    incidents: like(1, 0.2),
    cancelled: like(0.8, 0.4),
  },
  "data-error": {
    sibling: like(0.2, 0.5),
    reporting_delay: like(0.5, 1),
    cancelled: like(0.3, 0.6),
    incidents: like(0, 0.5),
  },
};

/** What the table says of a cause and a witness. */
export function loadingOf(cause: Exclude<Cause, "chance">, witness: Witness): Loading {
  return SIGNATURES[cause][witness] ?? NONE;
}

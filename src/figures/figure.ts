import type { Period } from "../base/index.ts";
import type { Measure, Observation } from "../records/index.ts";

/** What is asked: a series of counts of some classes in an area, between two periods. */
export interface FigureQuestion {
  readonly area: string;
  /** A class expression: `8L`, `stalking`, `8L+8M`, `stalking-and-harassment`. */
  readonly classes: string;
  readonly from: Period;
  readonly to: Period;
  /** Cuts the whole stretch; without it the two periods alone are answered. */
  readonly by?: "month" | "quarter" | "year" | undefined;
  /** Answer with what had been released by this day. */
  readonly knownOn?: string | undefined;
  readonly measure?: Measure | undefined;
  readonly part?: string | undefined;
  /** Also give rates per this many residents. */
  readonly per?: number | undefined;
}

/** Something a reader must know beside a number. */
export interface Flag {
  /** `rule-change`, `inspection`, `event`, `revised`, `vintages-differ`, `missing`, `coverage`, `derived`, `definition`, `not-derivable`. */
  readonly code: string;
  /** The day it concerns, where there is one. */
  readonly date?: string;
  readonly text: string;
  readonly source?: string;
  readonly confidence?: string;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly level: number;
  /** `exact-poisson`, `exact-ratio`. */
  readonly method: string;
}

/** How a number was had: stated by a source, added up, or worked out from rolling years. */
export type Basis = "published" | "summed" | "derived" | "none";

/** One number with all that it rests on. */
export interface Figure {
  /** Stable: the same question of the same release has the same id. */
  readonly id: string;
  readonly area: string;
  readonly areaName: string;
  /** Recorded-crime classes in the number, sorted. */
  readonly classes: readonly string[];
  readonly className: string;
  readonly measure: Measure;
  readonly part: string;
  readonly period: { readonly from: string; readonly to: string; readonly label: string };
  readonly value: number | null;
  readonly basis: Basis;
  readonly source: string;
  readonly release: string;
  readonly released: string | null;
  readonly licence: string;
  readonly flags: readonly Flag[];
  readonly interval: Interval | null;
  readonly rate: {
    readonly value: number;
    readonly per: number;
    readonly population: number;
    readonly year: number;
  } | null;
  /** Against the same stretch a year before; null where either cannot be told. */
  readonly yearOnYear: YearOnYear | null;
  /** The observations that add up to the number, each opening to its source row; empty when there is none. */
  readonly rests: readonly Contribution[];
}

/** How a number stands to that of the same stretch a year before, the base. */
export interface YearOnYear {
  /** The id of the earlier figure. */
  readonly figure: string;
  readonly base: number;
  readonly difference: number;
  readonly ratio: number | null;
  /** One decimal place; null on a base under 50. */
  readonly percent: number | null;
  readonly interval: Interval | null;
}

/** An observation in a figure, and the sign with which it enters. */
export interface Contribution {
  readonly sign: 1 | -1;
  readonly observation: Observation;
}

/** The change between the first and the last figure. */
export interface Change {
  readonly base: number;
  readonly difference: number;
  readonly ratio: number | null;
  /** One decimal place; null on a base under 50, where only the numbers are said. */
  readonly percent: number | null;
  /** Of the ratio, were the counts independent events; null without one. */
  readonly interval: Interval | null;
  /** What happened between the two periods that bears on comparing them. */
  readonly flags: readonly Flag[];
  readonly comparable: { readonly comparable: boolean; readonly reasons: readonly string[] };
}

export interface FiguresAnswer {
  readonly figures: readonly Figure[];
  readonly change: Change | null;
  /** What could not be answered, and why. */
  readonly notes: readonly string[];
}

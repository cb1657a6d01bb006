import { type AreaState, at, type Cell } from "./baseline.ts";
import type { Cause, CellMeasure } from "./kinds.ts";
import { ASKED } from "./setting.ts";
import type { Shape } from "./shapes.ts";

/** One cause at work. */
export interface Influence {
  readonly cause: Cause;
  readonly onset: number;
  readonly description: string;
  /** Changes in place what is expected of an area. */
  readonly act: (state: AreaState, area: number) => void;
  readonly context: ContextHints;
}

/** What people could have written down about a cause, for the context file. */
export interface ContextHints {
  readonly rule?: RuleHint;
  /** Log rise of the recording rate; null where no inspection could have seen it. */
  readonly audited?: number;
  readonly trained?: readonly number[];
  /** The day of the month on which it began, and which classes it touched. */
  readonly event?: { readonly day: number; readonly classes: readonly number[] };
  readonly error?: "batch" | "doubled" | "made-up-later";
}

export interface RuleHint {
  readonly kind: "moved" | "added" | "removed";
  /** Classes by number. */
  readonly from?: number;
  readonly to?: number;
  /** Whether it is written down for certain; else most of the time. */
  readonly isKnown?: boolean;
}

/** By how much a measure moves (log) when recorded crime moves by 1. */
export type Marks = Readonly<Partial<Record<CellMeasure, number>>>;

export interface Lift {
  /** Log effect in full. */
  readonly size: number;
  readonly shape: Shape;
  /** By area and by class: which part of the effect it has. */
  readonly reach: readonly number[];
  readonly weights: readonly number[];
  readonly marks: Marks;
  /** A second course for some measures, on top. */
  readonly passing?: { readonly shape: Shape; readonly marks: Marks };
}

/** Multiplies what is expected. */
export function lift({ size, shape, reach, weights, marks, passing }: Lift): Influence["act"] {
  return (state, area) => {
    const part = size * at(reach, area);
    if (part === 0) return;
    for (const [number, cell] of state.cells.entries()) {
      multiply(cell, { marks, shape, size: part * at(weights, number) });
      if (passing !== undefined) multiply(cell, { ...passing, size: part * at(weights, number) });
    }
  };
}

function multiply(cell: Cell, by: { readonly marks: Marks; readonly shape: Shape; readonly size: number }): void {
  for (const [measure, mark] of Object.entries(by.marks) as [CellMeasure, number][]) {
    const values = cell[measure];
    for (let month = 0; month < values.length; month++) {
      values[month] = at(values, month) * Math.exp(by.size * mark * by.shape(month));
    }
  }
}

export interface Move {
  /** Log effect on the class asked about; below 0 when it gives. */
  readonly size: number;
  readonly shape: Shape;
  readonly reach: readonly number[];
  /** The other class; absent when the panel does not hold it. */
  readonly partner: number | undefined;
  /** Whether offences of over a year ago are moved too. */
  readonly oldToo: boolean;
}

const MOST_OF_A_CLASS = 0.8;

/** Moves what is recorded between the class asked about and another: what one gains, the other loses. */
export function move({ size, shape, reach, partner, oldToo }: Move): Influence["act"] {
  return (state, area) => {
    const asked = at(state.cells, ASKED);
    const other = partner === undefined ? undefined : at(state.cells, partner);
    for (let month = 0; month < asked.recorded.length; month++) {
      const factor = Math.exp(size * at(reach, area) * shape(month));
      if (factor === 1) continue;
      if (factor < 1) flow({ from: asked, to: other, month, part: 1 - factor, oldToo });
      else flow({ from: other, to: asked, month, part: partOf({ other, asked, month, factor }), oldToo, factor });
    }
  };
}

function partOf(moved: { other: Cell | undefined; asked: Cell; month: number; factor: number }): number {
  if (moved.other === undefined) return 0;
  const gain = at(moved.asked.recorded, moved.month) * (moved.factor - 1);
  return Math.min(MOST_OF_A_CLASS, gain / at(moved.other.recorded, moved.month));
}

interface Flow {
  readonly from: Cell | undefined;
  readonly to: Cell | undefined;
  readonly month: number;
  /** Of the giving class. */
  readonly part: number;
  readonly oldToo: boolean;
  /** By how much the taking class grows when the giving one is not in the panel. */
  readonly factor?: number;
}

function flow({ from, to, month, part, oldToo, factor = 1 }: Flow): void {
  for (const measure of oldToo
    ? (["recorded", "cancelled", "historic"] as const)
    : (["recorded", "cancelled"] as const)) {
    const moved = from === undefined ? 0 : at(from[measure], month) * part;
    if (from !== undefined) from[measure][month] = at(from[measure], month) - moved;
    if (to === undefined) continue;
    to[measure][month] = from === undefined ? at(to[measure], month) * factor : at(to[measure], month) + moved;
  }
}

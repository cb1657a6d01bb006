import { type Column, harmonicSeason, intercept } from "./design.ts";
import { reweight } from "./reweighted.ts";
import type { SpreadQuestion } from "./spread-average.ts";
import { addTimes, type Orthonormal, orthonormal, solveUpper } from "./triangular.ts";

/** Points of a series, counted from 1, both ends included. */
export interface Points {
  readonly from: number;
  readonly to: number;
}

/** Two stretches of a series of counts. */
export interface TwoStretches {
  /** Null where there is no count. */
  readonly counts: readonly (number | null)[];
  readonly from: Points;
  /** Begins after `from` ends. */
  readonly to: Points;
  /** Points a year. */
  readonly season: 12 | 4 | 1;
  /** What the counts are counted over (people, days), point by point; 1 by default. */
  readonly exposure?: ArrayLike<number> | null;
}

/** The log level of `to` less that of `from`, as a question whose spread is open, and the season found on the way. */
export interface LevelQuestion extends SpreadQuestion {
  /** The season's factor times the exposure at each point. */
  readonly weights: Float64Array;
}

/**
 * Log levels about a first quasi-Poisson fit. `from` and `to` have levels of their own; the years before stand near
 * `from` (by one of `HOLDS`), so they help to say its level as far as they agree with it; a slow trend may run through all.
 * For many series of the same points: the columns are laid out once. Null where the first fit does not converge.
 */
export function levelQuestions(
  frame: Omit<TwoStretches, "counts">,
  n: number,
): (counts: readonly (number | null)[]) => LevelQuestion | null {
  const all = partsOf(frame, n);
  const { from, to, season, exposure = null } = frame;
  const offsets = Float64Array.from({ length: n }, (_, i) => (exposure === null ? 0 : Math.log(exposure[i]!)));
  const distance = (middleOf(to) - middleOf(from)) / season;
  const layoutOf = (known: readonly number[]) => layOut(partsKnown(all, known, frame), known, offsets);
  const whole = layoutOf(Array.from({ length: n }, (_, i) => i));
  return (counts) => {
    const known = [...counts.keys()].filter((i) => counts[i] !== null);
    const layout = known.length === n ? whole : layoutOf(known);
    const found = firstLevels(counts, layout);
    if (found === null) return null;
    const columns = layout.parts.map(({ column }) => column.values);
    const contrast = Float64Array.from(layout.parts, ({ column: { name } }) =>
      name === "to" ? 1 : name === "trend" ? distance : 0,
    );
    return { ...found, columns, looseness: layout.looseness, contrast, season };
  };
}

/** How far the years before may stand off the level of `from`, and a trend a year from none, as log ratios: each pair is tried. */
const HOLDS = [
  { near: 0.01, trend: 0.005 },
  { near: 0.1, trend: 0.03 },
  { near: 0.5, trend: 0.15 },
];

interface Part {
  readonly column: Column;
  readonly hold: "free" | "near" | "trend";
}

function partsOf({ from, to, season }: Omit<TwoStretches, "counts">, n: number): readonly Part[] {
  const within = (name: string, [first, last]: readonly [number, number]): Column => ({
    name,
    values: Float64Array.from({ length: n }, (_, i) => (i + 1 >= first && i + 1 <= last ? 1 : 0)),
  });
  const middle = middleOf(from);
  const trend = { name: "trend", values: Float64Array.from({ length: n }, (_, i) => (i + 1 - middle) / season) };
  return [
    { column: intercept(n), hold: "free" },
    { column: within("before", [1, from.from - 1]), hold: "near" },
    { column: within("between", [from.to + 1, to.from - 1]), hold: "free" },
    { column: within("to", [to.from, to.to]), hold: "free" },
    { column: within("after", [to.to + 1, n]), hold: "free" },
    { column: trend, hold: "trend" },
    ...harmonicSeason(n, season, Math.min(2, Math.floor(season / 2))).map(
      (column) => ({ column, hold: "free" }) as const,
    ),
  ];
}

/** The parts that the points with a count say something of; a trend needs more than a year before, or three. */
function partsKnown(
  parts: readonly Part[],
  known: readonly number[],
  { from, season }: Pick<TwoStretches, "from" | "season">,
): readonly Part[] {
  const before = known.filter((i) => i + 1 < from.from).length;
  return parts.filter(({ column: { values }, hold }) =>
    hold === "trend" ? before > Math.max(season, 2) : known.some((i) => values[i] !== 0),
  );
}

/** The parts over the points with a count, ready for a first fit. */
interface Layout {
  readonly parts: readonly Part[];
  readonly known: readonly number[];
  readonly basis: Orthonormal;
  readonly offsets: Float64Array;
  /** The places among `known` of each stretch that has a level of its own. */
  readonly stretches: readonly (readonly number[])[];
  readonly looseness: readonly (readonly number[])[];
}

function layOut(parts: readonly Part[], known: readonly number[], offsets: Float64Array): Layout {
  const levels = parts.filter(({ column }) => LEVELS.has(column.name));
  const last = known.map((i) => levels.findLastIndex(({ column }) => column.values[i] === 1));
  return {
    parts,
    known,
    basis: orthonormal(parts.map(({ column }) => Float64Array.from(known, (i) => column.values[i]!))),
    offsets,
    stretches: levels.map((_, level) => [...last.keys()].filter((k) => last[k] === level)),
    looseness: HOLDS.map((held) => parts.map(({ hold }) => (hold === "free" ? Infinity : held[hold]))),
  };
}

const LEVELS: ReadonlySet<string> = new Set(["intercept", "before", "between", "to", "after"]);

/** Levels by a count regression on all columns; a stretch without any case is given half of one, so that it has a level. */
function firstLevels(counts: readonly (number | null)[], { parts, known, basis, offsets, stretches }: Layout) {
  if (basis.dependent >= 0 || known.length <= parts.length) return null;
  const steady = Float64Array.from(known, (i) => counts[i]!);
  if (!steady.every((count) => count >= 0 && count < Infinity)) throw new RangeError("a count must be zero or more");
  for (const places of stretches)
    if (places.every((k) => steady[k] === 0)) for (const k of places) steady[k] = 0.5 / places.length;
  const offset = Float64Array.from(known, (i) => offsets[i]!);
  const fit = reweight({ counts: steady, columns: basis.columns, offset, weights: null, size: Infinity }, "deviance");
  if (!fit.converged) return null;
  const levels = new Float64Array(counts.length);
  const counting = new Float64Array(counts.length).fill(Infinity);
  for (const [k, i] of known.entries()) {
    const mean = fit.means[k]!;
    levels[i] = Math.log(mean) - offsets[i]! + (counts[i]! - mean) / mean;
    counting[i] = 1 / mean;
  }
  solveUpper(basis.upper, fit.coefficients);
  const logs = offsets.slice();
  for (const [k, { column }] of parts.entries())
    if (/^(sin|cos) /.test(column.name)) addTimes(logs, fit.coefficients[k]!, column.values);
  return { levels, counting, weights: logs.map(Math.exp) };
}

function middleOf({ from, to }: Points): number {
  return (from + to) / 2;
}

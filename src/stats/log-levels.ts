import { fitCounts } from "./count-fit.ts";
import { type Column, harmonicSeason, intercept } from "./design.ts";
import type { SpreadQuestion } from "./spread-average.ts";

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
 */
export function levelQuestion(stretches: TwoStretches): LevelQuestion | null {
  const { counts, season, exposure = null } = stretches;
  const n = counts.length;
  const known = counts.flatMap((count, i) => (count === null ? [] : [i]));
  const parts = partsOf(stretches, known);
  const [columns, slow] = [parts.map(({ column }) => column), parts.find(({ column }) => column.name === "trend")];
  const means = firstMeans(stretches, known, columns);
  if (means === null) return null;
  const offset = (i: number) => (exposure === null ? 0 : Math.log(exposure[i]!));
  const levels = new Float64Array(n).fill(NaN);
  const counting = new Float64Array(n);
  for (const [k, i] of known.entries()) {
    const mean = means.fitted[k]!;
    levels[i] = Math.log(mean) - offset(i) + (counts[i]! - mean) / mean;
    counting[i] = 1 / mean;
  }
  const distance = slow === undefined ? 0 : middleOf(stretches.to) - middleOf(stretches.from);
  return {
    levels,
    counting,
    columns: columns.map(({ values }) => values),
    looseness: loosenessOf(parts),
    contrast: Float64Array.from(columns, ({ name }) => (name === "to" ? 1 : name === "trend" ? distance / season : 0)),
    season,
    weights: Float64Array.from({ length: n }, (_, i) => Math.exp(offset(i) + means.seasonAt(i))),
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

function partsOf({ counts, from, to, season }: TwoStretches, known: readonly number[]): readonly Part[] {
  const n = counts.length;
  const within = (name: string, [first, last]: readonly [number, number]): Column => ({
    name,
    values: Float64Array.from({ length: n }, (_, i) => (i + 1 >= first && i + 1 <= last ? 1 : 0)),
  });
  const middle = middleOf(from);
  const trend = { name: "trend", values: Float64Array.from({ length: n }, (_, i) => (i + 1 - middle) / season) };
  const hasYearsBefore = known.filter((i) => i + 1 < from.from).length >= Math.max(season, 3);
  const parts: Part[] = [
    { column: intercept(n), hold: "free" },
    { column: within("before", [1, from.from - 1]), hold: "near" },
    { column: within("between", [from.to + 1, to.from - 1]), hold: "free" },
    { column: within("to", [to.from, to.to]), hold: "free" },
    { column: within("after", [to.to + 1, n]), hold: "free" },
    ...(hasYearsBefore ? [{ column: trend, hold: "trend" } as const] : []),
    ...harmonicSeason(n, season, Math.min(2, Math.floor(season / 2))).map(
      (column) => ({ column, hold: "free" }) as const,
    ),
  ];
  return parts.filter(({ column }) => known.some((i) => column.values[i] !== 0));
}

function loosenessOf(parts: readonly Part[]): readonly (readonly number[])[] {
  return HOLDS.map((held) => parts.map(({ hold }) => (hold === "free" ? Infinity : held[hold])));
}

function middleOf({ from, to }: Points): number {
  return (from + to) / 2;
}

/** Means by a count regression on all columns; a stretch without any case is given half of one, so that it has a level. */
function firstMeans({ counts, exposure = null }: TwoStretches, known: readonly number[], columns: readonly Column[]) {
  const steady = steadied(
    known.map((i) => counts[i]!),
    columns,
    known,
  );
  const fit = fitCounts({
    counts: steady,
    design: columns.map(({ name, values }) => ({ name, values: Float64Array.from(known, (i) => values[i]!) })),
    offset: exposure === null ? null : Float64Array.from(known, (i) => Math.log(exposure[i]!)),
  });
  if (!fit.converged) return null;
  const waves = columns
    .entries()
    .filter(([, { name }]) => /^(sin|cos) /.test(name))
    .toArray();
  const seasonAt = (i: number) => waves.reduce((sum, [k, { values }]) => sum + fit.coefficients[k]! * values[i]!, 0);
  return { fitted: fit.fitted, seasonAt };
}

function steadied(counts: readonly number[], columns: readonly Column[], known: readonly number[]): Float64Array {
  const steady = Float64Array.from(counts);
  const stretches = columns.filter(({ name }) => LEVELS.has(name));
  for (const [s, { values }] of stretches.entries()) {
    const places = known.flatMap((i, k) => {
      const isOwn = values[i] === 1 && stretches.slice(s + 1).every((later) => later.values[i] === 0);
      return isOwn ? [k] : [];
    });
    if (places.every((k) => steady[k] === 0)) for (const k of places) steady[k] = 0.5 / places.length;
  }
  return steady;
}

const LEVELS: ReadonlySet<string> = new Set(["intercept", "before", "between", "to", "after"]);

import { type ByStart, COUNTS_OF_CHANGE } from "./held.ts";
import type { Series } from "./panel.ts";
import type { Stepped } from "./steps.ts";

/** A series without gaps in its steps, and the steps whose stated nought was not believed. */
export interface Filled {
  readonly stepped: Stepped;
  readonly series: Series;
  readonly doubted: readonly number[];
}

/**
 * Lays values out evenly over the whole stretch that the file covers. By the contract a missing month has no row or a
 * nought, and so has a month in which there was nothing. Which of the two it is, is told by what is usual: where at
 * least ten would be, none is not believed and stands as not known; else it is nought. A class that has nothing
 * before its first or after its last count did not exist, unless most other areas have it then.
 */
export function filled(all: readonly Stepped[]): Filled[] {
  const alike = Map.groupBy(all, ({ measure, months, phase }) => `${measure} ${months} ${phase}`);
  return [...alike.values()].flatMap((each) => {
    const [first] = each;
    if (first === undefined) return [];
    return COUNTS_OF_CHANGE.has(first.measure) ? filledCounts(each) : each.map((one) => filledLevels(one));
  });
}

/** So many are expected where none is no longer believed: by chance alone e⁻¹⁰. */
const NEVER_NONE = 10;
/** Edges of stated noughts longer than this are believed: a class that had not begun. */
const LONG_EDGE = 3;

/** Of a level only what is stated is known; a nought among others is a blank. */
function filledLevels(stepped: Stepped): Filled {
  const span = spanOf([stepped]);
  const values = [...stepped.values.values()];
  const noughts = values.filter((each) => each === 0).length;
  const isBlank = noughts * 5 < values.length || stepped.measure === "population";
  const doubted: number[] = [];
  const series = laidOut(stepped, span, (at) => {
    const value = stepped.values.get(at) ?? null;
    if (value !== 0 || !isBlank) return value;
    doubted.push(at);
    return null;
  });
  return { stepped, series, doubted };
}

interface Span {
  readonly first: number;
  readonly last: number;
}

function spanOf(all: readonly Stepped[]): Span {
  let [first, last] = [Infinity, -Infinity];
  for (const { values } of all) {
    for (const start of values.keys()) [first, last] = [Math.min(first, start), Math.max(last, start)];
  }
  return { first, last };
}

function laidOut({ months }: Stepped, { first, last }: Span, valueAt: (start: number) => number | null): Series {
  const length = Math.floor((last - first) / months) + 1;
  return { months, start: first, values: Array.from({ length }, (_, i) => valueAt(first + i * months)) };
}

function filledCounts(alike: readonly Stepped[]): Filled[] {
  const span = spanOf(alike);
  const areasWithClass = shareOfAreas(alike);
  return [...Map.groupBy(alike, ({ area }) => area).values()].flatMap((here) => {
    const area = totalsOf(here, span);
    return here.map((stepped) => filledCount(stepped, { span, area, areasWithClass }));
  });
}

interface Around {
  readonly span: Span;
  readonly area: Totals;
  /** Which share of the other areas with this class count any of it at a step; null without others. */
  readonly areasWithClass: (stepped: Stepped, at: number) => number | null;
}

function filledCount(stepped: Stepped, around: Around): Filled {
  const { months, values } = stepped;
  const counted = [...values]
    .filter(([, value]) => value > 0)
    .map(([at]) => at)
    .toSorted((a, b) => a - b);
  const doubted: number[] = [];
  const series = laidOut(stepped, around.span, (at) => {
    const stated = values.get(at);
    if (stated !== undefined && stated > 0) return stated;
    if (isBelieved({ stepped, counted, at, isStated: stated === 0 }, around)) return 0;
    if (stated === 0) doubted.push(at);
    return null;
  });
  return { stepped: { ...stepped, months }, series, doubted };
}

interface None {
  readonly stepped: Stepped;
  /** The steps with a count above nought, in order. */
  readonly counted: readonly number[];
  readonly at: number;
  readonly isStated: boolean;
}

function isBelieved({ stepped, counted, at, isStated }: None, { span, area, areasWithClass }: Around): boolean {
  const { months, values } = stepped;
  const [first, last] = [counted[0], counted.at(-1)];
  if (first === undefined || last === undefined) return isStated || area.isThere(at);
  const isEdge = at < first || at > last;
  const edge = at < first ? (first - span.first) / months : (span.last - last) / months;
  const isLongEdge = isEdge && edge > LONG_EDGE;
  if (isLongEdge && isStated) return true;
  if (!area.isThere(at)) return area.expectedAround(at) < NEVER_NONE;
  if (usualNear(values, counted, at) < NEVER_NONE) return true;
  const others = areasWithClass(stepped, at);
  return isEdge && (others === null ? isLongEdge : others < 0.5);
}

/** The median of the three counts before and the three after. */
function usualNear(values: ByStart, counted: readonly number[], at: number): number {
  const after = counted.findIndex((each) => each > at);
  const split = after === -1 ? counted.length : after;
  const near = counted.slice(Math.max(0, split - 3), split + 3).map((each) => values.get(each) ?? 0);
  return near.toSorted((a, b) => a - b)[Math.floor((near.length - 1) / 2)] ?? 0;
}

interface Totals {
  /** Whether the area counts anything at a step. */
  readonly isThere: (at: number) => boolean;
  /** How many the area would have counted over the run of empty steps around this one. */
  readonly expectedAround: (at: number) => number;
}

function totalsOf(here: readonly Stepped[], { first, last }: Span): Totals {
  const totals = new Map<number, number>();
  for (const { values } of here) {
    for (const [at, value] of values) if (value > 0) totals.set(at, (totals.get(at) ?? 0) + value);
  }
  const usual = [...totals.values()].toSorted((a, b) => a - b)[Math.floor((totals.size - 1) / 2)] ?? 0;
  const months = here[0]?.months ?? 1;
  const emptyFrom = (at: number, by: number): number => {
    let steps = 0;
    for (let each = at; each >= first && each <= last && !totals.has(each); each += by) steps += 1;
    return steps;
  };
  return {
    isThere: (at) => totals.has(at),
    expectedAround: (at) => usual * (emptyFrom(at, -months) + emptyFrom(at, months) - 1),
  };
}

function shareOfAreas(alike: readonly Stepped[]): Around["areasWithClass"] {
  const byClass = Map.groupBy(alike, ({ className }) => className);
  const counts = new Map<string, ReadonlyMap<number, number>>();
  for (const [className, all] of byClass) {
    const counted = new Map<number, number>();
    for (const { values } of all) {
      for (const [at, value] of values) if (value > 0) counted.set(at, (counted.get(at) ?? 0) + 1);
    }
    counts.set(className, counted);
  }
  return ({ className, values }, at) => {
    const others = (byClass.get(className)?.length ?? 1) - 1;
    if (others === 0) return null;
    const own = (values.get(at) ?? 0) > 0 ? 1 : 0;
    return ((counts.get(className)?.get(at) ?? 0) - own) / others;
  };
}

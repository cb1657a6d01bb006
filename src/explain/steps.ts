import { type ByStart, COUNTS_OF_CHANGE, type Held, STEPS } from "./held.ts";
import type { Series } from "./panel.ts";
import { unrolled } from "./rolling.ts";

/** One measure of one class in one area at a single step, with what it was put together from. */
export interface Stepped extends Pick<Held, "measure" | "area" | "className"> {
  readonly months: Series["months"];
  /** The first month of every step has this rest by `months`. */
  readonly phase: number;
  readonly values: ByStart;
  /** Whether rolling years were taken apart, or could not be and were thinned out. */
  readonly rolling: "taken-apart" | "thinned" | null;
}

/**
 * Gives everything the finest step that it can be had in: finer values are added up where the coarser reach at least
 * twice as far, and of years that overlap only those remain that follow one another, in the order of `phases`.
 */
export function steppedOf(held: Held, phases: readonly number[]): Stepped {
  const isCount = COUNTS_OF_CHANGE.has(held.measure);
  const phasesHere = new Set([...held.byMonths[12].keys()].map((each) => each % 12));
  const finer = isCount && phasesHere.size > 1 ? unrolled(held) : undefined;
  const byMonths = finer === undefined ? held.byMonths : { ...held.byMonths, [finer.months]: finer.values };
  const { measure, area, className } = held;
  const months = finestOf(byMonths);
  const phase = months === 12 ? phaseOf(byMonths[12], phases) : 0;
  const values = new Map<number, number>();
  for (const step of STEPS) {
    if (step <= months) addUp(byMonths[step], { step, months, phase, isCount }, values);
  }
  const rolling = finer !== undefined ? "taken-apart" : months === 12 && phasesHere.size > 1 ? "thinned" : null;
  return { measure, area, className, months, phase, values, rolling };
}

/** The finest step that reaches at least half as far as the coarser ones. */
function finestOf(byMonths: Held["byMonths"]): Series["months"] {
  const reach = STEPS.map((step) => ({ step, months: reachOf(byMonths[step], step) }));
  const furthest = Math.max(...reach.map(({ months }) => months));
  return reach.find(({ months }) => months > 0 && months * 2 >= furthest)?.step ?? 12;
}

function reachOf(values: ByStart, step: number): number {
  if (values.size === 0) return 0;
  let [first, last] = [Infinity, -Infinity];
  for (const start of values.keys()) [first, last] = [Math.min(first, start), Math.max(last, start)];
  return last - first + step;
}

/** The first of the wanted phases that holds at least half as many years as the fullest; without years, January. */
function phaseOf(years: ByStart, wanted: readonly number[]): number {
  const count = (phase: number) => [...years.keys()].filter((each) => each % 12 === phase).length;
  const most = Math.max(...Array.from({ length: 12 }, (_, phase) => count(phase)));
  return wanted.find((phase) => most > 0 && count(phase) * 2 >= most) ?? 0;
}

interface Wanted {
  readonly step: number;
  readonly months: number;
  readonly phase: number;
  readonly isCount: boolean;
}

/** Values of a step into those of a longer one, where every part is known: counts are added, levels averaged. */
function addUp(from: ByStart, { step, months, phase, isCount }: Wanted, into: ByStart): void {
  const parts = months / step;
  const sums = new Map<number, { total: number; count: number }>();
  for (const [start, value] of from) {
    if (step === months && start % months !== phase) continue;
    const first = start - ((start - phase + months) % months);
    const { total, count } = sums.get(first) ?? { total: 0, count: 0 };
    sums.set(first, { total: total + value, count: count + 1 });
  }
  for (const [first, { total, count }] of sums) {
    // A stated value goes before one added up: the longest step is taken last.
    if (count === parts) into.set(first, isCount ? total : total / count);
  }
}

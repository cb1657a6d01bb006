import { type Signal, signalsIn } from "./point-signals.ts";

/** How an individuals (XmR) chart is drawn. */
export interface ChartSettings {
  /** Places (from 0) at which a new base begins, with its own centre and limits. */
  readonly rebaseAt?: readonly number[];
  /** Centre and limits come from the first so many points of each base; null or absent: from all. */
  readonly fixFirst?: number | null;
  /** Leave moving ranges out that are themselves beyond their limit, as NHS tools in R do and Excel does not. */
  readonly screened?: boolean;
}

/** One point of a control chart with the centre and limits that hold there, and what it signals. */
export interface ChartPoint {
  readonly value: number;
  readonly centre: number;
  readonly low: number;
  readonly high: number;
  readonly signal: Signal | null;
}

/** An individuals chart: centre ± 2.66 times the mean moving range, per base, with the NHS point types. */
export function individualsChart(values: readonly number[], settings: ChartSettings = {}): readonly ChartPoint[] {
  const { rebaseAt = [], fixFirst = null, screened = true } = settings;
  return basesOf(values.length, rebaseAt).flatMap(([from, to]) => {
    const base = values.slice(from, to);
    const { centre, range } = spreadOf(base.slice(0, fixFirst ?? base.length), screened);
    const reach = REACH * range;
    const signals = signalsIn(base, { centre, reach });
    return base.map((value, i) => ({
      value,
      centre,
      low: centre - reach,
      high: centre + reach,
      signal: signals[i] ?? null,
    }));
  });
}

/** Three sigma over the mean range of two, as the NHS tools round it. */
const REACH = 2.66;
/** The upper limit of a moving range over its mean, as the NHS tools round it. */
const RANGE_LIMIT = 3.267;

/** The half-open stretches into which the places of a new base cut a series; bare errors for places outside it. */
export function basesOf(length: number, rebaseAt: readonly number[]): readonly (readonly [number, number])[] {
  const starts = [0, ...rebaseAt];
  for (const [i, start] of starts.entries())
    if (i > 0 && !(start > (starts[i - 1] ?? 0) && start < length))
      throw new RangeError(`a new base must begin inside the series and after the last: ${start}`);
  return starts.map((start, i) => [start, starts[i + 1] ?? length] as const);
}

/** |x[i] − x[i − 1]| of a series: one fewer than its values. */
export function movingRanges(values: readonly number[]): readonly number[] {
  return values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? value)));
}

/** The mean; 0 of nothing, so that one point alone has no spread. */
export function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function spreadOf(values: readonly number[], screened: boolean): { centre: number; range: number } {
  const ranges = movingRanges(values);
  const limit = RANGE_LIMIT * meanOf(ranges);
  return { centre: meanOf(values), range: meanOf(screened ? ranges.filter((range) => range < limit) : ranges) };
}

import type { Grid } from "./grid.ts";

/** How an effect runs through time: 0 before it, about 1 at its height. */
export interface Shape {
  readonly kind: "step" | "ramp" | "slope" | "decay" | "pulse";
  /** The month it starts in, or the only one it is in. */
  readonly month: number;
  /** Months to the full height, or to a fall to 1/e. */
  readonly lasting: number;
  /** One value a step of the grid. */
  readonly values: Float64Array;
}

/** From a month on, all at once. */
export function stepShape(grid: Grid, month: number): Shape {
  return { kind: "step", month, lasting: 0, values: onSteps(grid, (m) => (m >= month ? 1 : 0)) };
}

/** Rising in a line over `lasting` months, then staying. */
export function rampShape(grid: Grid, month: number, lasting: number): Shape {
  const height = (m: number) => Math.min(1, Math.max(0, (m + 0.5 - month) / lasting));
  return { kind: "ramp", month, lasting, values: onSteps(grid, height) };
}

/** Rising in a line from a month to the end of all that is known. */
export function slopeShape(grid: Grid, month: number): Shape {
  const lasting = grid.start + grid.months * grid.length - month;
  return { ...rampShape(grid, month, lasting), kind: "slope" };
}

/**
 * At its height on a day, then fading by e in `lasting` months. What fades is the added count: with `times` added to
 * one at the height, the logarithm of a large spike stays high for longer than that of a small one.
 */
export function decayShape(grid: Grid, date: string, { lasting, times = 0 }: Fading): Shape {
  const day = Temporal.PlainDate.from(date);
  const month = day.year * 12 + day.month - 1;
  const starts = month + (day.day - 1) / day.daysInMonth;
  const area = (from: number, to: number) =>
    lasting * (Math.exp(-(from - starts) / lasting) - Math.exp(-(to - starts) / lasting));
  const height = (m: number) => (m + 1 <= starts ? 0 : area(Math.max(m, starts), m + 1));
  const asLog = (added: number) => (times === 0 ? added : Math.log1p(times * added) / Math.log1p(times));
  return { kind: "decay", month, lasting, values: onSteps(grid, (m) => asLog(height(m))) };
}

/** From a day on; in the day's own month as much of it as is left of the month. */
export function keptShape(grid: Grid, date: string): Shape {
  const day = Temporal.PlainDate.from(date);
  const month = day.year * 12 + day.month - 1;
  const part = 1 - (day.day - 1) / day.daysInMonth;
  return { kind: "step", month, lasting: 0, values: onSteps(grid, (m) => (m > month ? 1 : m === month ? part : 0)) };
}

/** How a spike fades. */
export interface Fading {
  /** Months to a fall to 1/e. */
  readonly lasting: number;
  /** The added count at the height, as a multiple of the usual one; 0 for a spike too small for it to matter. */
  readonly times?: number;
}

/** One step alone. */
export function pulseShape(grid: Grid, step: number): Shape {
  const values = new Float64Array(grid.length);
  values[step] = 1;
  return { kind: "pulse", month: grid.start + step * grid.months, lasting: 0, values };
}

/** The height of each step. Months add up as counts, so within a step the logarithm is taken of their mean. */
function onSteps({ months, start, length, size = 0 }: Grid, height: (month: number) => number): Float64Array {
  const asCounts = Math.abs(size) < 0.1 ? (h: number) => h : (h: number) => Math.exp(size * h);
  const back = Math.abs(size) < 0.1 ? (mean: number) => mean : (mean: number) => Math.log(mean) / size;
  return Float64Array.from({ length }, (_, i) => {
    let sum = 0;
    for (let k = 0; k < months; k++) sum += asCounts(height(start + i * months + k));
    return months === 1 ? height(start + i) : back(sum / months);
  });
}

import { type Lanes, type LoessPlan, loessPlan, smooth } from "./loess.ts";
import { middleAsR } from "./middle-as-r.ts";
import { middleOf } from "./middle.ts";

/** How a series is taken apart. */
export interface SeasonSettings {
  /** Values a season: 12 for months. */
  readonly period: number;
  /** Seasons a seasonal fit reaches over (odd, 3 or more; 7 is the least that is advised), or the same shape for all of them. */
  readonly seasonal?: number | "periodic";
  /** Weigh outlying values down, in `outer` rounds (15). */
  readonly robust?: boolean;
  readonly outer?: number;
  /** What sizes of remainders are measured against: their median, or what R's stl takes for it. */
  readonly scale?: "median" | "as-r";
}

/** A series taken apart: seasonal + trend + remainder is the series. */
export interface Seasons {
  readonly seasonal: Float64Array;
  readonly trend: Float64Array;
  readonly remainder: Float64Array;
  /** How far each value was trusted in the last round: 1 wholly, 0 not. */
  readonly trust: Float64Array;
}

/** Spans, degrees and jumps of the three smoothers: seasonal, trend and low-pass, in that order. */
export interface SeasonWindows {
  readonly spans: readonly [number, number, number];
  readonly degrees: readonly [0, 1, 1];
  readonly jumps: readonly [number, number, number];
}

/** Seasonal-trend decomposition by loess (STL; Cleveland and others 1990), with the defaults of R's stl. */
export function seasonalTrend(values: readonly number[], settings: SeasonSettings): Seasons {
  return seasonalTrendOf(values.length, settings)(values);
}

/** The same for many series of one length: the smoothers are laid out once. */
export function seasonalTrendOf(n: number, settings: SeasonSettings): (values: readonly number[]) => Seasons {
  const { seasonal = "periodic", robust = false, outer = robust ? 15 : 0, scale = "median" } = settings;
  checkSettings(n, settings);
  const laidOut = { ...smoothersFor(n, settings), ...scratchFor(n, settings) };
  const { period } = settings;
  return (values) => {
    checkSeries(values, n);
    const work = workFor(new Float64Array(values), laidOut);
    for (let round = 0; round <= outer; round++) {
      for (let inner = 0; inner < (robust ? 1 : 2); inner++) separate(work, round > 0);
      if (round < outer) weighDown(work, scale === "as-r" ? middleAsR : middleOf);
    }
    if (seasonal === "periodic") makePeriodic(work.seasonal, period);
    return partsOf(work);
  };
}

/** The smoothers that R's stl lays over `n` values by default. */
export function seasonalWindows(n: number, { period, seasonal = "periodic" }: SeasonSettings): SeasonWindows {
  const cycle = seasonal === "periodic" ? 10 * n + 1 : seasonal;
  const trend = nextOdd(Math.ceil((1.5 * period) / (1 - 1.5 / cycle)));
  const low = nextOdd(period);
  const jumpOf = (span: number) => Math.ceil(span / 10);
  return { spans: [cycle, trend, low], degrees: [0, 1, 1], jumps: [jumpOf(cycle), jumpOf(trend), jumpOf(low)] };
}

function checkSettings(n: number, { period, seasonal = "periodic" }: SeasonSettings): void {
  if (!(Number.isInteger(period) && period >= 2)) throw new RangeError(`a season has two values or more: ${period}`);
  if (n <= 2 * period) throw new RangeError(`a season is seen from over two of them: ${n} values`);
  if (seasonal !== "periodic" && !(seasonal >= 3 && seasonal % 2 === 1))
    throw new RangeError(`a seasonal fit reaches over an odd number of seasons, 3 or more: ${seasonal}`);
}

function checkSeries(values: readonly number[], n: number): void {
  if (values.length !== n) throw new RangeError(`smoothers for ${n} values were given ${values.length}`);
  if (!values.every(Number.isFinite)) throw new RangeError("a series to be taken apart has no gaps");
}

interface Smoothers {
  readonly period: number;
  /** Of the months that are met once more often than the others, and of the others. */
  readonly cyclePlans: readonly LoessPlan[];
  readonly lowPlan: LoessPlan;
  readonly trendPlan: LoessPlan;
}

function smoothersFor(n: number, settings: SeasonSettings): Smoothers {
  const { period } = settings;
  const { spans, degrees, jumps } = seasonalWindows(n, settings);
  const planOf = (which: 0 | 1 | 2, length: number, lanes?: Lanes) =>
    loessPlan({
      n: length,
      span: spans[which],
      degree: degrees[which],
      jump: jumps[which],
      beyond: which === 0,
      ...(lanes === undefined ? {} : { lanes }),
    });
  const longer = n % period;
  const cycles = [
    { length: Math.ceil(n / period), offset: 0, count: longer },
    { length: Math.floor(n / period), offset: longer, count: period - longer },
  ].filter(({ count }) => count > 0);
  return {
    period,
    cyclePlans: cycles.map(({ length, offset, count }) => planOf(0, length, { offset, stride: period, count })),
    lowPlan: planOf(2, n),
    trendPlan: planOf(1, n),
  };
}

/** Room that every series uses again. */
interface Scratch {
  /** The cycle's fits, one season longer at both ends; then their moving averages. */
  readonly cycle: Float64Array;
  readonly scratch: Float64Array;
  readonly low: Float64Array;
}

function scratchFor(n: number, { period }: SeasonSettings): Scratch {
  return {
    cycle: new Float64Array(n + 2 * period),
    scratch: new Float64Array(n + 2 * period),
    low: new Float64Array(n),
  };
}

interface Work extends Smoothers, Scratch {
  readonly series: Float64Array;
  readonly seasonal: Float64Array;
  readonly trend: Float64Array;
  readonly trust: Float64Array;
}

function workFor(series: Float64Array, laidOut: Smoothers & Scratch): Work {
  const { period, cyclePlans, lowPlan, trendPlan, cycle, scratch, low } = laidOut;
  const n = series.length;
  const [seasonal, trend, trust] = [new Float64Array(n), new Float64Array(n), new Float64Array(n).fill(1)];
  return { period, cyclePlans, lowPlan, trendPlan, cycle, scratch, low, series, seasonal, trend, trust };
}

function partsOf({ series, seasonal, trend, trust }: Work): Seasons {
  const remainder = new Float64Array(series.length);
  for (let i = 0; i < series.length; i++) remainder[i] = at(series, i) - at(seasonal, i) - at(trend, i);
  return { seasonal, trend, remainder, trust };
}

function nextOdd(value: number): number {
  return value % 2 === 0 ? value + 1 : value;
}

/** One inner round: the season from what the trend leaves, less its own slow part; the trend from what the season leaves. */
function separate(work: Work, isTrusting: boolean): void {
  const { series, seasonal, trend, cycle, scratch, low, period } = work;
  const n = series.length;
  const trust = isTrusting ? work.trust : null;
  for (let i = 0; i < n; i++) scratch[i] = at(series, i) - at(trend, i);
  // Each month (or quarter …) over the years, and one year further at both ends.
  for (const plan of work.cyclePlans) smooth(plan, { values: scratch, trust }, cycle);
  movingAverage(cycle, scratch, n + 2 * period, period);
  movingAverage(scratch, scratch, n + period + 1, period);
  movingAverage(scratch, scratch, n + 2, 3);
  smooth(work.lowPlan, { values: scratch, trust: null }, low);
  for (let i = 0; i < n; i++) seasonal[i] = at(cycle, period + i) - at(low, i);
  for (let i = 0; i < n; i++) scratch[i] = at(series, i) - at(seasonal, i);
  smooth(work.trendPlan, { values: scratch, trust }, trend);
}

/** Means of `width` neighbours among the first `n` values; `n` − `width` + 1 of them, in place if need be. */
function movingAverage(from: Float64Array, to: Float64Array, n: number, width: number): void {
  let sum = 0;
  for (let i = 0; i < width; i++) sum += at(from, i);
  for (let i = 0; i + width <= n; i++) {
    const first = at(from, i);
    to[i] = sum / width;
    sum += (i + width < n ? at(from, i + width) : 0) - first;
  }
}

/** Bisquare weights by how far each remainder is from 0, against six times their median. */
function weighDown({ series, seasonal, trend, trust, scratch }: Work, middle: (sizes: Float64Array) => number): void {
  const n = series.length;
  const sizes = scratch.subarray(0, n);
  for (let i = 0; i < n; i++) trust[i] = sizes[i] = Math.abs(at(series, i) - at(seasonal, i) - at(trend, i));
  const limit = 6 * middle(sizes);
  for (let i = 0; i < n; i++) {
    const size = at(trust, i);
    trust[i] = size <= 0.001 * limit ? 1 : size <= 0.999 * limit ? (1 - (size / limit) ** 2) ** 2 : 0;
  }
}

function makePeriodic(seasonal: Float64Array, period: number): void {
  for (let j = 0; j < period; j++) {
    let [sum, count] = [0, 0];
    for (let i = j; i < seasonal.length; i += period, count++) sum += at(seasonal, i);
    for (let i = j; i < seasonal.length; i += period) seasonal[i] = sum / count;
  }
}

/** A value that is there: the loops above never leave their arrays. */
function at(values: Float64Array, i: number): number {
  return values[i]!;
}

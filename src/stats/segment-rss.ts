/** A level of its own in each segment, or a level and a slope. */
export type SegmentModel = "level" | "trend";

/** Coefficients of a segment's own model: 1 or 2. */
export const COEFFICIENTS: Readonly<Record<SegmentModel, number>> = { level: 1, trend: 2 };

/** The residual sum of squares of every stretch of a series: row `first`, column `last`, both from 0. */
export interface StretchTable {
  readonly n: number;
  readonly rss: Float64Array;
}

/** Sums updated from point to point about the running mean (Welford 1962), so that no large squares are subtracted. */
export function stretchTable(values: ArrayLike<number>, model: SegmentModel): StretchTable {
  const n = values.length;
  const rss = new Float64Array(n * n);
  for (let first = 0; first < n; first++) {
    if (model === "level") levelRow(values, first, rss);
    else trendRow(values, first, rss);
  }
  return { n, rss };
}

function levelRow(values: ArrayLike<number>, first: number, rss: Float64Array): void {
  const n = values.length;
  let mean = 0;
  let sum = 0;
  for (let last = first; last < n; last++) {
    const away = values[last]! - mean;
    mean += away / (last - first + 1);
    sum += away * (values[last]! - mean);
    rss[first * n + last] = sum;
  }
}

function trendRow(values: ArrayLike<number>, first: number, rss: Float64Array): void {
  const n = values.length;
  let mean = 0;
  let squares = 0;
  let products = 0;
  for (let last = first; last < n; last++) {
    const m = last - first + 1;
    const away = values[last]! - mean;
    mean += away / m;
    squares += away * (values[last]! - mean);
    products += (away * (m - 1)) / 2;
    const spread = (m * (m * m - 1)) / 12;
    rss[first * n + last] = m < 3 ? 0 : Math.max(0, squares - (products * products) / spread);
  }
}

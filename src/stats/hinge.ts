import { choleskyInPlace, solveCholesky } from "./triangular.ts";

/** Sums over the tail of a series from which lines with joins are fitted without going through it again. */
export interface HingeSums {
  readonly n: number;
  /** Sum of squares of the values about their mean. */
  readonly whole: number;
  /** Sums over the points after the i-th of the value, and of value × place, both about their means. */
  readonly values: Float64Array;
  readonly products: Float64Array;
}

/** The sums of a series; places are those of the points, counted from 1. */
export function hingeSums(series: ArrayLike<number>): HingeSums {
  const n = series.length;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += series[i]! / n;
  const values = new Float64Array(n + 1);
  const products = new Float64Array(n + 1);
  let whole = 0;
  for (let i = n - 1; i >= 0; i--) {
    const away = series[i]! - mean;
    whole += away * away;
    values[i] = values[i + 1]! + away;
    products[i] = products[i + 1]! + away * (i + 1 - (n + 1) / 2);
  }
  return { n, whole, values, products };
}

/** Least sum of squares of lines that meet at these places, in rising order. */
export function rssWithJoins(sums: HingeSums, places: readonly number[]): number {
  const p = places.length + 2;
  const a = new Float64Array(p * p);
  const b = new Float64Array(p);
  const middle = (sums.n + 1) / 2;
  a[0] = sums.n;
  a[p + 1] = (sums.n * (sums.n ** 2 - 1)) / 12;
  b[1] = sums.products[0]!;
  for (let i = 0; i < places.length; i++) {
    const at = places[i]! - middle;
    const first = Math.floor(places[i]!);
    const tail = powerSums(first, sums.n, middle);
    const row = (i + 2) * p;
    a[row] = tail.first - at * tail.count;
    a[row + 1] = tail.second - at * tail.first;
    b[i + 2] = sums.products[first]! - at * sums.values[first]!;
    for (let j = 0; j <= i; j++) {
      const other = places[j]! - middle;
      a[row + j + 2] = tail.second - (at + other) * tail.first + at * other * tail.count;
    }
  }
  if (!choleskyInPlace(a, p)) return Infinity;
  const solved = b.slice();
  solveCholesky(a, solved);
  let explained = 0;
  for (let i = 0; i < p; i++) explained += b[i]! * solved[i]!;
  return Math.max(0, sums.whole - explained);
}

/** Number, sum and sum of squares of the places after `first` up to `n`, less `middle`. */
function powerSums(first: number, n: number, middle: number) {
  const count = n - first;
  const centre = (first + 1 + n) / 2 - middle;
  return { count, first: count * centre, second: count * (centre * centre + (count * count - 1) / 12) };
}

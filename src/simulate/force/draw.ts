import { normal, type Random } from "../random.ts";

/** Gives one of a list, the likelier ones more often. */
export type Picker<T> = (random: Random) => T;

/** A picker by weights; any weight may be 0, not all. */
export function pickerOf<T>(items: readonly T[], weightOf: (item: T, rank: number) => number): Picker<T> {
  let sum = 0;
  const sums = items.map((item, rank) => (sum += weightOf(item, rank)));
  if (!(sum > 0)) throw new Error("nothing to pick from");
  return (random) => items[firstAbove(sums, random() * sum)] as T;
}

/** A picker whose frequencies fall with the rank, as names' do: 1 / (rank + shift) ^ power (Zipf and Mandelbrot). */
export function byRank<T>(items: readonly T[], { shift = 3, power = 1 } = {}): Picker<T> {
  return pickerOf(items, (_, rank) => 1 / (rank + shift) ** power);
}

/** A picker from a table of weights. */
export function byWeight<T extends string>(table: Readonly<Record<T, number>>): Picker<T> {
  return pickerOf(Object.keys(table) as T[], (key) => table[key]);
}

/** Positive with a heavy tail: its middle, and the spread of its logarithm. */
export function skewed(random: Random, middle: number, spread: number): number {
  return middle * Math.exp(spread * normal(random));
}

function firstAbove(sums: readonly number[], value: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

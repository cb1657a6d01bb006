/**
 * What R's stl takes for the median of sizes, which are put in another order. It asks Chambers' partial sort
 * (CACM 410) for the two middle places in falling order, where rising order is required; so for an even number one
 * of the two may be left unsorted. For an odd number it is the median.
 */
export function middleAsR(values: Float64Array): number {
  const high = Math.floor(values.length / 2);
  const low = values.length - 1 - high;
  settle(values, { from: 0, to: values.length - 1 }, [high, low]);
  return (values[high]! + values[low]!) / 2;
}

interface Segment {
  readonly from: number;
  readonly to: number;
}

/** Sorts as much of a segment as puts the wanted places right, if these are in rising order. */
function settle(values: Float64Array, { from, to }: Segment, wanted: readonly number[]): void {
  if (wanted.length === 0 || from >= to) return;
  if (to - from <= SHORT && from > 0) {
    values.subarray(from, to + 1).sort();
    return;
  }
  const [left, right] = split(values, from, to);
  const isLeftShorter = left.to - left.from <= right.to - right.from;
  const cut = isLeftShorter
    ? wanted.findLastIndex((place) => place <= left.to) + 1
    : wanted.findIndex((place) => place >= right.from);
  const toLeft = cut === -1 ? wanted : wanted.slice(0, cut);
  settle(values, left, toLeft);
  settle(values, right, cut === -1 ? [] : wanted.slice(cut));
}

/** A segment as short as this is sorted outright, unless it is the first. */
const SHORT = 10;

/** Parts a segment about the median of its first, middle and last values. */
function split(values: Float64Array, from: number, to: number): readonly [Segment, Segment] {
  const pivot = middleOfThree(values, from, to);
  let [k, l] = [from, to];
  for (;;) {
    do l--;
    while (values[l]! > pivot);
    do k++;
    while (values[k]! < pivot);
    if (k > l)
      return [
        { from, to: l },
        { from: k, to },
      ];
    swap(values, k, l);
  }
}

function middleOfThree(values: Float64Array, from: number, to: number): number {
  const middle = (from + to) >> 1;
  if (values[from]! > values[middle]!) swap(values, from, middle);
  if (values[to]! < values[middle]!) {
    swap(values, to, middle);
    if (values[from]! > values[middle]!) swap(values, from, middle);
  }
  return values[middle]!;
}

function swap(values: Float64Array, i: number, j: number): void {
  const held = values[i]!;
  values[i] = values[j]!;
  values[j] = held;
}

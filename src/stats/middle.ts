/** The median of some numbers, which are put in another order; the mean of the middle two when their count is even. */
export function middleOf(values: Float64Array): number {
  const high = Math.floor(values.length / 2);
  const upper = selected(values, high);
  if (values.length % 2 === 1) return upper;
  let lower = -Infinity;
  for (let i = 0; i < high; i++) lower = Math.max(lower, values[i]!);
  return (lower + upper) / 2;
}

/** The k-th smallest (from 0), with none larger before it (Hoare's selection). */
function selected(values: Float64Array, k: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const pivot = values[(low + high) >> 1]!;
    let [i, j] = [low, high];
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i <= j) {
        const held = values[i]!;
        values[i++] = values[j]!;
        values[j--] = held;
      }
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else break;
  }
  return values[k]!;
}

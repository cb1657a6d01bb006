/** Of all that is said to have moved, this part may be false (Benjamini and Hochberg 1995). */
const FALSE_DISCOVERIES = 0.05;

/** Which of some probabilities are discoveries, the part of false ones among them held. */
export function discoveries(probabilities: readonly number[]): readonly boolean[] {
  const sorted = probabilities.toSorted((a, b) => a - b);
  const n = sorted.length;
  const last = sorted.findLastIndex((p, k) => p <= (FALSE_DISCOVERIES * (k + 1)) / n);
  const limit = last < 0 ? -1 : sorted[last]!;
  return probabilities.map((p) => p <= limit);
}

/** Both tails of a distribution at a point: `lower` = P(X ≤ x), `upper` = P(X > x). Each is right when it is the small one. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/** A probability said from the side it was measured on, so that a small upper tail keeps its digits. */
export type Tail = { readonly lower: number } | { readonly upper: number };

/** A tail of at most one half; the other side is exact, because 1 − p loses nothing for p in [½, 1]. */
export type SmallTail = { readonly side: "lower" | "upper"; readonly probability: number };

/** The smaller side of a tail; throws unless the probability lies in [0, 1]. */
export function smallerTail(tail: Tail): SmallTail {
  const [side, probability] = "lower" in tail ? (["lower", tail.lower] as const) : (["upper", tail.upper] as const);
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`a probability must lie in [0, 1]: ${probability}`);
  if (probability <= 0.5) return { side, probability };
  return { side: side === "lower" ? "upper" : "lower", probability: 1 - probability };
}

/** The tails seen from the other side, for a variable that runs the other way. */
export function flipped({ lower, upper }: Tails): Tails {
  return { lower: upper, upper: lower };
}

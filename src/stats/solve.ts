import type { SmallTail, Tails } from "./tails.ts";

/** The tails at a place on a stretched scale, and how fast the lower one rises there. */
export interface Slope extends Tails {
  readonly density: number;
}

const MOST_STEPS = 400;

/**
 * The place where a tail has a given probability: Newton on the logarithm of the tail, kept inside a bracket that
 * every step narrows, and bisection wherever Newton would leave it. Log tails of the distributions here are concave,
 * so it is a handful of steps; the bracket makes it certain.
 */
export function solveTail(at: (u: number) => Slope, { side, probability }: SmallTail, start: number): number {
  const rising = side === "lower";
  const bracket = { low: -Infinity, high: Infinity };
  let u = start;
  let reach = 2;
  for (let step = 0; step < MOST_STEPS; step++, reach *= 2) {
    const here = at(u);
    const gap = Math.log(here[side] / probability);
    if (gap === 0) return u;
    if (gap > 0 === rising) bracket.high = u;
    else bracket.low = u;
    const newton = u - ((rising ? 1 : -1) * gap * here[side]) / here.density;
    const next = within(bracket, newton, u, reach);
    if (Math.abs(next - u) <= 2 * Number.EPSILON * Math.max(1, Math.abs(u))) return next;
    u = next;
  }
  return u;
}

interface Bracket {
  readonly low: number;
  readonly high: number;
}

function within({ low, high }: Bracket, newton: number, from: number, reach: number): number {
  const fits = newton > low && newton < high && Math.abs(newton - from) <= reach;
  if (fits) return newton;
  if (low === -Infinity) return from - reach;
  if (high === Infinity) return from + reach;
  return low + (high - low) / 2;
}

/** The smallest whole number ≥ 0 that `holds`, for a condition that stays true once it is; `near` is a first guess. */
export function smallestWhole(holds: (k: number) => boolean, near: number): number {
  let reach = 1;
  let high = Math.max(0, Math.round(near));
  while (!holds(high)) {
    high += reach;
    reach *= 2;
  }
  let low = high;
  for (reach = 1; low >= 0 && holds(low); reach *= 2) {
    high = low;
    low -= reach;
  }
  low = Math.max(low, -1);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

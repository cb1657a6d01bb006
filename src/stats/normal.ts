import { betaOddsQuantile, betaTailsAt } from "./beta.ts";
import { gammaQuantile, gammaTails } from "./gamma.ts";
import { flipped, smallerTail, type Tail, type Tails } from "./tails.ts";

/** Tails of the standard normal distribution at z. */
export function normalTails(z: number): Tails {
  return halved(gammaTails((z * z) / 2, 0.5), z);
}

/** The z with this probability below (or above) it. */
export function normalQuantile(tail: Tail): number {
  return mirrored(tail, (upper) => Math.sqrt(2 * gammaQuantile({ upper }, 0.5)));
}

/** The z that a two-sided interval of this level (0 to 1) reaches to: 1.96 for 0.95. */
export function normalReach(level: number): number {
  return normalQuantile({ upper: (1 - level) / 2 });
}

/** Tails of Student's t with these degrees of freedom (> 0). */
export function studentTails(t: number, freedom: number): Tails {
  const whole = freedom + t * t;
  const beyond = betaTailsAt({ x: (t * t) / whole, y: freedom / whole }, { a: 0.5, b: freedom / 2 });
  return halved(beyond, t);
}

/** The t with this probability below (or above) it. */
export function studentQuantile(tail: Tail, freedom: number): number {
  return mirrored(tail, (upper) => Math.sqrt(freedom * betaOddsQuantile({ upper }, { a: 0.5, b: freedom / 2 })));
}

/** Tails of chi-squared with these degrees of freedom (> 0). */
export function chiSquaredTails(x: number, freedom: number): Tails {
  return gammaTails(x / 2, freedom / 2);
}

/** The x with this probability below (or above) it. */
export function chiSquaredQuantile(tail: Tail, freedom: number): number {
  return 2 * gammaQuantile(tail, freedom / 2);
}

/** Degrees of freedom above and below the line of a variance ratio. */
export interface RatioFreedom {
  readonly above: number;
  readonly below: number;
}

/** Tails of the F distribution. */
export function varianceRatioTails(f: number, { above, below }: RatioFreedom): Tails {
  const whole = above * f + below;
  return betaTailsAt({ x: (above * f) / whole, y: below / whole }, { a: above / 2, b: below / 2 });
}

/** The ratio with this probability below (or above) it. */
export function varianceRatioQuantile(tail: Tail, { above, below }: RatioFreedom): number {
  return (below / above) * betaOddsQuantile(tail, { a: above / 2, b: below / 2 });
}

/** Tails of a symmetric variable at z, from those of a function of its square there. */
function halved({ lower, upper }: Tails, z: number): Tails {
  const right: Tails = { lower: 0.5 + lower / 2, upper: upper / 2 };
  return z < 0 ? flipped(right) : right;
}

/** A quantile of a symmetric variable, from the place where both tails together hold a probability. */
function mirrored(tail: Tail, outside: (both: number) => number): number {
  const { side, probability } = smallerTail(tail);
  if (probability === 0.5) return 0;
  const distance = outside(2 * probability);
  return side === "lower" ? -distance : distance;
}

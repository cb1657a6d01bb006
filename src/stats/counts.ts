import { betaTailsAt, type Parts } from "./beta.ts";
import { gammaTails } from "./gamma.ts";
import { smallestWhole } from "./solve.ts";
import { flipped, type SmallTail, smallerTail, type Tail, type Tails } from "./tails.ts";

/** A number of trials and the chance of each. */
export interface Trials {
  readonly trials: number;
  readonly chance: number;
}

/** A negative binomial as a count with this mean and variance mean + mean² / size. */
export interface Overdispersed {
  readonly mean: number;
  readonly size: number;
}

/** Tails of a Poisson count: P(X ≤ count) and P(X > count); mean ≥ 0. */
export function poissonTails(count: number, mean: number): Tails {
  if (!(mean >= 0 && mean < Infinity)) throw new RangeError(`a mean must be zero or more: ${mean}`);
  if (count < 0) return { lower: 0, upper: 1 };
  return flipped(gammaTails(mean, Math.floor(count) + 1));
}

/** The smallest count with at least this much at or below it (or at most this much above it). */
export function poissonQuantile(tail: Tail, mean: number): number {
  return wholeQuantile(tail, (k) => poissonTails(k, mean), mean);
}

/** Tails of a binomial count: P(X ≤ count) and P(X > count). */
export function binomialTails(count: number, { trials, chance }: Trials): Tails {
  const fits = trials >= 0 && chance >= 0 && chance <= 1;
  if (!fits) throw new RangeError(`no such trials: ${trials} with chance ${chance}`);
  if (count < 0) return { lower: 0, upper: 1 };
  const k = Math.floor(count);
  if (k >= trials) return { lower: 1, upper: 0 };
  return flipped(betaTailsAt({ x: chance, y: 1 - chance }, { a: k + 1, b: trials - k }));
}

/** The smallest count with at least this much at or below it (or at most this much above it). */
export function binomialQuantile(tail: Tail, trials: Trials): number {
  const found = wholeQuantile(tail, (k) => binomialTails(k, trials), trials.trials * trials.chance);
  return Math.min(found, trials.trials);
}

/** Tails of a negative binomial count: P(X ≤ count) and P(X > count). */
export function negativeBinomialTails(count: number, { mean, size }: Overdispersed): Tails {
  if (!(mean >= 0 && size > 0)) throw new RangeError(`no such count: mean ${mean}, size ${size}`);
  if (count < 0) return { lower: 0, upper: 1 };
  const parts: Parts = { x: size / (size + mean), y: mean / (size + mean) };
  return betaTailsAt(parts, { a: size, b: Math.floor(count) + 1 });
}

/** The smallest count with at least this much at or below it (or at most this much above it). */
export function negativeBinomialQuantile(tail: Tail, model: Overdispersed): number {
  return wholeQuantile(tail, (k) => negativeBinomialTails(k, model), model.mean);
}

/** A probability that equals a step to within rounding counts as having reached it. */
const AT_A_STEP = 64 * Number.EPSILON;

function wholeQuantile(tail: Tail, at: (k: number) => Tails, near: number): number {
  const small = smallerTail(tail);
  if (small.probability === 0) return small.side === "lower" ? 0 : Infinity;
  return smallestWhole((k) => reaches(at(k), small), near);
}

function reaches(tails: Tails, { side, probability }: SmallTail): boolean {
  if (side === "lower") return tails.lower >= probability * (1 - AT_A_STEP);
  return tails.upper <= probability * (1 + AT_A_STEP);
}

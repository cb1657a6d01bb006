import { choleskyInPlace, inverseOfCholesky, type Square } from "./triangular.ts";

/** A quadratic log likelihood of some unknowns: scoresᵀ θ − ½ θᵀ information θ. */
export interface Quadratic {
  readonly scores: ArrayLike<number>;
  /** Row after row. */
  readonly information: ArrayLike<number>;
}

/** Something measured that is a weighted sum of the unknowns, with an error of known variance. */
export interface Measurement {
  readonly value: number;
  readonly variance: number;
  readonly weights: ArrayLike<number>;
}

/** What is thought of the unknowns after all that was seen; `logEvidence` is for comparing sets of unknowns. */
export interface Belief {
  readonly mean: Float64Array;
  readonly covariance: Square;
  readonly logEvidence: number;
}

/**
 * The posterior of unknowns that were normal about 0 (a variance each) before a quadratic log likelihood and some
 * measurements. `logEvidence` is the log of how probable all that was seen is, less a term that no choice of unknowns
 * changes: the quadratic's value at 0 and the constant of 2π.
 */
export function believe(
  before: ArrayLike<number>,
  { scores, information }: Quadratic,
  measurements: readonly Measurement[],
): Belief {
  const p = before.length;
  const precision = Float64Array.from({ length: p * p }, (_, k) => information[k]!);
  const pull = Float64Array.from({ length: p }, (_, k) => scores[k]!);
  let logEvidence = 0;
  for (let k = 0; k < p; k++) {
    precision[k * p + k]! += 1 / before[k]!;
    logEvidence -= Math.log(before[k]!) / 2;
  }
  for (const { value, variance, weights } of measurements) {
    logEvidence -= (Math.log(variance) + value ** 2 / variance) / 2;
    for (let i = 0; i < p; i++) {
      pull[i]! += (weights[i]! * value) / variance;
      for (let j = 0; j < p; j++) precision[i * p + j]! += (weights[i]! * weights[j]!) / variance;
    }
  }
  if (!choleskyInPlace(precision, p)) throw new RangeError("every variance must be above 0");
  const covariance = inverseOfCholesky(precision, p);
  const mean = new Float64Array(p);
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < p; j++) mean[i]! += covariance[i * p + j]! * pull[j]!;
    logEvidence += (mean[i]! * pull[i]!) / 2 - Math.log(precision[i * p + i]!);
  }
  return { mean, covariance, logEvidence };
}

const HALF_LOG_TWO_PI = 0.9189385332046728;
const LEAST_FOR_SERIES = 16;

/** ln Γ(a) for a > 0; absolute error about 1e-15 × (1 + |ln Γ(a)|). */
export function logGamma(a: number): number {
  return (a - 0.5) * Math.log(a) - a + HALF_LOG_TWO_PI + stirlingError(a);
}

/**
 * ln Γ(a) less Stirling's formula for it, a > 0. The series is Abramowitz & Stegun 6.1.41; below 16 it is reached by
 * the recurrence δ(a) = δ(a + 1) + (a + ½) ln(1 + 1/a) − 1.
 */
export function stirlingError(a: number): number {
  let shifted = 0;
  let b = a;
  for (; b < LEAST_FOR_SERIES; b++) shifted += (b + 0.5) * Math.log1p(1 / b) - 1;
  const s = 1 / (b * b);
  const series = 1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - (s * 691) / 360360))));
  return shifted + series / b;
}

/**
 * a·(λ − 1 − ln λ) with λ = 1 + excess/a, the deviance part of a Poisson or binomial term. Near λ = 1 it is summed as
 * Loader (2000, “Fast and accurate computation of binomial probabilities”) does, where the plain form loses digits.
 */
export function devianceTerm(a: number, excess: number): number {
  const t = excess / a;
  if (Math.abs(t) > 0.2) return excess - a * Math.log((a + excess) / a);
  const v = t / (2 + t);
  let sum = 0;
  let power = v * v * v;
  for (let odd = 3; ; odd += 2) {
    const next = sum + power / odd;
    if (next === sum) return a * (t * v - 2 * sum);
    sum = next;
    power *= v * v;
  }
}

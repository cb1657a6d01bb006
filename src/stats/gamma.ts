import { solveTail } from "./solve.ts";
import { devianceTerm, stirlingError } from "./stirling.ts";
import { smallerTail, type Tail, type Tails } from "./tails.ts";

const TINY = 1e-300;
const MOST_TERMS = 1_000_000;

/** Tails of the gamma distribution with this shape (> 0) and scale 1 at x: the regularised incomplete gamma functions. */
export function gammaTails(x: number, shape: number): Tails {
  checkShape(shape);
  if (!(x > 0)) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const density = gammaLogDensity(x, shape);
  if (x < shape + 1) {
    const lower = Math.min(1, (density / shape) * series(x, shape));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, density * continuedFraction(x, shape));
  return { lower: 1 - upper, upper };
}

/** The x with this probability below (or above) it; scale 1. */
export function gammaQuantile(tail: Tail, shape: number): number {
  checkShape(shape);
  const small = smallerTail(tail);
  if (small.probability === 0) return small.side === "lower" ? 0 : Infinity;
  return Math.exp(solveTail((u) => gammaSlope(Math.exp(u), shape), small, Math.log(shape)));
}

/** Tails on the scale of ln x, with the density there. */
export function gammaSlope(x: number, shape: number): Tails & { readonly density: number } {
  return { ...gammaTails(x, shape), density: gammaLogDensity(x, shape) };
}

/** x^a e^−x / Γ(a), the density of ln X, without the overflow and cancellation of its factors. */
function gammaLogDensity(x: number, a: number): number {
  if (x === 0) return 0;
  const logTerm = x / a < 1e-5 ? x - a - a * Math.log(x / a) : devianceTerm(a, x - a);
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(-logTerm - stirlingError(a));
}

/** 1 + x/(a+1) + x²/((a+1)(a+2)) + …; Abramowitz & Stegun 6.5.29. */
function series(x: number, a: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < MOST_TERMS; n++) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * (Number.EPSILON / 4)) break;
  }
  return sum;
}

/** Legendre's continued fraction for Γ(a, x) / (x^a e^−x), by Lentz's method as Thompson and Barnett (1986) mend it. */
function continuedFraction(x: number, a: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < MOST_TERMS; i++) {
    const an = i * (a - i);
    b += 2;
    d = 1 / nonZero(an * d + b);
    c = nonZero(b + an / c);
    const factor = c * d;
    h *= factor;
    if (Math.abs(factor - 1) < Number.EPSILON) break;
  }
  return h;
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

function checkShape(shape: number): void {
  if (!(shape > 0 && shape < Infinity)) throw new RangeError(`a shape must be positive and finite: ${shape}`);
}

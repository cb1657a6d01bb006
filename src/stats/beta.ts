import { type Slope, solveTail } from "./solve.ts";
import { devianceTerm, stirlingError } from "./stirling.ts";
import { flipped, smallerTail, type Tail, type Tails } from "./tails.ts";

/** The two parts of a whole, x + y = 1, both given because 1 − x would lose the digits of a small part. */
export interface Parts {
  readonly x: number;
  readonly y: number;
}

/** The two shapes of a beta distribution; both > 0. */
export interface Shapes {
  readonly a: number;
  readonly b: number;
}

const TINY = 1e-300;
const MOST_TERMS = 1_000_000;

/** Tails of the beta distribution at x in [0, 1]: the regularised incomplete beta function and its complement. */
export function betaTails(x: number, shapes: Shapes): Tails {
  return betaTailsAt({ x, y: 1 - x }, shapes);
}

/** The x with this probability below (or above) it. */
export function betaQuantile(tail: Tail, shapes: Shapes): number {
  const odds = betaOddsQuantile(tail, shapes);
  return odds === Infinity ? 1 : odds / (1 + odds);
}

/** The quantile as odds x / (1 − x), which keeps its digits at both ends. */
export function betaOddsQuantile(tail: Tail, shapes: Shapes): number {
  checkShapes(shapes);
  const small = smallerTail(tail);
  if (small.probability === 0) return small.side === "lower" ? 0 : Infinity;
  return Math.exp(solveTail((u) => betaSlope(oddsToParts(Math.exp(u)), shapes), small, Math.log(shapes.a / shapes.b)));
}

/** As `betaTails`, for a point whose two parts are both known. */
export function betaTailsAt(parts: Parts, shapes: Shapes): Tails {
  checkShapes(shapes);
  if (!(parts.x > 0)) return { lower: 0, upper: 1 };
  if (!(parts.y > 0)) return { lower: 1, upper: 0 };
  return tailsFrom(parts, shapes, betaLogitDensity(parts, shapes));
}

/** Tails on the scale of ln(x / y), with the density there. */
export function betaSlope(parts: Parts, shapes: Shapes): Slope {
  return { ...betaTailsAt(parts, shapes), density: betaLogitDensity(parts, shapes) };
}

export function oddsToParts(odds: number): Parts {
  return odds === Infinity ? { x: 1, y: 0 } : { x: odds / (1 + odds), y: 1 / (1 + odds) };
}

function tailsFrom({ x, y }: Parts, { a, b }: Shapes, density: number): Tails {
  if (x * (b + 1) > y * (a + 1)) return flipped(tailsFrom({ x: y, y: x }, { a: b, b: a }, density));
  const lower = Math.min(1, (density / a) * continuedFraction(x, a, b));
  return { lower, upper: 1 - lower };
}

/** x^a y^b / B(a, b), the density of the log odds, without the overflow and cancellation of its factors. */
function betaLogitDensity({ x, y }: Parts, { a, b }: Shapes): number {
  if (x === 0 || y === 0) return 0;
  const n = a + b;
  const excess = x * b - y * a;
  const scale = Math.sqrt((a / n) * (b / (2 * Math.PI)));
  const errors = stirlingError(n) - stirlingError(a) - stirlingError(b);
  return scale * Math.exp(errors - partTerm(x * n, a, excess) - partTerm(y * n, b, -excess));
}

function partTerm(expected: number, shape: number, excess: number): number {
  return expected / shape < 1e-5 ? excess - shape * Math.log(expected / shape) : devianceTerm(shape, excess);
}

/** The continued fraction of Abramowitz & Stegun 26.5.8, by Lentz's method; quick where x < (a+1)/(a+b+2). */
function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m < MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    h *= c * d;
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    const factor = c * d;
    h *= factor;
    if (Math.abs(factor - 1) < Number.EPSILON) break;
  }
  return h;
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

function checkShapes({ a, b }: Shapes): void {
  const fits = a > 0 && b > 0 && a + b < Infinity;
  if (!fits) throw new RangeError(`shapes must be positive and finite: ${a}, ${b}`);
}

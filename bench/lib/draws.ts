import { logGamma } from "../../src/stats/index.ts";

/** Draws from one seeded stream: the same seed gives the same numbers on every machine. */
export interface Draws {
  /** Above 0 and below 1. */
  uniform(): number;
  normal(): number;
  /** Of this shape, with scale 1. */
  gamma(shape: number): number;
  poisson(mean: number): number;
}

/** A stream by sfc32 (Doty-Humphrey), from two whole numbers: what it is for, and which it is of that kind. */
export function drawsFrom(seed: number, which: number): Draws {
  const uniform = smallFastCounter(seed, which);
  let spare: number | null = null;
  const normal = () => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log(uniform()));
    const turn = 2 * Math.PI * uniform();
    spare = radius * Math.sin(turn);
    return radius * Math.cos(turn);
  };
  return {
    uniform,
    normal,
    gamma: (shape) => gammaBy(uniform, normal, shape),
    poisson: (mean) => (mean < 10 ? poissonByProducts(uniform, mean) : poissonByRejection(uniform, mean)),
  };
}

function smallFastCounter(seed: number, which: number): () => number {
  let [a, b, c, counter] = [seed | 0, which | 0, 0x9e3779b9 | 0, 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return ((sum >>> 0) + 0.5) / 4294967296;
  };
  for (let i = 0; i < 15; i++) next();
  return next;
}

/** Marsaglia and Tsang 2000; for shapes of 1 and more. */
function gammaBy(uniform: () => number, normal: () => number, shape: number): number {
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal();
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(uniform()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

function poissonByProducts(uniform: () => number, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = uniform(); product > limit; product *= uniform()) count++;
  return count;
}

/** Hörmann 1993, transformed rejection with squeeze; for means of 10 and more. */
function poissonByRejection(uniform: () => number, mean: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverse = 1.1239 + 1.1328 / (b - 3.4);
  const quick = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = uniform() - 0.5;
    const v = uniform();
    const away = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / away + b) * u + mean + 0.43);
    if (away >= 0.07 && v <= quick) return k;
    if (k < 0 || (away < 0.013 && v > away)) continue;
    const bound = Math.log((v * inverse) / (a / (away * away) + b));
    if (bound <= k * Math.log(mean) - mean - logGamma(k + 1)) return k;
  }
}

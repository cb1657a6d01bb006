/** A stream of numbers, each at least 0 and below 1. */
export type Random = () => number;

/** The stream that belongs to a seed and some words: equal words, equal numbers, on every machine. */
export function randomOf(...words: readonly (string | number)[]): Random {
  let state = hashOf(words.join("/"));
  // Mulberry32: small, quick, and good enough to invent with; nothing here is secret.
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Even between two ends. */
export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}

/** A whole number between two ends, both included. */
export function whole(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

export function happens(random: Random, probability: number): boolean {
  return random() < probability;
}

export function pick<T>(random: Random, list: readonly T[]): T {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error("nothing to pick from");
  return found;
}

export function shuffled<T>(random: Random, list: readonly T[]): T[] {
  return list
    .map((item) => ({ item, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** Standard normal (Box and Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A count about a mean; with a finite `theta` its variance is mean + mean² / theta. */
export function count(random: Random, mean: number, theta = Infinity): number {
  return poisson(random, theta === Infinity ? mean : (mean * gamma(random, theta)) / theta);
}

const SMALL = 30;

function poisson(random: Random, mean: number): number {
  if (!(mean > 0)) return 0;
  return mean < SMALL ? smallPoisson(random, mean) : largePoisson(random, mean);
}

/** Transformed rejection: PTRS of Hörmann, Insurance: Mathematics and Economics 12 (1993). */
function largePoisson(random: Random, mean: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const height = Math.log(1.1239 + 1.1328 / (b - 3.4));
  for (;;) {
    const u = random() - 0.5;
    const v = 1 - random();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= 0.9277 - 3.6224 / (b - 2)) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const bound = k * Math.log(mean) - mean - logFactorial(k);
    if (Math.log(v) + height - Math.log(a / (us * us) + b) <= bound) return k;
  }
}

/** Exact below 10, by Stirling's series above. */
function logFactorial(k: number): number {
  if (k < 10) return Math.log([1, 1, 2, 6, 24, 120, 720, 5040, 40_320, 362_880][k] ?? 1);
  const n = k + 1;
  return (n - 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * n) - 1 / (360 * n ** 3);
}

function smallPoisson(random: Random, mean: number): number {
  const limit = Math.exp(-mean);
  let product = random();
  let events = 0;
  while (product > limit) {
    product *= random();
    events++;
  }
  return events;
}

/** Shape above 1, scale 1 (Marsaglia and Tsang, 2000). */
function gamma(random: Random, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** FNV-1a, then stirred, as near seeds must not give near streams. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

import { normalQuantile, normalTails } from "./normal.ts";
import { choleskyInPlace, dot, solveCholesky } from "./triangular.ts";

/** A series of log levels with columns to explain it; how far it scatters and for how long is not known. */
export interface SpreadQuestion {
  /** Point after point; `NaN` where there is none. */
  readonly levels: Float64Array;
  /** The variance each level has from counting alone: 1 over its mean, as a Poisson count; `Infinity` where there is none. */
  readonly counting: Float64Array;
  readonly columns: readonly Float64Array[];
  /** Standard deviations about 0 that the coefficients may have; `Infinity` leaves one free. Each set is tried. */
  readonly looseness: readonly (readonly number[])[];
  /** What is asked for: Σ contrast × coefficient. */
  readonly contrast: Float64Array;
  /** Points a year. */
  readonly season: number;
}

/** How a series may scatter: standard deviations of log levels, and how much of the slow one is left a point later. */
export interface Spread {
  /** Of its own at each point, beyond counting. */
  readonly own: number;
  /** Of a part that lasts. */
  readonly slow: number;
  readonly keeps: number;
  readonly looseness: readonly number[];
}

/** The answer under one spread. Weights add up to 1 over all that were tried. */
export interface Answer {
  readonly weight: number;
  readonly estimate: number;
  readonly error: number;
  readonly spread: Spread;
}

/**
 * The answer under each of many spreads, weighted by how well the series agrees with the spread: so neither scatter nor
 * correlation is taken for known. Under one spread it is generalised least squares, by a Kalman filter.
 */
export function averageOverSpreads(question: SpreadQuestion): readonly Answer[] {
  const room = roomFor(question);
  const found = SCATTERS.flatMap((scatter) => {
    const { own, slow } = scatter;
    const keeps = scatter.keepsMonth ** (12 / question.season);
    const logs = filter(room, question, { own, slow, keeps });
    return question.looseness.flatMap((looseness) => {
      const solved = solve(room, looseness, question.contrast);
      const log = scatter.log - (logs + (solved?.cost ?? Infinity)) / 2;
      return solved === null ? [] : [{ log, solved, spread: { own, slow, keeps, looseness } }];
    });
  });
  const most = found.reduce((top, { log }) => Math.max(top, log), -Infinity);
  const likely = found.filter(({ log }) => log > most - LOST);
  const total = likely.reduce((sum, { log }) => sum + Math.exp(log - most), 0);
  return likely.map(({ log, solved: { estimate, error }, spread }) => {
    return { weight: Math.exp(log - most) / total, estimate, error, spread };
  });
}

/** A spread that much less likely than the likeliest, on the log scale, is left out. */
const LOST = 10;

/** Answers under one spread, to questions of the same size: one for each set of `looseness`, null where there is none. */
export function answersUnder(
  questions: readonly SpreadQuestion[],
  spread: Omit<Spread, "looseness">,
): readonly (readonly (Pick<Answer, "estimate" | "error"> | null)[])[] {
  const room = questions[0] === undefined ? null : roomFor(questions[0]);
  return questions.map((question) => {
    filter(room!, question, spread);
    return question.looseness.map((looseness) => solve(room!, looseness, question.contrast));
  });
}

/** Probability that what is asked for lies below `value`. */
export function chanceBelow(answers: readonly Answer[], value: number): number {
  return answers.reduce((sum, { weight, estimate, error }) => {
    return sum + weight * normalTails((value - estimate) / error).lower;
  }, 0);
}

/** The value that what is asked for lies below with this probability, to 1e-7: Newton from the moments, kept in a bracket. */
export function valueAbove(answers: readonly Answer[], probability: number): number {
  const mean = answers.reduce((sum, { weight, estimate }) => sum + weight * estimate, 0);
  const square = answers.reduce((sum, { weight, estimate, error }) => sum + weight * (estimate ** 2 + error ** 2), 0);
  let at = mean + Math.sqrt(square - mean ** 2) * normalQuantile({ lower: probability });
  let [low, high] = [-Infinity, Infinity];
  for (let step = 0; step < MOST_STEPS; step++) {
    const gap = chanceBelow(answers, at) - probability;
    if (gap > 0) high = at;
    else low = at;
    const newton = at - gap / densityAt(answers, at);
    const next =
      newton > low && newton < high
        ? newton
        : low + high === Infinity || low + high === -Infinity
          ? newton
          : (low + high) / 2;
    if (Math.abs(next - at) < 1e-7) return next;
    at = next;
  }
  return at;
}

const MOST_STEPS = 100;

function densityAt(answers: readonly Answer[], value: number): number {
  return answers.reduce((sum, { weight, estimate, error }) => {
    return sum + (weight * Math.exp(-(((value - estimate) / error) ** 2) / 2)) / (error * Math.sqrt(2 * Math.PI));
  }, 0);
}

interface Scatter {
  readonly own: number;
  readonly slow: number;
  /** What is left of the slow part after a month. */
  readonly keepsMonth: number;
  /** Logarithm of how likely it is held to be beforehand. */
  readonly log: number;
}

/** Beforehand all scatters up to 30 per cent are alike, larger ones rarer; no slow part is as likely as a small one. */
const OWN: readonly (readonly [number, number])[] = [
  [0, 1],
  [0.06, 1],
  [0.12, 1],
  [0.18, 1],
  [0.25, 1],
  [0.4, 0.5],
  [0.7, 0.25],
];
const SLOW: readonly (readonly [number, number])[] = [
  [0, 3],
  [0.06, 1],
  [0.12, 1],
  [0.2, 1],
  [0.35, 0.5],
];
const KEEPS = [0.7, 0.9];

const SCATTERS: readonly Scatter[] = OWN.flatMap(([own, ownWeight]) =>
  SLOW.flatMap(([slow, slowWeight]) =>
    slow === 0
      ? [{ own, slow, keepsMonth: 0, log: Math.log(ownWeight * slowWeight) }]
      : KEEPS.map((keepsMonth) => ({
          own,
          slow,
          keepsMonth,
          log: Math.log((ownWeight * slowWeight) / KEEPS.length),
        })),
  ),
);

/** Room for what a filter makes of the columns, the levels as the last of them. */
interface Room {
  /** 1 over the standard deviation of what a point brings that is new; 0 where there is none. */
  readonly sharpness: Float64Array;
  /** How the slow part goes from point to point: so much of itself, so much of the point. */
  readonly holds: Float64Array;
  readonly takes: Float64Array;
  readonly whitened: readonly Float64Array[];
  readonly sums: Float64Array;
  readonly square: Float64Array;
  readonly right: Float64Array;
}

function roomFor({ levels, columns }: SpreadQuestion): Room {
  const n = levels.length;
  const p = columns.length;
  return {
    sharpness: new Float64Array(n),
    holds: new Float64Array(n),
    takes: new Float64Array(n),
    whitened: Array.from({ length: p + 1 }, () => new Float64Array(n)),
    sums: new Float64Array((p + 1) ** 2),
    square: new Float64Array(p * p),
    right: new Float64Array(p),
  };
}

/** Fills `sums` with the products of all columns, each less what was to be foreseen of it; gives the log determinant. */
function filter(room: Room, { levels, counting, columns }: SpreadQuestion, spread: Omit<Spread, "looseness">): number {
  const logs = layOut(room, counting, spread);
  const last = columns.length;
  const columnAt = (a: number) => (a < last ? columns[a]! : levels);
  for (let a = 0; a <= last; a += 2)
    whitenTwo(room, { at: a, one: columnAt(a), other: columnAt(Math.min(a + 1, last)) });
  for (let a = 0; a <= last; a += 2) for (let b = 0; b <= a; b += 2) productsOfTwo(room, a, b);
  return logs;
}

function layOut({ sharpness, holds, takes }: Room, counting: Float64Array, spread: Omit<Spread, "looseness">): number {
  const { own, slow, keeps } = spread;
  const kept = keeps * keeps;
  let slowVariance = slow * slow;
  let logs = 0;
  for (let t = 0; t < counting.length; t++) {
    const whole = slowVariance + own * own + counting[t]!;
    const gain = slowVariance / whole;
    sharpness[t] = 1 / Math.sqrt(whole);
    holds[t] = keeps * (1 - gain);
    takes[t] = keeps * gain;
    if (whole < Infinity) logs += Math.log(whole);
    slowVariance = kept * (1 - gain) * slowVariance + (1 - kept) * slow * slow;
  }
  return logs;
}

interface TwoColumns {
  readonly at: number;
  readonly one: Float64Array;
  readonly other: Float64Array;
}

/** Two columns at once, because each step waits for the one before it. */
function whitenTwo({ whitened, sharpness, holds, takes }: Room, { at, one, other }: TwoColumns): void {
  const oneOut = whitened[at]!;
  const otherOut = whitened[Math.min(at + 1, whitened.length - 1)]!;
  let foreseen = 0;
  let otherForeseen = 0;
  for (let t = 0; t < one.length; t++) {
    const sharp = sharpness[t]!;
    const hold = holds[t]!;
    const take = takes[t]!;
    const value = one[t]!;
    const otherValue = other[t]!;
    oneOut[t] = (value - foreseen) * sharp;
    otherOut[t] = (otherValue - otherForeseen) * sharp;
    foreseen = hold * foreseen + take * value;
    otherForeseen = hold * otherForeseen + take * otherValue;
  }
}

/** The four products of two columns with two others, from one reading of each. */
function productsOfTwo({ sums, whitened }: Room, a: number, b: number): void {
  const width = whitened.length;
  const a2 = Math.min(a + 1, width - 1);
  const b2 = Math.min(b + 1, width - 1);
  const p = whitened[a]!;
  const q = whitened[a2]!;
  const r = whitened[b]!;
  const s = whitened[b2]!;
  let pr = 0;
  let ps = 0;
  let qr = 0;
  let qs = 0;
  for (let t = 0; t < p.length; t++) {
    pr += p[t]! * r[t]!;
    ps += p[t]! * s[t]!;
    qr += q[t]! * r[t]!;
    qs += q[t]! * s[t]!;
  }
  sums[a * width + b] = pr;
  sums[a * width + b2] = ps;
  sums[a2 * width + b] = qr;
  sums[a2 * width + b2] = qs;
}

/** Least squares from the sums, coefficients held near 0 as told; `cost` is minus twice the log likelihood less `filter`'s part. */
function solve({ sums, square, right }: Room, looseness: readonly number[], contrast: Float64Array) {
  const p = right.length;
  const width = p + 1;
  let cost = sums[p * width + p]!;
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) square[i * p + j] = sums[i * width + j]!;
    right[i] = sums[p * width + i]!;
    const sd = looseness[i]!;
    if (sd === Infinity) continue;
    square[i * p + i]! += 1 / (sd * sd);
    cost += 2 * Math.log(sd);
  }
  if (!choleskyInPlace(square, p)) return null;
  const coefficients = right.slice();
  solveCholesky(square, coefficients);
  for (let i = 0; i < p; i++) cost += 2 * Math.log(square[i * p + i]!);
  cost -= dot(coefficients, right);
  const reach = contrast.slice();
  solveCholesky(square, reach);
  return { cost, estimate: dot(contrast, coefficients), error: Math.sqrt(dot(contrast, reach)) };
}

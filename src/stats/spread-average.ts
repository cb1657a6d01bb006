import { normalQuantile, normalTails } from "./normal.ts";
import { choleskyInPlace, dot, solveCholesky } from "./triangular.ts";

/** A series of log levels with columns to explain it; how far it scatters and for how long is not known. */
export interface SpreadQuestion {
  /** Point after point; `NaN` where there is none. */
  readonly levels: Float64Array;
  /** The variance each level has from counting alone: 1 over its mean, as a Poisson count. */
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
  const work = workFor(question);
  const found = SCATTERS.flatMap((scatter) => {
    const { own, slow } = scatter;
    const keeps = scatter.keepsMonth ** (12 / question.season);
    const logs = filter(work, { own, slow, keeps });
    return question.looseness.flatMap((looseness) => {
      const solved = solve(work, looseness, question.contrast);
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

/** The answer under one spread alone; null where the columns do not determine it. */
export function answerUnder(question: SpreadQuestion, spread: Spread): Answer | null {
  const work = workFor(question);
  filter(work, spread);
  const solved = solve(work, spread.looseness, question.contrast);
  return solved === null ? null : { weight: 1, estimate: solved.estimate, error: solved.error, spread };
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

/** The columns, the levels as the last of them, and room for what a filter makes of them. */
interface Work {
  readonly columns: readonly Float64Array[];
  readonly counting: Float64Array;
  readonly known: Uint8Array;
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

function workFor({ levels, counting, columns }: SpreadQuestion): Work {
  const n = levels.length;
  const p = columns.length;
  const whole = [...columns, levels.map((level) => (Number.isNaN(level) ? 0 : level))];
  return {
    columns: whole,
    counting,
    known: Uint8Array.from(levels, (level) => (Number.isNaN(level) ? 0 : 1)),
    sharpness: new Float64Array(n),
    holds: new Float64Array(n),
    takes: new Float64Array(n),
    whitened: whole.map(() => new Float64Array(n)),
    sums: new Float64Array((p + 1) ** 2),
    square: new Float64Array(p * p),
    right: new Float64Array(p),
  };
}

/** Fills `sums` with the products of all columns, each less what was to be foreseen of it; gives the log determinant. */
function filter(work: Work, spread: Omit<Spread, "looseness">): number {
  const { columns, whitened, sums } = work;
  const logs = layOut(work, spread);
  for (let a = 0; a < columns.length; a++) {
    whiten(columns[a]!, work, whitened[a]!);
    for (let b = 0; b <= a; b++) sums[a * columns.length + b] = dot(whitened[a]!, whitened[b]!);
  }
  return logs;
}

function layOut({ counting, known, sharpness, holds, takes }: Work, { own, slow, keeps }: Omit<Spread, "looseness">) {
  const kept = keeps * keeps;
  let slowVariance = slow * slow;
  let logs = 0;
  for (let t = 0; t < known.length; t++) {
    const whole = slowVariance + own * own + counting[t]!;
    const gain = known[t] === 1 ? slowVariance / whole : 0;
    sharpness[t] = known[t] === 1 ? 1 / Math.sqrt(whole) : 0;
    holds[t] = keeps * (1 - gain);
    takes[t] = keeps * gain;
    if (known[t] === 1) logs += Math.log(whole);
    slowVariance = kept * (1 - gain) * slowVariance + (1 - kept) * slow * slow;
  }
  return logs;
}

function whiten(column: Float64Array, { sharpness, holds, takes }: Work, out: Float64Array): void {
  let foreseen = 0;
  for (let t = 0; t < column.length; t++) {
    const value = column[t]!;
    out[t] = (value - foreseen) * sharpness[t]!;
    foreseen = holds[t]! * foreseen + takes[t]! * value;
  }
}

/** Least squares from the sums, coefficients held near 0 as told; `cost` is minus twice the log likelihood less `filter`'s part. */
function solve({ sums, square, right }: Work, looseness: readonly number[], contrast: Float64Array) {
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

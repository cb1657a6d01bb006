import type { LevelQuestion } from "./log-levels.ts";
import { studentTails } from "./normal.ts";
import { type Answer, answersUnder, type SpreadQuestion } from "./spread-average.ts";

/** Where one change stands among those of series that nothing is known to have changed. */
export interface AmongOthers {
  /** Whether the mix of the others was taken off first: where they go up and down together, it is. */
  readonly lessMix: boolean;
  /** 1 when none of the others moved further, each measured by its own error. */
  readonly rank: number;
  readonly of: number;
}

/** A series and others, as they are or each less the mix of the rest, and what the others' changes come to. */
export interface Comparison extends AmongOthers {
  readonly question: SpreadQuestion;
  /** Variance of the change asked about, as the others' changes have it, and the change it belongs to. */
  readonly variance: number;
  readonly estimate: number;
}

/**
 * Sets a series against others of the same points. The others alone decide how: as they are or less their mix, and how
 * much of the years before is used, whichever leaves their own changes smallest. Null with fewer than `FEWEST` of them.
 */
export function compareWithOthers(own: LevelQuestion, others: readonly LevelQuestion[]): Comparison | null {
  if (others.length < FEWEST) return null;
  const series = [own, ...others].map(steadied);
  const plain = smallest([own, ...others]);
  const mix = mixOf(series.slice(1));
  const apart = smallest(series.map((one, k) => ({ ...own, ...lessMix(one, mix, k === 0 ? null : one) })));
  const chosen = apart.size < MUCH_SMALLER * plain.size ? apart : plain;
  const { changes, questions } = chosen;
  const scores = changes.map(({ estimate, error }) => Math.abs(estimate / error));
  const [score = 0, ...placebos] = scores;
  return {
    lessMix: chosen === apart,
    rank: 1 + placebos.filter((other) => other >= score).length,
    of: scores.length,
    question: questions[0]!,
    variance: meanOf(placebos.map((other) => other * other)) * changes[0]!.error ** 2,
    estimate: changes[0]!.estimate,
  };
}

/** All of them together, the series asked about among them, as one series. */
export function together(own: LevelQuestion, others: readonly LevelQuestion[]): SpreadQuestion {
  return { ...own, ...meanOfMix(mixOf([own, ...others].map(steadied))) };
}

/** Probability of a change as large by chance: Student's t on a variance made of the others' and of the series' own past. */
export function chanceAmong({ variance, estimate, of }: Comparison, answers: readonly Answer[]): number {
  const others = of - 1;
  const whole = (others * variance + OWN_FREEDOM * varianceOf(answers)) / (others + OWN_FREEDOM);
  return 2 * studentTails(Math.abs(estimate) / Math.sqrt(whole), others - 1 + OWN_FREEDOM).upper;
}

/** With fewer others their spread is as good as unknown. */
const FEWEST = 4;

/** The mix is taken off where that makes the others' changes as small as this part of what they were. */
const MUCH_SMALLER = 0.8;
/** As many degrees of freedom as the series' own past is worth beside the others. */
const OWN_FREEDOM = 10;
/** Any spread will do that is the same for all: the others' changes say how large such a change ordinarily is. */
const YARDSTICK = { own: 0.12, slow: 0.06, keeps: 0.8 };

interface Changes {
  readonly questions: readonly SpreadQuestion[];
  /** The first is the change asked about. */
  readonly changes: readonly { readonly estimate: number; readonly error: number }[];
  /** Root mean square of the other changes. */
  readonly size: number;
}

/** The changes of all, with as much of the years before as makes the others' smallest. */
function smallest(questions: readonly SpreadQuestion[]): Changes {
  const found = answersUnder(questions, YARDSTICK);
  const ways = questions[0]!.looseness.map((_, way) => {
    const changes = found.flatMap((answers) => answers[way] ?? []);
    const size = Math.sqrt(meanOf(changes.slice(1).map(({ estimate }) => estimate ** 2)));
    return { questions, changes, size };
  });
  return ways.reduce((least, one) => (one.size < least.size ? one : least));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value / values.length, 0);
}

function varianceOf(answers: readonly Answer[]): number {
  const mean = answers.reduce((sum, { weight, estimate }) => sum + weight * estimate, 0);
  return answers.reduce((sum, { weight, estimate, error }) => sum + weight * ((estimate - mean) ** 2 + error ** 2), 0);
}

interface Mixed {
  readonly levels: Float64Array;
  readonly counting: Float64Array;
}

interface Weighted extends Mixed {
  readonly weight: number;
}

/** Beyond counting, a level of one point is trusted no more than to this standard deviation. */
const LEAST_SCATTER = 0.15;

/** Levels about their mean, so that a gap in one of them does not move the mix. */
function steadied({ levels, counting }: LevelQuestion): Weighted {
  let [known, sum, noise] = [0, 0, 0];
  for (let i = 0; i < levels.length; i++) {
    if (counting[i] === Infinity) continue;
    known++;
    sum += levels[i]!;
    noise += counting[i]!;
  }
  const steady = levels.map((level, i) => (counting[i] === Infinity ? 0 : level - sum / known));
  return { levels: steady, counting, weight: 1 / (noise / known + LEAST_SCATTER ** 2) };
}

/** Sums over series at each point: of weights, of weighted levels, of the variances they bring. */
interface Mix {
  readonly weights: Float64Array;
  readonly sums: Float64Array;
  readonly variances: Float64Array;
}

function mixOf(series: readonly Weighted[]): Mix {
  const n = series[0]!.levels.length;
  const mix = { weights: new Float64Array(n), sums: new Float64Array(n), variances: new Float64Array(n) };
  for (const { levels, counting, weight } of series)
    for (let i = 0; i < n; i++) {
      if (counting[i] === Infinity) continue;
      mix.weights[i]! += weight;
      mix.sums[i]! += weight * levels[i]!;
      mix.variances[i]! += weight * weight * counting[i]!;
    }
  return mix;
}

function meanOfMix({ weights, sums, variances }: Mix): Mixed {
  return {
    levels: sums.map((sum, i) => (weights[i]! > 0 ? sum / weights[i]! : 0)),
    counting: variances.map((variance, i) => (weights[i]! > 0 ? variance / weights[i]! ** 2 : Infinity)),
  };
}

/** A series less the mix, out of which it is taken first if it is `inside`. */
function lessMix({ levels, counting }: Weighted, mix: Mix, inside: Weighted | null): Mixed {
  const n = levels.length;
  const out = { levels: new Float64Array(n), counting: new Float64Array(n).fill(Infinity) };
  for (let i = 0; i < n; i++) {
    if (counting[i] === Infinity) continue;
    const part = inside?.weight ?? 0;
    const weights = mix.weights[i]! - part;
    if (!(weights > LEAST_LEFT * mix.weights[i]!)) continue;
    out.levels[i] = levels[i]! - (mix.sums[i]! - part * levels[i]!) / weights;
    out.counting[i] = counting[i]! + (mix.variances[i]! - part * part * counting[i]!) / weights ** 2;
  }
  return out;
}

/** Less of the mix's weight than this is rounding. */
const LEAST_LEFT = 1e-9;

import type { LevelQuestion } from "./log-levels.ts";
import { studentTails } from "./normal.ts";
import { type Answer, answerUnder, type Spread, type SpreadQuestion } from "./spread-average.ts";

/** Series of the same points held against one another: log levels about their own, mixed by how sure each is. */
export interface Others {
  /** The series asked about less the mix of the others. */
  readonly apart: SpreadQuestion;
  /** Each of the others less the mix of the rest of them, without the series asked about. */
  readonly placebos: readonly SpreadQuestion[];
  /** All of them together, the series asked about among them. */
  readonly together: SpreadQuestion;
}

/** Sets a series against others: its question with the others', which must stretch over the same points. */
export function setAgainst(own: LevelQuestion, others: readonly LevelQuestion[]): Others {
  const [first, ...rest] = [own, ...others].map(steadied);
  const mix = mixOf(rest);
  const asked = (part: Mixed): SpreadQuestion => ({ ...own, ...part });
  return {
    apart: asked(lessMix(first!, mix, null)),
    placebos: rest.map((one) => asked(lessMix(one, mix, one))),
    together: asked(meanOfMix(mixOf([first!, ...rest]))),
  };
}

/** Where one change stands among those of series that nothing is known to have changed. */
export interface AmongOthers {
  /** 1 when none of the others moved further, each measured by its own error. */
  readonly rank: number;
  readonly of: number;
  /** Probability of standing as far off by chance, by Student's t on what the others and the series itself spread. */
  readonly p: number;
}

/** Ranks a change among placebo changes, all judged by one spread; null with fewer others than `FEWEST`. */
export function amongOthers({ apart, placebos }: Others, answers: readonly Answer[]): AmongOthers | null {
  const best = apart.looseness
    .map((looseness) => placeboChanges(placebos, { ...YARDSTICK, looseness }))
    .reduce((least, one) => (one.size < least.size ? one : least));
  const own = answerUnder(apart, best.spread);
  if (own === null || best.scores.length < FEWEST) return null;
  const score = Math.abs(own.estimate / own.error);
  const others = best.scores.length;
  const variance = meanOf(best.scores.map((other) => other * other));
  const history = variancesOf(answers) / own.error ** 2;
  const whole = (others * variance + OWN_FREEDOM * history) / (others + OWN_FREEDOM);
  return {
    rank: 1 + best.scores.filter((other) => Math.abs(other) >= score).length,
    of: 1 + others,
    p: 2 * studentTails(score / Math.sqrt(whole), others - 1 + OWN_FREEDOM).upper,
  };
}

/** With fewer others their spread is as good as unknown. */
export const FEWEST = 4;

/** As many degrees of freedom as the series' own past is worth beside the others. */
const OWN_FREEDOM = 10;
/** Any spread will do that is the same for all: the others' changes say how large such a change ordinarily is. */
const YARDSTICK = { own: 0.12, slow: 0.06, keeps: 0.8 };

interface PlaceboChanges {
  readonly spread: Spread;
  /** Change over error, one for each of the others. */
  readonly scores: readonly number[];
  /** Mean square of the changes themselves. */
  readonly size: number;
}

function placeboChanges(placebos: readonly SpreadQuestion[], spread: Spread): PlaceboChanges {
  const found = placebos.map((question) => answerUnder(question, spread)).filter((answer) => answer !== null);
  return {
    spread,
    scores: found.map(({ estimate, error }) => estimate / error),
    size: meanOf(found.map(({ estimate }) => estimate ** 2)),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value / values.length, 0);
}

function variancesOf(answers: readonly Answer[]): number {
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
  const places = Array.from(levels.keys()).filter((i) => !Number.isNaN(levels[i]!));
  const mean = places.reduce((sum, i) => sum + levels[i]!, 0) / places.length;
  const noise = places.reduce((sum, i) => sum + counting[i]!, 0) / places.length;
  return { levels: levels.map((level) => level - mean), counting, weight: 1 / (noise + LEAST_SCATTER ** 2) };
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
      if (Number.isNaN(levels[i]!)) continue;
      mix.weights[i]! += weight;
      mix.sums[i]! += weight * levels[i]!;
      mix.variances[i]! += weight * weight * counting[i]!;
    }
  return mix;
}

function meanOfMix({ weights, sums, variances }: Mix): Mixed {
  return {
    levels: sums.map((sum, i) => (weights[i]! > 0 ? sum / weights[i]! : NaN)),
    counting: variances.map((variance, i) => (weights[i]! > 0 ? variance / weights[i]! ** 2 : 0)),
  };
}

/** A series less the mix, out of which it is taken first if it is `inside`. */
function lessMix({ levels, counting }: Weighted, mix: Mix, inside: Weighted | null): Mixed {
  const n = levels.length;
  const out = { levels: new Float64Array(n).fill(NaN), counting: new Float64Array(n) };
  for (let i = 0; i < n; i++) {
    if (Number.isNaN(levels[i]!)) continue;
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

import { believe, type Scores, studentTails } from "../stats/index.ts";
import type { Around } from "./event-contrasts.ts";
import { decayShape, keptShape } from "./shapes.ts";
import { scoresOf } from "./views.ts";

/** A factor of the count, with its 95 % interval. */
export interface Measured {
  readonly factor: number;
  readonly low: number;
  readonly high: number;
}

export interface SpikeFit {
  readonly rose: boolean;
  /** Two-sided, for the rate that fits best: that it was looked for is not yet paid. */
  readonly p: number;
  readonly spike: Measured;
  readonly fading: { readonly best: number; readonly low: number; readonly high: number };
  readonly left: Measured;
}

/** One decay rate after another, from about five days to three months, in months to a fall to 1/e. */
const RATES = Array.from({ length: 24 }, (_, k) => 0.15 * 20 ** (k / 23));
/** How far a rate's log likelihood may be below the best and still be in the 95 % interval of the rate: half of χ²(1). */
const NEARLY = 1.92;
/** Hardly any prior opinion: a standard deviation of three on the log scale. */
const WIDE = 9;
/** What stays is seldom more than a third of the level, up or down: without this a spike that fades slowly could not be told from it. */
const KEPT = 0.25 ** 2;

/** A spike that fades and a level that stays, fitted together to one course at each rate of fading. */
export function spikeFit({ grid, view }: Around, date: string): SpikeFit {
  const shapes = RATES.map((lasting) => decayShape(grid, date, { lasting }));
  const rough = scoresOf(view, grid, [...shapes, keptShape(grid, date)]);
  const scores = scaled(rough, scatterLeft(rough));
  const fits = RATES.map((rate, k) => ({ rate, ...fitOf(scores, k, Math.max(...shapes[k]!.values)) }));
  const best = fits.reduce((most, each) => (each.gain > most.gain ? each : most));
  const near = fits.filter(({ gain }) => gain >= best.gain - NEARLY);
  return {
    rose: best.spike.mean > 0,
    p: 2 * studentTails(-Math.abs(best.spike.mean / best.spike.error), Math.max(1, rough.points - FITTED)).lower,
    spike: averaged(fits.map(({ gain, spike }) => ({ gain, ...spike }))),
    fading: { best: best.rate, low: near[0]!.rate, high: near.at(-1)!.rate },
    left: averaged(fits.map(({ gain, left }) => ({ gain, ...left }))),
  };
}

/** The scatter that is left of what the noise was thought to be, as a factor of its variance; never less. */
function scatterLeft(rough: Scores): number {
  const gains = RATES.map((_, k) => fitOf(rough, k, 1).gain);
  return Math.max(1, (rough.left - 2 * Math.max(...gains)) / Math.max(1, rough.points - FITTED));
}

/** A spike, its rate, and what stays. */
const FITTED = 3;

function scaled({ scores, information, ...rest }: Scores, factor: number): Scores {
  const by = (values: Float64Array) => values.map((each) => each / factor);
  return { ...rest, scores: by(scores), information: by(information) };
}

interface Fitted {
  readonly mean: number;
  readonly error: number;
}

/** The fit at one rate: how much likelihood it gains, the spike in its highest month, and what stays. */
function fitOf({ scores, information }: Scores, k: number, height: number) {
  const [size, last] = [scores.length, scores.length - 1];
  const at = (i: number, j: number) => information[i * size + j]!;
  const own = {
    scores: [scores[k]!, scores[last]!],
    information: [at(k, k), at(k, last), at(last, k), at(last, last)],
  };
  const { mean, covariance } = believe([WIDE, KEPT], own, []);
  const spike: Fitted = { mean: mean[0]! * height, error: Math.sqrt(covariance[0]!) * height };
  const left: Fitted = { mean: mean[1]!, error: Math.sqrt(covariance[3]!) };
  return { gain: (mean[0]! * own.scores[0]! + mean[1]! * own.scores[1]!) / 2, spike, left };
}

/** Over all rates, each by how well it fits: an interval of one rate alone would be too sure. */
function averaged(fits: readonly (Fitted & { readonly gain: number })[]): Measured {
  const most = Math.max(...fits.map(({ gain }) => gain));
  const weights = fits.map(({ gain }) => Math.exp(gain - most));
  const total = weights.reduce((sum, each) => sum + each, 0);
  const mean = fits.reduce((sum, fit, k) => sum + (weights[k]! / total) * fit.mean, 0);
  const variance = fits.reduce(
    (sum, fit, k) => sum + (weights[k]! / total) * (fit.error ** 2 + (fit.mean - mean) ** 2),
    0,
  );
  const reach = 1.96 * Math.sqrt(variance);
  return { factor: Math.exp(mean), low: Math.exp(mean - reach), high: Math.exp(mean + reach) };
}

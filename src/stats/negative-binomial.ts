import {
  type CountData,
  type CountFit,
  fitCounts,
  type NoFit,
  notConverged,
  prepare,
  type Ready,
  summarise,
} from "./count-fit.ts";
import { polygamma } from "./polygamma.ts";
import { reweight, type Reweighted } from "./reweighted.ts";

/** A negative binomial regression with its size θ (variance = mean + mean² / θ), or why there is none. */
export type NegativeBinomialFit =
  | (CountFit & { readonly finite: true; readonly sizeError: number })
  /** No finite size: the counts spread no more than Poisson's, whose fit stands in. */
  | (CountFit & { readonly finite: false; readonly detail: string })
  | NoFit;

const MOST_TURNS = 200;
const STILL = 1e-11;
/** Beyond this size the counts cannot be told from Poisson ones. */
const LARGEST_SIZE = 1e8;

/** Coefficients and size by maximum likelihood, turn about, until neither moves (Lawless 1987). */
export function fitNegativeBinomial(data: CountData): NegativeBinomialFit {
  const ready = prepare(data);
  if ("converged" in ready) return ready;
  const first = reweight(ready.problem, "means");
  if (!first.converged) return notConverged(first);
  if (!(spareSpread(ready, first.means) > 0)) return likePoisson(data);
  return turnAbout(ready, first, momentSize(ready.problem.counts, first.means));
}

/** The slope of the log likelihood in 1/θ at 0, doubled: without it being positive no finite size does better. */
function spareSpread({ problem: { counts } }: Ready, means: Float64Array): number {
  return means.reduce((sum, mean, i) => sum + (counts[i]! - mean) ** 2 - counts[i]!, 0);
}

function momentSize(counts: ArrayLike<number>, means: Float64Array): number {
  return means.length / means.reduce((sum, mean, i) => sum + (counts[i]! / mean - 1) ** 2, 0);
}

function turnAbout(ready: Ready, first: Reweighted, guess: number): NegativeBinomialFit {
  const { counts } = ready.problem;
  let found = first;
  let size = guess;
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const best = bestSize(counts, found.means, size);
    if (best === null) return likePoisson(ready.data);
    const problem = { ...ready.problem, size: best };
    found = reweight(problem, "means", found.means);
    if (!found.converged) return notConverged(found);
    const moved = Math.abs(best - size) / best;
    size = best;
    if (moved > STILL) continue;
    const fit = summarise({ ...ready, problem }, found, "negative-binomial");
    return { ...fit, finite: true, sizeError: sizeErrorOf(counts, found.means) };
  }
  return { converged: false, reason: "unsettled", detail: "the size and the means did not settle on each other" };
}

/** θ with the means held: Newton on ln θ, its steps held to a factor of e; null if it runs away. */
function bestSize(counts: ArrayLike<number>, means: Float64Array, from: number): number | null {
  let size = from;
  for (let round = 0; round < MOST_TURNS; round++) {
    const { slope, curvature } = scoreOfSize(counts, means, size);
    const bend = curvature * size - slope;
    const step = bend > 0 ? slope / bend : Math.sign(slope);
    size *= Math.exp(Math.max(-1, Math.min(1, step)));
    if (!(size < LARGEST_SIZE)) return null;
    if (Math.abs(step) <= STILL) return size;
  }
  return null;
}

const NEARLY_STILL = Number.EPSILON ** 0.25;

/**
 * The standard error of θ as R's MASS gives it: from the information one Newton step before the end of a search that
 * begins at the moments' size. It differs from the information at θ itself by some 1e-6 of its value.
 */
function sizeErrorOf(counts: ArrayLike<number>, means: Float64Array): number {
  let size = momentSize(counts, means);
  for (let round = 0; ; round++) {
    const { slope, curvature } = scoreOfSize(counts, means, size);
    const step = slope / curvature;
    size = Math.abs(size + step);
    if (Math.abs(step) <= NEARLY_STILL || round === MOST_TURNS) return 1 / Math.sqrt(curvature);
  }
}

/** Slope of the log likelihood in θ and minus its second derivative. */
function scoreOfSize(counts: ArrayLike<number>, means: Float64Array, size: number) {
  const own = polygamma(size);
  let slope = 0;
  let curvature = 0;
  for (let i = 0; i < means.length; i++) {
    const y = counts[i]!;
    const whole = means[i]! + size;
    const reached = y === 0 ? own : polygamma(y + size);
    slope += reached.digamma - own.digamma - Math.log1p(means[i]! / size) + (means[i]! - y) / whole;
    curvature += own.trigamma - reached.trigamma - 1 / size + 2 / whole - (y + size) / (whole * whole);
  }
  return { slope, curvature };
}

function likePoisson(data: CountData): NegativeBinomialFit {
  const fit = fitCounts(data, { model: "poisson" });
  if (!fit.converged) return fit;
  return { ...fit, finite: false, detail: "the counts spread no more than Poisson ones: no finite size" };
}

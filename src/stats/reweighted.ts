import { choleskyInPlace, dot, solveCholesky, type Square } from "./triangular.ts";

/** A regression of counts on columns with a log link; the variance is mean + mean² / size, so `Infinity` is Poisson. */
export interface CountProblem {
  readonly counts: ArrayLike<number>;
  readonly columns: readonly Float64Array[];
  readonly offset: ArrayLike<number> | null;
  readonly weights: ArrayLike<number> | null;
  readonly size: number;
}

/** When to stop: once the fitted means are still to 1e-10 of themselves, or once the deviance stays (1e-8, as R does). */
export type StopRule = "means" | "deviance";

/** What reweighting came to. `lower` is Cholesky's triangle of Xᵀ W X at `weights`, those of the last least squares. */
export interface Reweighted {
  readonly converged: boolean;
  readonly coefficients: Float64Array;
  readonly means: Float64Array;
  readonly deviance: number;
  readonly weights: Float64Array;
  readonly lower: Square;
}

const MOST_ROUNDS: Readonly<Record<StopRule, number>> = { means: 50, deviance: 25 };
/** A last step of Poisson's squares what is left, so a longer one will do. */
const STILL = { poisson: 1e-7, other: 1e-10 };
const FLAT = 1e-8;
const MOST_HALVINGS = 25;

/** Iteratively reweighted least squares (Nelder and Wedderburn 1972), from `start` means or from the counts + 0.1. */
export function reweight(problem: CountProblem, stop: StopRule, start: ArrayLike<number> | null = null): Reweighted {
  const at = startingState(problem, start);
  const still = problem.size === Infinity ? STILL.poisson : STILL.other;
  let converged = false;
  for (let round = 1; round <= MOST_ROUNDS[stop] && !converged; round++) {
    if (!leastSquaresStep(problem, at)) break;
    const before = at.deviance;
    const moved = advance(problem, at, round > 1);
    if (!Number.isFinite(at.deviance)) break;
    converged =
      stop === "means" ? moved <= still : Math.abs(at.deviance - before) < FLAT * (Math.abs(at.deviance) + 0.1);
  }
  const { coefficients, means, weights, lower } = at;
  return { converged, coefficients, means, deviance: deviance(problem, means), weights, lower };
}

interface State {
  deviance: number;
  readonly coefficients: Float64Array;
  readonly previous: Float64Array;
  readonly predictors: Float64Array;
  readonly next: Float64Array;
  readonly logs: Float64Array;
  readonly means: Float64Array;
  readonly weights: Float64Array;
  readonly weighted: Float64Array;
  readonly lower: Square;
}

function startingState(problem: CountProblem, start: ArrayLike<number> | null): State {
  const { counts } = problem;
  const n = counts.length;
  const p = problem.columns.length;
  const means = new Float64Array(n);
  for (let i = 0; i < n; i++) means[i] = start === null ? counts[i]! + 0.1 : start[i]!;
  return {
    deviance: Infinity,
    coefficients: new Float64Array(p),
    previous: new Float64Array(p),
    predictors: means.map(Math.log),
    next: new Float64Array(n),
    logs: means.map((_, i) => (counts[i]! > 0 ? Math.log(counts[i]!) : 0)),
    means,
    weights: new Float64Array(n),
    weighted: new Float64Array(n),
    lower: new Float64Array(p * p),
  };
}

/** New coefficients by weighted least squares on the working response; false if the columns do not determine them. */
function leastSquaresStep(problem: CountProblem, at: State): boolean {
  const { counts, columns, offset, weights, size } = problem;
  const p = columns.length;
  const n = counts.length;
  at.previous.set(at.coefficients);
  const working = at.weighted;
  for (let i = 0; i < n; i++) {
    const mean = at.means[i]!;
    at.weights[i] = ((weights === null ? 1 : weights[i]!) * mean) / (1 + mean / size);
    const response = at.predictors[i]! - (offset === null ? 0 : offset[i]!) + (counts[i]! - mean) / mean;
    working[i] = at.weights[i]! * response;
  }
  for (let a = 0; a < p; a++) at.coefficients[a] = dot(working, columns[a]!);
  crossProducts(columns, at.weights, at.weighted, at.lower);
  if (!choleskyInPlace(at.lower, p)) return false;
  solveCholesky(at.lower, at.coefficients);
  return true;
}

/** Xᵀ W X; only its lower triangle is written. */
function crossProducts(
  columns: readonly Float64Array[],
  weights: Float64Array,
  scratch: Float64Array,
  out: Square,
): void {
  const p = columns.length;
  const n = weights.length;
  for (let a = 0; a < p; a++) {
    const left = columns[a]!;
    for (let i = 0; i < n; i++) scratch[i] = weights[i]! * left[i]!;
    for (let b = 0; b <= a; b++) out[a * p + b] = dot(scratch, columns[b]!);
  }
}

/** Takes the step, halving it while the deviance grows; gives the largest move of a linear predictor. */
function advance(problem: CountProblem, at: State, hasPrevious: boolean): number {
  const allowed = at.deviance + 1e-6 * (Math.abs(at.deviance) + 0.1);
  const halvings = hasPrevious ? MOST_HALVINGS : 0;
  let moved = predict(problem, at);
  let found = quickDeviance(problem, at);
  for (let halving = 0; halving < halvings && !(found <= allowed); halving++) {
    for (let a = 0; a < at.coefficients.length; a++) {
      at.coefficients[a] = (at.coefficients[a]! + at.previous[a]!) / 2;
    }
    moved = Math.max(moved / 2, predict(problem, at));
    found = quickDeviance(problem, at);
  }
  at.deviance = found;
  return moved;
}

function predict({ columns, offset }: CountProblem, at: State): number {
  const { predictors, next, means } = at;
  const n = means.length;
  if (offset === null) next.fill(0);
  else for (let i = 0; i < n; i++) next[i] = offset[i]!;
  for (let a = 0; a < columns.length; a++) {
    const column = columns[a]!;
    const coefficient = at.coefficients[a]!;
    for (let i = 0; i < n; i++) next[i]! += coefficient * column[i]!;
  }
  let moved = 0;
  for (let i = 0; i < n; i++) {
    const away = Math.abs(next[i]! - predictors[i]!);
    if (away > moved) moved = away;
    predictors[i] = next[i]!;
    means[i] = Math.exp(next[i]!);
  }
  return moved;
}

/** As `deviance`, from logarithms at hand: some digits less, which is enough to steer by. */
function quickDeviance({ counts, weights, size }: CountProblem, { means, predictors, logs }: State): number {
  let sum = 0;
  for (let i = 0; i < means.length; i++) {
    const y = counts[i]!;
    const away = y - means[i]!;
    const term =
      y * (logs[i]! - predictors[i]!) - (size === Infinity ? away : (y + size) * Math.log1p(away / (means[i]! + size)));
    sum += weights === null ? term : weights[i]! * term;
  }
  return 2 * sum;
}

/** Twice the log likelihood lost against fitting every count exactly, with the size as given. */
export function deviance({ counts, weights, size }: CountProblem, means: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < means.length; i++) {
    const y = counts[i]!;
    const mean = means[i]!;
    const own = y === 0 ? 0 : y * Math.log(y / mean);
    const term = size === Infinity ? own - (y - mean) : own - (y + size) * Math.log1p((y - mean) / (mean + size));
    sum += (weights === null ? 1 : weights[i]!) * term;
  }
  return 2 * sum;
}

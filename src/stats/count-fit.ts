import type { Design } from "./design.ts";
import { normalTails, studentTails } from "./normal.ts";
import { type CountProblem, deviance, reweight, type Reweighted } from "./reweighted.ts";
import { logGamma } from "./stirling.ts";
import { backFromOrthonormal, inverseOfCholesky, type Orthonormal, orthonormal, solveUpper } from "./triangular.ts";

/** Counts and what they are to be explained by. `offset` is added to the log mean: ln(people), ln(days). */
export interface CountData {
  readonly counts: ArrayLike<number>;
  readonly design: Design;
  readonly offset?: ArrayLike<number> | null;
}

/** A regression that came to an answer. */
export interface CountFit {
  readonly converged: true;
  readonly model: "poisson" | "quasi-poisson" | "negative-binomial";
  readonly data: CountData;
  readonly names: readonly string[];
  readonly coefficients: Float64Array;
  readonly standardErrors: Float64Array;
  /** Coefficient over standard error: t for quasi-Poisson, else z. */
  readonly statistics: Float64Array;
  readonly pValues: Float64Array;
  /** Covariance of the coefficients, row after row. */
  readonly covariance: Float64Array;
  readonly fitted: Float64Array;
  readonly deviance: number;
  readonly nullDeviance: number;
  readonly residualFreedom: number;
  /** Pearson's chi-squared. */
  readonly pearson: number;
  /** What the covariance was multiplied by: Pearson's chi-squared over its freedom for quasi-Poisson, else 1. */
  readonly dispersion: number;
  /** Of the counts as Poisson or negative binomial; a quasi-Poisson model has none of its own and shows Poisson's. */
  readonly logLikelihood: number;
  readonly aic: number;
  /** The size of the negative binomial, `Infinity` for the others: variance = dispersion × (mean + mean² / size). */
  readonly size: number;
}

/** Why there are no numbers, for the program and in words. */
export interface NoFit {
  readonly converged: false;
  readonly reason: "too-few" | "dependent" | "unbounded" | "unsettled";
  readonly detail: string;
}

/** Poisson regression with a log link; quasi-Poisson, the default, takes its dispersion from the residuals. */
export function fitCounts(
  data: CountData,
  { model = "quasi-poisson" }: { readonly model?: "poisson" | "quasi-poisson" } = {},
): CountFit | NoFit {
  const ready = prepare(data);
  if ("converged" in ready) return ready;
  const found = reweight(ready.problem, "means");
  if (!found.converged) return notConverged(found);
  return summarise(ready, found, model);
}

/** Columns checked and made orthonormal, so that neither large nor far-off ones cost digits. */
export interface Ready {
  readonly data: CountData;
  readonly problem: CountProblem;
  readonly basis: Orthonormal;
}

export function prepare(data: CountData): Ready | NoFit {
  const { counts, design, offset = null } = data;
  check(data);
  if (counts.length <= design.length) {
    return none("too-few", `${counts.length} points cannot settle ${design.length} coefficients and a spread`);
  }
  const basis = orthonormal(design.map(({ values }) => values));
  if (basis.dependent >= 0) {
    return none("dependent", `“${design[basis.dependent]!.name}” says nothing that the columns before it do not`);
  }
  return { data, basis, problem: { counts, columns: basis.columns, offset, weights: null, size: Infinity } };
}

export function notConverged({ means }: Reweighted): NoFit {
  return means.some((mean) => mean < NEXT_TO_NOTHING)
    ? none("unbounded", "a coefficient runs to infinity: the counts it alone explains are all zero")
    : none("unsettled", "the fitted means did not settle");
}

/** All numbers of a fit; `problem.size` tells Poisson from negative binomial. */
export function summarise({ data, problem, basis }: Ready, found: Reweighted, model: CountFit["model"]): CountFit {
  const p = problem.columns.length;
  const residualFreedom = problem.counts.length - p;
  const pearson = pearsonOf(problem, found.means);
  const dispersion = model === "quasi-poisson" ? pearson / residualFreedom : 1;
  const covariance = backFromOrthonormal(inverseOfCholesky(found.lower, p), basis.upper, p);
  const coefficients = found.coefficients.slice();
  solveUpper(basis.upper, coefficients);
  for (let i = 0; i < covariance.length; i++) covariance[i]! *= dispersion;
  const standardErrors = coefficients.map((_, k) => Math.sqrt(covariance[k * p + k]!));
  const statistics = coefficients.map((value, k) => value / standardErrors[k]!);
  const logLikelihood = logLikelihoodOf(problem, found.means);
  return {
    converged: true,
    model,
    data,
    names: data.design.map(({ name }) => name),
    coefficients,
    standardErrors,
    statistics,
    pValues: statistics.map((value) => bothTails(value, model === "quasi-poisson" ? residualFreedom : Infinity)),
    covariance,
    fitted: found.means,
    deviance: found.deviance,
    nullDeviance: nullDevianceOf(problem),
    residualFreedom,
    pearson,
    dispersion,
    logLikelihood,
    aic: 2 * (p + (problem.size === Infinity ? 0 : 1)) - 2 * logLikelihood,
    size: problem.size,
  };
}

/** Pearson residuals: (count − mean) / √(variance without the dispersion). */
export function pearsonResiduals({ data, fitted, size }: CountFit): Float64Array {
  return fitted.map((mean, i) => (data.counts[i]! - mean) / Math.sqrt(mean + (mean * mean) / size));
}

/** The column of a fit with this name, counted from 0; a name it has not is a bug. */
export function columnOf(fit: CountFit, name: string): number {
  const index = fit.names.indexOf(name);
  if (index < 0) throw new RangeError(`no column “${name}” among ${fit.names.join(", ")}`);
  return index;
}

function none(reason: NoFit["reason"], detail: string): NoFit {
  return { converged: false, reason, detail };
}

const NEXT_TO_NOTHING = 1e-7;

function check({ counts, design, offset = null }: CountData): void {
  const n = counts.length;
  for (let i = 0; i < n; i++) {
    const count = counts[i]!;
    if (!(count >= 0 && count < Infinity)) throw new RangeError(`a count must be zero or more: ${count}`);
    if (offset !== null && !Number.isFinite(offset[i])) throw new RangeError(`an offset must be finite: ${offset[i]}`);
  }
  const wrong = design.find(({ values }) => values.length !== n);
  if (wrong !== undefined) throw new RangeError(`“${wrong.name}” has ${wrong.values.length} values for ${n} counts`);
  const endless = design.find(({ values }) => !allFinite(values));
  if (endless !== undefined) throw new RangeError(`“${endless.name}” has a value that is not finite`);
}

function allFinite(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return false;
  return true;
}

function pearsonOf({ counts, size }: CountProblem, means: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < means.length; i++) {
    const mean = means[i]!;
    if (mean > 0) sum += (counts[i]! - mean) ** 2 / (mean + (mean * mean) / size);
  }
  return sum;
}

function logLikelihoodOf({ counts, size }: CountProblem, means: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < means.length; i++) {
    const y = counts[i]!;
    const mean = means[i]!;
    const log = y === 0 ? 0 : y * Math.log(mean);
    if (size === Infinity) sum += log - mean - logGamma(y + 1);
    else {
      sum += logGamma(size + y) - logGamma(size) - logGamma(y + 1) + log - y * Math.log(size);
      sum -= (size + y) * Math.log1p(mean / size);
    }
  }
  return sum;
}

/** The deviance when only the level is fitted. */
function nullDevianceOf(problem: CountProblem): number {
  const { counts, offset, size } = problem;
  const n = counts.length;
  let shares = 0;
  let total = 0;
  const means = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    means[i] = offset === null ? 1 : Math.exp(offset[i]!);
    shares += means[i]!;
    total += counts[i]!;
  }
  for (let i = 0; i < n; i++) means[i]! *= total / shares;
  if (offset === null || size === Infinity || total === 0) return deviance(problem, means);
  return reweight({ ...problem, columns: [new Float64Array(n).fill(1)] }, "means", means).deviance;
}

function bothTails(statistic: number, freedom: number): number {
  const away = Math.abs(statistic);
  return 2 * (freedom === Infinity ? normalTails(away) : studentTails(away, freedom)).upper;
}

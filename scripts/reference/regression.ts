import {
  type Checked,
  type CountFit,
  fitCounts,
  fitNegativeBinomial,
  interruptedSeries,
  type NegativeBinomialFit,
  type NoFit,
} from "../../src/stats/index.ts";
import type { Case } from "./case.ts";
import type { Series } from "./series.ts";

interface Interrupted {
  readonly series: Series;
  readonly at: number;
  readonly harmonics: number;
  readonly slopeChange: boolean;
  /** What the counts are counted over, before its logarithm is taken. */
  readonly offset: readonly number[] | null;
}

interface Matrix {
  readonly columns: readonly string[];
  readonly X: readonly (readonly number[])[];
  readonly y: readonly number[];
  /** Already a logarithm. */
  readonly offset: readonly number[] | null;
}

/** Task 3: a series with a known change, or a design matrix as it stands. */
export function answerRegression({ input }: Case): unknown {
  const given = input as unknown as Interrupted | Matrix;
  return "X" in given ? answerMatrix(given) : answerInterrupted(given);
}

function answerInterrupted({ series, at, harmonics, slopeChange, offset }: Interrupted): unknown {
  const frequency = series.frequency;
  const found = interruptedSeries({ counts: series.values, at, frequency, harmonics, slopeChange, exposure: offset });
  if ("reason" in found) return found;
  const { quasiPoisson, counterfactual, stepRatio, negativeBinomial } = found;
  return {
    quasiPoisson: { ...checkedNumbers(quasiPoisson), dispersion: quasiPoisson.fit.dispersion },
    poissonLogLik: quasiPoisson.fit.logLikelihood,
    poissonAIC: quasiPoisson.fit.aic,
    counterfactualQuasiPoisson: {
      months: counterfactual.points,
      observed: counterfactual.observed,
      expectedWithoutChange: counterfactual.expected,
      seExpected: counterfactual.standardError,
      excess: counterfactual.excess,
      perMonth: Array.from(counterfactual.perPoint),
    },
    negativeBinomial:
      "reason" in negativeBinomial || !negativeBinomial.fit.finite
        ? null
        : { ...checkedNumbers(negativeBinomial), ...sizeNumbers(negativeBinomial.fit) },
    rateRatioStep: { estimate: stepRatio.ratio, lower: stepRatio.low, upper: stepRatio.high },
  };
}

function answerMatrix({ columns, X, y, offset }: Matrix): unknown {
  const design = columns.map((name, k) => ({ name, values: Float64Array.from(X, (row) => row[k]!) }));
  const data = { counts: y, design, offset };
  const quasi = fitCounts(data);
  const poisson = fitCounts(data, { model: "poisson" });
  const negative = fitNegativeBinomial(data);
  if (!quasi.converged || !poisson.converged) return quasi;
  return {
    quasiPoisson: { ...numbers(quasi), dispersion: quasi.dispersion },
    poisson: { se: Array.from(poisson.standardErrors), logLik: poisson.logLikelihood, aic: poisson.aic },
    negativeBinomial: negative.converged && negative.finite ? { ...numbers(negative), ...sizeNumbers(negative) } : null,
  };
}

/** R's names for our columns. */
const NAMES: Readonly<Record<string, string>> = { intercept: "(Intercept)", slope: "t", "slope change": "after" };

function numbers(fit: CountFit) {
  return {
    names: fit.names.map((name) => NAMES[name] ?? name.replace(/^(s|c)(?:in|os) /, "$1")),
    coef: Array.from(fit.coefficients),
    se: Array.from(fit.standardErrors),
    statistic: Array.from(fit.statistics),
    p: Array.from(fit.pValues),
    deviance: fit.deviance,
    nullDeviance: fit.nullDeviance,
    dfResidual: fit.residualFreedom,
    pearsonChi2: fit.pearson,
    fitted: Array.from(fit.fitted),
  };
}

function checkedNumbers({ fit, neweyWest, sandwich, autocorrelation, ljungBox }: Checked<CountFit>) {
  return {
    ...numbers(fit),
    seNeweyWest: Array.from(neweyWest),
    seHC0: Array.from(sandwich),
    acfPearson: Array.from(autocorrelation),
    ljungBox12: ljungBox.statistic,
    ljungBox12P: ljungBox.p,
  };
}

function sizeNumbers(fit: Exclude<NegativeBinomialFit, NoFit>) {
  return {
    theta: fit.size,
    seTheta: fit.finite ? fit.sizeError : null,
    logLik: fit.logLikelihood,
    aic: fit.aic,
  };
}

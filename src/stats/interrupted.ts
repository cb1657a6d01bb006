import { type CountFit, fitCounts, type NoFit, pearsonResiduals } from "./count-fit.ts";
import { type Counterfactual, counterfactual, ratioInterval } from "./counterfactual.ts";
import { type Design, harmonicSeason, intercept, slope, slopeFrom, step } from "./design.ts";
import type { RatioLimits } from "./intervals.ts";
import { fitNegativeBinomial, type NegativeBinomialFit } from "./negative-binomial.ts";
import { autocorrelation, ljungBox, neweyWest, serialWidening, type Tested } from "./serial.ts";

/** A series and the point from which something is thought to have changed it. */
export interface Interruption {
  readonly counts: ArrayLike<number>;
  /** The first changed point, counted from 1. */
  readonly at: number;
  /** Points a year; 12 by default. */
  readonly frequency?: number;
  /** Pairs of waves for the season; 2 by default. */
  readonly harmonics?: number;
  /** Whether the slope may change as well as the level; yes by default. */
  readonly slopeChange?: boolean;
  /** What the counts are counted over (people, days); its logarithm is the offset. */
  readonly exposure?: ArrayLike<number> | null;
  /** Lags that Newey and West allow for; one year by default. */
  readonly lag?: number;
}

/** What a fit's residuals and its robust errors say, beside the fit. */
export interface Checked<Fit> {
  readonly fit: Fit;
  readonly neweyWest: Float64Array;
  /** Standard errors that allow for any variances (HC0). */
  readonly sandwich: Float64Array;
  /** Of the Pearson residuals, at lags 1 to one year. */
  readonly autocorrelation: Float64Array;
  readonly ljungBox: Tested;
}

/** The change at a known point, as rates with and without it. */
export interface InterruptedSeries {
  readonly quasiPoisson: Checked<CountFit>;
  readonly counterfactual: Counterfactual;
  /** The level after over the level before at the point itself, season and slope apart. */
  readonly stepRatio: RatioLimits & { readonly ratio: number };
  /** The same, widened for the residuals' lag-1 correlation, t in place of the normal. */
  readonly widenedStepRatio: RatioLimits & { readonly ratio: number };
  readonly negativeBinomial: Checked<NegativeBinomialFit & { readonly converged: true }> | NoFit;
}

/** Interrupted time series: level, slope, step, slope change and season, as quasi-Poisson and as negative binomial. */
export function interruptedSeries(input: Interruption): InterruptedSeries | NoFit {
  const { counts, at, frequency = 12, slopeChange = true, exposure = null, lag = frequency } = input;
  const data = {
    counts,
    design: designOf(input),
    offset: exposure === null ? null : Float64Array.from(exposure, Math.log),
  };
  const fit = fitCounts(data);
  if (!fit.converged) return fit;
  const wide = { freedom: fit.residualFreedom, widening: serialWidening(fit) };
  const negative = fitNegativeBinomial(data);
  return {
    quasiPoisson: checked(fit, lag, frequency),
    counterfactual: counterfactual(fit, { from: at, without: slopeChange ? ["step", "slope change"] : ["step"] }),
    stepRatio: ratioInterval(fit, "step"),
    widenedStepRatio: ratioInterval(fit, "step", wide),
    negativeBinomial: negative.converged ? checked(negative, lag, frequency) : negative,
  };
}

function designOf({ counts, at, frequency = 12, harmonics = 2, slopeChange = true }: Interruption): Design {
  const n = counts.length;
  return [
    intercept(n),
    slope(n, frequency),
    step(n, at),
    ...(slopeChange ? [slopeFrom(n, at, frequency)] : []),
    ...harmonicSeason(n, frequency, harmonics),
  ];
}

function checked<Fit extends CountFit>(fit: Fit, lag: number, lags: number): Checked<Fit> {
  const residuals = pearsonResiduals(fit);
  return {
    fit,
    neweyWest: neweyWest(fit, lag),
    sandwich: neweyWest(fit, 0),
    autocorrelation: autocorrelation(residuals, lags),
    ljungBox: ljungBox(residuals, lags),
  };
}

export { betaOddsQuantile, betaQuantile, betaTails, type Shapes } from "./beta.ts";
export {
  binomialQuantile,
  binomialTails,
  negativeBinomialQuantile,
  negativeBinomialTails,
  type Overdispersed,
  poissonQuantile,
  poissonTails,
  type Trials,
} from "./counts.ts";
export { gammaQuantile, gammaTails } from "./gamma.ts";
export {
  type Limits,
  poissonInterval,
  proportionInterval,
  rateRatioInterval,
  type RatioLimits,
  type TwoCounts,
} from "./intervals.ts";
export {
  chiSquaredQuantile,
  chiSquaredTails,
  normalQuantile,
  normalTails,
  type RatioFreedom,
  studentQuantile,
  studentTails,
  varianceRatioQuantile,
  varianceRatioTails,
} from "./normal.ts";
export { logGamma } from "./stirling.ts";
export { type Tail, type Tails } from "./tails.ts";
export { type ChartPoint, type ChartSettings, individualsChart } from "./individuals.ts";
export { type Signal } from "./point-signals.ts";
export { type RatePoint, rateChart } from "./rate-chart.ts";
export { type WesternElectric, westernElectric } from "./western-electric.ts";
export { equalRatesP, percentChange, rateDifference, rateRatioWald } from "./ratio-tests.ts";
export { type Funnel, funnel, type FunnelPoint, type FunnelUnit, type LimitPair } from "./funnel.ts";
export {
  type CountSplit,
  type GroupChange,
  type GroupEffect,
  kitagawa,
  logMeanSplit,
  type RateSplit,
} from "./decompose.ts";
export { type Completed, completeCounts, type DelayProfile, delayProfile, type Triangle } from "./delays.ts";
export { type CaptureBound, captureBound, type CaptureChange, type CaptureRate } from "./capture.ts";
export { checkStated, type Stated, type StatedCheck } from "./stated.ts";
export {
  type Seasons,
  type SeasonSettings,
  seasonalTrend,
  seasonalTrendOf,
  seasonalWindows,
  type SeasonWindows,
} from "./stl.ts";
export { type CountData, type CountFit, fitCounts, type NoFit, pearsonResiduals } from "./count-fit.ts";
export { type Counterfactual, counterfactual, ratioInterval, type Reach } from "./counterfactual.ts";
export {
  type Column,
  decay,
  type Design,
  harmonicSeason,
  intercept,
  pulse,
  seasonDummies,
  slope,
  slopeFrom,
  step,
} from "./design.ts";
export { type Checked, type Interruption, type InterruptedSeries, interruptedSeries } from "./interrupted.ts";
export { fitNegativeBinomial, type NegativeBinomialFit } from "./negative-binomial.ts";
export { autocorrelation, ljungBox, neweyWest, serialWidening, type Tested } from "./serial.ts";
export { type DifferenceInDifferences, differenceInDifferences } from "./difference.ts";
export {
  type PanelQuestion,
  type PlaceboRank,
  placeboRank,
  type SyntheticControl,
  syntheticControl,
} from "./synthetic.ts";
export { nearestMix } from "./simplex.ts";
export { type LocalLevel, localLevel } from "./local-level.ts";
export { cusum, type CusumPoint, type CusumSettings } from "./cusum.ts";
export { ears, type EarsSettings, type ShortAlarm } from "./ears.ts";
export { farrington, farringtonFlexible, type FarringtonPoint, type FarringtonSettings } from "./farrington.ts";
export { type BreakCount, type Breaks, type BreakSettings, findBreaks } from "./breaks.ts";
export { type BreakLimits } from "./break-limits.ts";
export { type BreakTests } from "./break-tests.ts";
export { type SegmentModel } from "./segment-rss.ts";
export {
  findJoins,
  type Join,
  type JoinFit,
  type Joins,
  type JoinSettings,
  type Piece,
  yearlyPercent,
} from "./joins.ts";
export { type Belief, believe, type Measurement, type Quadratic } from "./belief.ts";
export { generalisedScores, type Scatter, type Scores } from "./generalised.ts";
export { type Beyond, type BeyondQuestion, type BeyondReason, beyondOrdinary, type LevelRatio } from "./beyond.ts";
export { type Points, type TwoStretches } from "./log-levels.ts";
export { type AmongOthers } from "./other-series.ts";
export { type PlaceboDates } from "./placebo-dates.ts";

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

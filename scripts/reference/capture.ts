import { captureBound } from "../../src/stats/index.ts";
import type { Case } from "./case.ts";

/** Task 13: what a change in the recording rate can explain. */
export function answerCapture({ input }: Case): unknown {
  const asked = input as unknown as Readonly<Record<string, number>>;
  const of = (key: string) => asked[key] ?? Number.NaN;
  const bound = captureBound({
    before: of("before"),
    after: of("after"),
    captureBefore: { rate: of("rateBefore"), halfWidth: of("halfWidthBefore") },
    captureAfter: { rate: of("rateAfter"), halfWidth: of("halfWidthAfter") },
  });
  return {
    factor: bound.factor,
    factorLower: bound.factorLimits.low,
    factorUpper: bound.factorLimits.high,
    expectedIfOnlyRecordingChanged: bound.expected,
    shareOfLogRise: bound.shareOfLogChange,
    residualRateRatio: bound.residual.ratio,
    residualLower: bound.residual.low,
    residualUpper: bound.residual.high,
  };
}

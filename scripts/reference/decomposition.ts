import { kitagawa, logMeanSplit } from "../../src/stats/index.ts";
import type { Case } from "./case.ts";

/** Task 8: a change split into size, mix and rate. */
export function answerDecomposition({ input }: Case): unknown {
  const { exposure0, rate0, exposure1, rate1 } = input as unknown as Asked;
  const groups = exposure0.map((exposure, i) => ({
    exposure0: exposure,
    rate0: rate0[i] ?? Number.NaN,
    exposure1: exposure1[i] ?? Number.NaN,
    rate1: rate1[i] ?? Number.NaN,
  }));
  const rates = kitagawa(groups);
  const counts = logMeanSplit(groups);
  return {
    overallRate0: rates.overall0,
    overallRate1: rates.overall1,
    kitagawaMix: rates.mix,
    kitagawaRate: rates.rate,
    total0: counts.total0,
    total1: counts.total1,
    lmdiSize: counts.size,
    lmdiMix: counts.mix,
    lmdiRate: counts.rate,
    lmdiRateByGroup: counts.groups.map((group) => group.rate),
    lmdiMixByGroup: counts.groups.map((group) => group.mix),
    lmdiSizeByGroup: counts.groups.map((group) => group.size),
  };
}

interface Asked {
  readonly exposure0: readonly number[];
  readonly rate0: readonly number[];
  readonly exposure1: readonly number[];
  readonly rate1: readonly number[];
}

import { localLevel } from "../../src/stats/index.ts";
import type { Case } from "./case.ts";
import { type Series, valuesOf } from "./series.ts";

/** Task 11: a local level. R adds to the likelihood the first value, under a wide but finite spread before it. */
export function answerStructural({ input }: Case): unknown {
  const asked = input as unknown as { readonly series: Series; readonly log: boolean; readonly type: string };
  if (asked.type !== "level") throw new Error(`no routine for a structural ${asked.type}`);
  const values = valuesOf(asked);
  const { levelVariance, noiseVariance, logLikelihood, smoothed } = localLevel(values);
  const first = 1e4 * varianceOf(values) + levelVariance + noiseVariance;
  return {
    variances: [levelVariance, noiseVariance],
    names: ["level", "epsilon"],
    logLik: (logLikelihood ?? Number.NaN) - 0.5 * Math.log(2 * Math.PI * first),
    smoothedLevel: [...smoothed],
  };
}

function varianceOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

import { differenceInDifferences, syntheticControl } from "../../src/stats/index.ts";
import type { Case } from "./case.ts";

/** Task 10: the first unit against the others. */
export function answerPeers({ input }: Case): unknown {
  const { counts, at } = input as unknown as { readonly counts: readonly (readonly number[])[]; readonly at: number };
  const question = { counts, unit: 0, from: at - 1 };
  const difference = differenceInDifferences(question);
  const control = syntheticControl(question);
  return {
    didLogRateRatio: difference?.logRatio,
    didSe: difference?.error,
    didSeCluster: difference?.clusteredError,
    dispersion: difference?.dispersion,
    weights: control.weights.slice(1),
    preRmse: control.spreadBefore,
    gapAfter: control.gaps.slice(at - 1),
    meanGapAfter: control.meanGapAfter,
  };
}

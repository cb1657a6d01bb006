import { completeCounts, delayProfile, type Triangle } from "../../src/stats/index.ts";
import type { Case } from "./case.ts";

/** Task 9: a reporting triangle completed. */
export function answerNowcast({ input }: Case): unknown {
  const { triangle } = input as unknown as { readonly triangle: Triangle };
  const profile = delayProfile(triangle);
  const rows = completeCounts(triangle, profile);
  return {
    factors: profile.factors,
    delayPmf: profile.shares,
    nowcast: rows.map((row) => row.completed),
    reportedSoFar: rows.map((row) => row.soFar),
  };
}

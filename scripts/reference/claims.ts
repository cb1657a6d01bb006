import { checkStated, type Stated } from "../../src/stats/index.ts";
import type { Case } from "./case.ts";

/** Task 14: the arithmetic of published claims. */
export function answerClaims({ input }: Case): unknown {
  const { claims } = input as unknown as { readonly claims: readonly (Stated & { readonly claimed: number })[] };
  return {
    rows: claims.map((claim) => {
      const checked = checkStated({ ...claim, stated: claim.claimed });
      return (
        checked && {
          value: checked.value,
          nearest: checked.nearest,
          truncated: checked.cut,
          verdict: checked.verdict,
          claimedMinusValue: checked.statedMinusValue,
        }
      );
    }),
  };
}

import type { ArithmeticCheck, ReadClaim } from "./claim.ts";
import type { FiguresComparison } from "./compare.ts";

/** A claim as the `check` command prints it. */
export interface CheckedClaim extends ReadClaim, Pick<ArithmeticCheck, "arithmetic" | "recomputed"> {
  readonly figures: FiguresComparison;
  /** What to know of it, in one or two plain sentences. */
  readonly finding: string;
  /** The sentences of the finding, by what they are about. */
  readonly explained: { readonly arithmetic: string; readonly figures: string };
}

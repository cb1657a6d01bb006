import { negativeBinomialQuantile, negativeBinomialTails, poissonQuantile, poissonTails } from "./counts.ts";
import type { Judged } from "./farrington-fit.ts";
import { normalQuantile, normalTails } from "./normal.ts";

/** The largest count that is no alarm, and the probability of one as large as that observed. */
export interface Bound {
  readonly upper: number;
  readonly p: number;
}

/** The bound on the 2/3 power scale, where a Poisson count is nearly normal; `alpha` lies above it. */
export function deltaBound({ log, logError, dispersion }: Judged, observed: number, alpha: number): Bound {
  const mean = Math.exp(log);
  const centre = mean ** (2 / 3);
  const variance = dispersion + mean * logError ** 2;
  const spread = Math.sqrt((4 / 9) * Math.cbrt(mean) * variance);
  const away = (observed ** (2 / 3) - centre) / spread;
  return { upper: (centre + normalQuantile({ upper: alpha }) * spread) ** 1.5, p: normalTails(away).upper };
}

/**
 * The bound as a quantile of a negative binomial with variance dispersion × mean, `alpha` above it. The mean is
 * that expected, or for `muan` its own upper limit at `alpha`; null where that lies beyond whole numbers.
 */
export function pluginBound(
  { log, logError, dispersion }: Judged,
  observed: number,
  { alpha, method }: { readonly alpha: number; readonly method: "nbPlugin" | "muan" },
): Bound | null {
  const mean = Math.exp(method === "muan" ? log + normalQuantile({ upper: alpha }) * logError : log);
  if (!(mean <= Number.MAX_SAFE_INTEGER)) return null;
  const tail = { upper: alpha };
  if (!(dispersion > 1)) {
    return { upper: poissonQuantile(tail, mean), p: poissonTails(observed - 1, mean).upper };
  }
  const model = { mean, size: mean / (dispersion - 1) };
  return { upper: negativeBinomialQuantile(tail, model), p: negativeBinomialTails(observed - 1, model).upper };
}

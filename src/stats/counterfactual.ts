import { columnOf, type CountFit } from "./count-fit.ts";
import type { RatioLimits } from "./intervals.ts";
import { normalReach, studentQuantile } from "./normal.ts";
import { quadraticForm } from "./triangular.ts";

/** What a fit says would have been recorded without some of its terms. */
export interface Counterfactual {
  /** Points counted over. */
  readonly points: number;
  readonly observed: number;
  readonly expected: number;
  /** Of `expected`, from the coefficients' uncertainty alone (delta method). */
  readonly standardError: number;
  readonly excess: number;
  readonly perPoint: Float64Array;
}

/** The means from point `from` (counted from 1) on, with the columns named in `without` put to 0. */
export function counterfactual(
  fit: CountFit,
  { from, without }: { readonly from: number; readonly without: readonly string[] },
): Counterfactual {
  const { counts, design } = fit.data;
  const gone = new Set(without.map((name) => columnOf(fit, name)));
  const points = counts.length - from + 1;
  const perPoint = new Float64Array(points);
  const gradient = new Float64Array(design.length);
  let observed = 0;
  let expected = 0;
  for (let i = 0; i < points; i++) {
    const at = from - 1 + i;
    const mean = fit.fitted[at]! * Math.exp(-shareOf(fit, gone, at));
    perPoint[i] = mean;
    observed += counts[at]!;
    expected += mean;
    for (let k = 0; k < design.length; k++) if (!gone.has(k)) gradient[k]! += mean * design[k]!.values[at]!;
  }
  const standardError = Math.sqrt(quadraticForm(fit.covariance, gradient));
  return { points, observed, expected, standardError, excess: observed - expected, perPoint };
}

/** How to draw an interval about a coefficient. */
export interface Reach {
  readonly level?: number;
  /** Degrees of freedom of a t, where a normal would be too sure. */
  readonly freedom?: number;
  /** In place of the model's own: Newey and West's. */
  readonly standardErrors?: ArrayLike<number>;
  /** A factor on the standard error: `serialWidening`. */
  readonly widening?: number;
}

/** e to a coefficient, the ratio of means one unit of its column makes, with limits; normal unless `freedom` is given. */
export function ratioInterval(
  fit: CountFit,
  name: string,
  reach: Reach = {},
): RatioLimits & { readonly ratio: number } {
  const { level = 0.95, freedom = Infinity, standardErrors = fit.standardErrors, widening = 1 } = reach;
  const k = columnOf(fit, name);
  const times = freedom === Infinity ? normalReach(level) : studentQuantile({ upper: (1 - level) / 2 }, freedom);
  const away = times * widening * standardErrors[k]!;
  const at = fit.coefficients[k]!;
  return { ratio: Math.exp(at), low: Math.exp(at - away), high: Math.exp(at + away) };
}

function shareOf({ coefficients, data }: CountFit, gone: ReadonlySet<number>, at: number): number {
  let sum = 0;
  for (const k of gone) sum += coefficients[k]! * data.design[k]!.values[at]!;
  return sum;
}

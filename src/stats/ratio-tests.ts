import { binomialTails } from "./counts.ts";
import type { Limits, RatioLimits, TwoCounts } from "./intervals.ts";
import { normalReach, normalTails } from "./normal.ts";
import { logGamma } from "./stirling.ts";

/**
 * Two-sided p value of two Poisson counts having one rate. Given their sum the later count is binomial: `exact` adds
 * every outcome no likelier than the one seen, `mid-p` doubles the smaller tail with half the outcome's own chance,
 * `score` is the normal approach to it. 1 when there is no event at all.
 */
export function equalRatesP(counts: TwoCounts, method: "exact" | "mid-p" | "score" = "exact"): number {
  const { x1, e1, x0, e0 } = counts;
  const trials = x1 + x0;
  if (trials === 0) return 1;
  return P_VALUES[method](x1, { trials, chance: e1 / (e1 + e0), other: e0 / (e1 + e0) });
}

/** Limits of a rate ratio by the normal spread of its logarithm; there are none when either count is 0. */
export function rateRatioWald({ x1, e1, x0, e0 }: TwoCounts, level = 0.95): RatioLimits | null {
  if (x1 === 0 || x0 === 0) return null;
  const ratio = ((x1 / x0) * e0) / e1;
  const reach = Math.exp(normalReach(level) * Math.sqrt(1 / x1 + 1 / x0));
  return { ratio, low: ratio / reach, high: ratio * reach };
}

/** The later rate less the earlier one, with limits by its normal spread. */
export function rateDifference({ x1, e1, x0, e0 }: TwoCounts, level = 0.95): Limits & { readonly difference: number } {
  const difference = x1 / e1 - x0 / e0;
  const reach = normalReach(level) * Math.sqrt(x1 / e1 ** 2 + x0 / e0 ** 2);
  return { difference, low: difference - reach, high: difference + reach };
}

/** How many per cent more the later number is; null from 0. */
export function percentChange(before: number, after: number): number | null {
  return before === 0 ? null : (100 * (after - before)) / before;
}

interface Split {
  readonly trials: number;
  readonly chance: number;
  readonly other: number;
}

const P_VALUES: Readonly<Record<"exact" | "mid-p" | "score", (x: number, split: Split) => number>> = {
  exact(x, split) {
    const { trials, chance } = split;
    const mean = trials * chance;
    if (x === mean) return 1;
    const isLow = x < mean;
    const opposite = isLow ? lowestAsRare(x, split) : highestAsRare(x, split);
    const below = isLow ? x : opposite;
    const above = isLow ? opposite : x;
    return Math.min(1, atMost(below, split) + atLeast(above, split));
  },
  "mid-p"(x, split) {
    const half = Math.exp(logTerm(x, split)) / 2;
    return Math.min(1, 2 * Math.min(atMost(x - 1, split) + half, atLeast(x + 1, split) + half));
  },
  score(x, { trials, chance, other }) {
    const z = (x - trials * chance) / Math.sqrt(trials * chance * other);
    return Math.min(1, 2 * normalTails(Math.abs(z)).upper);
  },
};

function atMost(x: number, split: Split): number {
  return x < 0 ? 0 : binomialTails(x, split).lower;
}

function atLeast(x: number, split: Split): number {
  return x <= 0 ? 1 : x > split.trials ? 0 : binomialTails(x - 1, split).upper;
}

/** Terms this close are taken as equally likely, as R does. */
const TIE = Math.log1p(1e-7);

/** The lowest outcome above the mean that is no likelier than x; one more than all trials if there is none. */
function lowestAsRare(x: number, split: Split): number {
  const limit = logTerm(x, split) + TIE;
  let [low, high] = [Math.ceil(split.trials * split.chance), split.trials + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (logTerm(middle, split) <= limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The highest outcome below the mean that is no likelier than x; −1 if there is none. */
function highestAsRare(x: number, { trials, chance, other }: Split): number {
  return trials - lowestAsRare(trials - x, { trials, chance: other, other: chance });
}

function logTerm(x: number, { trials, chance, other }: Split): number {
  return (
    logGamma(trials + 1) -
    (logGamma(x + 1) + logGamma(trials - x + 1)) +
    x * Math.log(chance) +
    (trials - x) * Math.log(other)
  );
}

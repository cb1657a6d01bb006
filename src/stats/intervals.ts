import { betaOddsQuantile, betaQuantile, betaSlope, oddsToParts, type Parts } from "./beta.ts";
import { gammaQuantile, gammaSlope } from "./gamma.ts";
import { normalReach } from "./normal.ts";
import { type Slope, solveTail } from "./solve.ts";

/** Two-sided limits of the same unit as what they enclose. */
export interface Limits {
  readonly low: number;
  readonly high: number;
}

/** The limits of a ratio; null where there is no finite value. */
export interface RatioLimits {
  readonly ratio: number | null;
  readonly low: number;
  readonly high: number | null;
}

/** Two counts and what each was counted over (people, days, or 1 and 1): 0 before, 1 after. */
export interface TwoCounts {
  readonly x1: number;
  readonly e1: number;
  readonly x0: number;
  readonly e0: number;
}

/** Limits for the mean of a Poisson count ≥ 0: Garwood's exact ones, Byar's near ones, or mid-P. */
export function poissonInterval(count: number, level = 0.95, method: "exact" | "byar" | "mid-p" = "exact"): Limits {
  checkCount(count);
  const tail = tailOf(level);
  switch (method) {
    case "exact":
      return {
        low: count === 0 ? 0 : gammaQuantile({ lower: tail }, count),
        high: gammaQuantile({ upper: tail }, count + 1),
      };
    case "byar":
      return byar(count, normalReach(level));
    case "mid-p":
      return midPoisson(count, tail);
  }
}

/** Limits for a proportion, `count` of `of`: Wilson's score limits, or the exact ones of Clopper and Pearson. */
export function proportionInterval(
  { count, of }: { readonly count: number; readonly of: number },
  level = 0.95,
  method: "wilson" | "exact" = "wilson",
): Limits {
  checkCount(count);
  if (!(of > 0 && count <= of)) throw new RangeError(`no proportion: ${count} of ${of}`);
  const tail = tailOf(level);
  if (method === "wilson") return wilson(count, of, normalReach(level));
  return {
    low: count === 0 ? 0 : betaQuantile({ lower: tail }, { a: count, b: of - count + 1 }),
    high: count === of ? 1 : betaQuantile({ upper: tail }, { a: count + 1, b: of - count }),
  };
}

/**
 * Limits for the ratio of two Poisson rates, (x1/e1) / (x0/e0). Given their sum, x1 is binomial and the ratio is its
 * odds times e0/e1. `exact` never covers less than the level; `mid-p` covers it on average; `wilson` is the score.
 */
export function rateRatioInterval(
  counts: TwoCounts,
  level = 0.95,
  method: "exact" | "mid-p" | "wilson" = "exact",
): RatioLimits {
  const { x1, e1, x0, e0 } = counts;
  checkCount(x1);
  checkCount(x0);
  if (!(e1 > 0 && e0 > 0)) throw new RangeError(`exposures must be positive: ${e1}, ${e0}`);
  const odds = x1 + x0 === 0 ? { low: 0, high: Infinity } : ODDS_LIMITS[method](x1, x0, level);
  const scale = e0 / e1;
  return {
    ratio: finiteOrNull((x1 / x0) * scale),
    low: odds.low * scale,
    high: finiteOrNull(odds.high * scale),
  };
}

const ODDS_LIMITS: Record<"exact" | "mid-p" | "wilson", (x1: number, x0: number, level: number) => Limits> = {
  exact(x1, x0, level) {
    const tail = tailOf(level);
    return {
      low: x1 === 0 ? 0 : betaOddsQuantile({ lower: tail }, { a: x1, b: x0 + 1 }),
      high: x0 === 0 ? Infinity : betaOddsQuantile({ upper: tail }, { a: x1 + 1, b: x0 }),
    };
  },
  "mid-p"(x1, x0, level) {
    const tail = tailOf(level);
    return { low: midOddsLow(x1, x0, tail), high: 1 / midOddsLow(x0, x1, tail) };
  },
  wilson(x1, x0, level) {
    const reach = normalReach(level);
    const odds = (part: number, other: number) => {
      const { x, y } = wilsonLow(part, part + other, reach);
      return x / y;
    };
    return { low: odds(x1, x0), high: 1 / odds(x0, x1) };
  },
};

/** Byar's limits as Breslow and Day (1987, p. 69) give them; never below 0. */
function byar(count: number, reach: number): Limits {
  const cubed = (n: number, sign: 1 | -1) => n * (1 - 1 / (9 * n) + (sign * reach) / (3 * Math.sqrt(n))) ** 3;
  return { low: count === 0 ? 0 : Math.max(0, cubed(count, -1)), high: cubed(count + 1, 1) };
}

function midPoisson(count: number, tail: number): Limits {
  const at = (u: number): Slope => {
    const x = Math.exp(u);
    return meanOf(count === 0 ? null : gammaSlope(x, count), gammaSlope(x, count + 1));
  };
  const start = Math.log(count + 0.5);
  return {
    low: count === 0 ? 0 : Math.exp(solveTail(at, { side: "lower", probability: tail }, start)),
    high: Math.exp(solveTail(at, { side: "upper", probability: tail }, start)),
  };
}

function midOddsLow(part: number, other: number, tail: number): number {
  if (part === 0) return 0;
  const at = (u: number): Slope => {
    const parts = oddsToParts(Math.exp(u));
    const reached = betaSlope(parts, { a: part, b: other + 1 });
    const passed = other === 0 ? NEVER : betaSlope(parts, { a: part + 1, b: other });
    return meanOf(reached, passed);
  };
  const start = Math.log(part / (other + 0.5));
  return Math.exp(solveTail(at, { side: "lower", probability: tail }, start));
}

const NEVER: Slope = { lower: 0, upper: 1, density: 0 };
const ALWAYS: Slope = { lower: 1, upper: 0, density: 0 };

/** Half the chance of the count itself: the mean of “at least as many” and “more”; `null` is certain. */
function meanOf(reached: Slope | null, passed: Slope): Slope {
  const first = reached ?? ALWAYS;
  return {
    lower: (first.lower + passed.lower) / 2,
    upper: (first.upper + passed.upper) / 2,
    density: (first.density + passed.density) / 2,
  };
}

function wilson(count: number, of: number, reach: number): Limits {
  return { low: wilsonLow(count, of, reach).x, high: wilsonLow(of - count, of, reach).y };
}

/** Wilson (1927), without continuity correction; both parts of the lower limit, so that odds keep their digits. */
function wilsonLow(count: number, of: number, reach: number): Parts {
  const square = reach * reach;
  const spread = reach * Math.sqrt((count * (of - count)) / of + square / 4);
  const whole = of + square;
  return { x: Math.max(0, count + square / 2 - spread) / whole, y: (of - count + square / 2 + spread) / whole };
}

function tailOf(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`a level must lie between 0 and 1: ${level}`);
  return (1 - level) / 2;
}

function checkCount(count: number): void {
  if (!(count >= 0 && count < Infinity)) throw new RangeError(`a count must be zero or more: ${count}`);
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

import type { Hedge, Verdict } from "./claim.ts";
import type { ClaimSettings } from "./settings.ts";

/** A number as printed, and how loosely. */
export interface Printed {
  readonly value: number;
  readonly step: number;
  readonly hedge: Hedge | null;
}

/** The least and the most that a number worked out from printed ones can be; `at` is what they give as printed. */
export interface Range {
  readonly low: number;
  readonly at: number;
  readonly high: number;
  /** Nothing printed says so: a very round number may have been rounded. */
  readonly isGuess?: boolean;
}

/** The quotient of two ranges. */
export function ratioOf(to: Range, from: Range): Range {
  const isGuess = to.isGuess === true || from.isGuess === true;
  return { low: to.low / from.high, at: to.at / from.at, high: to.high / from.low, isGuess };
}

/** The difference of two ranges. */
export function differenceOf(to: Range, from: Range): Range {
  const isGuess = to.isGuess === true || from.isGuess === true;
  return { low: to.low - from.high, at: to.at - from.at, high: to.high - from.low, isGuess };
}

/** A range times a number, and another number more. */
export function scaled({ low, at, high, isGuess = false }: Range, times: number, plus = 0): Range {
  const ends = [low * times + plus, high * times + plus];
  return { low: Math.min(...ends), at: at * times + plus, high: Math.max(...ends), isGuess };
}

/**
 * Whether a printed number is what the others give. Consistent: it rounds to what is printed, from numbers that may be
 * printed rounded or hedged themselves; truncated: only cutting off explains it; not-checkable: only a guess that the
 * other numbers were rounded could explain it.
 */
export function verdictOn(printed: Printed, exact: Range, settings: ClaimSettings): Verdict {
  if (printed.hedge !== null) return looseVerdict(allowance(printed, printed.hedge, settings), exact, settings);
  const half = printed.step / 2;
  const allowed = { low: printed.value - half, high: printed.value + half };
  if (isWithin(exact.at, allowed)) return "consistent";
  const isCut =
    exact.at >= printed.value - EPSILON &&
    exact.at < printed.value + printed.step - EPSILON &&
    exact.low === exact.high;
  if (isCut) return "truncated";
  if (exact.low === exact.high || !overlaps(exact, allowed)) return "inconsistent";
  return exact.isGuess === true ? "not-checkable" : "consistent";
}

/** A factor in words, “doubled”: within its tolerance, or beyond it with the benefit of the doubt. */
export function factorVerdict(printed: Printed, exact: Range, settings: ClaimSettings): Verdict {
  if (printed.hedge !== null || printed.step === 0) {
    return looseVerdict(allowance(printed, printed.hedge ?? "about", settings), exact, settings);
  }
  return verdictOn(printed, exact, settings);
}

interface Allowance {
  readonly low: number;
  readonly high: number;
  readonly slack: number;
}

function allowance({ value, step }: Printed, hedge: Hedge, { about, nearly, factor }: ClaimSettings): Allowance {
  const size = Math.abs(value);
  const half = step / 2;
  const spread = Math.max(size * (step === 0 ? factor : about), half);
  switch (hedge) {
    case "about":
      return { low: value - spread, high: value + spread, slack: spread };
    case "nearly":
      return { low: value - Math.max(size * nearly, half), high: value + half, slack: size * nearly };
    case "at-least":
      return { low: value - half, high: Number.POSITIVE_INFINITY, slack: half };
    case "at-most":
      return { low: Number.NEGATIVE_INFINITY, high: value + half, slack: half };
  }
}

function looseVerdict(allowed: Allowance, exact: Range, { benefitOfDoubt }: ClaimSettings): Verdict {
  if (overlaps(exact, allowed)) return "consistent";
  const slack = allowed.slack * (benefitOfDoubt - 1);
  return overlaps(exact, { low: allowed.low - slack, high: allowed.high + slack }) ? "not-checkable" : "inconsistent";
}

function overlaps(range: { low: number; high: number }, allowed: { low: number; high: number }): boolean {
  return range.low <= allowed.high + EPSILON && range.high >= allowed.low - EPSILON;
}

/** Half a unit to the odd side counts as rounding either way: nobody is accused over how a tie is rounded. */
function isWithin(value: number, { low, high }: { low: number; high: number }): boolean {
  return value >= low - EPSILON && value <= high + EPSILON;
}

const EPSILON = 1e-9;

/** How far a printed level may be from the count behind it: nothing, unless it is hedged, scaled or very round. */
export function levelRange({ value, step, hedge }: Printed, { about, nearly }: ClaimSettings): Range {
  const unit = roundnessOf(value);
  const half = step !== 1 ? step / 2 : unit / 2;
  const loose = Math.min(value * about, 10 ** Math.floor(Math.log10(Math.max(value, 1))) / 2);
  switch (hedge) {
    case null:
      return { low: value - half, at: value, high: value + half, isGuess: step === 1 && unit > 0 };
    case "about":
      return { low: value - Math.max(loose, half), at: value, high: value + Math.max(loose, half) };
    case "nearly":
      return { low: value * (1 - nearly), at: value, high: value + half };
    case "at-least":
      return { low: value, at: value, high: value * (1 + about) };
    case "at-most":
      return { low: value * (1 - about), at: value, high: value };
  }
}

/** A whole number of thousands may have been rounded: 12,000 to the thousand, 4,000 to the hundred. */
function roundnessOf(value: number): number {
  if (value < 1000 || value % 1000 !== 0) return 0;
  const digits = Math.floor(Math.log10(value));
  return value < 10_000 ? 100 : 10 ** Math.min(digits - 1, trailingZeros(value));
}

function trailingZeros(value: number): number {
  return /0*$/.exec(value.toFixed(0))?.[0].length ?? 0;
}

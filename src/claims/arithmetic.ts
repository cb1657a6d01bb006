import type { ArithmeticCheck, ClaimValue, Direction, ReadClaim, Recomputed, ValueRole, Verdict } from "./claim.ts";
import {
  differenceOf,
  factorVerdict,
  levelRange,
  type Printed,
  type Range,
  ratioOf,
  scaled,
  verdictOn,
} from "./rounding.ts";
import { CLAIM_SETTINGS, type ClaimSettings } from "./settings.ts";

/** Does the arithmetic of one change again: a check for each claim of the group, in their order. */
export function checkArithmetic(
  group: readonly ReadClaim[],
  settings: ClaimSettings = CLAIM_SETTINGS,
): ArithmeticCheck[] {
  const known = knownOf(group, settings);
  const recomputed = recompute(known, settings);
  const checks = group.map((claim) => checkClaim(claim, known, settings));
  return checks.map(({ arithmetic, because }) => ({ arithmetic, because, recomputed }));
}

/** The levels of a change, as printed or worked out from its other numbers. */
interface Known {
  readonly from: Range | null;
  readonly to: Range | null;
  readonly baseFrom: "stated" | "worked-out" | null;
  /** The later level was worked out from the difference, which then checks nothing. */
  readonly isToWorkedOut: boolean;
  readonly direction: Direction | null;
  readonly difference: Printed | null;
  readonly hasDerived: boolean;
  readonly unit: ReadClaim["unit"];
}

function knownOf(group: readonly ReadClaim[], settings: ClaimSettings): Known {
  const from = soleValue(group, ["from"]);
  const to = soleValue(group, ["to", "count"]);
  const difference = soleValue(group, ["difference"]);
  const directions = new Set(group.map((claim) => claim.direction).filter((d) => d !== null));
  const direction = directions.size === 1 ? ([...directions][0] ?? null) : null;
  const ranges = { from: from && levelRange(from, settings), to: to && levelRange(to, settings) };
  const step = difference && levelRange(difference, settings);
  const sign = direction === "down" ? -1 : 1;
  const isWorkedOut = ranges.from === null && ranges.to !== null && step !== null && direction !== null;
  const workedFrom =
    isWorkedOut && ranges.to !== null && step !== null ? moved(ranges.to, step, sign === 1 ? -1 : 1) : null;
  const workedTo =
    ranges.to === null && ranges.from !== null && step !== null && direction !== null
      ? moved(ranges.from, step, sign)
      : null;
  return {
    from: ranges.from ?? workedFrom,
    to: ranges.to ?? workedTo,
    baseFrom: ranges.from === null ? (workedFrom === null ? null : "worked-out") : "stated",
    isToWorkedOut: workedTo !== null,
    direction,
    difference,
    hasDerived: group.some((claim) => claim.values.some(({ role }) => role === "percent" || role === "ratio")),
    unit: group.find((claim) => claim.unit !== "count")?.unit ?? "count",
  };
}

/** The one value in these roles; nothing when there is none, or when the text gives two that differ. */
function soleValue(group: readonly ReadClaim[], roles: readonly ValueRole[]): ClaimValue | null {
  let sole: ClaimValue | null = null;
  for (const { values } of group) {
    for (const each of values) {
      if (!roles.includes(each.role)) continue;
      if (sole !== null && each.value !== sole.value) return null;
      sole ??= each;
    }
  }
  return sole;
}

function moved(level: Range, step: Range, sign: 1 | -1): Range {
  return differenceOf(level, scaled(step, -sign));
}

function recompute({ from, to, baseFrom, unit }: Known, { smallBase }: ClaimSettings): Recomputed {
  const base = from?.at ?? null;
  if (base === null || to === null) return { base, baseFrom, difference: null, ratio: null, percent: null };
  const ratio = base > 0 ? to.at / base : null;
  const percent = ratio === null || (unit === "count" && base < smallBase) ? null : round((ratio - 1) * 100, 1);
  return {
    base,
    baseFrom,
    difference: round(to.at - base, 6),
    ratio: ratio === null ? null : round(ratio, 4),
    percent,
  };
}

interface Judged {
  readonly arithmetic: Verdict;
  readonly because: string;
}

const MISSING: Judged = { arithmetic: "not-checkable", because: "" };

function checkClaim(claim: ReadClaim, known: Known, settings: ClaimSettings): Judged {
  const value = (role: ValueRole): ClaimValue | undefined => claim.values.find((v) => v.role === role);
  const percent = value("percent");
  const ratio = value("ratio");
  const difference = value("difference");
  const share = value("share");
  if (share !== undefined) return MISSING;
  if (percent !== undefined) return checkPercent(percent, known, settings);
  if (ratio !== undefined) return checkRatio(ratio, { ...known, rule: claim.rule }, settings);
  if (difference !== undefined) return checkDifference(difference, known, settings);
  return checkLevels(claim, known);
}

function checkPercent(percent: ClaimValue, { from, to, direction }: Known, settings: ClaimSettings): Judged {
  if (from === null || to === null || from.low <= 0) return MISSING;
  const exact = scaled(ratioOf(to, from), 100, -100);
  const isFall = direction === "down" || (direction === null && exact.at < 0);
  const arithmetic = verdictOn(percent, isFall ? scaled(exact, -1) : exact, settings);
  return { arithmetic, because: arithmetic === "inconsistent" ? whyPercent(percent, from, to) : "" };
}

/** Known slips, named when the printed number is exactly what they give. */
function whyPercent({ value, step }: Printed, from: Range, to: Range): string {
  const is = (x: number): boolean => Math.abs(Math.abs(x) - value) <= step / 2;
  const difference = to.at - from.at;
  if (is((to.at / from.at) * 100)) return "that is the later number as a percentage of the earlier one, not the change";
  if (is((difference / to.at) * 100)) return "that is measured against the later number, not the earlier one";
  if (is(difference)) return "that is the difference itself, not a percentage";
  return "";
}

/** “Three times more” means three times as many to some and four times to others: either holds, and neither accuses. */
function checkRatio(
  ratio: ClaimValue,
  { from, to, rule }: Known & { readonly rule: string },
  settings: ClaimSettings,
): Judged {
  if (from === null || to === null || from.low <= 0) return MISSING;
  const exact = ratioOf(to, from);
  if (rule.includes("moved-fraction")) return { arithmetic: fractionVerdict(ratio, exact, settings), because: "" };
  const isMore = rule.includes("factor-more");
  const arithmetic = factorVerdict(ratio, exact, settings);
  const isLoose =
    isMore && arithmetic !== "consistent" && factorVerdict(ratio, scaled(exact, 1, -1), settings) === "consistent";
  return isLoose
    ? { arithmetic: "not-checkable", because: "“times more” is read in two ways" }
    : { arithmetic, because: "" };
}

/** “Rose by a third” is as loose as a third is, not as four thirds are. */
function fractionVerdict(ratio: ClaimValue, exact: Range, settings: ClaimSettings): Verdict {
  const isFall = ratio.value < 1;
  const hedge = isFall ? turned(ratio.hedge) : ratio.hedge;
  return factorVerdict(
    { ...ratio, hedge, value: Math.abs(ratio.value - 1) },
    scaled(exact, isFall ? -1 : 1, isFall ? 1 : -1),
    settings,
  );
}

/** A hedge on what is left, as one on what went. */
function turned(hedge: ClaimValue["hedge"]): ClaimValue["hedge"] {
  return hedge === "at-least" ? "at-most" : hedge === "at-most" ? "at-least" : hedge;
}

function checkDifference(difference: ClaimValue, known: Known, settings: ClaimSettings): Judged {
  const { from, to, direction, hasDerived } = known;
  if (from === null || to === null) return MISSING;
  if (known.baseFrom === "worked-out" || known.isToWorkedOut) {
    return from.at > 0 && hasDerived ? { arithmetic: "consistent", because: "" } : MISSING;
  }
  const exact = differenceOf(to, from);
  const isFall = direction === "down" || (direction === null && exact.at < 0);
  return { arithmetic: verdictOn(difference, isFall ? scaled(exact, -1) : exact, settings), because: "" };
}

/** Two levels side by side, with no word that says which way they went. */
const UNTOLD = new Set(["arrow", "having-been"]);

/** Two levels agree when they go the way the words say; a lone level agrees with the base that the change gives. */
function checkLevels(claim: ReadClaim, { from, to, direction, baseFrom, hasDerived }: Known): Judged {
  if (claim.kind === "count") {
    const isPartOfWhole = from !== null && to !== null && from.at > 0 && baseFrom === "worked-out" && hasDerived;
    return isPartOfWhole ? { arithmetic: "consistent", because: "" } : MISSING;
  }
  if (from === null || to === null || (UNTOLD.has(claim.rule) && direction === null)) return MISSING;
  const wrong = (direction === "up" && to.high <= from.low) || (direction === "down" && to.low >= from.high);
  return wrong
    ? { arithmetic: "inconsistent", because: "the numbers go the other way" }
    : { arithmetic: "consistent", because: "" };
}

function round(value: number, places: number): number {
  return Number(value.toFixed(places));
}

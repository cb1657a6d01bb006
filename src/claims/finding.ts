import type { ArithmeticCheck, ClaimValue, ReadClaim } from "./claim.ts";
import type { ComparedFigure, FiguresComparison } from "./compare.ts";
import { formatted as say } from "./say-claim.ts";
import { CLAIM_SETTINGS } from "./settings.ts";

/** One plain sentence on a claim's arithmetic: numbers before percentages, and none on a small base. */
export function arithmeticFinding(claim: ReadClaim, check: ArithmeticCheck): string {
  switch (check.arithmetic) {
    case "truncated":
      return truncatedFinding(claim, check);
    case "inconsistent":
      return inconsistentFinding(claim, check);
    case "consistent":
      return consistentFinding(claim, check);
    case "not-checkable":
      return uncheckedFinding(claim, check);
  }
}

/** One plain sentence on what the figures say beside a claim. */
export function figuresFinding({ status, compared, reason }: FiguresComparison): string {
  if (status === "none") return `No recorded figure to hold against it: ${reason}.`;
  const entry = compared.find((figure) => figure.status === status);
  if (entry === undefined) return "";
  if (status === "not-comparable")
    return compared.map((figure) => `Not comparable: ${figure.reason}${sayHeld(figure)}.`).join(" ");
  const unlike =
    entry.unlike.length === 0 ? "" : ` The two periods are not alike: ${entry.unlike.join("; ").replace(/\.$/, "")}.`;
  return `${status === "agrees" ? "Recorded figures agree" : "Recorded figures differ"}: ${entry.reason}${sayHeld(entry)}.${unlike}`;
}

function sayHeld({ value, base, period, basePeriod, className }: ComparedFigure): string {
  if (value === null) return "";
  const before = base === null || basePeriod === null ? "" : `${say(base)} in ${basePeriod} → `;
  return ` (recorded ${className.toLowerCase()}: ${before}${say(value)} in ${period})`;
}

type Sayer = (claim: ReadClaim, check: ArithmeticCheck) => string;

const truncatedFinding: Sayer = (claim, { recomputed }) => {
  const main = mainValue(claim);
  if (main === undefined) return "";
  const exact = main.role === "percent" ? exactPercent(recomputed) : (recomputed.ratio ?? 0);
  const unit = main.role === "percent" ? " %" : " times";
  const rounded = `${say(roundTo(exact, main.step))}${unit}`;
  const how =
    main.role === "percent"
      ? `${division(recomputed)} = ${say(roundTo(exact, main.step / 10))} %`
      : `${say(roundTo(exact, main.step / 10))} times`;
  return `${say(main.value)}${unit} is ${how} cut off, not rounded: ${rounded}.`;
};

const inconsistentFinding: Sayer = (claim, check) => {
  const main = mainValue(claim);
  const because = check.because === "" ? "" : `; ${check.because}`;
  if (main === undefined) return `${levels(check)} does not go ${claim.direction ?? "that way"}${because}.`;
  return `The text says ${sayValue(claim, main)}; its own numbers give ${workedOut(check)}${because}.`;
};

const consistentFinding: Sayer = (claim, check) => {
  const main = mainValue(claim);
  const { recomputed } = check;
  const base =
    recomputed.baseFrom === "worked-out" && recomputed.base !== null
      ? `; base ${say(recomputed.base)}, worked out`
      : "";
  if (main === undefined && claim.kind === "count")
    return `${sayCount(claim)} fits the other numbers of the same change${base}.`;
  if (main === undefined) return `${workedOut(check)}; the text gives no percentage.`;
  return `${sayValue(claim, main)} fits ${levels(check)} (${changeParts(check).join(", ")}${base}).`;
};

const uncheckedFinding: Sayer = (claim, { because, recomputed }) => {
  if (because !== "") return `Cannot tell: ${because}.`;
  if (claim.kind === "count") return `A count alone: ${sayCount(claim)}; nothing in the text to check it against.`;
  if (claim.kind === "share") return "A share; the numbers it rests on are not both in the text.";
  if (recomputed.base === null || recomputed.difference === null)
    return "A number needed to check this is missing from the text.";
  const shown = workedOut({ recomputed, because, arithmetic: "not-checkable" });
  if (recomputed.baseFrom === "worked-out")
    return `${shown}; the base is worked out, and nothing else in the text checks it.`;
  return `${shown}, as far as the text's numbers go: too loose to check.`;
};

/** The number that a claim turns on, when it is not a level. */
function mainValue(claim: ReadClaim): ClaimValue | undefined {
  return (["percent", "ratio", "difference"] as const)
    .map((role) => claim.values.find((v) => v.role === role))
    .find((v) => v !== undefined);
}

/** As a number, or a factor in the text's own words: “nearly doubled”. */
function sayValue(claim: ReadClaim, { role, value, start, end }: ClaimValue): string {
  if (role === "ratio") return `“${claim.quote.slice(start - claim.start, end - claim.start)}”`;
  return `${say(value)}${role === "percent" ? " %" : ""}`;
}

function sayCount(claim: ReadClaim): string {
  return say(claim.values[0]?.value ?? 0);
}

type Numbers = ArithmeticCheck["recomputed"];

function exactPercent({ difference, base }: Numbers): number {
  return difference === null || base === null || base === 0 ? 0 : Math.abs((difference / base) * 100);
}

function division({ difference, base }: Numbers): string {
  return `${say(Math.abs(difference ?? 0))} ÷ ${say(base ?? 0)}`;
}

function levels({ recomputed: { base, difference } }: ArithmeticCheck): string {
  return base === null || difference === null ? "The change" : `${say(base)} → ${say(base + difference)}`;
}

/** “1,135 → 3,941 is +2,806, +247.2 %, 3.5 times”; without the percentage on a small base. */
function workedOut(check: ArithmeticCheck): string {
  if (check.recomputed.difference === null) return "nothing that can be worked out";
  return `${levels(check)} is ${changeParts(check).join(", ")}`;
}

function changeParts({ recomputed: { difference, percent, ratio, base } }: ArithmeticCheck): string[] {
  if (difference === null || base === null) return [];
  const parts = [`${signOf(difference)}${say(Math.abs(difference))}`];
  if (percent !== null) parts.push(`${signOf(percent)}${say(Math.abs(percent))} %`);
  if (ratio !== null && ratio >= 2 && base >= CLAIM_SETTINGS.smallBase)
    parts.push(`${say(Number(ratio.toFixed(1)))} times`);
  return parts;
}

function signOf(value: number): string {
  return value < 0 ? "\u2212" : "+";
}

function roundTo(value: number, step: number): number {
  const places = Math.max(0, Math.round(-Math.log10(step)));
  return Number(value.toFixed(places));
}

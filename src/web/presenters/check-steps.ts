import type { CheckedClaim } from "../../claims/index.ts";
import { sayNumber } from "./say.ts";

/** A claim's arithmetic, done again a step a line: `213 ÷ 127 = 167.7 %`; empty when a number needed is missing. */
export function stepsOf({ kind, values, recomputed }: CheckedClaim): string[] {
  const { base, baseFrom, difference, percent, ratio } = recomputed;
  if (base === null || difference === null) return [];
  const level = base + difference;
  const roles = new Set(values.map(({ role }) => role));
  const size = sayNumber(Math.abs(difference));
  const worked = `${sayNumber(level)} ${difference < 0 ? "+" : "−"} ${size} = ${sayNumber(base)}, the base`;
  const steps =
    baseFrom === "worked-out" ? [worked] : [`${sayNumber(level)} − ${sayNumber(base)} = ${sayNumber(difference)}`];
  const wantsPercent = roles.has("percent") || kind === "change";
  if (wantsPercent && percent !== null)
    steps.push(`${sayNumber(difference)} ÷ ${sayNumber(base)} = ${sayNumber(percent)} %`);
  if (roles.has("ratio") && ratio !== null)
    steps.push(`${sayNumber(level)} ÷ ${sayNumber(base)} = ${sayNumber(Number(ratio.toFixed(2)))} times`);
  return steps;
}

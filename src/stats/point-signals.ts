/** Why a point of a control chart stands out, and on which side (for a trend: where it goes). */
export interface Signal {
  readonly rule: "outside" | "trend" | "near-limit" | "run";
  readonly side: "high" | "low";
}

/**
 * What each point of one base signals, by the first NHS rule it meets: outside the limits; part of seven rising or
 * falling; two of three beyond two thirds of the limit, all three on one side; part of seven on one side.
 */
export function signalsIn(
  values: readonly number[],
  { centre, reach }: { readonly centre: number; readonly reach: number },
): readonly (Signal | null)[] {
  const sides = values.map((value) => Math.sign(value - centre));
  const isOutside = values.map((value) => value > centre + reach || value < centre - reach);
  const near = (2 * reach) / 3;
  const isNear = values.map((value, i) => !isOutside[i] && (value < centre - near || value > centre + near));
  const trends = inTrend(values);
  const pairs = inWindow(3, values.length, (from) => isPairOfThree(from, isNear, sides));
  const runs = inWindow(RUN, values.length, (from) => isOneSided(sides.slice(from, from + RUN)));
  return values.map((_, i) => {
    const side = (sides[i] ?? 0) > 0 ? "high" : "low";
    if (isOutside[i]) return { rule: "outside", side };
    if (trends[i]) return { rule: "trend", side: trends[i] };
    if (isNear[i] && pairs[i]) return { rule: "near-limit", side };
    return runs[i] ? { rule: "run", side } : null;
  });
}

const RUN = 7;

/** For each point whether any window of this length that holds it meets a rule. */
function inWindow(length: number, n: number, isMet: (from: number) => boolean): readonly boolean[] {
  const found = Array.from({ length: n }, () => false);
  for (let from = 0; from + length <= n; from++) if (isMet(from)) found.fill(true, from, from + length);
  return found;
}

function isPairOfThree(from: number, isNear: readonly boolean[], sides: readonly number[]): boolean {
  const near = isNear.slice(from, from + 3).filter(Boolean).length;
  return near >= 2 && isOneSided(sides.slice(from, from + 3));
}

function isOneSided(sides: readonly number[]): boolean {
  return sides[0] !== 0 && sides.every((side) => side === sides[0]);
}

/** Which way the run of seven goes that a point is part of; the later run where two meet. */
function inTrend(values: readonly number[]): readonly (Signal["side"] | null)[] {
  const steps = values.slice(1).map((value, i) => Math.sign(value - (values[i] ?? value)));
  const isPart = inWindow(RUN, values.length, (from) => isOneSided(steps.slice(from, from + RUN - 1)));
  return values.map((_, i) => {
    if (!isPart[i]) return null;
    const step = isPart[i + 1] ? steps[i] : steps[i - 1];
    return step === 1 ? "high" : "low";
  });
}

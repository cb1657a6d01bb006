import type { ClaimValue, ReadClaim, Verdict } from "./claim.ts";
import { type LevelIndex, levelsNear, type Level } from "./levels.ts";
import { levelRange, type Range, ratioOf, scaled, verdictOn } from "./rounding.ts";
import type { ClaimSettings } from "./settings.ts";
import type { Judged } from "./part-of-whole.ts";

/** A rate against the count of a year, another rate of the same, or a count and a population; nothing when they are not there. */
export function checkRate(claim: ReadClaim, index: LevelIndex, settings: ClaimSettings): Judged | undefined {
  const rate = claim.values.find(({ role }) => role === "rate");
  if (rate === undefined) return undefined;
  const base = claim.values.find(({ role }) => role === "base");
  const yearly = perYear(claim);
  if (yearly === undefined)
    return base === undefined ? undefined : checkPerHead(claim, { rate, base, index, settings });
  const counts = countsNear(claim, index, { most: 12, reach: 400 }).map(({ value }) => levelRange(value, settings));
  const rates = levelsNear(index.rates, claim, { most: 3, reach: 300 }).flatMap((other) => asYearly(other, claim));
  const isMet = [...counts, ...rates].some((year) =>
    base === undefined
      ? verdictOn(rate, scaled(year, 1 / yearly), settings) === "consistent"
      : verdictOn(base, ratioOf(exactly(rate.value * yearly), year), settings) === "consistent",
  );
  return isMet ? { arithmetic: "consistent", because: "" } : undefined;
}

function exactly(value: number): Range {
  return { low: value, at: value, high: value };
}

const PER_YEAR: readonly (readonly [RegExp, number])[] = [
  [/\b(?:minutes?)\b/i, 525_600],
  [/\bhour/i, 8760],
  [/\b(?:days?|daily)\b/i, 365],
  [/\b(?:weeks?|weekly)\b/i, 52],
  [/\b(?:months?|monthly)\b/i, 12],
];

function perYear({ quote, standing, values }: ReadClaim): number | undefined {
  const base = values.find(({ role }) => role === "base");
  if (base !== undefined && base.value >= 1000) return undefined;
  const words = `${quote}${base === undefined ? "" : (standing?.behind ?? "")}`;
  return PER_YEAR.find(([pattern]) => pattern.test(words))?.[1];
}

/** What another rate of the same gives a year: “31 a day, more than one an hour”. */
function asYearly({ claim: other, value }: Level, claim: ReadClaim): Range[] {
  const times = perYear(other);
  if (other === claim || times === undefined || other.subject !== claim.subject) return [];
  const base = other.values.find(({ role }) => role === "base")?.value ?? 1;
  const [low, high] = [value.value - value.step / 2, value.value + value.step / 2];
  return [scaled({ low, at: value.value, high }, times / base)];
}

function countsNear(claim: ReadClaim, { levels }: LevelIndex, how: { most: number; reach: number }): Level[] {
  return levelsNear(levels, claim, how).filter((level) => level.claim !== claim && level.unit === "count");
}

interface PerHead {
  readonly rate: ClaimValue;
  readonly base: ClaimValue;
  readonly index: LevelIndex;
  readonly settings: ClaimSettings;
}

/** So many per 1,000 against a count near it and a population that the text names; wrong where it fits per 100,000. */
function checkPerHead(claim: ReadClaim, { rate, base, index, settings }: PerHead): Judged | undefined {
  const near = countsNear(claim, index, { most: 8, reach: 500 });
  const verdictPer = (people: number, unit: number, counts: readonly Level[]): Verdict[] =>
    counts.map(({ value }) => verdictOn(rate, scaled(levelRange(value, settings), unit / people), settings));
  const populations = [...(claim.populations ?? []), ...(claim.besides ?? []).map(({ value }) => value)];
  const verdicts = populations.flatMap((people) => verdictPer(people, base.value, near));
  const arithmetic = (["consistent", "truncated"] as const).find((verdict) => verdicts.includes(verdict));
  if (arithmetic !== undefined) return { arithmetic, because: "" };
  const [people, ...others] = populations;
  if (people === undefined || others.length > 0) return undefined;
  const told = near.filter(
    ({ claim: { standing, subject } }) => isBeside(claim, standing?.sentence) && subject === claim.subject,
  );
  const unit = OTHER_UNITS.find(
    (other) => other !== base.value && verdictPer(people, other, told).includes("consistent"),
  );
  return unit === undefined
    ? undefined
    : { arithmetic: "inconsistent", because: `that is the number per ${unit.toLocaleString("en-GB")}` };
}

const OTHER_UNITS = [100, 1000, 10_000, 100_000, 1_000_000];

function isBeside({ standing }: ReadClaim, sentence = -9): boolean {
  const apart = (standing?.sentence ?? 99) - sentence;
  return apart === 0 || apart === 1;
}

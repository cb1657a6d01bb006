import { maybePeriod } from "../base/index.ts";
import type { ClaimValue, ReadClaim, ValueRole } from "./claim.ts";

/** A level that a text states: so many of these, there, then. */
export interface Level {
  readonly value: ClaimValue;
  readonly claim: ReadClaim;
  readonly unit: "count" | "percent" | "rate";
  /** First and last day of its period; empty when that is not known. */
  readonly since: string;
  readonly until: string;
  readonly period: string | null;
}

/** All levels and moves of a text, in order of place; made once a text, so that looking near a claim costs nothing. */
export interface LevelIndex {
  readonly levels: readonly Level[];
  /** The claims with a count in each sentence, by the sentence's number. */
  readonly bySentence: ReadonlyMap<number, readonly ReadClaim[]>;
  readonly bySubject: ReadonlyMap<string | null, readonly Level[]>;
  /** Every difference, percentage and factor. */
  readonly moves: readonly Level[];
  readonly rates: readonly Level[];
  readonly days: DayFinder;
}

/** First and last day of a period by its label, each looked up once. */
export type DayFinder = (label: string | null) => Days;

export interface Days {
  readonly since: string;
  readonly until: string;
}

const NO_DAYS: Days = { since: "", until: "" };

/** Indexes the levels of a text. */
export function indexLevels(claims: readonly ReadClaim[]): LevelIndex {
  const days = dayFinder();
  const levels = claims
    .flatMap((claim) => claim.values.flatMap((value) => levelOf(value, claim, days) ?? []))
    .toSorted((a, b) => a.value.start - b.value.start);
  return {
    levels,
    bySubject: Map.groupBy(levels, ({ claim }) => claim.subject),
    bySentence: Map.groupBy(
      claims.filter(({ values }) => values.some(({ role }) => role === "count")),
      ({ standing }) => standing?.sentence ?? -1,
    ),
    moves: valuesIn(claims, ["percent", "difference", "ratio"]),
    rates: valuesIn(claims, ["rate"]),
    days,
  };
}

function dayFinder(): DayFinder {
  const known = new Map<string, Days>();
  return (label) => {
    if (label === null) return NO_DAYS;
    const found = known.get(label);
    if (found !== undefined) return found;
    const period = maybePeriod(label);
    const days = period === undefined ? NO_DAYS : { since: period.from, until: period.to };
    known.set(label, days);
    return days;
  };
}

function levelOf(value: ClaimValue, claim: ReadClaim, days: DayFinder): Level | undefined {
  const { role } = value;
  if (claim.kind === "rank" || (role === "base" && claim.kind === "rate") || claim.rule.includes("range"))
    return undefined;
  if (role !== "from" && role !== "to" && role !== "count" && role !== "base" && role !== "share" && role !== "rate")
    return undefined;
  const isPercent = role === "share" || (claim.unit === "percent" && (role === "from" || role === "to"));
  const period = role === "from" ? claim.basePeriod : claim.period;
  const unit = role === "rate" ? "rate" : isPercent ? "percent" : "count";
  return { value, claim, unit, ...days(period), period };
}

function valuesIn(claims: readonly ReadClaim[], roles: readonly ValueRole[]): Level[] {
  const found = claims.flatMap((claim) =>
    claim.values
      .filter(({ role }) => roles.includes(role))
      .map((value): Level => ({ value, claim, unit: "count", ...NO_DAYS, period: claim.period })),
  );
  return found.toSorted((a, b) => a.value.start - b.value.start);
}

/** The levels nearest to a claim, at most so many and so far, in order of place. */
export function levelsNear(
  levels: readonly Level[],
  { start, end }: Pick<ReadClaim, "start" | "end">,
  { most, reach }: { readonly most: number; readonly reach: number },
): Level[] {
  let [low, high] = [0, levels.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((levels[middle] as Level).value.start < start) low = middle + 1;
    else high = middle;
  }
  let [first, last] = [low, low];
  const distance = (level: Level | undefined): number =>
    level === undefined ? Number.POSITIVE_INFINITY : Math.max(start - level.value.end, level.value.start - end, 0);
  while (last - first < most) {
    const [before, after] = [distance(levels[first - 1]), distance(levels[last])];
    if (Math.min(before, after) > reach) break;
    if (before <= after) first--;
    else last++;
  }
  return levels.slice(first, last);
}

import { maybePeriod } from "../base/index.ts";
import type { ClaimValue, ReadClaim } from "./claim.ts";

/** A level that a text states: so many of these, there, then. */
export interface Level {
  readonly value: ClaimValue;
  readonly claim: ReadClaim;
  readonly unit: "count" | "percent";
  /** First day of its period; empty when that is not known. */
  readonly since: string;
  readonly period: string | null;
}

/** Every level of a text, in order of place. */
export function levelsOf(claims: readonly ReadClaim[]): Level[] {
  const firstDay = dayFinder();
  return claims
    .flatMap((claim) => claim.values.flatMap((value) => levelOf(value, claim, firstDay) ?? []))
    .toSorted((a, b) => a.value.start - b.value.start);
}

/** First day of a period, each label looked up once. */
function dayFinder(): (label: string) => string {
  const days = new Map<string, string>();
  return (label) => {
    const day = days.get(label) ?? maybePeriod(label)?.from ?? "";
    days.set(label, day);
    return day;
  };
}

function levelOf(value: ClaimValue, claim: ReadClaim, firstDay: (label: string) => string): Level | undefined {
  const { role } = value;
  if (claim.kind === "rank" || claim.kind === "rate" || claim.rule.includes("range")) return undefined;
  if (role !== "from" && role !== "to" && role !== "count" && role !== "base" && role !== "share") return undefined;
  const isPercent = role === "share" || (claim.unit === "percent" && (role === "from" || role === "to"));
  const period = role === "from" ? claim.basePeriod : claim.period;
  const since = period === null ? "" : firstDay(period);
  return { value, claim, unit: isPercent ? "percent" : "count", since, period };
}

/** Every difference, percentage and factor of a text, in order of place. */
export function movesOf(claims: readonly ReadClaim[]): Level[] {
  const moves = claims.flatMap((claim) =>
    claim.values
      .filter(({ role }) => role === "percent" || role === "difference" || role === "ratio")
      .map((value): Level => ({ value, claim, unit: "count", since: "", period: claim.period })),
  );
  return moves.toSorted((a, b) => a.value.start - b.value.start);
}

/** The levels nearest to a claim, at most so many and so far, in order of place. */
export function levelsNear(
  levels: readonly Level[],
  { start, end }: ReadClaim,
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

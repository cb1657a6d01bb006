import { cutPeriod, type Period, sayPeriod, wholeMonths } from "../base/index.ts";
import type { Basis } from "./figure.ts";
import { derivedQuarter } from "./derive.ts";
import type { Counted, Found, Stretch } from "./way.ts";
import { type Candidate, compareTexts, type Pool, sumOf } from "./pool.ts";

/**
 * Every way in which a number can be had, best first: as one source states it, added up over classes, added
 * up over shorter periods, worked out from rolling years. Nothing is mixed within one way but where said.
 */
export function waysToFind(pool: Pool, counted: Counted, period: Stretch): Found[] {
  const direct = [...statedWays(pool, counted, period), ...summedOverClasses(pool, counted, period)];
  const tiled = [tiledBy("quarter", pool, counted, period), tiledBy("month", pool, counted, period)];
  const derived = counted.group === null ? undefined : derivedQuarter(pool, counted, period);
  return [...direct, ...tiled, derived].filter((each) => each !== undefined);
}

/** The single label under which a source may state the number: the group, or the only class. */
function labelsOf({ codes, group }: Counted): readonly string[] {
  return [...(group === null ? [] : [group]), ...(codes.length === 1 ? codes : [])];
}

function statedWays(pool: Pool, counted: Counted, { from, to }: Stretch): Found[] {
  const candidates = labelsOf(counted).flatMap((label) => pool.stated(label, from, to));
  return candidates.map((each) => foundIn([each], each.observations.length === 1 ? "published" : "summed"));
}

function summedOverClasses(pool: Pool, counted: Counted, period: Stretch): Found[] {
  const codes = counted.codes.filter((code) => counted.existsIn(code, period));
  if (counted.codes.length < 2 || codes.length === 0) return [];
  const byClass = codes.map((code) => pool.stated(code, period.from, period.to));
  const releases = (byClass[0] ?? []).map(({ dataset, release }) => ({ dataset, release }));
  return releases.flatMap((wanted) => {
    const parts = byClass.map((there) =>
      there.find((each) => each.dataset === wanted.dataset && each.release === wanted.release),
    );
    return parts.every((each) => each !== undefined) ? [foundIn(parts, "summed")] : [];
  });
}

function tiledBy(by: "quarter" | "month", pool: Pool, counted: Counted, period: Stretch): Found | undefined {
  const tiles = tilesOf(by, period);
  if (tiles.length < 2) return undefined;
  const parts: Found[] = [];
  for (const tile of tiles) {
    const way =
      [...statedWays(pool, counted, tile), ...summedOverClasses(pool, counted, tile)][0] ??
      (counted.group === null ? undefined : derivedQuarter(pool, counted, tile));
    if (way === undefined) return undefined;
    parts.push(way);
  }
  return {
    value: sumOf(parts.map((each) => each.value)),
    basis: parts.some((each) => each.basis === "derived") ? "derived" : "summed",
    rests: parts.flatMap((each) => each.rests),
  };
}

function tilesOf(by: "quarter" | "month", { from, to }: Stretch): readonly Period[] {
  const months = wholeMonths(from, to);
  const startsQuarter = [1, 4, 7, 10].includes(Number(from.slice(5, 7)));
  if (months === 0 || (by === "quarter" && (months % 3 !== 0 || !startsQuarter))) return [];
  return cutPeriod({ from, to }, by);
}

function foundIn(candidates: readonly Candidate[], basis: Basis): Found {
  return {
    value: sumOf(candidates.map((each) => each.value)),
    basis,
    rests: candidates.flatMap((each) => each.observations).map((observation) => ({ sign: 1 as const, observation })),
  };
}

/** Why a number cannot be had, in words. */
export function whyMissing(pool: Pool, counted: Counted, period: Stretch): string {
  const labels = new Set([...labelsOf(counted), ...counted.codes]);
  const held = pool.observations.filter((each) => labels.has(each.class));
  if (held.length === 0) return "no release that is held states these classes for this area";
  const overlapping = held.filter((each) => each.period_from <= period.to && each.period_to >= period.from);
  if (overlapping.length === 0) return `nothing that is held covers ${sayPeriod(period)}; ${sayReach(held)}`;
  const onlyYears = overlapping.every((each) => wholeMonths(each.period_from, each.period_to) === 12);
  if (onlyYears && wholeMonths(period.from, period.to) < 12) {
    return "only rolling years are held here, and a rolling year cannot be un-summed without a year whose quarters are known";
  }
  const unstated = counted.codes.filter(
    (code) => counted.existsIn(code, period) && !overlapping.some((each) => each.class === code),
  );
  if (unstated.length > 0 && unstated.length < counted.codes.length) {
    return `nothing that is held states ${unstated.join(", ")} for ${sayPeriod(period)}, so the classes cannot be added up`;
  }
  return (
    saidGaps(pool, counted, period) ??
    `what is held does not cover ${sayPeriod(period)} whole; ${sayReach(overlapping)}`
  );
}

/** Which quarters or months of a period are missing, and what the others come to. */
function saidGaps(pool: Pool, counted: Counted, period: Stretch): string | undefined {
  for (const by of ["quarter", "month"] as const) {
    const tiles = tilesOf(by, period).map((tile) => ({ tile, way: waysToFind(pool, counted, tile)[0] }));
    const held = tiles.flatMap(({ way }) => (way === undefined ? [] : [way.value]));
    if (held.length === 0) continue;
    const gaps = tiles.filter(({ way }) => way === undefined).map(({ tile }) => sayPeriod(tile));
    return `missing: ${gaps.join(", ")}; the other ${by === "month" ? "months" : "quarters"} come to ${sumOf(held).toLocaleString("en-GB")}`;
  }
  return undefined;
}

function sayReach(held: readonly { period_from: string; period_to: string }[]): string {
  const from = held.map((each) => each.period_from).toSorted(compareTexts)[0];
  const to = held
    .map((each) => each.period_to)
    .toSorted(compareTexts)
    .at(-1);
  return `it reaches from ${from} to ${to}`;
}

import type { ByStart, Held } from "./held.ts";

/** Shorter steps worked out from rolling years, and how long they are. */
export interface Unrolled {
  readonly months: 1 | 3;
  readonly values: ByStart;
}

/**
 * Takes overlapping years apart. Two years that begin one step apart differ by a step and the same step a year
 * before, R(t + s) − R(t) = Q(t + 12) − Q(t); so a year whose steps are known and add up to it, or a year of nought,
 * fixes the others. Nothing is given unless most years are met by steps that add up to them, and none by others. Steps that are stated outside all years are kept.
 */
export function unrolled({ byMonths }: Pick<Held, "byMonths">): Unrolled | undefined {
  const years = byMonths[12];
  const months = stepOf([...years.keys()]);
  if (months === undefined) return undefined;
  const stated = new Map(byMonths[months]);
  if (months === 3) addTiles(byMonths[1], stated);
  const values = anchorsOf(years, months, stated);
  const links = [...years].flatMap(([start, total]) => {
    const next = years.get(start + months);
    return next === undefined ? [] : [{ start, difference: next - total }];
  });
  while (spread(links, values) || complete(years, months, values));
  if (!isWhole(years, months, values)) return undefined;
  for (const [start, value] of stated) if (!values.has(start)) values.set(start, value);
  return { months, values };
}

/** Steps of the years that they add up to; other vintages are left aside. Where there is no such year, all that is stated. */
function anchorsOf(years: ByStart, months: 1 | 3, stated: ByStart): ByStart {
  const anchors = new Map<number, number>();
  for (const [start, total] of years) {
    const steps = within(start, months);
    const parts = steps.map((at) => (total === 0 ? 0 : stated.get(at)));
    if (parts.some((each) => each === undefined) || sum(parts.map(Number)) !== total) continue;
    for (const [i, at] of steps.entries()) anchors.set(at, parts[i] ?? 0);
  }
  return anchors.size > 0 ? anchors : new Map(stated);
}

/** By how much the beginnings of the years differ: a month, a quarter, or nothing shorter than a year. */
function stepOf(starts: readonly number[]): 1 | 3 | undefined {
  const phases = new Set(starts.map((each) => each % 12));
  if (phases.size < 2) return undefined;
  return new Set(starts.map((each) => each % 3)).size > 1 ? 1 : 3;
}

/** Quarters whose three months are known. */
function addTiles(months: ByStart, quarters: ByStart): void {
  for (const start of months.keys()) {
    const parts = [0, 1, 2].map((each) => months.get(start + each));
    if (start % 3 === 0 && !quarters.has(start) && parts.every((each) => each !== undefined)) {
      quarters.set(start, sum(parts));
    }
  }
}

interface Link {
  readonly start: number;
  readonly difference: number;
}

/** One round of R(t + s) − R(t) = Q(t + 12) − Q(t); says whether anything became known. */
function spread(links: readonly Link[], values: ByStart): boolean {
  const before = values.size;
  for (const { start, difference } of links) {
    const [early, late] = [values.get(start), values.get(start + 12)];
    if (early !== undefined && late === undefined) values.set(start + 12, early + difference);
    if (early === undefined && late !== undefined) values.set(start, late - difference);
  }
  return values.size > before;
}

/** One round of years in which a single step is not known. */
function complete(years: ByStart, months: 1 | 3, values: ByStart): boolean {
  const before = values.size;
  for (const [start, total] of years) {
    const unknown = within(start, months).filter((each) => !values.has(each));
    const [only] = unknown;
    if (only === undefined || unknown.length > 1) continue;
    values.set(only, total - sum(within(start, months).map((each) => values.get(each) ?? 0)));
  }
  return values.size > before;
}

/** Whether no step is negative, most years are met, and none is missed; years too far from an anchor are let go. */
function isWhole(years: ByStart, months: 1 | 3, values: ByStart): boolean {
  if ([...values.values()].some((each) => each < 0)) return false;
  const met = [...years].map(([start, total]) => {
    const parts = within(start, months).map((each) => values.get(each));
    return parts.some((each) => each === undefined) ? null : sum(parts.map(Number)) === total;
  });
  return !met.includes(false) && met.filter((each) => each === true).length * 2 > years.size;
}

function within(start: number, months: number): number[] {
  return Array.from({ length: 12 / months }, (_, i) => start + i * months);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}

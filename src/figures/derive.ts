import { cutPeriod, wholeMonths } from "../base/index.ts";
import type { Contribution } from "./figure.ts";

import { type Candidate, type Pool, sumOf } from "./pool.ts";
import type { Counted, Found, Stretch } from "./way.ts";

/** How many years a chain may run from the year whose quarters are known. */
const LONGEST_CHAIN_YEARS = 12;

/**
 * A quarter worked out from rolling years. Two rolling years one quarter apart differ by a quarter and the
 * same quarter a year before: Q(t) = Q(t + 1 year) − R(t + 1 year) + R(t + 1 year − 1 quarter). So one year
 * whose quarters are known anchors all the others; without one, nothing can be said. The anchor's quarters
 * must add up to the rolling year of the same dataset, else two vintages would be mixed.
 */
export function derivedQuarter(pool: Pool, counted: Counted, quarter: Stretch): Found | undefined {
  if (counted.group === null || wholeMonths(quarter.from, quarter.to) !== 3) return undefined;
  const chain = new Chain(pool, counted, counted.group);
  return chain.towards(quarter.from, 1) ?? chain.towards(quarter.from, -1);
}

class Chain {
  readonly #pool: Pool;
  readonly #counted: Counted;
  readonly #group: string;

  constructor(pool: Pool, counted: Counted, group: string) {
    this.#pool = pool;
    this.#counted = counted;
    this.#group = group;
  }

  /** Walks to later (1) or earlier (−1) years until a known quarter is met. */
  towards(from: string, direction: 1 | -1): Found | undefined {
    const links: Contribution[] = [];
    for (let years = 1; years <= LONGEST_CHAIN_YEARS; years++) {
      const later = direction === 1 ? addMonths(from, 12 * years) : addMonths(from, -12 * (years - 1));
      const upper = this.#rollingYear(lastDayOf(later));
      const lower = this.#rollingYear(lastDayBefore(later));
      if (upper === undefined || lower === undefined) return undefined;
      links.push(...signed(upper, direction === 1 ? -1 : 1), ...signed(lower, direction === 1 ? 1 : -1));
      const anchorFrom = addMonths(from, 12 * years * direction);
      const anchor = this.#knownQuarter(anchorFrom);
      if (anchor !== undefined && this.#anchorHolds(anchorFrom)) return foundBy([...anchor, ...links]);
    }
    return undefined;
  }

  #rollingYear(to: string): Candidate | undefined {
    return this.#pool.stated(this.#group, addMonths(firstDayAfter(to), -12), to)[0];
  }

  #knownQuarter(from: string): Contribution[] | undefined {
    const to = lastDayOf(from);
    const stated = this.#pool.stated(this.#group, from, to)[0];
    if (stated !== undefined) return signed(stated, 1);
    const codes = this.#counted.codes.filter((code) => this.#counted.existsIn(code, { from, to }));
    const parts = codes.map((code) => this.#pool.stated(code, from, to)[0]);
    if (parts.length === 0 || parts.some((each) => each === undefined)) return undefined;
    return parts.flatMap((each) => signed(each as Candidate, 1));
  }

  /** The financial year of the anchor: its four known quarters equal its rolling year. */
  #anchorHolds(quarterFrom: string): boolean {
    const month = Number(quarterFrom.slice(5, 7));
    const yearFrom = month >= 4 ? `${quarterFrom.slice(0, 4)}-04-01` : `${Number(quarterFrom.slice(0, 4)) - 1}-04-01`;
    const yearTo = lastDayBefore(addMonths(yearFrom, 12));
    const quarters = cutPeriod({ from: yearFrom, to: yearTo }, "quarter").map((each) => this.#knownQuarter(each.from));
    if (quarters.some((each) => each === undefined)) return false;
    const total = foundBy(quarters.flatMap((each) => each ?? [])).value;
    return this.#rollingYear(yearTo)?.value === total;
  }
}

function foundBy(rests: readonly Contribution[]): Found {
  return { value: sumOf(rests.map(({ sign, observation }) => sign * observation.value)), basis: "derived", rests };
}

function signed(candidate: Candidate, sign: 1 | -1): Contribution[] {
  return candidate.observations.map((observation) => ({ sign, observation }));
}

function addMonths(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

function firstDayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

/** The last day of the quarter that begins on `from`. */
function lastDayOf(from: string): string {
  return Temporal.PlainDate.from(from).add({ months: 3 }).subtract({ days: 1 }).toString();
}

function lastDayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}

/** Counts by when they began (rows, oldest first) and by delay (columns, from 0); null where not yet seen. */
export type Triangle = readonly (readonly (number | null)[])[];

/** What a triangle tells of its delays. */
export interface DelayProfile {
  /** Cumulative counts to delay d over those to d − 1, d = 1 …; null where no row says. */
  readonly factors: readonly (number | null)[];
  /** The share of all that arrives at each delay, the last column taken as the end; adds up to 1. */
  readonly shares: readonly number[];
}

/** One row completed: what is there, what share of it that should be, and what it should come to. */
export interface Completed {
  readonly soFar: number;
  readonly shareThere: number;
  /** Null when nothing can be there yet: the share is 0. */
  readonly completed: number | null;
}

/**
 * Chain ladder: the delays of the older rows, pooled. At each delay the share arriving then, of all that had arrived
 * by then, is taken over the rows that have seen it; the shares of the whole follow from the last delay backwards.
 */
export function delayProfile(triangle: Triangle): DelayProfile {
  const rows = triangle.map(seenOf);
  const delays = Math.max(0, ...triangle.map((row) => row.length));
  const steps = Array.from({ length: delays }, (_, d) => stepAt(rows, d));
  const shares: number[] = [];
  let there = 1;
  for (const { before, after } of steps.toReversed()) {
    const kept = after === 0 ? 1 : before / after;
    shares.unshift(there * (1 - kept));
    there *= kept;
  }
  return { factors: steps.slice(1).map(({ before, after }) => (before === 0 ? null : after / before)), shares };
}

/** Each row with what is still to come added, as the delays of a profile have it. */
export function completeCounts(triangle: Triangle, { shares }: Pick<DelayProfile, "shares">): readonly Completed[] {
  return triangle.map((row) => {
    const seen = seenOf(row);
    const soFar = sum(seen);
    const shareThere = seen.length >= shares.length ? 1 : sum(shares.slice(0, seen.length));
    return { soFar, shareThere, completed: shareThere > 0 ? soFar / shareThere : null };
  });
}

/** The counts of a row up to the first that is not yet seen. */
function seenOf(row: readonly (number | null)[]): readonly number[] {
  const end = row.indexOf(null);
  const seen = (end === -1 ? row : row.slice(0, end)) as readonly number[];
  for (const count of seen)
    if (!(count >= 0 && count < Infinity)) throw new RangeError(`a count must be zero or more: ${count}`);
  return seen;
}

/** Sums to delay d − 1 and to d over the rows that have seen d; to before the first delay, nothing. */
function stepAt(rows: readonly (readonly number[])[], d: number): { before: number; after: number } {
  let [before, after] = [0, 0];
  for (const row of rows) {
    if (row.length <= d) continue;
    const earlier = sum(row.slice(0, d));
    before += earlier;
    after += earlier + (row[d] ?? 0);
  }
  return { before, after };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

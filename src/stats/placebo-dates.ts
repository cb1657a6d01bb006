import type { Points, TwoStretches } from "./log-levels.ts";

/** Where one change stands among those that the same comparison gives at other dates of the series. */
export interface PlaceboDates {
  /** 1 when no other date shows as large a change, up or down. */
  readonly rank: number;
  readonly of: number;
}

/** The same comparison moved along the series, as long as all of it lies before `to`; null with fewer than a year of such dates. */
export function placeboDates(stretches: TwoStretches, weights: Float64Array): PlaceboDates | null {
  const { counts, from, to, season } = stretches;
  const own = Math.abs(logRatio(counts, weights, stretches));
  const changes: number[] = [];
  for (let back = to.to - to.from + 1; from.from - back >= 1; back++) {
    const change = logRatio(counts, weights, { from: moved(from, back), to: moved(to, back) });
    if (!Number.isNaN(change)) changes.push(Math.abs(change));
  }
  if (Number.isNaN(own) || changes.length < Math.max(season, FEWEST)) return null;
  return { rank: 1 + changes.filter((change) => change >= own).length, of: 1 + changes.length };
}

const FEWEST = 4;

/** Log of the rate in `to` over that in `from`, season taken out; ±Infinity where one is 0, `NaN` where nothing is known. */
export function logRatio(
  counts: readonly (number | null)[],
  weights: Float64Array,
  { from, to }: { readonly from: Points; readonly to: Points },
): number {
  return Math.log(rateIn(to) / rateIn(from));

  function rateIn(points: Points): number {
    let [cases, weight] = [0, 0];
    for (let i = points.from - 1; i < points.to; i++) {
      const count = counts[i];
      if (count === null || count === undefined) continue;
      cases += count;
      weight += weights[i]!;
    }
    return cases / weight;
  }
}

function moved({ from, to }: Points, back: number): Points {
  return { from: from - back, to: to - back };
}

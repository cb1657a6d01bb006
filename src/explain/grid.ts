import type { ChangeQuestion } from "./explanation.ts";
import type { Months, Series } from "./panel.ts";

/** The even steps on which a question's counts are looked at. */
export interface Grid {
  readonly months: 1 | 3 | 12;
  /** The first month of the first step. */
  readonly start: number;
  readonly length: number;
  /** The log change asked about: how much a step holds when an effect begins within it depends on its size. */
  readonly size?: number;
}

/** What lies longer before the earlier period, or longer after the later one, says more of other times than of the change. */
const MONTHS_BEFORE = 60;
const MONTHS_AFTER = 24;

/** The coarsest steps among the classes asked about, over what is held near the two periods; undefined when nothing is. */
export function gridOf({ panel, area, classes, from, to }: ChangeQuestion): Grid | undefined {
  const series = classes.flatMap((each) => panel.series("recorded", area, each) ?? []);
  if (series.length === 0) return undefined;
  const months = series.reduce<1 | 3 | 12>((coarsest, each) => (each.months > coarsest ? each.months : coarsest), 1);
  const aligned = series.find((each) => each.months === months)!;
  const first = Math.max(from.first - MONTHS_BEFORE, Math.min(...series.map((each) => each.start)));
  const held = Math.max(...series.map((each) => each.start + each.months * each.values.length));
  const end = Math.min(to.last + 1 + MONTHS_AFTER, held);
  const start = aligned.start - Math.floor((aligned.start - first) / months) * months;
  if (end <= start) return undefined;
  return { months, start, length: Math.floor((end - start) / months) };
}

/** The counts of each step, NaN where any part of it is not known. */
export function countsOn(grid: Grid, series: Series | undefined): Float64Array {
  const counts = new Float64Array(grid.length).fill(Number.NaN);
  if (series === undefined || series.months > grid.months) return counts;
  const parts = grid.months / series.months;
  for (let i = 0; i < grid.length; i++) {
    const first = (grid.start + i * grid.months - series.start) / series.months;
    if (!Number.isInteger(first)) return counts;
    let sum = 0;
    for (let k = 0; k < parts; k++) sum += series.values[first + k] ?? Number.NaN;
    counts[i] = sum;
  }
  return counts;
}

/** The level at the middle of each step, on the line between the middles of the series' own steps; flat beyond its ends. */
export function levelsOn(grid: Grid, { months, start, values }: Series): Float64Array | undefined {
  const known = values.flatMap((value, i) => (value === null ? [] : [{ at: start + (i + 0.5) * months, value }]));
  if (known.length === 0) return undefined;
  let k = 0;
  return Float64Array.from({ length: grid.length }, (_, i) => {
    const at = grid.start + (i + 0.5) * grid.months;
    while (k + 1 < known.length && known[k + 1]!.at <= at) k++;
    const [before, after] = [known[k]!, known[k + 1]];
    if (after === undefined || at <= before.at) return before.value;
    return before.value + ((after.value - before.value) * (at - before.at)) / (after.at - before.at);
  });
}

/** The steps that lie wholly within a stretch: from `first` to before `end`. */
export function stepsWithin(grid: Grid, { first, last }: Months): { readonly first: number; readonly end: number } {
  const end = Math.min(grid.length, Math.floor((last + 1 - grid.start) / grid.months));
  return { first: Math.max(0, Math.ceil((first - grid.start) / grid.months)), end };
}

/** The mean a month of a count, or the mean of a level, over a stretch; null when less than half of it is known. */
export function meanOver(
  { months, start, values }: Series,
  { first, last }: Months,
  kind: "count" | "level",
): number | null {
  let [sum, weight] = [0, 0];
  const [i0, i1] = [Math.floor((first - start) / months), Math.floor((last - start) / months)];
  for (let i = Math.max(0, i0); i <= Math.min(values.length - 1, i1); i++) {
    const value = values[i]!;
    const begins = start + i * months;
    const overlap = Math.min(last + 1, begins + months) - Math.max(first, begins);
    if (value === null || overlap <= 0) continue;
    sum += (kind === "count" ? value / months : value) * overlap;
    weight += overlap;
  }
  return weight * 2 >= last + 1 - first ? sum / weight : null;
}

import { type BeyondReason, beyondOrdinary } from "../stats/index.ts";
import type { ChangeQuestion } from "./explanation.ts";
import { type Grid, gridOf, stepsWithin } from "./grid.ts";
import { trackOf } from "./tracks.ts";

/** Whether one of many changes is beyond ordinary variation, before it is known how many are. */
export interface Tested {
  /** Null where it cannot be told. */
  readonly p: number | null;
  readonly why: BeyondReason | "no-steps";
  /** Of the ratio of the later to the earlier level, by the series' own spread. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/** So many others of about the same size are set beside each series: more cost time and decide little. */
const BESIDE = 11;

/** Sets one class in one area against its own spread and against other areas of about its size. */
export function testOf(question: ChangeQuestion, seriesOn: SeriesOn): Tested {
  const grid = gridOf(question);
  if (grid === undefined) return UNTOLD;
  const [from, to] = [stepsWithin(grid, question.from), stepsWithin(grid, question.to)];
  if (from.first >= from.end || to.first >= to.end || to.first < from.end) return UNTOLD;
  const all = seriesOn(grid, question.classes);
  const mine = all.find(({ area }) => area === question.area);
  if (mine === undefined) return UNTOLD;
  const near = all
    .filter((each) => each !== mine && each.mean > 0)
    .toSorted((a, b) => Math.abs(Math.log(a.mean / mine.mean)) - Math.abs(Math.log(b.mean / mine.mean)))
    .slice(0, BESIDE);
  const { p, why, level, verdict } = beyondOrdinary({
    counts: mine.counts,
    from: { from: from.first + 1, to: from.end },
    to: { from: to.first + 1, to: to.end },
    season: grid.months === 1 ? 12 : grid.months === 3 ? 4 : 1,
    peers: near.map(({ counts }) => counts),
  });
  // A change that the series itself does not bear out is none, however surely the others moved.
  const own = p === null || verdict === "changed" ? p : Math.max(p, level?.p ?? 0, NOT_SHOWN);
  return { p: own, why, interval: level === null ? null : { low: level.low, high: level.high } };
}

/** What is not called changed has no smaller probability than this. */
const NOT_SHOWN = 0.05;

const UNTOLD: Tested = { p: null, why: "no-steps", interval: null };

interface AreaCounts {
  readonly area: string;
  readonly counts: readonly (number | null)[];
  readonly mean: number;
}

type SeriesOn = (grid: Grid, classes: readonly string[]) => readonly AreaCounts[];

/** The counts of all areas of a panel on a grid, read once for all areas that are looked at on the same one. */
export function sharedSeries({ panel }: Pick<ChangeQuestion, "panel">): SeriesOn {
  const known = new Map<string, readonly AreaCounts[]>();
  return (grid, classes) => {
    const key = `${grid.months} ${grid.start} ${grid.length} ${classes.join("+")}`;
    return known.get(key) ?? keep(known, key, () => countsOfAll({ panel }, { grid, classes }));
  };
}

function keep<T>(known: Map<string, T>, key: string, make: () => T): T {
  const made = make();
  known.set(key, made);
  return made;
}

function countsOfAll(
  { panel }: Pick<ChangeQuestion, "panel">,
  { grid, classes }: { readonly grid: Grid; readonly classes: readonly string[] },
): readonly AreaCounts[] {
  return panel.areas.map((area) => {
    const { counts, mean } = trackOf(panel, grid, { area, classes });
    return { area, mean, counts: Array.from(counts, (count) => (Number.isNaN(count) ? null : count)) };
  });
}

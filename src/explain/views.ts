import { generalisedScores, type Scores } from "../stats/index.ts";
import type { ChangeQuestion } from "./explanation.ts";
import { type Grid, stepsWithin } from "./grid.ts";
import { loneNoise } from "./lone-noise.ts";
import { type Noise, noiseOf } from "./noise.ts";
import { decayShape, type Shape, stepShape } from "./shapes.ts";
import { middle } from "./witnesses.ts";
import { eventsThatTouch } from "./touching.ts";
import { unmoved } from "./unmoved.ts";
import { aside, begun, commonTrack, type Track, trackOf } from "./tracks.ts";

/** Fewer areas than this make no common course to set one against. */
export const FEWEST_PEERS = 4;

/** A series seen apart from others, or the others' own: what each shape would have added to it. */
export interface View {
  readonly logs: Float64Array;
  /** The variance of each step by itself. */
  readonly own: Float64Array;
  readonly noise: Noise;
  readonly seasonal: boolean;
  /** Columns that may take any size: what rules did at other times. */
  readonly settled: readonly Float64Array[];
}

/** What the counts asked about did: in this area apart from the others, and in the others together. */
export interface Course {
  readonly grid: Grid;
  readonly own: Track;
  /** The other areas. */
  readonly others: readonly Track[];
  /** Of the area apart from its peers; the area itself where there are too few peers. */
  readonly local: View;
  /** Null where there are too few peers. */
  readonly national: View | null;
  readonly from: { readonly first: number; readonly end: number };
  readonly to: { readonly first: number; readonly end: number };
}

/** Looks at the counts of a question step by step. */
export function courseOf(question: ChangeQuestion, grid: Grid): Course {
  const { panel, area, classes } = question;
  const ends = { from: stepsWithin(grid, question.from), to: stepsWithin(grid, question.to) };
  const track = (place: string) => begun(trackOf(panel, grid, { area: place, classes }), ends.from);
  const own = track(area);
  const places = (question.peers ?? panel.areas).filter((each) => each !== area);
  const tracks = places.map(track).filter(({ mean }) => mean > 0);
  const settled = [...otherRules(question, grid), ...otherEvents(question, grid)];
  if (tracks.length < FEWEST_PEERS) {
    const own_ = ownVariance(own, 0);
    return {
      grid,
      own,
      others: tracks,
      local: {
        logs: own.logs,
        own: own_,
        noise: loneNoise({ logs: own.logs, variance: 1 / Math.max(1, own.mean) }, grid),
        seasonal: true,
        settled,
      },
      national: null,
      ...ends,
    };
  }
  const everyones = commonTrack(tracks, grid.length);
  const noise = noiseOf(tracks, everyones.logs, grid);
  const common = commonTrack(unmoved(tracks, { noise, common: everyones.logs, ...ends }), grid.length);
  const local: View = {
    logs: aside(own.logs, common.logs),
    own: ownVariance(own, common.variance),
    noise,
    seasonal: false,
    settled: [],
  };
  const national: View = {
    logs: common.logs,
    own: new Float64Array(grid.length).fill(common.variance),
    noise: ofNation(common.logs, noise, grid),
    seasonal: true,
    settled,
  };
  return { grid, own, others: tracks, local, national, ...ends };
}

/** Steps at the rules that touch the classes asked about before the earlier period was over or after the later one. */
function otherRules({ context, classes, from, to }: ChangeQuestion, grid: Grid): readonly Float64Array[] {
  const months = context.rules
    .filter(({ fromClass, toClass }) => {
      const touches = (each: string | null) => each !== null && classes.includes(each);
      return touches(fromClass) !== touches(toClass);
    })
    .map(({ month }) => month)
    .filter((month) => (month <= from.first || month > to.last) && month > grid.start);
  return [...new Set(months)]
    .map((month) => stepShape(grid, month).values)
    .filter((values) => values.some((value) => value !== values[0]));
}

/** Spikes at the events that would set off the classes asked about, but not between the periods: one a month. */
function otherEvents(question: ChangeQuestion, grid: Grid): readonly Float64Array[] {
  const asked = new Set(eventsThatTouch(question));
  const others = question.context.events.filter(
    (event) => !asked.has(event) && event.classes.some((each) => question.classes.includes(each)),
  );
  const months = new Map(others.map((event) => [event.month, event.date]));
  return [...months.values()]
    .map((date) => decayShape(grid, date, { lasting: USUAL_FADING }).values)
    .filter((values) => values.some((value) => value > 0.1));
}

/** Months to a fall to 1/e, of an event that is not asked about. */
const USUAL_FADING = 1.5;

/**
 * A whole nation's course has noise of its own: what all areas share cannot be seen by setting them side by side. How
 * restless it is shows in its steps from one time to the next, of which a few may be changes.
 */
function ofNation(logs: Float64Array, { fading }: Noise, grid: Grid): Noise {
  const steps = withoutSeason(
    logs.slice(1).map((log, i) => log - logs[i]!),
    12 / grid.months,
  );
  const restless = (1.4826 * middle(steps.map(Math.abs))) ** 2;
  const shared = Math.max(0.03 ** 2, Math.min(0.2 ** 2, (RESTLESS_PART * restless) / (2 * (1 - fading))));
  return { own: 0.01 ** 2, shared, fading, sloping: ((0.02 * grid.months) / 12) ** 2 };
}

/** Chance makes up the rest of the steps. */
const RESTLESS_PART = 0.6;

/** Steps less what is usual at their time of the year, where three years say what that is; else less what is usual. */
function withoutSeason(steps: Float64Array, season: number): readonly number[] {
  const known = steps.filter(Number.isFinite);
  const usual = (k: number) => {
    const same = steps.filter((step, i) => i % season === k % season && Number.isFinite(step));
    return same.length >= 3 ? middle([...same]) : middle([...known]);
  };
  const less = [...steps.keys()].map((k) => steps[k]! - usual(k)).filter(Number.isFinite);
  // Three steps less their own median are smaller than steps less what is true of all years.
  const years = known.length / season;
  return less.map((each) => each * Math.sqrt(years / Math.max(1, years - 1)));
}

/** A count's log varies as one over its mean; the mean is that of a few steps around, so that chance does not weigh itself. */
function ownVariance({ counts, mean }: Track, more: number): Float64Array {
  return counts.map((_, i) => {
    let [sum, known] = [mean, 1];
    for (let k = Math.max(0, i - AROUND); k <= Math.min(counts.length - 1, i + AROUND); k++) {
      if (Number.isNaN(counts[k]!)) continue;
      sum += counts[k]!;
      known++;
    }
    return 1 / Math.max(0.5, sum / known) + more;
  });
}

const AROUND = 3;

/** What a view says of some shapes, with its level and season free. */
export function scoresOf(view: View, grid: Grid, shapes: readonly Shape[]): Scores {
  const kept = [...view.logs.keys()].filter((i) => Number.isFinite(view.logs[i]!));
  const pick = (values: ArrayLike<number>) => Float64Array.from(kept, (i) => values[i]!);
  const own = pick(view.own).map((variance) => variance + view.noise.own);
  const nuisance = [new Float64Array(kept.length).fill(1), ...[...seasonOf(view, grid), ...view.settled].map(pick)];
  return generalisedScores(
    pick(view.logs),
    shapes.map(({ values }) => pick(values)),
    {
      scatter: { own, at: kept, shared: view.noise.shared, fading: view.noise.fading, sloping: view.noise.sloping },
      nuisance,
    },
  );
}

/** Two waves a year, four with four years and more; none where the season is the others' too. */
function seasonOf({ seasonal }: View, { months, start, length }: Grid): readonly Float64Array[] {
  const years = (length * months) / 12;
  if (!seasonal || months === 12 || years < 2) return [];
  const waves = months === 3 ? 1 : years < 4 ? 2 : 4;
  return Array.from({ length: waves * 2 }, (_, k) => {
    const wave = k % 2 === 0 ? Math.cos : Math.sin;
    return Float64Array.from({ length }, (_, i) =>
      wave((2 * Math.PI * (Math.floor(k / 2) + 1) * (start + i * months)) / 12),
    );
  });
}

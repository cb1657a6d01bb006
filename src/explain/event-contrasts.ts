import type { Occurrence } from "./context.ts";
import type { ChangeQuestion } from "./explanation.ts";
import { type Grid, gridOf } from "./grid.ts";
import { loneNoise } from "./lone-noise.ts";
import { decayShape, stepShape } from "./shapes.ts";
import { aside, commonTrack, trackOf } from "./tracks.ts";
import { FEWEST_PEERS, type View } from "./views.ts";

/** A course around an event, ready to be fitted. */
export interface Around {
  readonly grid: Grid;
  readonly view: View;
}

/** The courses in which one class is looked at around an event; null where there is nothing to set it against. */
export interface Contrast {
  readonly here: Around;
  readonly againstTwins: Around | null;
  readonly elsewhere: Around | null;
  readonly apart: Around | null;
}

export interface StudiedUnit {
  readonly name: string;
  readonly classes: readonly string[];
}

/** The class here, against its twins, elsewhere and apart from there; null where too little is held around the event. */
export function contrastsOf(
  question: ChangeQuestion,
  event: Occurrence,
  { name, classes }: StudiedUnit,
): Contrast | null {
  const { panel, area } = question;
  const grid = gridAround({ ...question, className: name, classes }, event.month);
  if (grid === null) return null;
  const settled = settledIn(question, event, { classes, grid });
  const around = (logs: Float64Array, variance: number, seasonal: boolean): Around => ({
    grid,
    view: {
      logs,
      own: new Float64Array(grid.length).fill(variance),
      noise: loneNoise({ logs, variance }, grid),
      seasonal,
      settled,
    },
  });
  const own = trackOf(panel, grid, { area, classes });
  if (own.mean < FEWEST_A_STEP || !isHeldAround(own.counts, grid, event.month)) return null;
  const twins = event.twins.filter((each) => panel.series("recorded", area, each) !== undefined);
  const twin =
    twins.length === 0 || !classes.some((each) => event.classes.includes(each))
      ? null
      : trackOf(panel, grid, { area, classes: twins });
  const places = (question.peers ?? panel.areas).filter((each) => each !== area);
  const tracks = places.map((place) => trackOf(panel, grid, { area: place, classes })).filter(({ mean }) => mean > 0);
  const common = tracks.length < FEWEST_PEERS ? null : commonTrack(tracks, grid.length);
  return {
    here: around(own.logs, 1 / own.mean, true),
    againstTwins:
      twin === null ? null : around(aside(own.logs, twin.logs), 1 / own.mean + 1 / Math.max(1, twin.mean), false),
    elsewhere: common === null ? null : around(common.logs, common.variance, true),
    apart: common === null ? null : around(aside(own.logs, common.logs), 1 / own.mean + common.variance, false),
  };
}

/** A class with fewer cases a step shows no spike that could be told. */
const FEWEST_A_STEP = 5;
const MONTHS_BEFORE = 60;
const MONTHS_AFTER = 12;
/** Without so much a level before and what is left after cannot be told. */
const LEAST_BEFORE = 12;
const LEAST_AFTER = 3;

/** Five years before the event and one after, as far as they are held. */
function gridAround(question: ChangeQuestion, month: number): Grid | null {
  const from = { first: month - 12, last: month - 1 };
  const grid = gridOf({ ...question, from, to: { first: month, last: month + 11 } });
  if (grid === undefined || grid.months === 12) return null;
  const { months } = grid;
  const late = Math.max(0, Math.floor((month - MONTHS_BEFORE - grid.start) / months));
  const start = grid.start + late * months;
  const length = Math.min(grid.length - late, Math.floor((month + MONTHS_AFTER - start) / months));
  if (start + LEAST_BEFORE > month || start + length * months < month + LEAST_AFTER) return null;
  return { months, start, length };
}

function isHeldAround(counts: Float64Array, { months, start }: Grid, month: number): boolean {
  const step = Math.floor((month - start) / months);
  const known = (first: number, end: number) =>
    counts.slice(Math.max(0, first), end).filter((each) => !Number.isNaN(each)).length;
  return known(step, step + 2) > 0 && known(step - 24 / months, step) * months >= LEAST_BEFORE;
}

/** Steps at rules that touch the class, and spikes of other events that do, unless they lie too close to tell apart. */
function settledIn(
  { context }: ChangeQuestion,
  event: Occurrence,
  { classes, grid }: { readonly classes: readonly string[]; readonly grid: Grid },
): readonly Float64Array[] {
  const isOurs = (each: string | null) => each !== null && classes.includes(each);
  const rules = context.rules.filter(({ fromClass, toClass }) => isOurs(fromClass) !== isOurs(toClass));
  const others = context.events.filter(
    (each) => each.classes.some(isOurs) && Math.abs(each.month - event.month) > TOO_CLOSE,
  );
  const months = new Map(others.map(({ month, date }) => [month, date]));
  return [
    ...[...new Set(rules.map(({ month }) => month))].map((month) => stepShape(grid, month).values),
    ...[...months.values()].map((date) => decayShape(grid, date, { lasting: USUAL_FADING }).values),
  ].filter((values) => values.some((value) => Math.abs(value - values[0]!) > 0.1));
}

/** Months. */
const TOO_CLOSE = 2;
const USUAL_FADING = 1.5;

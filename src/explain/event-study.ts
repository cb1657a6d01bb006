import { believe, normalTails } from "../stats/index.ts";
import { type Grid, gridOf } from "./grid.ts";
import type { ChangeQuestion } from "./explanation.ts";
import type { Occurrence } from "./context.ts";
import { decayShape, stepShape } from "./shapes.ts";
import { courseOf, scoresOf, type View } from "./views.ts";

/** What an event did to one class: a spike that fades, and what stayed. Log changes with 95 % intervals. */
export interface EventEffect {
  readonly className: string;
  /** The log height on the day, in the area apart from the others where there are others, else in the area itself. */
  readonly spike: Measured;
  /** Months until the spike had fallen to 1/e, and the longest and shortest that fit nearly as well; null without a spike. */
  readonly fading: { readonly best: number; readonly low: number; readonly high: number } | null;
  /** What is left once the spike is gone. */
  readonly left: Measured;
  /** How much of the count of the event's own month the spike is: the count there against the count without it. */
  readonly inItsMonth: number;
  readonly moved: "rose" | "fell" | "not-shown";
  /** As the event's record has it: a class it is said to set off, its twin, or neither. */
  readonly role: "touched" | "twin" | "other";
}

interface Measured {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** How an event is looked at. */
export interface EventQuestion extends Pick<ChangeQuestion, "panel" | "area" | "context"> {
  readonly event: Occurrence;
  readonly classes: readonly string[];
}

/** One decay rate after another from about five days to a year, in months. */
const RATES = Array.from({ length: 24 }, (_, k) => 0.15 * 1.21 ** k);
/** How far a rate's log likelihood may be below the best and still fit nearly as well (95 %). */
const NEARLY = 1.92;
/** Of all classes looked at, this part of those said to have moved may be false (Benjamini and Hochberg 1995). */
const FALSE_DISCOVERIES = 0.05;

/** Which classes an event moved, by how much, for how long, and what stayed; those it moved most come first. */
export function eventStudy(question: EventQuestion): readonly EventEffect[] {
  const effects = question.classes.flatMap((className) => effectOn(question, className) ?? []);
  const shown = discoveries(effects.map(({ p }) => p));
  return effects
    .map(({ effect }, i) => (shown[i] === true ? effect : { ...effect, moved: "not-shown" as const, fading: null }))
    .toSorted(
      (a, b) =>
        Number(b.moved !== "not-shown") - Number(a.moved !== "not-shown") || b.spike.estimate - a.spike.estimate,
    );
}

function effectOn(
  question: EventQuestion,
  className: string,
): { readonly effect: EventEffect; readonly p: number } | null {
  const { panel, area, context, event } = question;
  const around = { first: event.month - 12, last: event.month - 1 };
  const asked = {
    panel,
    area,
    context,
    className,
    classes: [className],
    from: around,
    to: { first: event.month, last: event.month + 11 },
  };
  const grid = gridOf(asked);
  if (grid === undefined || grid.months === 12 || event.month < grid.start + 6) return null;
  if (event.month >= grid.start + grid.length * grid.months) return null;
  const { local, national } = courseOf(asked, grid);
  const view = national !== null && isEverywhere(event) ? sumOf(local, national) : local;
  const fits = RATES.map((rate) => ({ rate, ...fitOf(view, { grid, event, rate }) }));
  const best = fits.reduce((most, each) => (each.gain > most.gain ? each : most));
  const near = fits.filter(({ gain }) => gain >= best.gain - NEARLY).map(({ rate }) => rate);
  const z = best.spike.estimate / best.spike.error;
  const shape = decayShape(grid, event.date, { lasting: best.rate });
  const step = Math.floor((event.month - grid.start) / grid.months);
  const effect: EventEffect = {
    className,
    spike: interval(best.spike),
    fading: { best: best.rate, low: Math.min(...near), high: Math.max(...near) },
    left: interval(best.left),
    inItsMonth: Math.exp(best.spike.estimate * shape.values[step]!),
    moved: z > 0 ? "rose" : "fell",
    role: event.classes.includes(className) ? "touched" : event.twins.includes(className) ? "twin" : "other",
  };
  // The rate was looked for: two tries' worth of chance.
  return { effect, p: Math.min(1, 4 * normalTails(-Math.abs(z)).lower) };
}

/** An event of the whole nation shows in every area, so there an area is not set against the others. */
function isEverywhere({ classes }: Occurrence): boolean {
  return classes.length > 0;
}

/** The area's own course: apart from the others, and what the others share. */
function sumOf(local: View, national: View): View {
  return {
    logs: local.logs.map((value, i) => value + national.logs[i]!),
    own: local.own,
    noise: {
      own: local.noise.own + national.noise.own,
      shared: local.noise.shared + national.noise.shared,
      fading: local.noise.fading,
      sloping: local.noise.sloping + national.noise.sloping,
    },
    seasonal: true,
    settled: [],
  };
}

interface Rated {
  readonly grid: Grid;
  readonly event: Occurrence;
  readonly rate: number;
}

/** A spike fading at one rate, and a lasting step, together. */
function fitOf(view: View, { grid, event, rate }: Rated) {
  const scores = scoresOf(view, grid, [decayShape(grid, event.date, { lasting: rate }), stepShape(grid, event.month)]);
  const { mean, covariance, logEvidence } = believe([WIDE, WIDE], scores, []);
  return {
    gain: logEvidence,
    spike: { estimate: mean[0]!, error: Math.sqrt(covariance[0]!) },
    left: { estimate: mean[1]!, error: Math.sqrt(covariance[3]!) },
  };
}

/** Hardly any prior opinion: a standard deviation of three on the log scale. */
const WIDE = 9;

function interval({ estimate, error }: { readonly estimate: number; readonly error: number }): Measured {
  return { estimate, low: estimate - 1.96 * error, high: estimate + 1.96 * error };
}

/** Which of some probabilities are discoveries, the part of false ones among them held. */
export function discoveries(probabilities: readonly number[]): readonly boolean[] {
  const sorted = probabilities.toSorted((a, b) => a - b);
  const n = sorted.length;
  const last = sorted.findLastIndex((p, k) => p <= (FALSE_DISCOVERIES * (k + 1)) / n);
  const limit = last < 0 ? -1 : sorted[last]!;
  return probabilities.map((p) => p <= limit);
}

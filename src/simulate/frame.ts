import type { Marks } from "./influence.ts";
import type { Asked, Onset } from "./question.ts";
import { between, happens, type Random } from "./random.ts";
import { ASKED, DONOR, type Setting, TWIN } from "./setting.ts";
import { ramp, type Shape, step } from "./shapes.ts";

/** All that a cause needs to know in order to be given its shape. */
export interface Frame {
  readonly random: Random;
  readonly setting: Setting;
  readonly asked: Asked;
  readonly onset: Onset;
  /** Log effect: in full for what lasts, over the whole period asked about for what passes. */
  readonly size: number;
  /** What two causes share that were made alike. */
  readonly alike?: Likeness;
}

/** One way of showing itself, for two causes. */
export interface Likeness {
  readonly reach: readonly number[];
  readonly weights: readonly number[];
  readonly marks: Marks;
}

export function courseOf({ month, builds }: Onset): Shape {
  return builds <= 1 ? step(month) : ramp(month, builds);
}

/** This area alone. */
export function localReach({ areas, area }: Setting): number[] {
  return areas.map((_, number) => (number === area ? 1 : 0));
}

/** This area in full and some others in part. */
export function groupReach(random: Random, { areas, area }: Setting): number[] {
  return areas.map((_, number) => (number === area ? 1 : happens(random, 0.3) ? between(random, 0.4, 1) : 0));
}

/** All areas, each in its own measure. */
export function nationalReach(random: Random, { areas, area }: Setting): number[] {
  return areas.map((_, number) => (number === area ? 1 : between(random, 0.75, 1.2)));
}

/** The class asked about in full, the sibling and others that are related in part, the twin not at all. */
export function relatedWeights(random: Random, { classes }: Setting, most: number): number[] {
  return classes.map((_, number) => {
    if (number === ASKED) return 1;
    if (number === TWIN) return 0;
    return number === DONOR || happens(random, 0.4) ? between(random, 0, most) : 0;
  });
}

import { at } from "./baseline.ts";
import { count, normal, type Random } from "./random.ts";
import type { Setting } from "./setting.ts";

/** How what is counted wanders about what is expected, as a log, by area, class and month. */
export interface Wandering {
  readonly national: readonly Float64Array[];
  readonly areal: readonly Float64Array[];
  readonly own: readonly (readonly Float64Array[])[];
}

const SHARED_RHO = 0.5;

export function wanderingOf(random: Random, { areas, classes, months, noise }: Setting): Wandering {
  return {
    national: classes.map(() => wander(random, { months, rho: SHARED_RHO, deviation: noise.national })),
    areal: areas.map(() => wander(random, { months, rho: SHARED_RHO, deviation: noise.areal })),
    own: areas.map(() => classes.map(() => wander(random, { months, rho: noise.rho, deviation: noise.own }))),
  };
}

interface Walk {
  readonly months: number;
  readonly rho: number;
  readonly deviation: number;
}

/** A stationary first-order autoregression. */
function wander(random: Random, { months, rho, deviation }: Walk): Float64Array {
  const values = new Float64Array(months);
  if (deviation === 0) return values;
  const fresh = Math.sqrt(1 - rho * rho);
  let last = normal(random);
  for (let month = 0; month < months; month++) {
    values[month] = deviation * last;
    last = rho * last + fresh * normal(random);
  }
  return values;
}

export function wanderAt(wandering: Wandering, place: { area: number; classNumber: number; month: number }): number {
  const { area, classNumber, month } = place;
  const shared = at(at(wandering.national, classNumber), month) + at(at(wandering.areal, area), month);
  return shared + at(at(at(wandering.own, area), classNumber), month);
}

/** Recorded counts of the class asked about as they might have come out as well, on what is expected of it. */
export function redrawn(random: Random, setting: Setting, expected: Float64Array): number[] {
  const { months, noise } = setting;
  const parts = [
    { months, rho: SHARED_RHO, deviation: Math.hypot(noise.national, noise.areal) },
    { months, rho: noise.rho, deviation: noise.own },
  ].map((walk) => wander(random, walk));
  return Array.from(expected, (mean, month) => {
    const log = parts.reduce((sum, part) => sum + at(part, month), 0);
    return count(random, mean * Math.exp(log), noise.theta);
  });
}

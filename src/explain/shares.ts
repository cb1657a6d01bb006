import type { Account } from "./weigh.ts";
import { type Cause, CAUSES } from "./explanation.ts";
import type { Shape } from "./shapes.ts";
import type { Course } from "./views.ts";

/** What all accounts together say of one cause. */
export interface Weighed {
  readonly cause: Cause;
  /** How probable it is that the cause made up a tenth of the change or more. */
  readonly material: number;
  /** The mean of its part of the log change over all accounts, those without it counting as none. */
  readonly middle: number;
  /** Where its part lies with a probability of 0.92 in the accounts that hold it; null when none does. */
  readonly range: { readonly low: number; readonly high: number } | null;
}

/** A cause that makes up less of the change is not material. */
const MATERIAL = 0.15;
const LEVEL = 0.92;

interface Part {
  readonly probability: number;
  readonly mean: number;
  readonly deviation: number;
}

/** What parts are parts of. */
export interface Weighing {
  readonly course: Course;
  readonly change: number;
}

/** Turns accounts into parts of a log change that is not 0; `known` is what residents alone account for of it. */
export function weighedCauses(
  accounts: readonly Account[],
  { course, change, known }: Weighing & { readonly known: number },
): readonly Weighed[] {
  const parts = new Map<Cause, Part[]>(CAUSES.map((cause) => [cause, []]));
  for (const { mechanisms, shapes, effects, probability } of accounts) {
    let [left, variance] = [change - known, 0];
    for (const [m, { cause }] of mechanisms.entries()) {
      const effect = onSums(effects[m]!, shapes[m]!, course);
      parts
        .get(cause)!
        .push({ probability, mean: effect.mean / change, deviation: effect.deviation / Math.abs(change) });
      left -= effect.mean;
      variance += effect.deviation ** 2;
    }
    parts.get("chance")!.push({ probability, mean: left / change, deviation: Math.sqrt(variance) / Math.abs(change) });
  }
  if (known !== 0)
    parts.set("population", [{ probability: 1, mean: known / change, deviation: residentsError(known, change) }]);
  return CAUSES.map((cause) => weighed(cause, parts.get(cause)!, accounts));
}

/** The part that some causes make up between them, in the accounts that hold any of them; null where none does. */
export function shareOfGroup(group: readonly Cause[], accounts: readonly Account[], of: Weighing): Weighed["range"] {
  const parts = accounts.flatMap(({ mechanisms, shapes, effects, probability }) => {
    const within = mechanisms.flatMap(({ cause }, m) =>
      group.includes(cause) ? [onSums(effects[m]!, shapes[m]!, of.course)] : [],
    );
    if (within.length === 0) return [];
    const mean = within.reduce((sum, each) => sum + each.mean, 0) / of.change;
    return [
      { probability, mean, deviation: Math.hypot(...within.map(({ deviation }) => deviation)) / Math.abs(of.change) },
    ];
  });
  return rangeOf(parts);
}

function weighed(cause: Cause, parts: readonly Part[], accounts: readonly Account[]): Weighed {
  const material = parts.reduce((sum, part) => sum + (Math.abs(part.mean) >= MATERIAL ? part.probability : 0), 0);
  const middle = parts.reduce((sum, part) => sum + part.probability * part.mean, 0);
  const alone = accounts.reduce((sum, each) => sum + (each.mechanisms.length === 0 ? each.probability : 0), 0);
  const range = rangeOf(parts);
  if (cause !== "chance") return { cause, material, middle, range };
  const isOpen = alone >= OPEN && range !== null;
  return {
    cause,
    material: alone,
    middle,
    range: isOpen ? { low: Math.min(1, range.low), high: Math.max(1, range.high) } : range,
  };
}

/** From this probability on that chance is all there is, its part may be the whole. */
const OPEN = 0.02;

/** A log effect on the mean of logs made one on the log of sums: they differ for what is large and short. */
function onSums({ mean, variance }: Account["effects"][number], shape: Shape, course: Course) {
  const height = heightOf(shape, course);
  if (Math.abs(height) < 1e-9) return { mean, deviation: Math.sqrt(variance) };
  const at = (effect: number) => sumEffect(shape, effect / height, course);
  const unlike = shape.kind === "decay" ? UNLIKE_SPIKE : UNLIKE;
  const deviation = Math.hypot(unlike * mean, WIDER * Math.sqrt(variance));
  const half = Math.abs(at(mean + deviation) - at(mean - deviation)) / 2;
  return { mean: at(mean), deviation: half };
}

function heightOf({ values }: Shape, { from, to }: Course): number {
  const mean = ({ first, end }: typeof from) =>
    values.slice(first, end).reduce((sum, each) => sum + each, 0) / (end - first);
  return mean(to) - mean(from);
}

function sumEffect({ values }: Shape, size: number, { from, to }: Course): number {
  const mean = ({ first, end }: typeof from) =>
    values.slice(first, end).reduce((sum, each) => sum + Math.exp(size * each), 0) / (end - first);
  return Math.log(mean(to) / mean(from));
}

/** Residents are counted once a year and estimated between: to a two-hundredth, and a tenth of their change. */
function residentsError(known: number, change: number): number {
  return Math.hypot(0.1 * known, 0.005) / Math.abs(change);
}

/** One area’s effect differs from that of areas like it, and no effect has quite the shape it was fitted with. */
const UNLIKE = 0.085;
/** Spikes differ more: places are exposed to an event by different amounts. */
const UNLIKE_SPIKE = 0.16;
const WIDER = 1.1;

/** The middle 92 % of a mixture of normals. */
function rangeOf(parts: readonly Part[]): Weighed["range"] {
  const total = parts.reduce((sum, { probability }) => sum + probability, 0);
  if (total <= 0) return null;
  const kept = parts.filter(({ probability }) => probability > total * 1e-4);
  return { low: quantile(kept, (1 - LEVEL) / 2), high: quantile(kept, (1 + LEVEL) / 2) };
}

function quantile(parts: readonly Part[], p: number): number {
  const total = parts.reduce((sum, { probability }) => sum + probability, 0);
  let low = Math.min(...parts.map(({ mean, deviation }) => mean - 6 * deviation - 1e-9));
  let high = Math.max(...parts.map(({ mean, deviation }) => mean + 6 * deviation + 1e-9));
  for (let i = 0; i < 40; i++) {
    const at = (low + high) / 2;
    const below = parts.reduce((sum, part) => sum + part.probability * belowOf(part, at), 0) / total;
    if (below < p) low = at;
    else high = at;
  }
  return (low + high) / 2;
}

function belowOf({ mean, deviation }: Part, at: number): number {
  return deviation === 0 ? Number(at >= mean) : normalBelow((at - mean) / deviation);
}

/** Φ to four digits (Abramowitz and Stegun 26.2.17): ranges are told to two. */
function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    0.3989423 *
    Math.exp((-z * z) / 2) *
    t *
    (0.3193815 + t * (-0.3565638 + t * (1.781478 + t * (-1.821256 + t * 1.330274))));
  return z > 0 ? 1 - tail : tail;
}

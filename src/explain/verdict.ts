import type { ChangeVerdict } from "./explanation.ts";
import type { Course, View } from "./views.ts";

/** Whether a change is more than the series does by itself, and why that is thought. */
export interface Ordinary {
  readonly verdict: ChangeVerdict;
  readonly because: string;
  /** Of the ratio of the later to the earlier count. */
  readonly interval: { readonly low: number; readonly high: number };
}

/** 97.5 % of the normal distribution lies below. */
const REACH = 1.96;

/** Sets a log change against the spread and the lasting noise of the area and of the nation. */
export function ordinaryOf(course: Course, change: number): Ordinary {
  const deviation = Math.sqrt(varianceOf(course));
  const verdict = Math.abs(change) > REACH * deviation ? "changed" : "not-shown";
  const interval = { low: Math.exp(change - REACH * deviation), high: Math.exp(change + REACH * deviation) };
  const times = Math.exp(REACH * deviation).toFixed(2);
  const because =
    verdict === "changed"
      ? `Two such periods of this series differ by less than ${times} times, nineteen times in twenty, when nothing has happened.`
      : `Two such periods of this series differ by up to ${times} times when nothing has happened.`;
  return { verdict, because, interval };
}

function varianceOf(course: Course): number {
  const { own, local, national, from, to } = course;
  const total = ({ first, end }: typeof from) =>
    own.counts.slice(first, end).reduce((sum, count) => sum + (Number.isNaN(count) ? 0 : count), 0) + 0.5;
  const weights = new Float64Array(own.counts.length);
  for (let i = from.first; i < from.end; i++) weights[i]! -= 1 / (from.end - from.first);
  for (let i = to.first; i < to.end; i++) weights[i]! += 1 / (to.end - to.first);
  const views = national === null ? [local] : [local, national];
  return views.reduce((sum, view) => sum + lasting(view, weights), 1 / total(from) + 1 / total(to));
}

function lasting({ noise }: View, weights: Float64Array): number {
  let [sum, slope] = [0, 0];
  for (let i = 0; i < weights.length; i++) {
    for (let j = 0; j < weights.length; j++) {
      const together = noise.shared * noise.fading ** Math.abs(i - j) + (i === j ? noise.own : 0);
      sum += weights[i]! * weights[j]! * together;
    }
    slope += weights[i]! * i;
  }
  return sum + noise.sloping * slope ** 2;
}

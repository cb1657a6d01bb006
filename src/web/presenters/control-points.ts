import { sayPeriod } from "../../base/index.ts";
import { monthOf } from "../../explain/index.ts";
import { type ChartPoint, individualsChart } from "../../stats/index.ts";
import type { Gathered } from "../services/explained.ts";
import { type Step, stepsOf } from "./question-series.ts";
import { sayNumber } from "./say.ts";

/** From which month on a chart has a new centre and new limits, and why. */
export interface Rebase {
  /** `2017-04` */
  readonly month: string;
  readonly reason: string;
}

/** A known step of the counts with its place on the control chart. */
export interface ControlPoint extends ChartPoint {
  readonly step: Step;
}

export interface Controlled {
  readonly found: Gathered;
  readonly rebase: Rebase | null;
  /** Empty where fewer than eight steps are known. */
  readonly points: readonly ControlPoint[];
}

/** Fewer points make no limits that mean anything. */
const FEWEST = 8;

/** The counts on an individuals chart by the NHS rules; null when the new base would begin outside them. */
export function controlledBy(found: Gathered, rebase: Rebase | null): Controlled | null {
  const steps = stepsOf(found.question).filter(({ value }) => value !== null);
  if (steps.length < FEWEST) return { found, rebase, points: [] };
  const at = rebase === null ? 0 : steps.findIndex(({ months }) => months.first >= monthOf(`${rebase.month}-01`));
  if (rebase !== null && (at < 1 || at > steps.length - 1)) return null;
  const chart = individualsChart(
    steps.map(({ value }) => value ?? 0),
    { rebaseAt: rebase === null ? [] : [at] },
  );
  return { found, rebase, points: steps.map((step, i) => ({ step, ...chart[i]! })) };
}

/** What stands out, in words: points that signal the same one after another are one sentence. */
export function signalSentences(points: readonly ControlPoint[]): readonly string[] {
  const runs: ControlPoint[][] = [];
  let open = false;
  for (const [i, point] of points.entries()) {
    const [before, own] = [points[i - 1]?.signal, point.signal];
    open = open && own !== null && before?.rule === own.rule && before.side === own.side;
    if (open) runs.at(-1)!.push(point);
    else if (own !== null) runs.push([point]);
    open = own !== null;
  }
  return runs.map(sayRun);
}

function sayRun(run: readonly ControlPoint[]): string {
  const [first, last] = [run[0]!, run.at(-1)!];
  const when = sayPeriod({ from: first.step.from, to: last.step.to });
  return `${capital(when)}: ${sayRule(first, run)}.`;
}

function sayRule({ signal }: ControlPoint, run: readonly ControlPoint[]): string {
  const isHigh = signal?.side === "high";
  const numbers = run.map(({ value }) => sayNumber(value)).join(", ");
  switch (signal?.rule) {
    case "outside": {
      const limits = [...new Set(run.map((point) => sayNumber(Math.round(isHigh ? point.high : point.low))))].join(
        ", ",
      );
      return `${numbers}, ${isHigh ? "above the upper" : "below the lower"} limit of ${limits}`;
    }
    case "near-limit":
      return `${numbers}, of three in a row two or more close to the ${isHigh ? "upper" : "lower"} limit`;
    case "trend":
      return `part of seven or more in a row that ${isHigh ? "rise" : "fall"} (${numbers})`;
    case "run":
      return `part of seven or more in a row ${isHigh ? "above" : "below"} the centre (${numbers})`;
    case undefined:
      return "nothing stands out";
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import type { Tolerance } from "./compare.ts";

/** A looser rule than the case's own, as its notes or the README of the cases give it; `given` is not compared. */
export interface Special {
  readonly where: RegExp;
  readonly tolerance: Tolerance | "given";
}

/** The looser rules of a task, by the place in its expected result. */
export function tolerancesOf(task: string): readonly Special[] {
  return SPECIAL[task] ?? [];
}

const wholeNumberAtATie: Tolerance = { relative: 1e-5, absolute: 1 };

const SPECIAL: Readonly<Record<string, readonly Special[]>> = {
  // Byar's formula falls below 0 at the smallest counts; a mean of counts cannot, so ours is cut there.
  "2-rate-ratio": [{ where: /^counts\.\d+\.byarLower$/, tolerance: { relative: 1e-7, floor: 0 } }],
  "4-farrington": [{ where: /^upperbound\./, tolerance: wholeNumberAtATie }],
  "5-breakpoints": [
    { where: /^confidence\./, tolerance: { relative: 0, absolute: 1 } },
    { where: /^(supF|olsCusum)\.p$/, tolerance: { relative: 1e-3 } },
    { where: /^psi\./, tolerance: { relative: 1e-3 } },
    { where: /^rss$/, tolerance: { relative: 1e-6 } },
  ],
  // The effect that was simulated is not estimated by anyone.
  "10-peers": [{ where: /^trueLogEffect$/, tolerance: "given" }],
  "11-structural": [{ where: /^smoothedLevel\./, tolerance: { relative: 1e-3 } }],
};

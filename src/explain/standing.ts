import { couldBeTold } from "./deciding.ts";
import type { Account } from "./weigh.ts";
import type { Cause, ChangeVerdict, Standing } from "./explanation.ts";
import type { Weighed } from "./shares.ts";
import type { Testimony } from "./witnesses.ts";

/** From this probability on a cause is held to have played a material part. */
const SUPPORTED = 0.8;
/** Where a change is not shown, chance is supported when it is at least as probable as not that it is all there is. */
const EVEN = 0.5;
/** Below it a cause is held to have played none. */
const RULED_OUT = 0.03;
/** Rivals within this factor of the most probable one are not told apart. */
const CLOSE = 6;
/** A group that cannot be told apart must hold the cause with at least this probability. */
const GROUPED = 0.6;

export interface Stood {
  readonly weighed: Weighed;
  readonly standing: Standing;
}

export interface Standings {
  /** Best first. */
  readonly causes: readonly Stood[];
  readonly inseparable: readonly (readonly Cause[])[];
}

/** What may be said of each cause, and which of them the data leave tied. */
export function standingsOf(weighed: readonly Weighed[], known: Known): Standings {
  const group = known.verdict === "changed" ? tied(weighed, known) : [];
  const causes = weighed
    .map((each) => ({ weighed: each, standing: standingOf(each, group, known) }))
    .toSorted((a, b) => ORDER[a.standing] - ORDER[b.standing] || weightOf(b.weighed) - weightOf(a.weighed));
  return { causes, inseparable: group.length > 1 ? [group] : [] };
}

/** What standings rest on beside the weights. */
export interface Known {
  readonly accounts: readonly Account[];
  readonly verdict: ChangeVerdict;
  readonly testimonies: readonly Testimony[];
  /** Whether residents are known: their part then stands in for no other. */
  readonly isCounted: boolean;
  /** The part of the log change that no account gives to a cause. */
  readonly unexplained: number;
}

const ORDER: Readonly<Record<Standing, number>> = { supported: 0, "cannot-tell": 1, possible: 1, "ruled-out": 2 };

function weightOf({ material, middle }: Weighed): number {
  return material * Math.min(1, Math.abs(middle) / Math.max(0.05, material)) + material * 1e-3;
}

function standingOf({ cause, material, range }: Weighed, group: readonly Cause[], known: Known): Standing {
  const { verdict } = known;
  if (verdict === "cannot-tell") return "cannot-tell";
  if (verdict === "not-shown") return whenNotShown(cause, material);
  if (group.includes(cause)) return "cannot-tell";
  if (material < RULED_OUT) return isOpen(cause, known) ? "cannot-tell" : "ruled-out";
  const isPlain = range !== null && (range.low > LEAST_PART || range.high < -LEAST_PART);
  return material >= SUPPORTED && isPlain && cause !== "chance" ? "supported" : "possible";
}

function whenNotShown(cause: Cause, material: number): Standing {
  if (cause === "chance") return material >= EVEN ? "supported" : "possible";
  return material < RULED_OUT ? "ruled-out" : "possible";
}

/** Whether so much of the change is left without a cause that one which nothing held could tell may be behind it. */
function isOpen(cause: Cause, { unexplained, testimonies }: Known): boolean {
  return unexplained > UNEXPLAINED && !couldBeTold(cause, testimonies);
}

/** A part of the change this large is more than chance, where the whole is. */
const UNEXPLAINED = 0.25;

/** A cause is supported when its part is surely more than this. */
const LEAST_PART = 0.05;

/**
 * The causes that stand in for one another: those that nothing held could tell apart, and those that came out close;
 * together they are all but sure, and seldom are two of them in one account.
 */
function tied(weighed: readonly Weighed[], { accounts, testimonies, isCounted }: Known): readonly Cause[] {
  const open = weighed
    .filter(({ cause, material }) => cause !== "chance" && material >= RULED_OUT)
    .filter(({ cause }) => cause !== "population" || !isCounted)
    .toSorted((a, b) => b.material - a.material);
  const untold = open.filter(({ cause }) => !couldBeTold(cause, testimonies));
  const alike = untold.length > 1 ? untold : [];
  const unsure = open.filter((each) => each.material < SUPPORTED || alike.includes(each));
  const best = alike[0] ?? unsure[0];
  if (best === undefined) return [];
  const close = unsure.filter(
    (each) =>
      alike.includes(each) ||
      (each.material * CLOSE >= best.material && (each === best || !together(accounts, best.cause, each.cause))),
  );
  const group = close.map(({ cause }) => cause);
  const held = accounts.reduce(
    (sum, { mechanisms, probability }) =>
      sum + (mechanisms.some(({ cause }) => group.includes(cause)) ? probability : 0),
    0,
  );
  return group.length > 1 && held >= GROUPED ? group : [];
}

/** Whether two causes are mostly found in the same accounts, so that neither stands in for the other. */
function together(accounts: readonly Account[], a: Cause, b: Cause): boolean {
  let [both, either] = [0, 0];
  for (const { mechanisms, probability } of accounts) {
    const [hasA, hasB] = [mechanisms.some(({ cause }) => cause === a), mechanisms.some(({ cause }) => cause === b)];
    if (hasA && hasB) both += probability;
    if (hasA || hasB) either += probability;
  }
  return both > either / 2;
}

import { type LevelQuestion, levelQuestions, type Points, type TwoStretches } from "./log-levels.ts";
import { type AmongOthers, chanceAmong, compareWithOthers, together } from "./other-series.ts";
import { logRatio, type PlaceboDates, placeboDates } from "./placebo-dates.ts";
import { type Answer, averageOverSpreads, chanceBelow, type SpreadQuestion, valueAbove } from "./spread-average.ts";

/** Two stretches of a series of counts, and series of the same points to hold it against. */
export interface BeyondQuestion extends TwoStretches {
  readonly peers?: readonly (readonly (number | null)[])[];
}

/** A level over a level, as a series tells it by its own spread and correlation. */
export interface LevelRatio {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  /** Two-sided probability that it lies on the other side of 1. */
  readonly p: number;
}

/** Whether a series changed from one stretch to another by more than it ordinarily varies. */
export interface Beyond {
  readonly verdict: "changed" | "not-shown" | "cannot-tell";
  readonly why: BeyondReason;
  /** The rate in `to` over that in `from` as counted, season taken out; null where it is not finite. */
  readonly observed: number | null;
  /** The level in `to` over that in `from`, for which the years before speak as far as they agree with `from`. */
  readonly level: LevelRatio | null;
  /** The same comparison at earlier dates of the series. */
  readonly dates: PlaceboDates | null;
  /** The series against the others: how much more it changed than they did, and its rank among them. */
  readonly apart: (LevelRatio & AmongOthers) | null;
  /** All series together. */
  readonly together: LevelRatio | null;
  /** Below 0.05 is `changed`, if the count moved that way too. */
  readonly p: number | null;
}

/**
 * `changed`: `beyond-own-spread` (alone), or, with others, `here` (more than they), `everywhere` (with them) or both.
 * `not-shown`: `within-spread`. `cannot-tell`: `too-noisy` (a change by half could hide), or what is lacking.
 */
export type BeyondReason =
  | "beyond-own-spread"
  | "here"
  | "everywhere"
  | "here-and-everywhere"
  | "within-spread"
  | "too-noisy"
  | "no-cases"
  | "gaps"
  | "few-points"
  | "not-converged";

/** Judges a change between two stretches of counts, alone or against other series of the same points. */
export function beyondOrdinary(question: BeyondQuestion): Beyond {
  check(question);
  const lacking = whatIsLacking(question);
  if (lacking !== null) return untold(lacking);
  const { counts, peers = [] } = question;
  const levelsOf = levelQuestions(question, counts.length);
  const own = levelsOf(counts);
  if (own === null) return untold("not-converged");
  const observed = logRatio(counts, own.weights, question);
  const told = levelRatio(own);
  const others = otherLevels(question, peers).filter(({ columns }) => columns.length === own.columns.length);
  const against = heldAgainst(own, others, told);
  const found = { level: told.level, observed, ...against };
  const ratio = Math.exp(observed);
  return {
    ...(against.apart === null ? judgedAlone(found) : judgedAmong(found)),
    observed: Number.isFinite(ratio) ? ratio : null,
    level: told.level,
    dates: placeboDates(question, own.weights),
    ...against,
  };
}

/** A change that is shown less often than this by chance alone is called one. */
const ALPHA = 0.05;
/** Of that, for a change apart from the others; the rest is for one that all of them share. */
const SHARE_APART = 0.9;
/** With others, the series itself needs to say no more than this. */
const OWN_ALPHA = 0.2;
/** Where a change by this factor could hide inside the limits, nothing can be told. */
const COULD_HIDE = 1.5;

type Found = Pick<Beyond, "apart" | "together"> & { readonly level: LevelRatio; readonly observed: number };

const NOBODY: Pick<Beyond, "apart" | "together"> = { apart: null, together: null };

function judgedAlone(found: Found): Pick<Beyond, "verdict" | "why" | "p"> {
  const { p } = found.level;
  if (p < ALPHA && movedAs(found, found.level)) return { verdict: "changed", why: "beyond-own-spread", p };
  return { ...unchanged(found), p };
}

function judgedAmong(found: Found): Pick<Beyond, "verdict" | "why" | "p"> {
  const { level, apart, together } = found;
  const here = apart !== null && movedAs(found, apart) ? apart.p / SHARE_APART : 1;
  const everywhere = together !== null && movedAs(found, together) ? together.p / (1 - SHARE_APART) : 1;
  const p = Math.min(1, here, everywhere);
  if (!(p < ALPHA && level.p < OWN_ALPHA && movedAs(found, level))) return { ...unchanged(found), p };
  const both = here < ALPHA && everywhere < ALPHA;
  return { verdict: "changed", why: both ? "here-and-everywhere" : here < ALPHA ? "here" : "everywhere", p };
}

/** Whether the count itself moved the way a ratio says. */
function movedAs({ observed }: Found, { ratio }: LevelRatio): boolean {
  return observed > 0 ? ratio > 1 : observed < 0 && ratio < 1;
}

function unchanged({ level }: Found): Pick<Beyond, "verdict" | "why"> {
  return level.high / level.low > COULD_HIDE ** 2
    ? { verdict: "cannot-tell", why: "too-noisy" }
    : { verdict: "not-shown", why: "within-spread" };
}

interface Told {
  readonly level: LevelRatio;
  readonly answers: readonly Answer[];
}

function levelRatio(question: SpreadQuestion): Told {
  const answers = averageOverSpreads(question);
  const below = chanceBelow(answers, 0);
  const level = {
    ratio: Math.exp(answers.reduce((sum, { weight, estimate }) => sum + weight * estimate, 0)),
    low: Math.exp(valueAbove(answers, ALPHA / 2)),
    high: Math.exp(valueAbove(answers, 1 - ALPHA / 2)),
    p: 2 * Math.min(below, 1 - below),
  };
  return { level, answers };
}

/** The change among the others, and that of all together; nothing with too few others. */
function heldAgainst(own: LevelQuestion, others: readonly LevelQuestion[], told: Told) {
  const comparison = compareWithOthers(own, others);
  if (comparison === null) return NOBODY;
  const { lessMix, rank, of } = comparison;
  const { level, answers } = lessMix ? levelRatio(comparison.question) : told;
  return {
    apart: { ...level, lessMix, rank, of, p: chanceAmong(comparison, answers) },
    together: levelRatio(together(own, others)).level,
  };
}

/** The others, over the same exposure's absence: what theirs is counted over is not known. */
function otherLevels(
  { from, to, season, counts }: TwoStretches,
  peers: readonly (readonly (number | null)[])[],
): readonly LevelQuestion[] {
  const levelsOf = levelQuestions({ from, to, season }, counts.length);
  return peers
    .filter((peer) => whatIsLacking({ from, to, season, counts: peer }) === null)
    .map(levelsOf)
    .filter((found) => found !== null);
}

/** Points needed in all: two years of months or quarters and a little, or six years. */
const FEWEST_POINTS = { 12: 24, 4: 12, 1: 6 };

function whatIsLacking({ counts, from, to, season }: TwoStretches): BeyondReason | null {
  const stretches = [from, to].map((points) => counts.slice(points.from - 1, points.to));
  const known = stretches.map((stretch) => stretch.filter((count) => count !== null));
  if (known.some((stretch, i) => stretch.length * 2 < stretches[i]!.length || stretch.length === 0)) return "gaps";
  if (known.flat().every((count) => count === 0)) return "no-cases";
  return counts.filter((count) => count !== null).length < FEWEST_POINTS[season] ? "few-points" : null;
}

function untold(why: BeyondReason): Beyond {
  return { verdict: "cannot-tell", why, observed: null, level: null, dates: null, p: null, ...NOBODY };
}

function check({ counts, from, to, exposure = null, peers = [] }: BeyondQuestion): void {
  const n = counts.length;
  for (const { from: first, to: last } of [from, to] satisfies Points[])
    if (!(Number.isInteger(first) && Number.isInteger(last) && first >= 1 && first <= last && last <= n))
      throw new RangeError(`no points ${first} to ${last} in a series of ${n}`);
  if (!(from.to < to.from)) throw new RangeError("the second stretch must begin after the first has ended");
  if (exposure !== null && exposure.length !== n) throw new RangeError(`${exposure.length} exposures for ${n} points`);
  const odd = peers.find((peer) => peer.length !== n);
  if (odd !== undefined) throw new RangeError(`a series to hold against has ${odd.length} points, not ${n}`);
}

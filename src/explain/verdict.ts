import { type Beyond, type BeyondReason, beyondOrdinary, normalTails } from "../stats/index.ts";
import type { ChangeVerdict } from "./explanation.ts";
import { contrastOf, contrastVariance } from "./noise.ts";
import type { Track } from "./tracks.ts";
import type { Course } from "./views.ts";

/** Whether a change is more than the series does by itself, and why that is thought. */
export interface Ordinary {
  readonly verdict: ChangeVerdict;
  readonly because: string;
  /** Of the ratio of the later to the earlier count. */
  readonly interval: { readonly low: number; readonly high: number };
  /** Two-sided; null where nothing can be told. */
  readonly p: number | null;
}

/** What the accounts make of chance: the probability that there is nothing else. */
export interface ByAccounts {
  readonly change: number;
  readonly chanceAlone: number;
}

/** Below this probability chance alone is no account of what is seen. */
const NO_ACCOUNT = 0.01;
/** With no other areas a date and a shape are told from the series' own noise alone, and more is asked of them. */
const NO_ACCOUNT_ALONE = 1e-4;

/**
 * The verdict: what the series' own spread says of the two totals, or, where that is not enough, what their date and
 * shape here and elsewhere say. The second needs the change to be outside the areas' ordinary differences as well.
 */
export function verdictOf(course: Course, { change, chanceAlone }: ByAccounts): Ordinary {
  const ordinary = ordinaryOf(course, change);
  const least = course.national === null ? NO_ACCOUNT_ALONE : NO_ACCOUNT;
  if (ordinary.verdict === "changed" || chanceAlone >= least) return ordinary;
  const among = amongOthers(course, change);
  if (among.verdict !== "changed") return ordinary;
  const because = "Its date and shape, here and in the other areas, are not those of chance.";
  return { ...ordinary, verdict: "changed", because };
}

/** Sets a log change against the series' own spread and the others' (docs/methods/verdict.md); a short series against the others alone. */
function ordinaryOf(course: Course, change: number): Ordinary {
  const { from, to, grid, own, others } = course;
  const beyond = beyondOrdinary({
    counts: known(own),
    from: { from: from.first + 1, to: from.end },
    to: { from: to.first + 1, to: to.end },
    season: grid.months === 12 ? 1 : grid.months === 3 ? 4 : 12,
    peers: nearest(own, others).map(known),
  });
  if (beyond.level === null) {
    const among = amongOthers(course, change);
    const isShort = beyond.why === "few-points" && course.national !== null;
    return isShort ? among : { ...among, verdict: "cannot-tell", because: REASONS[beyond.why](beyond), p: null };
  }
  const { level, verdict, why, p } = beyond;
  const around = level.ratio > 0 ? Math.exp(change) / level.ratio : 1;
  return {
    verdict,
    because: REASONS[why](beyond),
    interval: { low: level.low * around, high: level.high * around },
    p,
  };
}

/** More areas than this make the verdict slower and no surer; those of the most similar size are taken. */
const MOST_PEERS = 24;

function nearest(own: Track, others: readonly Track[]): readonly Track[] {
  if (others.length <= MOST_PEERS) return others;
  const distance = ({ mean }: Track) => Math.abs(Math.log((mean + 0.5) / (own.mean + 0.5)));
  return others.toSorted((a, b) => distance(a) - distance(b)).slice(0, MOST_PEERS);
}

function known({ counts }: Track): readonly (number | null)[] {
  return Array.from(counts, (count) => (Number.isNaN(count) ? null : count));
}

const REASONS: Readonly<Record<BeyondReason, (beyond: Beyond) => string>> = {
  "beyond-own-spread": () => "The series by itself moves by as much in fewer than one year in twenty.",
  here: (beyond) => `The other areas did not move with it${rank(beyond)}.`,
  everywhere: () => "All areas together moved by more than they do by themselves.",
  "here-and-everywhere": (beyond) => `All areas moved, and this one more than they${rank(beyond)}.`,
  "within-spread": () => "The series moves by as much without any reason in more than one year in twenty.",
  "too-noisy": () => "The series is so uneven that a change by half could hide in it.",
  "no-cases": () => "There were no cases.",
  gaps: () => "More than half of a period is missing.",
  "few-points": () => "Too few points are held to know the series’ own spread.",
  "not-converged": () => "No model of the series converged.",
};

function rank({ apart }: Beyond): string {
  return apart === null ? "" : `: among the ${apart.of} of like size its change is number ${apart.rank}`;
}

/** 97.5 % of the normal distribution lies below. */
const REACH = 1.96;

/** Held against how far areas go from one another and the nation from itself, whatever the series' own past. */
function amongOthers(course: Course, change: number): Ordinary {
  const deviation = Math.sqrt(varianceOf(course));
  const reach = Math.exp(REACH * deviation);
  return {
    verdict: Math.abs(change) > REACH * deviation ? "changed" : "not-shown",
    because: `By how far other areas differ from one another, two such periods are within ${reach.toFixed(2)} times when nothing has happened.`,
    interval: { low: Math.exp(change) / reach, high: Math.exp(change) * reach },
    p: 2 * normalTails(-Math.abs(change) / deviation).lower,
  };
}

function varianceOf(course: Course): number {
  const { own, local, national, from, to } = course;
  const total = ({ first, end }: typeof from) =>
    own.counts.slice(first, end).reduce((sum, count) => sum + (Number.isNaN(count) ? 0 : count), 0) + 0.5;
  const weights = contrastOf(own.counts.length, { from, to });
  const views = national === null ? [local] : [local, national];
  return views.reduce((sum, view) => sum + contrastVariance(view.noise, weights), 1 / total(from) + 1 / total(to));
}

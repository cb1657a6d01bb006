import type { Stretch } from "./kinds.ts";
import { pick, type Random } from "./random.ts";

/** When something begins, and whether it is over soon or stays. */
export interface Onset {
  readonly month: number;
  readonly lasts: boolean;
  /** Months until it is there in full. */
  readonly builds: number;
}

export interface Calendar {
  readonly months: number;
  readonly start: number;
  readonly step: 1 | 3;
}

export interface Asked {
  readonly from: Stretch;
  readonly to: Stretch;
}

/** Two like periods, one before everything and one with it in: a year, a quarter or a month against an earlier one. */
export function questionOf(random: Random, calendar: Calendar, onsets: readonly Onset[]): Asked {
  const fitting = candidates(calendar).filter((asked) => onsets.every((onset) => shows(asked, onset)));
  if (fitting.length === 0) return aroundOnset(calendar, onsets);
  const isLasting = onsets.every(({ lasts }) => lasts);
  const ofYears = preferred(random, fitting, {
    chance: isLasting ? 0.8 : 0.45,
    by: ({ to }) => to.last - to.first === 11,
  });
  const wanted = preferred(random, ofYears, { chance: 0.6, by: ({ from, to }) => to.first - from.first === 12 });
  return pick(random, wanted);
}

function preferred(
  random: Random,
  list: readonly Asked[],
  { chance, by }: { readonly chance: number; readonly by: (asked: Asked) => boolean },
): readonly Asked[] {
  const like = list.filter(by);
  return like.length > 0 && random() < chance ? like : list;
}

/** Calendar, financial and rolling years, quarters and months, each against one to five years before. */
function candidates({ months, start, step }: Calendar): Asked[] {
  const lengths = step === 1 ? [12, 12, 3, 1] : [12, 12, 3];
  return lengths.flatMap((length) =>
    Array.from({ length: months - length + 1 }, (_, first) => first)
      .filter((first) => isAligned(start + first, length, step))
      .flatMap((first) => [12, 24, 36, 48, 60].map((gap) => againstEarlier({ first, last: first + length - 1 }, gap)))
      .filter(({ from, to }) => from.first >= 0 && from.last < to.first),
  );
}

/** Most years asked about are calendar or financial ones; a rolling year may begin with any quarter. */
function isAligned(month: number, length: number, step: 1 | 3): boolean {
  if (length === 12) return month % 12 === 0 || month % 12 === 3 || month % 12 === 6;
  return length === 3 ? month % 3 === 0 : step === 1;
}

function againstEarlier(to: Stretch, gap: number): Asked {
  return { from: { first: to.first - gap, last: to.last - gap }, to };
}

function shows({ from, to }: Asked, { month, lasts, builds }: Onset): boolean {
  if (from.last >= month + (lasts ? (from.last - from.first) / 5 : 0)) return false;
  if (!lasts) return month >= to.first && month <= to.last;
  const full = month + builds / 2;
  return to.first <= month + builds + 12 && to.last - full >= 0.6 * (to.last - to.first);
}

function aroundOnset({ months, step }: Calendar, onsets: readonly Onset[]): Asked {
  const earliest = Math.min(...onsets.map(({ month }) => month));
  const first = Math.max(12, Math.min(months - 12, Math.floor(earliest / step) * step));
  return againstEarlier({ first, last: first + 11 }, 12);
}

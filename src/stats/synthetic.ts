import { nearestMix } from "./simplex.ts";

/** Counts of several units over the same times, and of which unit and from when (from 0) a change is asked about. */
export interface PanelQuestion {
  readonly counts: readonly (readonly number[])[];
  readonly unit: number;
  readonly from: number;
}

/** A unit against the mix of others that was nearest to it before. */
export interface SyntheticControl {
  /** One a unit, 0 for the unit itself; 1 in all. */
  readonly weights: readonly number[];
  /** log(count + ½) of the unit less that of its mix, at every time. */
  readonly gaps: readonly number[];
  /** Root of the mean squared gap before. */
  readonly spreadBefore: number;
  /** Mean gap from then on: a log ratio. */
  readonly meanGapAfter: number;
}

/** Synthetic control on log(count + ½), weights by the times before `from` alone; donors are all the other units. */
export function syntheticControl(question: PanelQuestion): SyntheticControl {
  checkPanel(question);
  return controlFrom(question.counts.map(steadied), question, [question.unit]);
}

/** How unusual a unit's gap is among those that the other units, untouched, would have shown. */
export interface PlaceboRank {
  readonly control: SyntheticControl;
  /** |mean gap after| over the spread before, one a unit. */
  readonly scores: readonly number[];
  /** 1 when no unit's score is larger. */
  readonly rank: number;
  /** rank over the number of units: no smaller than one over it. */
  readonly p: number;
}

/** Each unit in turn as if it were the one asked about; the one asked about is no donor to the others. */
export function placeboRank(question: PanelQuestion): PlaceboRank {
  checkPanel(question);
  const series = question.counts.map(steadied);
  const controls = series.map((_, unit) => controlFrom(series, { ...question, unit }, [question.unit, unit]));
  const scores = controls.map(
    ({ meanGapAfter, spreadBefore }) => Math.abs(meanGapAfter) / (spreadBefore || Number.MIN_VALUE),
  );
  const own = scores[question.unit]!;
  const rank = scores.filter((score) => score >= own).length;
  return { control: controls[question.unit]!, scores, rank, p: rank / scores.length };
}

function steadied(counts: readonly number[]): Float64Array {
  return Float64Array.from(counts, (count) => Math.log(count + 0.5));
}

function controlFrom(
  series: readonly Float64Array[],
  { unit, from }: PanelQuestion,
  barred: readonly number[],
): SyntheticControl {
  const donors = series.map((_, i) => i).filter((i) => !barred.includes(i));
  const own = series[unit]!;
  const mix = nearestMix(
    own.subarray(0, from),
    donors.map((i) => series[i]!.subarray(0, from)),
  );
  const gaps = Array.from(own, (value, t) => donors.reduce((gap, i, k) => gap - mix[k]! * series[i]![t]!, value));
  const weights = series.map((_, i) => mix[donors.indexOf(i)] ?? 0);
  const before = gaps.slice(0, from);
  return {
    weights,
    gaps,
    spreadBefore: Math.sqrt(before.reduce((sum, gap) => sum + gap * gap, 0) / from),
    meanGapAfter: gaps.slice(from).reduce((sum, gap) => sum + gap, 0) / (gaps.length - from),
  };
}

/** Throws unless every unit has a count at every time, and there are times before and after. */
export function checkPanel({ counts, unit, from }: PanelQuestion): void {
  const times = counts[0]?.length ?? 0;
  if (counts.length < 3) throw new RangeError(`a panel needs three units or more: ${counts.length}`);
  if (!counts.every((row) => row.length === times && row.every((count) => count >= 0 && count < Infinity)))
    throw new RangeError("every unit needs a count of zero or more at every time");
  if (!(Number.isInteger(unit) && unit >= 0 && unit < counts.length)) throw new RangeError(`no unit ${unit}`);
  if (!(Number.isInteger(from) && from >= 1 && from < times)) throw new RangeError(`no times on both sides of ${from}`);
}

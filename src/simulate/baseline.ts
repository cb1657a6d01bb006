import { CELL_MEASURES, type CellMeasure } from "./kinds.ts";
import type { Setting } from "./setting.ts";

/** What is expected of one class in one area, month by month. */
export type Cell = Record<CellMeasure, Float64Array>;

/** What is expected in one area; causes work on it in place. */
export interface AreaState {
  readonly people: Float64Array;
  readonly cells: readonly Cell[];
}

/** An area as it is expected to go when nothing happens: level, season, slopes and the drift of its population. */
export function baselineOf(setting: Setting, area: number): AreaState {
  const growth = at(setting.drift, area);
  const people = Float64Array.from(
    { length: setting.months },
    (_, month) => at(setting.people, area) * Math.exp((growth * month) / 12),
  );
  return { people, cells: setting.classes.map((_, classNumber) => cellOf(setting, area, classNumber)) };
}

function cellOf(setting: Setting, area: number, classNumber: number): Cell {
  const { height, phase } = at(setting.season, classNumber);
  const level = at(at(setting.levels, area), classNumber);
  const slope = at(setting.areaSlope, area) + at(setting.classSlope, classNumber);
  const rates = at(setting.rates, classNumber);
  const month = (i: number) => height * Math.sin((2 * Math.PI * (setting.start + i - phase)) / 12);
  const demand = (i: number) => level * Math.exp(((slope + at(setting.drift, area)) * i) / 12 + month(i));
  const valueOf: Record<CellMeasure, (i: number) => number> = {
    recorded: demand,
    calls: (i) => demand(i) * rates.calls,
    incidents: (i) => demand(i) * rates.incidents,
    cancelled: (i) => demand(i) * rates.cancelled,
    historic: (i) => demand(i) * rates.historic,
    reporting_delay: () => rates.reporting_delay,
    survey: (i) => rates.survey * Math.exp((slope * i) / 12),
  };
  const entries = CELL_MEASURES.map((measure) => [
    measure,
    Float64Array.from({ length: setting.months }, (_, i) => valueOf[measure](i)),
  ]);
  return Object.fromEntries(entries) as Cell;
}

/** The item at a place that is known to be there. */
export function at<T>(list: ArrayLike<T>, index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`there is no item ${index}`);
  return found;
}

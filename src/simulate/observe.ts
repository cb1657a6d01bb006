import { type AreaState, at, type Cell } from "./baseline.ts";
import { CELL_MEASURES, type CellMeasure, type Measure, type ObservationRow, type Stretch } from "./kinds.ts";
import { monthWord, quarterWord } from "./months.ts";
import { wanderAt, type Wandering } from "./noise.ts";
import type { Asked } from "./question.ts";
import { between, count, happens, normal, type Random, shuffled } from "./random.ts";
import { ASKED, type Setting } from "./setting.ts";

/** What is counted of one class in one area, month by month. */
type Counted = Readonly<Record<CellMeasure, readonly number[]>>;

export interface Observed {
  readonly rows: readonly ObservationRow[];
  /** Recorded counts of the class and area asked about, by month. */
  readonly recorded: readonly number[];
}

export interface Seen {
  readonly setting: Setting;
  readonly asked: Asked;
  readonly states: readonly AreaState[];
  readonly wandering: Wandering;
}

/** Counts drawn on what is expected, as rows of the observations file: with gaps, and shuffled, now and then. */
export function observe(random: Random, { setting, asked, states, wandering }: Seen): Observed {
  const gaps = gapsOf(random, setting, asked);
  let recorded: readonly number[] = [];
  const rows = states.flatMap((state, area) => {
    const counted = state.cells.map((cell, classNumber) => {
      const logs = Array.from({ length: setting.months }, (_, month) =>
        wanderAt(wandering, { area, classNumber, month }),
      );
      return countedOf(random, cell, { setting, logs });
    });
    if (area === setting.area) recorded = counted[ASKED]?.recorded ?? [];
    const cells = counted.flatMap((cell, classNumber) => cellRows(setting, cell, { area, classNumber }));
    return [...gaps(cells), ...populationRows(setting, state, area)];
  });
  return { rows: happens(random, 0.3) ? shuffled(random, rows) : rows, recorded };
}

/** Incidents and calls wander with demand in part; a median of few delays wanders far. */
function countedOf(random: Random, cell: Cell, by: { setting: Setting; logs: readonly number[] }): Counted {
  const { noise, surveyEvery, measures } = by.setting;
  const { theta } = noise;
  const expected = (measure: CellMeasure) =>
    measure === "recorded" || measures.includes(measure) ? cell[measure] : new Float64Array(0);
  const draw = (measure: CellMeasure, part: number) =>
    Array.from(expected(measure), (mean, month) => count(random, mean * Math.exp(part * at(by.logs, month)), theta));
  const recorded = draw("recorded", 1);
  const surveyError = noise.survey * (surveyEvery === "year" ? 1 : 1.5);
  return {
    recorded,
    calls: draw("calls", noise.demand),
    incidents: draw("incidents", noise.demand),
    cancelled: draw("cancelled", noise.demand),
    historic: draw("historic", 1).map((old, month) => Math.min(old, at(recorded, month))),
    reporting_delay: Array.from(
      expected("reporting_delay"),
      (days, month) => days * medianError(random, at(recorded, month)),
    ),
    survey: Array.from(expected("survey"), (share) => share * Math.exp(surveyError * normal(random))),
  };
}

/** Delays are about log-normal with a log deviation of 1.2; a median's error is then 1.5 over the root of n. */
function medianError(random: Random, n: number): number {
  return Math.exp((1.5 / Math.sqrt(Math.max(9, n))) * normal(random));
}

function cellRows(setting: Setting, counted: Counted, place: { area: number; classNumber: number }): ObservationRow[] {
  const isMeasured = setting.measuredAreas === "all" || place.area === setting.area || place.area % 5 === 0;
  return CELL_MEASURES.filter(
    (measure) => measure === "recorded" || (isMeasured && setting.measures.includes(measure)),
  ).flatMap((measure) =>
    periodsOf(setting, measure).map(({ first, last, word }) => ({
      area: at(setting.areas, place.area),
      class: at(setting.classes, place.classNumber),
      measure,
      period: word,
      value: valueOver(counted[measure], measure, { first, last }),
    })),
  );
}

interface Period extends Stretch {
  readonly word: string;
}

function periodsOf({ months, start, step, surveyEvery }: Setting, measure: Measure): Period[] {
  if (measure === "population" || (measure === "survey" && surveyEvery === "year")) return calendarYears(start, months);
  return Array.from({ length: Math.floor(months / step) }, (_, i) => {
    const first = i * step;
    return { first, last: first + step - 1, word: step === 1 ? monthWord(start + first) : quarterWord(start + first) };
  });
}

const LEAST_OF_A_YEAR = 6;

/** Calendar years of which the panel holds half or more. */
function calendarYears(start: number, months: number): Period[] {
  const years = Array.from({ length: Math.ceil(months / 12) + 1 }, (_, i) => Math.floor(start / 12) + i);
  return years
    .map((year) => ({
      first: Math.max(0, year * 12 - start),
      last: Math.min(months - 1, year * 12 + 11 - start),
      word: String(year),
    }))
    .filter(({ first, last }) => last - first + 1 >= LEAST_OF_A_YEAR);
}

/** Counts add up; days and percent are averaged and rounded as they are published. */
function valueOver(values: readonly number[], measure: CellMeasure, { first, last }: Stretch): number {
  const total = values.slice(first, last + 1).reduce((sum, value) => sum + value, 0);
  if (measure !== "reporting_delay" && measure !== "survey") return total;
  return Number((total / (last - first + 1)).toFixed(measure === "survey" ? 2 : 1));
}

function populationRows(setting: Setting, { people }: AreaState, area: number): ObservationRow[] {
  if (!setting.measures.includes("population")) return [];
  return periodsOf(setting, "population").map(({ first, last, word }) => ({
    area: at(setting.areas, area),
    class: "all",
    measure: "population",
    period: word,
    value: Math.round(people.slice(first, last + 1).reduce((sum, n) => sum + n, 0) / (last - first + 1)),
  }));
}

/** Some panels miss rows, or hold a zero for them; what is asked about is never missed. */
function gapsOf(random: Random, setting: Setting, asked: Asked): (rows: ObservationRow[]) => ObservationRow[] {
  if (happens(random, 0.7)) return (rows) => rows;
  const [rate, asZero] = [between(random, 0.003, 0.03), happens(random, 0.4)];
  const kept = new Set(
    periodsOf(setting, "recorded")
      .filter((period) =>
        [asked.from, asked.to].some(({ first, last }) => period.last >= first && period.first <= last),
      )
      .map(({ word }) => word),
  );
  const isAsked = (row: ObservationRow): boolean =>
    row.area === setting.areas[setting.area] && row.class === setting.classes[ASKED] && kept.has(row.period);
  return (rows) =>
    rows.flatMap((row) => {
      if (row.measure === "survey" || isAsked(row) || !happens(random, rate)) return [row];
      return asZero && row.measure === "recorded" ? [{ ...row, value: 0 }] : [];
    });
}

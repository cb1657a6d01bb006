import { spreadLabels } from "./ends.ts";
import { type Flag, placeFlags } from "./flags.ts";
import type { LineSpec, Point } from "./spec.ts";
import { LINE, sayNumber, widestOf, wrapText } from "./text.ts";
import { dateTicks, dayNumber, type Tick, valueTicks } from "./ticks.ts";

/** A value with its day counted from 1970. */
export interface Place {
  readonly day: number;
  readonly value: number;
  readonly broken: boolean;
  readonly stressed: boolean;
}

/** Points joined by one stroke of the pen. */
export interface Stroke {
  readonly broken: boolean;
  readonly points: readonly Place[];
}

export interface Series {
  readonly name: string;
  /** In order of time, without the gaps. */
  readonly points: readonly Place[];
  readonly strokes: readonly Stroke[];
  /** Points no stroke reaches. */
  readonly alone: ReadonlySet<Place>;
}

/** The name of a series, and the line that leads to it; units of the drawing. */
export interface End {
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
  readonly lines: readonly string[];
}

/** Everything about a line chart but its ink. */
export interface Layout {
  readonly size: { readonly width: number; readonly height: number };
  readonly margin: Margin;
  readonly series: readonly Series[];
  readonly days: readonly [number, number];
  readonly values: readonly [number, number];
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly number[];
  readonly flags: readonly Flag[];
  readonly ends: readonly End[];
  readonly withDots: boolean;
  /** The values of both scales that lie at a place of the drawing, for what is placed by eye. */
  readonly place: (x: number, y: number) => { readonly x: number; readonly y: number };
}

interface Margin {
  readonly marginTop: number;
  readonly marginRight: number;
  readonly marginBottom: number;
  readonly marginLeft: number;
}

const LEAD = 28;
const MOST_DOTS = 30;

export function layOut(spec: LineSpec): Layout {
  const series = seriesOf(spec.points);
  const { width = 960, height = series.length === 0 ? 120 : 480 } = spec;
  const all = series.flatMap(({ points }) => points);
  const yTicks = valueTicks(all.map(({ value }) => value));
  const allDays = [...new Set(all.map(({ day }) => day))].sort((a, b) => a - b);
  const days = dayDomain(allDays);
  const values = [yTicks[0] ?? 0, yTicks.at(-1) ?? 1] as const;
  const names = series.map(({ name, points }) => nameLines(name, points.at(-1), width));
  const sides = {
    marginLeft: Math.max(30, Math.ceil(widestOf(yTicks.map(sayNumber))) + 12),
    marginRight: Math.ceil(Math.max(8, ...names.map(widestOf))) + LEAD + 4,
  };
  const xOf = scale(days, [sides.marginLeft, width - sides.marginRight]);
  const flags = flagsOf(spec, { xOf, days, width });
  const rise = Math.max(0, ...flags.map(({ head }) => head));
  const margin = { marginTop: Math.ceil(LINE * 2 + rise), marginBottom: LINE * 2 + 14, ...sides };
  const size = { width, height: height + Math.ceil(rise) };
  const yRange = [size.height - margin.marginBottom, margin.marginTop] as const;
  const yOf = scale(values, yRange);
  const ends = endsOf({ series, names, xOf, yOf }, { x: xOf(allDays.at(-1) ?? 0) + LEAD, yRange });
  const [backX, backY] = [scale([sides.marginLeft, width - sides.marginRight], days), scale(yRange, values)];
  return {
    size,
    margin,
    series,
    days,
    values,
    yTicks,
    flags,
    ends,
    xTicks: allDays.length === 0 ? [] : dateTicks(allDays, width - sides.marginLeft - sides.marginRight),
    withDots: allDays.length <= MOST_DOTS,
    place: (x, y) => ({ x: backX(x), y: backY(y) }),
  };
}

function seriesOf(points: readonly Point[]): readonly Series[] {
  const names = [...new Set(points.map(({ series }) => series))];
  return names.map((name) => oneSeries(name, points)).filter((series) => series.points.length > 0);
}

function oneSeries(name: string, all: readonly Point[]): Series {
  const own = all.filter((point) => point.series === name).sort((a, b) => (a.date < b.date ? -1 : 1));
  const places = own.map(({ date, value, broken = false, stressed = false }) =>
    value === null ? null : { day: dayNumber(date), value, broken, stressed },
  );
  const strokes = strokesOf(places);
  const points = places.filter((place) => place !== null);
  const reached = new Set(strokes.flatMap((stroke) => stroke.points));
  return { name, points, strokes, alone: new Set(points.filter((point) => !reached.has(point))) };
}

/** Pairs of neighbours, those of one kind that follow one another in one stroke; `null` lifts the pen. */
function strokesOf(places: readonly (Place | null)[]): readonly Stroke[] {
  const strokes: { broken: boolean; points: Place[] }[] = [];
  for (const [i, next] of places.entries()) {
    const before = places[i - 1] ?? null;
    if (before === null || next === null) continue;
    const open = strokes.at(-1);
    if (open !== undefined && open.broken === next.broken && open.points.at(-1) === before) open.points.push(next);
    else strokes.push({ broken: next.broken, points: [before, next] });
  }
  return strokes;
}

function dayDomain(days: readonly number[]): readonly [number, number] {
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  return first === last ? [first - 1, last + 1] : [first, last];
}

function nameLines(name: string, last: Place | undefined, width: number): readonly string[] {
  return wrapText(last === undefined ? name : `${name} ${sayNumber(last.value)}`, Math.max(96, width * 0.2));
}

function flagsOf(
  { marks = [] }: LineSpec,
  { xOf, days, width }: { xOf: Scale; days: readonly [number, number]; width: number },
): readonly Flag[] {
  const shown = marks
    .map(({ date, label, kind }) => ({ day: dayNumber(date), label, kind }))
    .filter(({ day }) => day >= days[0] && day <= days[1])
    .sort((a, b) => a.day - b.day)
    .map(({ day, label, kind }) => ({ x: xOf(day), label, kind }));
  return placeFlags(shown, width);
}

function endsOf(
  {
    series,
    names,
    xOf,
    yOf,
  }: { series: readonly Series[]; names: readonly (readonly string[])[]; xOf: Scale; yOf: Scale },
  { x, yRange: [bottom, top] }: { x: number; yRange: readonly [number, number] },
): readonly End[] {
  const froms = series.map(({ points }) => ({ x: xOf(points.at(-1)?.day ?? 0), y: yOf(points.at(-1)?.value ?? 0) }));
  const wishes = froms.map(({ y }, i) => ({ at: y, tall: (names[i]?.length ?? 1) * LINE + 4 }));
  const middles = spreadLabels(wishes, { top: top - LINE / 2, bottom: bottom + LINE / 2 });
  return froms.map((from, i) => ({ from, to: { x, y: middles[i] ?? from.y }, lines: names[i] ?? [] }));
}

type Scale = (value: number) => number;

function scale([from, to]: readonly [number, number], [start, end]: readonly [number, number]): Scale {
  return (value) => start + ((value - from) / (to - from)) * (end - start);
}

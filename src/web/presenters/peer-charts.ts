import { type ChangeQuestion, daysOf } from "../../explain/index.ts";
import {
  type Curve,
  lineChart,
  type LineSpec,
  NARROW,
  scatterChart,
  type ScatterSpec,
  sparkLine,
} from "../../plot/index.ts";
import { type ChartView, IN_NARROW } from "./chart.ts";
import type { Peer, Peers } from "./peer-numbers.ts";
import { middleOf } from "./question-series.ts";
import { sayRatio } from "./say.ts";

/** So many others are named in the picture; all are in the table. */
const MOST_NAMED = 4;

/** Every area by what was to be expected of it and how far it stands from the average, with the limits. */
export function funnelChart({ own, all, over, funnel }: Peers, title: string): ChartView | null {
  const drawn = all.filter(
    (peer): peer is Peer & { readonly point: NonNullable<Peer["point"]> } => peer.point !== null,
  );
  if (funnel === null || drawn.length === 0) return null;
  const away = ({ point }: { point: NonNullable<Peer["point"]> }) => Math.abs(Math.log(Math.max(0.01, point.ratio)));
  const outside = drawn.filter(({ point, area }) => point.isBeyondSpread && area !== own.area);
  const named = new Set(outside.toSorted((a, b) => away(b) - away(a)).slice(0, MOST_NAMED));
  const sorted = drawn.map(({ point }) => point).toSorted((a, b) => a.expected - b.expected);
  const curve = (label: string, y: (point: (typeof sorted)[number]) => number, dashed = false): Curve => ({
    label,
    dashed,
    points: sorted.map((point) => ({ x: Math.round(point.expected), y: y(point) })),
  });
  const spec: ScatterSpec = {
    title: `${title}: funnel`,
    description: `Each dot is an area; the dashed curves are 95 per cent limits, the full ones 99.8 per cent limits, widened by the areas’ own spread. The numbers are in the table below.`,
    points: drawn.map((peer) => ({
      label: peer.name,
      x: Math.round(peer.point.expected),
      y: Math.round(peer.point.ratio * 1000) / 1000,
      own: peer.area === own.area,
      stressed: named.has(peer),
    })),
    curves: [
      curve("95 per cent, low", (point) => point.overdispersed.at95.low, true),
      curve("95 per cent, high", (point) => point.overdispersed.at95.high, true),
      curve("99.8 per cent, low", (point) => point.overdispersed.at998.low),
      curve("99.8 per cent, high", (point) => point.overdispersed.at998.high),
    ],
    xLabel:
      over === "residents"
        ? "Number to be expected at the average rate"
        : "Number to be expected had all changed alike",
    yLabel: "Recorded, times what was to be expected",
  };
  return {
    wide: scatterChart(spec),
    narrow: scatterChart({ ...spec, ...NARROW, title: `${spec.title}${IN_NARROW}` }),
  };
}

/** A small picture of an area's course, with its name and how many times the earlier the later count is. */
export interface SmallMultiple {
  readonly name: string;
  readonly times: string;
  readonly isOwn: boolean;
  readonly svg: string;
}

/** A course higher than this many times the earlier level is cut off at the top. */
const TALLEST = 4;
/** The smallest base that bears a ratio. */
const SMALLEST_BASE = 50;

/** Every area's course over its own mean in the earlier period, all on one scale. */
export function smallMultiples(question: ChangeQuestion, { all, own }: Peers): readonly SmallMultiple[] {
  const shown = all.flatMap((peer) => {
    const { steps, from, to } = peer;
    if (from === null || to === null || from < SMALLEST_BASE) return [];
    const months = question.from.last - question.from.first + 1;
    const course = steps.map((step) => ({
      date: middleOf(step),
      value: step.value === null ? null : step.value / (step.months.last - step.months.first + 1) / (from / months),
    }));
    return [{ peer, course, times: to / from }];
  });
  const dates = shown.flatMap(({ course }) => course.map(({ date }) => date)).toSorted();
  const highest = Math.max(1, ...shown.flatMap(({ course }) => course.map(({ value }) => value ?? 0)));
  const { first, last } = daysOf({ first: question.from.first, last: question.to.last });
  const frame = { from: dates[0] ?? first, to: dates.at(-1) ?? last, top: Math.min(TALLEST, highest) };
  return shown
    .toSorted((a, b) => b.times - a.times)
    .map(({ peer, course, times }) => ({
      name: peer.name,
      times: `${sayRatio(times)} times`,
      isOwn: peer.area === own.area,
      svg: sparkLine(course, frame),
    }));
}

/** How many of the areas had less, year by year. */
export function rankChart(
  { own, ranks }: Peers,
  { title, isRate }: { readonly title: string; readonly isRate: boolean },
): ChartView | null {
  if (ranks.length < 2) return null;
  const spec: LineSpec = {
    title,
    description: "A line through twelve-month stretches; the places are in the table below.",
    points: ranks.map(({ months, rank, of }) => {
      const { first, last } = daysOf(months);
      return { series: own.name, date: middleOf({ from: first, to: last }), value: of - rank };
    }),
    yLabel: `Areas with a lower ${isRate ? "rate" : "count"}, of ${Math.max(...ranks.map(({ of }) => of)) - 1} others`,
    height: 260,
  };
  return { wide: lineChart(spec), narrow: lineChart({ ...spec, width: NARROW.width, title: `${title}${IN_NARROW}` }) };
}

import { sayPeriod } from "../../base/index.ts";
import type { Law } from "../../law/index.ts";
import { lineChart, type LineSpec, NARROW, type Point } from "../../plot/index.ts";
import type { FieldError, Read } from "../query.ts";
import { askForm, type AskForm, type Query } from "./ask-form.ts";
import { type ChartView, DESK_HEIGHT, IN_NARROW } from "./chart.ts";
import { type Controlled, type ControlPoint, type Rebase, signalSentences } from "./control-points.ts";
import type { UnfoldedTable } from "./explain.ts";
import { type Dated, datedOn } from "./explain-chart.ts";
import { addressOf, fieldsOf } from "./links.ts";
import { middleOf } from "./question-series.ts";
import { lowerFirst, sayNumber } from "./say.ts";

export interface ControlPage {
  readonly title: string;
  readonly errors: readonly FieldError[];
  readonly form: AskForm;
  readonly rebase: { readonly month: string; readonly reason: string };
  readonly result: ControlResult | null;
}

export interface ControlResult {
  readonly chart: ChartView | null;
  readonly rebased: string;
  readonly signals: readonly string[];
  /** What to do where one base cannot fit. */
  readonly hint: string;
  readonly table: UnfoldedTable;
  readonly offers: readonly { readonly text: string; readonly href: string }[];
  readonly notes: readonly string[];
  readonly links: Readonly<Record<string, string>>;
}

/** The control chart's page: how much stands out, the chart, what its signals mean, and where a new base may begin. */
export function presentControl(given: { query: Query; read: Read<Controlled>; law: Law }): ControlPage {
  const { query, read, law } = given;
  const form = askForm(query, law, read.ok ? [] : read.errors);
  const rebase = { month: query["rebase"] ?? "", reason: query["reason"] ?? "" };
  if (!read.ok) return { title: "That chart cannot be drawn", errors: read.errors, form, rebase, result: null };
  const title = sayControl(read.value);
  return { title, errors: [], form, rebase, result: resultOf(read.value, title) };
}

function sayControl({ found, points }: Controlled): string {
  const subject = `ecorded ${lowerFirst(found.question.className)} in ${found.areaName}`;
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined)
    return `Cannot tell what stands out: fewer than eight counts of r${subject} are held`;
  const signals = points.filter(({ signal }) => signal !== null).length;
  const when = sayPeriod({ from: first.step.from, to: last.step.to });
  return `R${subject}: ${sayNumber(signals)} of ${sayNumber(points.length)} ${unitOf(first)} stand out, ${when}`;
}

function unitOf({ step: { months } }: ControlPoint): string {
  return { 1: "months", 3: "quarters", 12: "years" }[months.last - months.first + 1] ?? "counts";
}

function resultOf({ found, points, rebase }: Controlled, title: string): ControlResult {
  const fields = fieldsOf(found.asked);
  return {
    chart: points.length === 0 ? null : controlChart(points, { title, area: found.areaName, rebase }),
    rebased: rebase === null ? "" : `A new base begins in ${sayMonth(rebase.month)}, because: ${rebase.reason}`,
    signals: signalSentences(points),
    hint: hintOn(points),
    table: tableOf(points),
    offers: offersIn({ found, points, rebase }),
    notes: found.notes,
    links: {
      change: addressOf("/explain", fields),
      peers: addressOf("/explain/peers", fields),
      scan: addressOf("/scan", { from: fields["from"], to: fields["to"], "known-on": fields["known-on"] }),
      figures: addressOf("/figures", fields),
      plain: addressOf("/explain/control", fields),
    },
  };
}

/** Where most of the counts stand out they have no common level. */
function hintOn(points: readonly ControlPoint[]): string {
  const signals = points.filter(({ signal }) => signal !== null).length;
  if (signals * 2 <= points.length) return "";
  return "More than half of the counts stand out: they have no common level, and limits drawn through all of them say little. A new base may help, where there is a reason for one.";
}

function sayMonth(month: string): string {
  const end = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 31 }).toString();
  return sayPeriod({ from: `${month}-01`, to: end });
}

function controlChart(
  points: readonly ControlPoint[],
  { title, area, rebase }: { readonly title: string; readonly area: string; readonly rebase: Rebase | null },
): ChartView {
  const lines = (["Upper limit", "Centre", "Lower limit"] as const).flatMap((series) => levels(points, series));
  const spec: LineSpec = {
    title,
    description:
      "The counts with their centre and limits; what stands out is ringed. The numbers are in the table below.",
    points: [
      ...points.map(({ step, value, signal }) => ({
        series: area,
        date: middleOf(step),
        value,
        stressed: signal !== null,
      })),
      ...lines,
    ],
    marks: rebase === null ? [] : [{ date: `${rebase.month}-01`, label: "New base", kind: "rebase" }],
    colours: { Centre: "#0b0c0c", "Upper limit": "#505a5f", "Lower limit": "#505a5f" },
    yLabel: `Recorded, number in each of the ${unitOf(points[0]!)}`,
    height: DESK_HEIGHT,
  };
  return { wide: lineChart(spec), narrow: lineChart({ ...spec, ...NARROW, title: `${title}${IN_NARROW}` }) };
}

/** A level at every point, with the pen lifted where a new base begins; limits below nothing are not drawn. */
function levels(points: readonly ControlPoint[], series: "Upper limit" | "Centre" | "Lower limit"): Point[] {
  const level = ({ high, centre, low }: ControlPoint) =>
    ({ "Upper limit": high, Centre: centre, "Lower limit": low })[series];
  return points.flatMap((point, i) => {
    const value = level(point);
    const own = {
      series,
      date: middleOf(point.step),
      value: value < 0 ? null : Math.round(value * 10) / 10,
    };
    const isNew = i > 0 && points[i - 1]!.centre !== point.centre;
    return isNew ? [{ series, date: point.step.from, value: null }, own] : [own];
  });
}

function tableOf(points: readonly ControlPoint[]): UnfoldedTable {
  const level = (value: number) => (value < 0 ? "none" : sayNumber(Math.round(value * 10) / 10));
  return {
    summary: "The chart as a table",
    caption: "Counts with their centre and limits",
    columns: ["Period", "Number", "Centre", "Lower limit", "Upper limit", "Stands out"],
    numbers: 4,
    rows: points.map(({ step, value, centre, low, high, signal }) => [
      sayPeriod(step),
      sayNumber(value),
      level(centre),
      level(low),
      level(high),
      signal === null ? "" : `${RULE_WORDS[signal.rule]}, ${SIDES[signal.rule][signal.side]}`,
    ]),
  };
}

type Signal = NonNullable<ControlPoint["signal"]>;

const RULE_WORDS: Readonly<Record<Signal["rule"], string>> = {
  outside: "outside the limits",
  trend: "seven in a row one way",
  "near-limit": "two of three near a limit",
  run: "seven in a row on one side",
};

const LEVELS = { high: "high", low: "low" } as const;
const SIDES: Readonly<Record<Signal["rule"], Readonly<Record<Signal["side"], string>>>> = {
  outside: LEVELS,
  trend: { high: "rising", low: "falling" },
  "near-limit": LEVELS,
  run: LEVELS,
};

/** More are not offered. */
const MOST_OFFERS = 12;

/** Dates known to bear on the counts at which a new base may begin, each with its reason. */
function offersIn({ found, points }: Controlled): ControlResult["offers"] {
  const [second, last] = [points[1], points.at(-1)];
  if (second === undefined || last === undefined) return [];
  const inside = ({ month }: Dated) => month >= second.step.months.first && month <= last.step.months.first;
  return datedOn(found.question)
    .filter(inside)
    .slice(-MOST_OFFERS)
    .map(({ date, title }) => {
      const month = date.slice(0, 7);
      const fields = { ...fieldsOf(found.asked), rebase: month, reason: title.slice(0, 300) };
      return { text: `${sayMonth(month)}: ${title}`, href: addressOf("/explain/control", fields) };
    });
}

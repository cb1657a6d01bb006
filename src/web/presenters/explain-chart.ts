import { sayPeriod } from "../../base/index.ts";
import { type ChangeQuestion, daysOf, type Months } from "../../explain/index.ts";
import { lineChart, type LineSpec, NARROW } from "../../plot/index.ts";
import { type ChartView, DESK_HEIGHT, IN_NARROW, type NamedMark, shorten } from "./chart.ts";
import { middleOf, type Step } from "./question-series.ts";

/** More lines than this hide the course. */
const MOST_MARKS = 6;

/** Rules, events and training that bear on the counts asked about within some months; those around the change first. */
export function marksOn(question: ChangeQuestion, within: Months): readonly NamedMark[] {
  const dated = datedOn(question).filter(({ month }) => month > within.first && month <= within.last);
  const once = [...new Map(dated.map((each) => [`${each.month} ${each.title}`, each])).values()];
  const near = ({ month }: Dated) => (month > question.from.first && month <= question.to.last ? 0 : 1);
  const middle = (question.from.first + question.to.last) / 2;
  return once
    .toSorted((a, b) => near(a) - near(b) || Math.abs(a.month - middle) - Math.abs(b.month - middle))
    .slice(0, MOST_MARKS)
    .map(({ kind, month, date, title }) => ({
      date,
      kind,
      label: shorten(title),
      short: `${SHORT[kind]}, ${sayPeriod(periodOf({ first: month, last: month }))}`,
    }))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

const SHORT = { law: "Law", rule: "Rule", event: "Event", practice: "Practice" } as const;

/** Something dated that bears on the counts asked about. */
export interface Dated {
  readonly kind: keyof typeof SHORT;
  readonly month: number;
  readonly date: string;
  readonly title: string;
  readonly source: string | null;
}

/** All that the context holds about the counts asked about, in order of time. */
export function datedOn({ context, classes, area }: ChangeQuestion): readonly Dated[] {
  const has = (name: string | null) => name !== null && classes.includes(name);
  const first = (month: number) => daysOf({ first: month, last: month }).first;
  const rules = context.rules
    .filter(({ fromClass, toClass }) => has(fromClass) !== has(toClass))
    .map(({ basis, month, title, source }) => ({ kind: basis, month, date: first(month), title, source }));
  const events = context.events
    .filter((each) => each.classes.some(has))
    .map(({ month, date, title, source }) => ({ kind: "event" as const, month, date, title, source }));
  const practice = context.training
    .filter((each) => each.area === area)
    .map(({ month, title, source }) => ({ kind: "practice" as const, month, date: first(month), title, source }));
  return [...rules, ...events, ...practice].toSorted((a, b) => a.month - b.month);
}

function periodOf(months: Months) {
  const { first, last } = daysOf(months);
  return { from: first, to: last };
}

/** The course of the counts, with what bears on them as lines and the two periods shaded. */
export function courseChart(
  question: ChangeQuestion,
  { title, steps, marks }: { title: string; steps: readonly Step[]; marks: readonly NamedMark[] },
): ChartView | null {
  if (!steps.some(({ value }) => value !== null)) return null;
  const bands = [question.from, question.to].map((months) => {
    const { from, to } = periodOf(months);
    return { from, to, label: sayPeriod({ from, to }) };
  });
  const spec: LineSpec = {
    title,
    description: `A line through ${steps.length} steps of time; the two periods are shaded, and rules, events and practice stand as upright lines. The numbers are in the table below.`,
    points: steps.map((step) => ({
      series: question.areaName ?? question.area,
      date: middleOf(step),
      label: sayPeriod(step),
      value: step.value,
    })),
    marks,
    bands,
    yLabel: `Recorded, number in ${STEP_WORDS[steps[0]!.months.last - steps[0]!.months.first + 1] ?? "each step"}`,
    height: DESK_HEIGHT,
  };
  const narrow = marks.map(({ short, ...mark }) => ({ ...mark, label: short }));
  return {
    wide: lineChart(spec),
    narrow: lineChart({ ...spec, ...NARROW, title: `${title}${IN_NARROW}`, marks: narrow }),
  };
}

const STEP_WORDS: Readonly<Record<number, string>> = { 1: "the month", 3: "the quarter", 12: "the year" };

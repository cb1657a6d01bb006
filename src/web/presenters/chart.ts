import { sayPeriod } from "../../base/index.ts";
import type { Figure } from "../../figures/index.ts";
import { type ClassSelection, type Law, timeline, type TimelineKind } from "../../law/index.ts";
import { wholeLimits } from "./figure-rows.ts";
import { middleOf } from "./question-series.ts";
import { MEASURE_WORDS } from "./say.ts";
import { type Bar, barChart, lineChart, type LineSpec, type Mark, NARROW } from "../../plot/index.ts";

/** A picture drawn twice, for a desk and for a phone; the style sheet shows one of them. */
export interface ChartView {
  readonly wide: string;
  readonly narrow: string;
}

export interface Series {
  readonly title: string;
  readonly description: string;
  readonly figures: readonly Figure[];
  readonly marks: readonly NamedMark[];
}

/** A mark with a short name for a narrow chart. */
export interface NamedMark extends Mark {
  readonly short: string;
}

/** Figures over time; each stands in the middle of its period. */
export function seriesChart({ title, description, figures, marks }: Series): ChartView {
  const spec: LineSpec = {
    title,
    description,
    marks,
    yLabel: labelOf(figures),
    height: DESK_HEIGHT,
    points: figures.map(({ className, period, value }) => ({
      series: className,
      date: middleOf(period),
      label: sayPeriod(period),
      value,
    })),
  };
  const narrow = marks.map(({ short, ...mark }) => ({ ...mark, label: short }));
  return {
    wide: lineChart(spec),
    narrow: lineChart({ ...spec, ...NARROW, title: `${title}${IN_NARROW}`, marks: narrow }),
  };
}

/** Units of the drawing, without the labels above it; the first page then fits a screen. */
export const DESK_HEIGHT = 380;

/** A few figures side by side, with their limits. */
export function barsChart({ title, description, figures }: Omit<Series, "marks">): ChartView {
  const bars: Bar[] = figures.map(({ period, value, interval }) => ({
    label: sayPeriod(period),
    value,
    ...(interval === null ? {} : wholeLimits(interval)),
  }));
  const spec = { title, description, bars, xLabel: labelOf(figures) };
  const narrow = { ...spec, width: NARROW.width, title: `${title}${IN_NARROW}` };
  return { wide: barChart(spec), narrow: barChart(narrow) };
}

function labelOf([first]: readonly Figure[]): string {
  return first === undefined ? "" : `${MEASURE_WORDS[first.measure]}, number in the period`;
}

/** Equal charts have equal ids, so the narrow one says in its title that it is another. */
export const IN_NARROW = " (narrow)";

const MARKED: readonly TimelineKind[] = ["counting-rule", "inspection"];

/** The longest label that a line in a chart may have. */
const MOST_LETTERS = 68;
const MOST_MARKS = 7;

/** What to draw as a labelled line: confirmed rules and inspections that bear on the classes, rules first. */
export function marksOf(
  law: Law,
  asked: { area: string; selection: ClassSelection; from: string; to: string },
): NamedMark[] {
  const { area, selection, from, to } = asked;
  const entries = timeline(law, { area, codes: selection.codes, from, to, kinds: MARKED }).filter(({ confidence }) =>
    ["V", "V2", "C"].includes(confidence),
  );
  const closest = entries.toSorted((a, b) => rankOf(a.kind) - rankOf(b.kind)).slice(0, MOST_MARKS);
  return closest
    .map(({ date, kind, title }) => ({
      date,
      kind,
      label: shorten(title),
      short: `${SHORT_WORDS[kind]}, ${sayMonth(date)}`,
    }))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

const SHORT_WORDS: Readonly<Partial<Record<TimelineKind, string>>> = {
  "counting-rule": "Rule",
  inspection: "Inspection",
};

function sayMonth(day: string): string {
  return sayPeriod({
    from: `${day.slice(0, 7)}-01`,
    to: Temporal.PlainYearMonth.from(day.slice(0, 7)).toPlainDate({ day: 31 }).toString(),
  });
}

function rankOf(kind: TimelineKind): number {
  return MARKED.indexOf(kind);
}

export function shorten(title: string): string {
  if (title.length <= MOST_LETTERS) return title;
  return `${title.slice(0, title.lastIndexOf(" ", MOST_LETTERS - 1))}…`;
}

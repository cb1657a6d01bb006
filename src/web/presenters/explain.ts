import { periodBetween, sayPeriod } from "../../base/index.ts";
import type { ChangeQuestion, Explanation, Months } from "../../explain/index.ts";
import type { Law } from "../../law/index.ts";
import type { FieldError, Read } from "../query.ts";
import type { Explained } from "../services/explained.ts";
import { askForm, type AskForm, type Query } from "./ask-form.ts";
import type { ChartView, NamedMark } from "./chart.ts";
import { causesChart, causeViews, type CauseView, type RowsView, rowsViews } from "./explain-causes.ts";
import { courseChart, type Dated, datedOn, marksOn } from "./explain-chart.ts";
import { capital, sayCauses, sayChange, VERDICT_WORDS } from "./explain-words.ts";
import { sourcesOf } from "./figures.ts";
import { addressOf, fieldsOf } from "./links.ts";
import { type Step, stepsOf } from "./question-series.ts";
import { sayNumber } from "./say.ts";

export interface ExplainPage {
  readonly title: string;
  readonly errors: readonly FieldError[];
  readonly form: AskForm;
  readonly result: ExplainResult | null;
}

export interface ExplainResult {
  readonly verdict: string;
  readonly because: string;
  readonly chart: ChartView | null;
  readonly course: UnfoldedTable;
  readonly causesChart: ChartView | null;
  readonly causes: readonly CauseView[];
  readonly rows: readonly RowsView[];
  readonly tied: readonly string[];
  readonly text: string;
  readonly unlike: readonly string[];
  readonly notes: readonly string[];
  readonly weighed: string;
  readonly known: readonly { readonly text: string; readonly source: string }[];
  readonly sources: readonly { readonly text: string }[];
  readonly links: Readonly<Record<"json" | "figures" | "steps" | "peers" | "control" | "scan", string>>;
}

/** A table to be unfolded: the first column names the row, the next `numbers` align right. */
export interface UnfoldedTable {
  readonly summary: string;
  readonly caption: string;
  readonly columns: readonly string[];
  readonly numbers: number;
  readonly rows: readonly (readonly string[])[];
}

/** The page of a change: the finding, its course, its causes and what they rest on. */
export function presentExplain(given: { query: Query; read: Read<Explained>; law: Law }): ExplainPage {
  const { query, read, law } = given;
  const form = askForm(query, law, read.ok ? [] : read.errors);
  if (!read.ok) return { title: "That question cannot be answered", errors: read.errors, form, result: null };
  const title = sayChange(read.value.explanation, read.value.areaName);
  return { title, errors: [], form, result: resultOf(read.value, { title, law }) };
}

function resultOf(found: Explained, { title, law }: { title: string; law: Law }): ExplainResult {
  const { asked, question, explanation, figures, notes } = found;
  const steps = stepsOf(question);
  const marks = marksOn(question, spanOf(steps, question));
  const fields = fieldsOf(asked);
  const comparable = figures.change?.comparable;
  return {
    verdict: VERDICT_WORDS[explanation.verdict],
    because: explanation.because,
    chart: courseChart(question, { title, steps, marks }),
    course: courseTable(steps, { question, marks }),
    causesChart: causesChart(explanation, "What the change may be made of"),
    causes: causeViews({ explanation, law }),
    rows: rowsViews({ explanation, asked, law }),
    tied: tiedSentences(explanation),
    text: explanation.text,
    unlike: comparable === undefined || comparable.comparable ? [] : comparable.reasons,
    notes,
    weighed: sayWeighed(question, steps),
    known: datedOn(question)
      .filter(({ month }) => month > question.from.first && month <= question.to.last)
      .map((each) => ({ text: sayDated(each), source: each.source ?? "" })),
    sources: sourcesOf(figures.figures),
    links: {
      json: addressOf("/explain.json", fields),
      figures: addressOf("/figures", fields),
      peers: addressOf("/explain/peers", fields),
      control: addressOf("/explain/control", fields),
      scan: addressOf("/scan", { from: fields["from"], to: fields["to"], "known-on": fields["known-on"] }),
      steps: addressOf("/figures", { ...fields, ...stretchOf(steps, fields) }),
    },
  };
}

function spanOf(steps: readonly Step[], { from, to }: ChangeQuestion) {
  return { first: steps[0]?.months.first ?? from.first, last: steps.at(-1)?.months.last ?? to.last };
}

function courseTable(
  steps: readonly Step[],
  { question, marks }: { question: ChangeQuestion; marks: readonly NamedMark[] },
): UnfoldedTable {
  const rows = steps.map((step) => {
    const within = ({ first, last }: Months) => step.months.first >= first && step.months.last <= last;
    const ends = [
      ...(within(question.from) ? ["earlier period"] : []),
      ...(within(question.to) ? ["later period"] : []),
    ];
    const lines = marks.filter(({ date }) => date >= step.from && date <= step.to).map(({ label }) => label);
    return [
      sayPeriod(step),
      step.value === null ? "cannot tell" : sayNumber(step.value),
      [...ends, ...lines].join("; "),
    ];
  });
  const columns = ["Period", "Number", "Notes"];
  return { summary: "The course as a table", caption: "Recorded, step by step", columns, numbers: 1, rows };
}

/** The same stretch as the figures page is asked for it, cut in the same steps. */
function stretchOf(steps: readonly Step[], fields: Readonly<Record<string, string | undefined>>) {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return fields;
  const by = { 1: "month", 3: "quarter", 12: "year" }[first.months.last - first.months.first + 1];
  const label = ({ from, to }: Step) => periodBetween(from, to).label;
  return { from: label(first), to: label(last), by };
}

function tiedSentences({ inseparable }: Explanation): readonly string[] {
  return inseparable
    .filter((group) => group.length > 1)
    .map((group) => `${capital(sayCauses(group))} cannot be told apart with these data.`);
}

/** How much was looked at: `Weighed from 32 quarters, April 2011 to March 2019, beside 43 other areas and 5 other classes.` */
function sayWeighed({ panel, area, classes }: ChangeQuestion, steps: readonly Step[]): string {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return "Nothing was held to be weighed.";
  const unit = { 1: "month", 3: "quarter", 12: "year" }[first.months.last - first.months.first + 1] ?? "step";
  const areas = panel.areas.filter((each) => each !== area).length;
  const others = panel.classes.filter((each) => !classes.includes(each)).length;
  const count = (n: number, word: string, many = `${word}s`) => `${sayNumber(n)} ${n === 1 ? word : many}`;
  return `Weighed from ${count(steps.length, unit)}, ${sayPeriod({ from: first.from, to: last.to })}, beside ${count(areas, "other area")} and ${count(others, "other class", "other classes")}.`;
}

function sayDated({ kind, month, title }: Dated): string {
  const year = Math.floor(month / 12);
  const when = `${year}-${String((month % 12) + 1).padStart(2, "0")}`;
  return `${when}: ${title} (${{ law: "law", rule: "counting rule", event: "event", practice: "inspection, training or practice" }[kind]})`;
}

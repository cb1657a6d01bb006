import { sayPeriod } from "../../base/index.ts";
import type { Change, Figure, FigureQuestion, FiguresAnswer, Flag } from "../../figures/index.ts";
import { type Law, parseClasses } from "../../law/index.ts";
import { MEASURES } from "../../records/index.ts";
import type { FieldError, Read } from "../query.ts";
import { barsChart, type ChartView, marksOf, seriesChart } from "./chart.ts";
import { areaChoices, classChoices, isAmong } from "./choices.ts";
import { figureRows, type FigureRow } from "./figure-rows.ts";
import { type FlagView, presentFlags } from "./flags.ts";
import { MEASURE_WORDS, sayFinding, sayNumber, sayRatio, sayRatioLimits, sayReleased, saySigned } from "./say.ts";

/** What was asked and what came of it. */
export interface Answered {
  readonly question: FigureQuestion;
  readonly answer: FiguresAnswer;
}

export interface FiguresPage {
  readonly title: string;
  readonly errors: readonly FieldError[];
  readonly form: ReturnType<typeof formOf>;
  readonly result: FiguresResult | null;
}

export interface FiguresResult {
  readonly chart: ChartView | null;
  readonly rows: readonly FigureRow[];
  readonly rowsLeftOut: number;
  readonly caption: string;
  readonly per: string;
  readonly hasYearBefore: boolean;
  readonly change: readonly { readonly key: { readonly text: string }; readonly value: { readonly text: string } }[];
  /** Why the two ends are not quite like with like. */
  readonly unlike: readonly string[];
  readonly flags: readonly FlagView[];
  readonly notes: readonly string[];
  readonly sources: readonly { readonly text: string }[];
  readonly csv: string;
  readonly json: string;
}

type Query = Readonly<Record<string, string>>;

/** The explorer's page: the finding as its title, then picture, table, what to know, and what it rests on. */
export function presentFigures(given: { query: Query; read: Read<Answered>; law: Law }): FiguresPage {
  const { query, read, law } = given;
  const form = formOf(query, law, read);
  if (!read.ok) return { title: "That question cannot be answered", errors: read.errors, form, result: null };
  const { figures, change } = read.value.answer;
  return { title: sayFinding(figures, change), errors: [], form, result: resultOf(read.value, query, law) };
}

/** More rows than this are in the CSV alone. */
const MOST_ROWS = 150;

function resultOf({ question, answer }: Answered, query: Query, law: Law): FiguresResult {
  const { figures, change, notes } = answer;
  const search = new URLSearchParams(query).toString();
  const rows = figureRows(figures);
  return {
    chart: chartOf({ question, answer }, law),
    rows: rows.slice(-MOST_ROWS),
    rowsLeftOut: Math.max(0, rows.length - MOST_ROWS),
    caption: figures[0] === undefined ? "" : `${MEASURE_WORDS[figures[0].measure]}, by period`,
    per: question.per === undefined ? "" : `Per ${sayNumber(question.per)} residents`,
    hasYearBefore: rows.some(({ yearBefore }) => yearBefore !== ""),
    change: change === null ? [] : changeRows(change, figures),
    unlike: change === null || change.comparable.comparable ? [] : change.comparable.reasons,
    flags: presentFlags(change?.flags ?? flagsOn(figures)),
    notes,
    sources: sourcesOf(figures),
    csv: `/figures.csv?${search}`,
    json: `/figures.json?${search}`,
  };
}

/** All flags of a figure that stands alone; of several, once each what the knowledge base says. */
function flagsOn(figures: readonly Figure[]): readonly Flag[] {
  const [only] = figures;
  if (only !== undefined && figures.length === 1) return only.flags;
  const known = figures.flatMap(({ flags }) => flags).filter(({ source }) => source !== undefined);
  return [...new Map(known.map((flag) => [`${flag.date} ${flag.text}`, flag])).values()];
}

function chartOf({ question, answer: { figures, change } }: Answered, law: Law): ChartView | null {
  const [first, last] = [figures[0], figures.at(-1)];
  if (first === undefined || last === undefined || figures.every(({ value }) => value === null)) return null;
  const title = sayFinding(figures, change);
  if (question.by === undefined || figures.length < 3) {
    return barsChart({ title, description: "A bar for each period; the numbers are in the table below.", figures });
  }
  const selection = parseClasses(law, question.classes);
  const marks = marksOf(law, { area: first.area, selection, from: first.period.from, to: last.period.to });
  const description = `A line through ${figures.length} periods, with rules and inspections as upright lines; the numbers are in the table below.`;
  return seriesChart({ title, description, figures, marks });
}

function changeRows(change: Change, figures: readonly Figure[]): FiguresResult["change"] {
  const [first, last] = [figures[0], figures.at(-1)];
  const limits = sayRatioLimits(change.interval);
  const rows: (readonly [string, string])[] = [
    [`Base: ${first === undefined ? "" : sayPeriod(first.period)}`, sayNumber(change.base)],
    [`Later: ${last === undefined ? "" : sayPeriod(last.period)}`, sayNumber(change.base + change.difference)],
    ["Difference", saySigned(change.difference)],
    ...(change.ratio === null ? [] : [["Ratio", `${sayRatio(change.ratio)} times`] as const]),
    ...(limits === null ? [] : [["Limits of the ratio", limits] as const]),
    ["Per cent", change.percent === null ? "none is given on a base under 50" : `${saySigned(change.percent)} %`],
  ];
  return rows.map(([key, text]) => ({ key: { text: key }, value: { text } }));
}

/** Each source once, with its release and licence. */
export function sourcesOf(figures: readonly Figure[]): { text: string }[] {
  const texts = figures
    .filter(({ source }) => source !== "")
    .map(
      ({ source, release, released, licence }) =>
        `${source}; release ${release}, ${sayReleased(released)}; licence ${licence}`,
    );
  return [...new Set(texts)].map((text) => ({ text }));
}

function formOf(query: Query, law: Law, read: Read<Answered>) {
  const errors = read.ok ? [] : read.errors;
  const asked = query["class"] ?? "";
  const classes = classChoices(law, asked === "" ? "stalking-and-harassment" : asked);
  const isListed = asked === "" || isAmong(classes, asked);
  return {
    areas: areaChoices(law, query["area"] ?? "kent"),
    classes: isListed
      ? classes
      : [{ label: "", options: [{ value: "", text: "As written below", selected: true }] }, ...classes],
    other: query["other"] ?? (isListed ? "" : asked),
    from: query["from"] ?? "2016",
    to: query["to"] ?? "2017",
    per: query["per"] ?? "",
    knownOn: query["known-on"] ?? "",
    measures: MEASURES.map((value) => ({ value, text: MEASURE_WORDS[value], selected: query["measure"] === value })),
    by: BY.map(([value, text]) => ({ value, text, selected: (query["by"] ?? "") === value })),
    error: Object.fromEntries(errors.map(({ field, text }) => [field, { text }])),
  };
}

const BY = [
  ["", "The two periods"],
  ["year", "Every year"],
  ["quarter", "Every quarter"],
  ["month", "Every month"],
] as const;

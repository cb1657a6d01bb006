import type { Law } from "../../law/index.ts";
import type { Cause, Evidence, Explanation, WeighedCause } from "../../explain/index.ts";
import { type Bar, barChart, NARROW } from "../../plot/index.ts";
import type { Asked } from "../routes/ask.ts";
import { type ChartView, IN_NARROW } from "./chart.ts";
import { capital, sayCause, sayCauses, sayPart, sayShareOf, SPEAKS_WORDS, STANDING_WORDS } from "./explain-words.ts";
import { addressOf, fieldsOf } from "./links.ts";
import { lowerFirst } from "./say.ts";

/** A cause as shown: its row in the table, and what unfolds below. */
export interface CauseView {
  readonly id: string;
  readonly name: string;
  readonly standing: string;
  readonly share: string;
  readonly middle: string;
  readonly low: string;
  readonly high: string;
  /** Of which others it cannot be told apart. */
  readonly tied: string;
  readonly decider: string;
  /** What speaks for it or against it, and facts. */
  readonly evidence: readonly EvidenceView[];
  /** The classes that were looked at and say neither; their sentences are in the JSON. */
  readonly neither: readonly { readonly name: string; readonly rests: string }[];
}

export interface EvidenceView {
  readonly speaks: string;
  readonly text: string;
  /** The id of where its rows open, on the same page. */
  readonly rests: string;
}

/** Every cause, best first, those that cannot be told apart beside one another. */
export function causeViews({ explanation, law }: Omit<Causes, "asked">): readonly CauseView[] {
  return together(explanation).map((each) => {
    const group = groupOf(each.cause, explanation);
    return {
      id: each.cause,
      name: sayCause(each.cause),
      standing: STANDING_WORDS[each.standing],
      share: each.share === null && each.standing === "ruled-out" ? "" : sayShareOf(each),
      middle: each.middle === null ? "" : sayPart(each.middle),
      low: each.share === null ? "" : sayPart(each.share.low),
      high: each.share === null ? "" : sayPart(each.share.high),
      tied: group === undefined ? "" : sayCauses(group.filter((other) => other !== each.cause)),
      decider: capital(each.decider),
      evidence: each.evidence.filter((one) => !isMute(one)).map((one) => evidenceView(one, law)),
      neither: mutes(each.evidence, law),
    };
  });
}

interface Causes {
  readonly explanation: Explanation;
  readonly asked: Asked;
  readonly law: Law;
}

function groupOf(cause: Cause, { inseparable }: Explanation): readonly Cause[] | undefined {
  return inseparable.find((group) => group.length > 1 && group.includes(cause));
}

/** The causes in their order, but each group in one piece where its first one stands. */
function together(explanation: Explanation): readonly WeighedCause[] {
  const { causes } = explanation;
  const place = ({ cause }: WeighedCause) => {
    const group = groupOf(cause, explanation) ?? [cause];
    return causes.findIndex((each) => group.includes(each.cause));
  };
  return causes.toSorted((a, b) => place(a) - place(b));
}

function isMute({ speaks, className }: Evidence): boolean {
  return speaks === "neither" && className !== undefined;
}

function mutes(evidence: readonly Evidence[], law: Law): CauseView["neither"] {
  const names = evidence.filter(isMute).map((each) => [titleIn(law, each.className ?? ""), restsOn(each)] as const);
  return [...new Map(names)].map(([name, rests]) => ({ name, rests }));
}

function evidenceView({ speaks, text, code, className }: Evidence, law: Law): EvidenceView {
  const said = className === undefined ? text : text.replace(` ${className}:`, ` ${titleIn(law, className)}:`);
  return { speaks: SPEAKS_WORDS[speaks], text: said, rests: restsOn({ code, className }) };
}

function titleIn(law: Law, className: string): string {
  const group = law.groupBySlug.get(className)?.title;
  const title = group ?? law.classByCode.get(className.toLowerCase())?.title;
  return title === undefined ? className : lowerFirst(title);
}

/** The id of the place on the page from where the rows of a piece of evidence open; empty when there is none. */
function restsOn({ code, className }: Pick<Evidence, "code" | "className">): string {
  if (code === "calendar" || code === "audit") return "rows-dates";
  if (className === undefined || className === "all") return "";
  return `rows-${className.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`;
}

/** What some evidence rests on, and where it can be opened. */
export interface RowsView {
  readonly id: string;
  readonly name: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

/** The dates and the classes that evidence was taken from, each once, with where to open them down to their rows. */
export function rowsViews({ explanation, asked, law }: Causes): readonly RowsView[] {
  const all = explanation.causes.flatMap(({ evidence }) => evidence);
  const once = new Map(all.map((each) => [restsOn(each), each]));
  return [...once].filter(([id]) => id !== "").map(([id, each]) => rowsView(id, each, { asked, law }));
}

function rowsView(id: string, { className }: Evidence, { asked, law }: Pick<Causes, "asked" | "law">): RowsView {
  const fields = fieldsOf(asked);
  if (id === "rows-dates") {
    const isKnown = law.groupBySlug.has(asked.classes) || law.classByCode.has(asked.classes.toLowerCase());
    const href = addressOf("/law", { area: asked.area, class: isKnown ? asked.classes : undefined });
    return { id, name: "Dates and audits", links: [{ text: "law, rules and audits with their sources", href }] };
  }
  const own = { ...fields, class: className };
  return {
    id,
    name: capital(titleIn(law, className ?? "")),
    links: [
      { text: "the numbers here", href: addressOf("/figures", own) },
      { text: "the other areas", href: addressOf("/explain/peers", own) },
    ],
  };
}

/** The causes that are not ruled out as bars, with their ranges. */
export function causesChart(explanation: Explanation, title: string): ChartView | null {
  const shown = together(explanation).filter(({ standing, middle }) => standing !== "ruled-out" && middle !== null);
  if (shown.length === 0) return null;
  const bars = shown.map((each): Bar => {
    const group = groupOf(each.cause, explanation);
    const limits = each.share === null ? {} : { low: rounded(each.share.low), high: rounded(each.share.high) };
    const words = `${sayCause(each.cause)} – ${STANDING_WORDS[each.standing].toLowerCase()}`;
    return {
      label: words,
      value: rounded(each.middle!),
      ...limits,
      broken: each.standing !== "supported",
      ...(group === undefined ? {} : { group: "These cannot be told apart with these data" }),
    };
  });
  const spec = {
    title,
    description: "A bar for each cause that is not ruled out, with its range; all causes are in the table below.",
    bars,
    xLabel: "Part of the change, on a log scale; all parts add up to 1",
  };
  return {
    wide: barChart(spec),
    narrow: barChart({ ...spec, width: NARROW.width, title: `${title}${IN_NARROW}` }),
  };
}

function rounded(part: number): number {
  return Math.round(part * 100) / 100;
}

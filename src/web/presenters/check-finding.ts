import { maybePeriod, periodBetween, sayPeriod } from "../../base/index.ts";
import type {
  CheckedClaim,
  ClaimKind,
  ComparedFigure,
  FiguresStatus,
  Verdict,
  WeighedClaim,
} from "../../claims/index.ts";
import { stepsOf } from "./check-steps.ts";
import { figureHref } from "./figure-rows.ts";
import { addressOf } from "./links.ts";
import { sayNumber, sayReleased, saySigned } from "./say.ts";

/** One claim with all that was found of it. */
export interface FindingView {
  readonly number: number;
  readonly quote: string;
  readonly kind: string;
  readonly arithmetic: Tag | null;
  readonly figures: Tag | null;
  readonly finding: string;
  /** Who gives a cause, how strongly, of what, on what evidence; empty for all other claims. */
  readonly said: readonly { readonly key: string; readonly text: string }[];
  /** What the figures make of a stated cause, and where its rivals are weighed; null where the change is not placed. */
  readonly weighed: { readonly text: string; readonly href: string } | null;
  readonly steps: readonly string[];
  readonly compared: readonly ComparedRow[];
  /** The earlier claim that the same figures stand beside; then they are not shown again. */
  readonly comparedAt: number | null;
}

export interface Tag {
  readonly text: string;
  readonly classes: string;
}

/** A recorded figure beside a claim, with its periods a line each. */
export interface ComparedRow {
  readonly classes: string;
  readonly lines: readonly ComparedLine[];
  readonly standing: string;
  readonly release: string;
}

/** Links lead to the page of each figure. */
interface ComparedLine {
  readonly period: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
  readonly value: string;
}

/** Claims as the page shows them; figures that stand beside several are shown with the first. */
export function findingViews(claims: readonly CheckedClaim[], weighed: readonly WeighedClaim[]): FindingView[] {
  const seen = new Map<string, number>();
  return claims.map((claim, i) => {
    const view = findingView(claim, i + 1, weighed);
    const key = JSON.stringify(view.compared);
    const comparedAt = view.compared.length === 0 ? undefined : seen.get(key);
    if (comparedAt === undefined) seen.set(key, i + 1);
    return comparedAt === undefined ? view : { ...view, compared: [], comparedAt };
  });
}

function findingView(claim: CheckedClaim, number: number, weighed: readonly WeighedClaim[]): FindingView {
  const { quote, kind, arithmetic, figures, explained } = claim;
  const isCounted = kind !== "cause" && kind !== "date";
  const isHeld = figures.compared.length > 0;
  return {
    number,
    quote,
    kind: KIND_WORDS[kind],
    arithmetic: isCounted ? ARITHMETIC_TAGS[arithmetic] : null,
    figures: kind === "date" ? DATE_TAGS[figures.status] : FIGURES_TAGS[figures.status],
    finding: isHeld ? explained.arithmetic : claim.finding,
    said: saidOf(claim),
    weighed: weighedOf(claim, weighed),
    steps: stepsOf(claim),
    compared: figures.compared.map(comparedRow),
    comparedAt: null,
  };
}

const KIND_WORDS: Readonly<Record<ClaimKind, string>> = {
  count: "A count",
  change: "A change",
  difference: "A difference",
  "percentage-change": "A percentage change",
  share: "A share",
  ratio: "A ratio",
  rate: "A rate",
  rank: "A rank",
  date: "A date",
  cause: "A cause",
  trend: "A trend",
};

const ARITHMETIC_TAGS: Readonly<Record<Verdict, Tag>> = {
  consistent: { text: "Arithmetic holds", classes: "govuk-tag--green" },
  truncated: { text: "Cut off, not rounded", classes: "govuk-tag--yellow" },
  inconsistent: { text: "Arithmetic does not hold", classes: "govuk-tag--red" },
  "not-checkable": { text: "Not checkable", classes: "govuk-tag--grey" },
};

const DATE_TAGS: Readonly<Record<FiguresStatus, Tag>> = {
  agrees: { text: "As the law has it", classes: "govuk-tag--green" },
  differs: { text: "The law has another date", classes: "govuk-tag--red" },
  "not-comparable": { text: "Cannot tell", classes: "govuk-tag--grey" },
  none: { text: "Cannot tell", classes: "govuk-tag--grey" },
};

const FIGURES_TAGS: Readonly<Record<FiguresStatus, Tag | null>> = {
  agrees: { text: "Figures agree", classes: "govuk-tag--green" },
  differs: { text: "Figures differ", classes: "govuk-tag--red" },
  "not-comparable": { text: "Not comparable", classes: "govuk-tag--grey" },
  none: null,
};

/** The address where the change of a stated cause is weighed, and what came of the cause where that was done. */
function weighedOf(claim: CheckedClaim, weighed: readonly WeighedClaim[]): FindingView["weighed"] {
  const { cause, area, subject, period, basePeriod, start, end } = claim;
  const [from, to] = [maybePeriod(basePeriod ?? ""), maybePeriod(period ?? "")];
  if (cause === undefined || area === null || subject === null || from === undefined || to === undefined) return null;
  if (from.from >= to.from) return null;
  const own = weighed.find((each) => each.start === start && each.end === end && each.cause === cause.cause);
  return {
    text: own?.text ?? "",
    href: addressOf("/explain", { area, class: subject, from: from.label, to: to.label }),
  };
}

function saidOf({ cause }: CheckedClaim): FindingView["said"] {
  if (cause === undefined) return [];
  return [
    { key: "Said by", text: cause.speaker ?? "the text itself" },
    { key: "Cause", text: cause.topic ?? "none of those weighed here" },
    { key: "How strongly", text: STRENGTH_WORDS[cause.strength] },
    { key: "Of", text: cause.about?.words ?? "a change told beside it, not joined to it by any word of cause" },
    { key: "Evidence in the text", text: cause.evidence ?? "none" },
  ];
}

const STRENGTH_WORDS: Readonly<Record<NonNullable<CheckedClaim["cause"]>["strength"], string>> = {
  is: "outright",
  likely: "as likely",
  may: "as possible",
  partly: "as a part of it",
  denied: "ruled out",
};

function comparedRow(entry: ComparedFigure): ComparedRow {
  const { className, classes, source, release, released, status, reason, unlike } = entry;
  const why = unlike.map((each) => each.replace(/\.$/, "")).join("; ");
  const alike = why === "" ? "" : `; the two periods are not alike: ${why}`;
  return {
    classes: `${className} (${classes.length > MOST_CODES ? `${classes.length} classes` : classes.join(", ")})`,
    lines: linesOf(entry),
    standing: `${STANDING[status]}: ${reason}${alike}`.replace(/\.$/, ""),
    release: `${source}; release ${release}, ${sayReleased(released)}`,
  };
}

/** More codes than these say less than their number. */
const MOST_CODES = 20;

const STANDING: Readonly<Record<FiguresStatus, string>> = {
  agrees: "Agrees",
  differs: "Differs",
  "not-comparable": "Not comparable",
  none: "None",
};

function linesOf({ part, period, basePeriod, base, value, change, figureId }: ComparedFigure): ComparedLine[] {
  if (value === null && part !== null) {
    const links = part.figureIds.map((id) => ({ text: periodOfFigure(id) ?? part.period, href: figureHref(id) }));
    return [{ period: part.period, links, value: sayNumber(part.value) }];
  }
  const links = figureId === null ? [] : [{ text: sayLabel(period), href: figureHref(figureId) }];
  const later = { period: sayLabel(period), links, value: value === null ? "cannot tell" : sayNumber(value) };
  if (basePeriod === null) return [later];
  const earlier = { period: sayLabel(basePeriod), links: [], value: base === null ? "cannot tell" : sayNumber(base) };
  if (change === null) return [earlier, later];
  const percent = change.percent === null ? "" : ` (${saySigned(change.percent)} %)`;
  return [earlier, later, { period: "Difference", links: [], value: `${saySigned(change.difference)}${percent}` }];
}

function sayLabel(label: string): string {
  const period = maybePeriod(label);
  return period === undefined ? label : sayPeriod(period);
}

/** A figure's id holds its two days: `kent~8L~recorded~~2017-04-01~2017-06-30~ee50516d`. */
function periodOfFigure(id: string): string | null {
  const [, from, to] = /~(\d{4}-\d\d-\d\d)~(\d{4}-\d\d-\d\d)~/.exec(id) ?? [];
  return from === undefined || to === undefined ? null : sayPeriod(periodBetween(from, to));
}

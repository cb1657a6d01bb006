import { maybePeriod, periodBetween, sayPeriod } from "../../base/index.ts";
import type { CheckedClaim, ClaimKind, ComparedFigure, FiguresStatus, Verdict } from "../../claims/index.ts";
import { stepsOf } from "./check-steps.ts";
import { figureHref } from "./figure-rows.ts";
import { sayNumber, saySigned } from "./say.ts";

/** One claim with all that was found of it. */
export interface FindingView {
  readonly number: number;
  readonly quote: string;
  readonly kind: string;
  readonly arithmetic: Tag | null;
  readonly figures: Tag | null;
  readonly finding: string;
  readonly steps: readonly string[];
  readonly compared: readonly ComparedRow[];
}

export interface Tag {
  readonly text: string;
  readonly classes: string;
}

/** A recorded figure beside a claim. */
export interface ComparedRow {
  readonly classes: string;
  /** Each leads to the page of the figure. */
  readonly periods: readonly { readonly text: string; readonly href: string | null }[];
  readonly value: string;
  readonly release: string;
  readonly standing: string;
}

/** A claim as the page shows it; `number` counts from 1. */
export function findingView(claim: CheckedClaim, number: number): FindingView {
  const { quote, kind, arithmetic, figures, explained } = claim;
  const isCounted = kind !== "cause" && kind !== "date";
  const isHeld = figures.compared.length > 0;
  return {
    number,
    quote,
    kind: KIND_WORDS[kind],
    arithmetic: isCounted ? ARITHMETIC_TAGS[arithmetic] : null,
    figures: FIGURES_TAGS[figures.status],
    finding: isHeld ? explained.arithmetic : claim.finding,
    steps: stepsOf(claim),
    compared: figures.compared.map(comparedRow),
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

const FIGURES_TAGS: Readonly<Record<FiguresStatus, Tag | null>> = {
  agrees: { text: "Figures agree", classes: "govuk-tag--green" },
  differs: { text: "Figures differ", classes: "govuk-tag--red" },
  "not-comparable": { text: "Not comparable", classes: "govuk-tag--grey" },
  none: null,
};

function comparedRow(entry: ComparedFigure): ComparedRow {
  const { className, classes, source, release, status, reason, unlike } = entry;
  const alike = unlike.length === 0 ? "" : `; the two periods are not alike: ${unlike.join("; ")}`;
  return {
    classes: `${className} (${classes.join(", ")})`,
    periods: periodsOf(entry),
    value: valueOf(entry),
    release: `${source}; release ${release}`,
    standing: `${STANDING[status]}: ${reason}${alike}`,
  };
}

const STANDING: Readonly<Record<FiguresStatus, string>> = {
  agrees: "Agrees",
  differs: "Differs",
  "not-comparable": "Not comparable",
  none: "None",
};

function periodsOf({ part, period, basePeriod, figureId, value }: ComparedFigure): ComparedRow["periods"] {
  if (value === null && part !== null)
    return part.figureIds.map((id) => ({ text: periodOfFigure(id) ?? part.period, href: figureHref(id) }));
  const href = figureId === null ? null : figureHref(figureId);
  const before = basePeriod === null ? [] : [{ text: `${sayLabel(basePeriod)} and`, href: null }];
  return [...before, { text: sayLabel(period), href }];
}

function valueOf({ value, base, change, part }: ComparedFigure): string {
  if (value === null) return part === null ? "cannot tell" : `${sayNumber(part.value)} in ${part.period}`;
  if (base === null) return sayNumber(value);
  return `${sayNumber(base)} → ${sayNumber(value)}${change === null ? "" : ` (${saySigned(change.difference)})`}`;
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

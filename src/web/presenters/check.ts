import type { CheckedClaim, ClaimKind, FiguresStatus, Verdict } from "../../claims/index.ts";
import type { FieldError, Read } from "../query.ts";
import type { Handed } from "../routes/check.ts";
import { figureHref } from "./figure-rows.ts";
import { markText, type Segment } from "./marked-text.ts";

export interface CheckPage {
  readonly title: string;
  readonly errors: readonly FieldError[];
  readonly error: Readonly<Record<string, { readonly text: string }>>;
  readonly text: string;
  readonly dated: string;
  readonly result: CheckResult | null;
}

export interface CheckResult {
  readonly segments: readonly Segment[];
  readonly findings: readonly FindingView[];
  readonly leftOut: number;
}

export interface FindingView {
  readonly number: number;
  readonly quote: string;
  readonly kind: string;
  readonly arithmetic: Tag;
  readonly figures: Tag | null;
  readonly finding: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

interface Tag {
  readonly text: string;
  readonly classes: string;
}

/** More claims than this are counted, not shown. */
const MOST_CLAIMS = 300;

/** The checker's page: the form alone, what was wrong with it, or a text with its findings. */
export function presentCheck(given: { handed: Handed; read: Read<readonly CheckedClaim[]> | null }): CheckPage {
  const { handed, read } = given;
  const errors = read === null || read.ok ? [] : read.errors;
  const claims = read?.ok === true ? read.value : null;
  return {
    title: titleOf(claims, errors),
    errors,
    error: Object.fromEntries(errors.map(({ field, text }) => [field, { text }])),
    text: handed.tooLarge || handed.file !== "" || claims !== null ? "" : handed.text,
    dated: handed.dated.slice(0, 40),
    result: claims === null || claims.length === 0 ? null : resultOf(handed.text, claims),
  };
}

function titleOf(claims: readonly CheckedClaim[] | null, errors: readonly FieldError[]): string {
  if (errors.length > 0) return "That text cannot be checked";
  if (claims === null) return "Check the numbers in a text";
  if (claims.length === 0) return "Cannot tell: no claim about numbers of crimes was found in this text";
  const counts = VERDICTS.map(
    (verdict) => [claims.filter(({ arithmetic }) => arithmetic === verdict).length, verdict] as const,
  );
  const parts = counts.filter(([count]) => count > 0).map(([count, verdict]) => `${count} ${VERDICT_TITLES[verdict]}`);
  return `${claims.length} ${claims.length === 1 ? "claim" : "claims"} read: ${parts.join(", ")}`;
}

const VERDICTS: readonly Verdict[] = ["inconsistent", "truncated", "consistent", "not-checkable"];

const VERDICT_TITLES: Readonly<Record<Verdict, string>> = {
  consistent: "with arithmetic that holds",
  truncated: "cut off rather than rounded",
  inconsistent: "with arithmetic that does not hold",
  "not-checkable": "that the text alone cannot settle",
};

function resultOf(text: string, all: readonly CheckedClaim[]): CheckResult {
  const claims = all.slice(0, MOST_CLAIMS);
  const shown = claims.length < all.length ? text.slice(0, claims.at(-1)?.end) : text;
  return {
    segments: markText(shown, claims),
    findings: claims.map(findingView),
    leftOut: all.length - claims.length,
  };
}

function findingView({ quote, kind, arithmetic, figures, finding }: CheckedClaim, i: number): FindingView {
  return {
    number: i + 1,
    quote,
    kind: KIND_WORDS[kind],
    arithmetic: ARITHMETIC_TAGS[arithmetic],
    figures: FIGURES_TAGS[figures.status],
    finding,
    links: figures.compared.flatMap(({ figureId, className, period }) =>
      figureId === null ? [] : [{ text: `${className}, ${period}`, href: figureHref(figureId) }],
    ),
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

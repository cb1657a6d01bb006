import { sayDay } from "../../base/index.ts";
import { GRADE_WORDS, type Grade, type SummaryFinding } from "../../claims/index.ts";
import type { FieldError, Read } from "../query.ts";
import { asExact, type Handed } from "../routes/check-form.ts";
import type { CheckedHere } from "../services/check-text.ts";
import type { KeptText } from "../services/check-texts.ts";
import { type FindingView, findingViews, type Tag } from "./check-finding.ts";
import { notesOnText } from "./check-notes.ts";
import { markText, type Segment } from "./marked-text.ts";

export interface CheckPage {
  readonly title: string;
  readonly errors: readonly FieldError[];
  readonly error: Readonly<Record<string, { readonly text: string }>>;
  readonly text: string;
  readonly dated: string;
  readonly keep: boolean;
  readonly result: CheckResult | null;
}

export interface CheckResult {
  readonly sentences: readonly string[];
  readonly summary: readonly SummaryRow[];
  readonly summaryLeftOut: number;
  readonly reply: string;
  readonly notes: readonly string[];
  readonly segments: readonly Segment[];
  readonly isCut: boolean;
  readonly findings: readonly FindingView[];
  readonly leftOut: number;
  readonly digest: string;
  readonly checkedAgainst: string;
  /** Why the text was not kept, though that was asked for. */
  readonly refusal: string | null;
  /** The text as characters that a form cannot change; null when it is kept and has an address. */
  readonly exact: string | null;
  readonly dated: string;
  readonly canKeep: boolean;
  readonly kept: { readonly since: string; readonly address: string; readonly forget: string } | null;
}

export interface SummaryRow {
  readonly tag: Tag;
  readonly text: string;
  readonly claims: readonly { readonly number: number; readonly href: string }[];
  /** So many claims are not linked to. */
  readonly more: number;
}

/** What came of a text that was handed in or found again. */
export interface Given {
  readonly handed: Handed;
  /** Nothing yet, when null. */
  readonly read: Read<CheckedHere> | null;
  readonly kept?: KeptText;
  /** There is a store to keep texts in. */
  readonly canKeep?: boolean;
}

/** The checker's page: the form alone, what was wrong with it, or a text with its findings. */
export function presentCheck(given: Given): CheckPage {
  const { handed, read } = given;
  const errors = read === null || read.ok ? [] : read.errors;
  const checked = read?.ok === true ? read.value : null;
  return {
    title: titleOf(checked, errors),
    errors,
    error: Object.fromEntries(errors.map(({ field, text }) => [field, { text }])),
    text: handed.tooLarge || handed.file !== "" || checked !== null ? "" : handed.text,
    dated: handed.dated.slice(0, 40),
    keep: handed.keep,
    result: checked === null ? null : resultOf(checked, given),
  };
}

function titleOf(checked: CheckedHere | null, errors: readonly FieldError[]): string {
  if (errors.length > 0) return "That text cannot be checked";
  return checked === null ? "Check the numbers in a text" : checked.summary.headline;
}

/** More claims than this are counted, not shown; the summary shows fewer findings still. */
const MOST_CLAIMS = 300;
const MOST_FINDINGS = 8;
const MOST_LINKS = 10;
/** Of a text without a claim, as much as this is shown. */
const MOST_UNCLAIMED = 20_000;

function resultOf(checked: CheckedHere, { handed, kept, canKeep = false }: Given): CheckResult {
  const { summary, reply, digest } = checked;
  const claims = checked.claims.slice(0, MOST_CLAIMS);
  const shown = shownOf(handed.text, checked);
  return {
    sentences: summary.sentences,
    summary: summary.findings.slice(0, MOST_FINDINGS).map((finding) => summaryRow(finding, claims.length)),
    summaryLeftOut: Math.max(0, summary.findings.length - MOST_FINDINGS),
    reply,
    notes: notesOnText(handed.text),
    segments: markText(shown, claims),
    isCut: shown.length < handed.text.length,
    findings: findingViews(claims, checked.weighed),
    leftOut: checked.claims.length - claims.length,
    digest,
    checkedAgainst: checkedAgainst(checked, kept),
    refusal: handed.keep && !canKeep ? NOT_KEPT : null,
    exact: kept === undefined ? asExact(handed.text) : null,
    dated: handed.dated,
    canKeep: kept === undefined && canKeep,
    kept: kept === undefined ? null : keptView(kept, digest),
  };
}

const NOT_KEPT =
  "The text was not kept: this workbench has no store of its own, only the published facts that ship with Throughline. Make a store with “throughline demo” or “throughline ingest” and “throughline build” first.";

/** The whole text, but of a very long one only as far as claims are shown. */
function shownOf(text: string, { claims }: CheckedHere): string {
  if (claims.length > MOST_CLAIMS)
    return text.slice(0, Math.max(...claims.slice(0, MOST_CLAIMS).map(({ end }) => end)));
  return claims.length === 0 ? text.slice(0, MOST_UNCLAIMED) : text;
}

function summaryRow({ grade, text, claims }: SummaryFinding, shown: number): SummaryRow {
  const linked = claims.filter((number) => number <= shown).slice(0, MOST_LINKS);
  return {
    tag: { text: GRADE_WORDS[grade], classes: GRADE_COLOURS[grade] },
    text,
    claims: linked.map((number) => ({ number, href: `#claim-${number}` })),
    more: claims.length - linked.length,
  };
}

const GRADE_COLOURS: Readonly<Record<Grade, string>> = {
  inconsistent: "govuk-tag--red",
  truncated: "govuk-tag--yellow",
  differs: "govuk-tag--red",
  "not-comparable": "govuk-tag--grey",
  "cause-unproven": "govuk-tag--yellow",
  "left-out": "govuk-tag--yellow",
  holds: "govuk-tag--green",
  "cannot-tell": "govuk-tag--grey",
};

function checkedAgainst({ build, notes }: CheckedHere, kept: KeptText | undefined): string {
  const when = kept === undefined ? "Checked" : "Checked again just now";
  const asOf = build === null || build.asOf === null ? "" : `, with what had arrived by ${build.asOf}`;
  const what = build === null ? "the published facts that ship with Throughline" : `build ${build.id}${asOf}`;
  return [`${when} against ${what}.`, ...notes].join(" ");
}

function keptView({ keptAt }: KeptText, digest: string): CheckResult["kept"] {
  const day = keptAt.slice(0, 10);
  const since = /^\d{4}-\d\d-\d\d$/.test(day) ? `since ${sayDay(day)}` : "from a day that is not known";
  return { since, address: `/check/${digest}`, forget: `/check/${digest}/forget` };
}

import { sayDay, UserError } from "../base/index.ts";
import type { FiguresAnswer } from "../figures/index.ts";
import { type Summary, summarise } from "./answer.ts";
import { checkAll } from "./across.ts";
import type { CheckedClaim } from "./checked.ts";
import type { ReadClaim } from "./claim.ts";
import type { FiguresComparison, Finder } from "./compare.ts";
import { arithmeticFinding, figuresFinding } from "./finding.ts";
import type { LawNames } from "./names.ts";
import { prepare } from "./prepared.ts";
import { readPrepared } from "./read.ts";
import { replyFor } from "./reply.ts";
import { CLAIM_SETTINGS, type ClaimSettings } from "./settings.ts";
import { signed } from "./signed.ts";
import { checkStatements } from "./statements.ts";
import { compareVintages, type VintageContext, vintageNotes } from "./vintages.ts";

/** A text's claims with all that was found of them. */
export interface CheckedText {
  readonly claims: readonly CheckedClaim[];
  readonly summary: Summary;
  /** What a press officer could answer; see reply.ts. */
  readonly reply: string;
  /** What holds for all comparisons of the text. */
  readonly notes: readonly string[];
}

export interface CheckOptions {
  readonly law: LawNames;
  readonly finder: Finder;
  /** Day the text was written, `YYYY-MM-DD`. */
  readonly dated?: string | undefined;
  readonly settings?: ClaimSettings;
}

/** Reads the claims of a text, does their arithmetic again and holds them against the figures. */
export async function checkText(text: string, options: CheckOptions): Promise<CheckedText> {
  const { law, finder, dated, settings = CLAIM_SETTINGS } = options;
  refuseUnreadable(text, settings);
  const prepared = prepare(text);
  const claims = readPrepared(prepared, { law, dated });
  const checks = checkAll(claims, settings);
  const compare = comparer({ finder: remembering(finder), law, dated });
  const checked: CheckedClaim[] = [];
  for (const claim of claims) {
    const check = checks.get(claim);
    if (check === undefined) throw new Error(`no check of claim at ${claim.start}`);
    const figures = await compare(claim);
    const { arithmetic, recomputed } = check;
    const explained = { arithmetic: arithmeticFinding(claim, check), figures: figuresFinding(figures) };
    const finding = `${explained.arithmetic} ${explained.figures}`.trim();
    checked.push({ ...signed(claim), arithmetic, recomputed, figures, finding, explained });
  }
  const all = [...checked, ...checkStatements(prepared, { law, dated, claims })].toSorted(
    (a, b) => a.start - b.start || a.end - b.end,
  );
  const notes = vintageNotes(
    all.map(({ figures }) => figures),
    dated,
  );
  const about = dated === undefined ? "the text" : `the text of ${sayDay(dated)}`;
  const summary = summarise(all);
  return { claims: all, summary, reply: replyFor(all, { about, summary }), notes };
}

function refuseUnreadable(text: string, { maxLength }: ClaimSettings): void {
  if (text.length > maxLength) {
    const found = `a text of ${text.length.toLocaleString("en-GB")} characters`;
    const expected = `at most ${maxLength.toLocaleString("en-GB")}`;
    throw new UserError({ code: "E_TEXT_TOO_LARGE", found, expected, remedy: "Check it in parts." });
  }
  if (text.trim() === "")
    throw new UserError({ code: "E_TEXT_EMPTY", found: "no text", expected: "a text with words in it" });
  if (looksBinary(text)) {
    throw new UserError({
      code: "E_TEXT_BINARY",
      found: "bytes that are not text",
      expected: "plain text in UTF-8",
      remedy: "Save the document as plain text first.",
    });
  }
}

/** A NUL, or one character in ten that no text has, among the first 100,000. */
function looksBinary(text: string): boolean {
  const head = text.slice(0, 100_000);
  const odd = head.match(/[\p{Cc}\uFFFD]/gu)?.filter((c) => !/\s/.test(c)).length ?? 0;
  return head.includes("\u0000") || odd > head.length / 10 || FILE_MARKS.some((mark) => head.startsWith(mark));
}

const FILE_MARKS = ["%PDF-", "PK\u0003\u0004", "\u007FELF"];

/** Compares claim after claim; that nothing is held of a subject, place and time is found out once. */
function comparer(context: VintageContext): (claim: ReadClaim) => Promise<FiguresComparison> {
  const nothing = new Map<string, FiguresComparison>();
  return async (claim) => {
    const about = `${claim.subject} ${claim.area} ${claim.period} ${claim.basePeriod}`;
    const found = nothing.get(about) ?? (await compareVintages(claim, context));
    if (found.status === "none") nothing.set(about, found);
    return found;
  };
}

/** Asks each question once, however many claims lead to it. */
function remembering(finder: Finder): Finder {
  const answers = new Map<string, Promise<FiguresAnswer>>();
  return (question) => {
    const key = JSON.stringify(question);
    const answer = answers.get(key) ?? finder(question);
    answers.set(key, answer);
    return answer;
  };
}

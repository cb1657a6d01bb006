import { causeFinding } from "./causes-finding.ts";
import { readCauses } from "./causes.ts";
import type { CheckedClaim } from "./checked.ts";
import type { ReadClaim } from "./claim.ts";
import { judgeDate, type RisesTold, risesTold } from "./law-dates-known.ts";
import { readLawDates } from "./law-dates.ts";
import type { LawNames } from "./names.ts";
import type { PreparedText } from "./prepared.ts";

interface StatementContext {
  readonly law: LawNames;
  readonly dated?: string | undefined;
  /** The claims about numbers already read, which dates and causes may be about. */
  readonly claims: readonly ReadClaim[];
}

/** The claims of a text that state no number: when a law or a class began, and what caused a change. */
export function checkStatements(prepared: PreparedText, { law, dated, claims }: StatementContext): CheckedClaim[] {
  const { given, unfolded, plain, flat, sentences } = prepared;
  const told =
    unfolded.text === given
      ? claims
      : claims.map((claim) => Object.assign({}, claim, { start: unfolded.from(claim.start) }));
  const view = { text: unfolded.text, plain, flat, sentences, law, dated, claims: told };
  const firstGroup = claims.reduce((most, { group }) => Math.max(most, group), -1) + 1;
  const rises = risesTold(told);
  const dates = readLawDates(view).map((claim) => checkedDate(claim, law, rises));
  const causes = readCauses(view).map((claim) => checkedCause(claim, law));
  return [...dates, ...causes].map((claim, i) => {
    const span = unfolded.given(claim.start, claim.end);
    return Object.assign({}, claim, span, { quote: given.slice(span.start, span.end), group: firstGroup + i });
  });
}

const NO_NUMBERS = { base: null, baseFrom: null, difference: null, ratio: null, percent: null } as const;

function checkedDate(claim: ReadClaim, law: LawNames, rises: RisesTold): CheckedClaim {
  const { status, known, reason, finding } = judgeDate(claim, law, rises);
  const figures = { status, compared: [], known, reason };
  const explained = { arithmetic: "", figures: finding };
  return { ...claim, arithmetic: "not-checkable", recomputed: NO_NUMBERS, figures, finding, explained };
}

function checkedCause(claim: ReadClaim, law: LawNames): CheckedClaim {
  const finding = causeFinding(claim, law);
  const figures = { status: "none" as const, compared: [], reason: "a cause is not a number" };
  const explained = { arithmetic: finding, figures: "" };
  return { ...claim, arithmetic: "not-checkable", recomputed: NO_NUMBERS, figures, finding, explained };
}

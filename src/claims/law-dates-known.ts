import { maybePeriod, sayDay, sayPeriod } from "../base/index.ts";
import { type Law, type RuleRow, rulesBetween, titleOf } from "../law/index.ts";
import type { FiguresStatus, ReadClaim } from "./claim.ts";
import type { StatedDate } from "./law-dates.ts";
import { matchesOf } from "./matches.ts";
import type { LawNames } from "./names.ts";

/** A dated row of the knowledge base that a claim was held against. */
export interface KnownDate {
  readonly id: string;
  readonly kind: "law" | "counting-rule" | "class";
  readonly date: string;
  readonly title: string;
  readonly source: string;
  /** False where the row is common knowledge or in conflict. */
  readonly confirmed: boolean;
}

/** What the knowledge base says of a stated date. */
export interface DateJudgement {
  readonly status: FiguresStatus;
  readonly known: readonly KnownDate[];
  readonly reason: string;
  readonly finding: string;
}

/** The last rise that a text tells of each subject. */
export type RisesTold = ReadonlyMap<string, ReadClaim>;

export function risesTold(claims: readonly ReadClaim[]): RisesTold {
  return new Map(claims.filter(isRise).flatMap((claim) => (claim.subject === null ? [] : [[claim.subject, claim]])));
}

/** Holds a stated beginning of a law, rule or class against the knowledge base, and the changes that a text tells beside it. */
export function judgeDate(claim: ReadClaim, names: LawNames, rises: RisesTold): DateJudgement {
  const { date } = claim;
  const law = names.knowledge;
  if (date === undefined || law === undefined) return nothing("no knowledge base to hold it against", "");
  if (date.elsewhere)
    return nothing(
      "the law of another country is not held",
      "Cannot tell: the law of another country is meant, and is not held here.",
    );
  const codes = names.subjects.find(({ slug }) => slug === claim.subject)?.classes;
  const rows = meantBy(claim, date, rulesBetween(law, { codes, from: "0000-01-01", to: "9999-12-31" }));
  const classRow = classMeant(law, date, codes);
  const hits = [
    ...rows.filter((row) => isIn(row.date, date)).map(knownRule),
    ...(classRow && isIn(classRow.date, date) ? [classRow] : []),
  ];
  const beside = [classStart(law, codes, claim, rises), looseCondition(law, date, codes)]
    .filter((each) => each !== "")
    .join(" ");
  if (hits.length > 0) {
    const known = hits.slice(0, 1);
    return {
      status: "agrees",
      known,
      reason: "",
      finding: `${sayTrue(known[0] as KnownDate, claim, law)} ${beside}`.trim(),
    };
  }
  const only = onlyCandidate(claim, date, rows, classRow);
  if (only === undefined)
    return nothing("no such date is held", `Cannot tell: no such date is held for it. ${beside}`.trim());
  const held = `${date.stated} in the text; ${sayKnown(only)}`;
  if (!only.confirmed)
    return {
      status: "not-comparable",
      known: [only],
      reason: `${held}, which is not confirmed`,
      finding: `Cannot tell: ${held}, which is not confirmed. ${beside}`.trim(),
    };
  return { status: "differs", known: [only], reason: held, finding: `The date differs: ${held}. ${beside}`.trim() };
}

function nothing(reason: string, finding: string): DateJudgement {
  return { status: "none", known: [], reason, finding: finding === "" ? `Cannot tell: ${reason}.` : finding };
}

/** The laws or rules a statement can mean: by the act it names, by what it says began. */
function meantBy({ subject, rule }: ReadClaim, date: StatedDate, rows: readonly RuleRow[]): RuleRow[] {
  const { what, words } = date;
  const acts = matchesOf(words, ACT).map(([act]) => act.replace(/^The /, ""));
  if (acts.length > 0) {
    return rows.filter(({ title, text, source }) => acts.some((act) => `${title} ${text} ${source}`.includes(act)));
  }
  // A counting rule without a crime is the only one of its date, or none.
  if (subject === null) {
    const then = rows.filter((row) => what === "rule" && row.kind === "counting-rule" && isIn(row.date, date));
    return then.length === 1 ? then : [];
  }
  const kind = what === "rule" ? "counting-rule" : "law";
  const alike = rows.filter((row) => row.kind === kind && (!IS_OFFENCE.has(rule) || row.change === "new-offence"));
  return IS_OFFENCE.has(rule) ? alike.filter((row) => isNamedBy(row, subject)) : alike;
}

const ACT = /(?:\p{Lu}\p{L}+ (?:(?:from|of|and|the|for) )*)+Act(?: (?:19|20)\d\d)?/gu;
const IS_OFFENCE = new Set(["became-offence", "criminalised", "until-then"]);

/** A law is of the crime whose name stands in its title. */
function isNamedBy({ title }: RuleRow, subject: string): boolean {
  const heads = subject.split("-").filter((word) => word.length > 4);
  return heads.length > 0 && heads.every((word) => title.toLowerCase().includes(word));
}

/** “The stalking class”, “class 8R”: the start of the one class of the subject that has a known one. */
function classMeant(
  law: Law,
  { words, what }: StatedDate,
  codes: readonly string[] | undefined,
): KnownDate | undefined {
  if (what !== "rule" || !/\bclass\b|\bcategory\b/i.test(words)) return undefined;
  const named = /\b(\d{1,3}[A-Z])\b/.exec(words)?.[1];
  const starts = startsOf(law, named === undefined ? (codes ?? []) : [named]);
  return starts.length === 1 ? starts[0] : undefined;
}

function startsOf(law: Law, codes: readonly string[]): KnownDate[] {
  return codes.flatMap((code) => {
    const row = law.classByCode.get(code.toLowerCase());
    if (row?.valid_from === null || row === undefined) return [];
    const { title, source, confidence, valid_from: date } = row;
    return [
      {
        id: code,
        kind: "class" as const,
        date,
        title: `${title} (${code})`,
        source,
        confirmed: isConfirmed(confidence),
      },
    ];
  });
}

function knownRule({ id, kind, date, title, source, confidence }: RuleRow): KnownDate {
  return { id, kind, date, title, source, confirmed: isConfirmed(confidence) };
}

function isConfirmed(confidence: RuleRow["confidence"]): boolean {
  return confidence !== "M" && confidence !== "?";
}

/** The one thing that a statement must mean; nothing where it could be another, because a wrong “differs” is worse than none. */
function onlyCandidate(
  { rule }: ReadClaim,
  { words }: StatedDate,
  rows: readonly RuleRow[],
  classRow: KnownDate | undefined,
) {
  if (classRow !== undefined) return classRow;
  const [row, ...more] = rows;
  const isPlain = IS_OFFENCE.has(rule) || words.search(ACT) >= 0 || /\bprotection orders\b/i.test(words);
  return row === undefined || more.length > 0 || !isPlain || row.kind !== "law" ? undefined : knownRule(row);
}

function isIn(day: string, { from, to }: Pick<StatedDate, "from" | "to">): boolean {
  return from <= day && day <= to;
}

function sayTrue(known: KnownDate, claim: ReadClaim, law: Law): string {
  const isOffence = IS_OFFENCE.has(claim.rule) && claim.subject !== null;
  const what = isOffence
    ? `${titleOf(law, claim.subject ?? "").toLowerCase()} became an offence on ${sayDay(known.date)}`
    : sayKnown(known);
  if (!known.confirmed) return `It is held so, but not confirmed: ${what} (${known.source}).`;
  return isOffence ? `True: ${what} (${known.source}).` : `That date is held: ${what} (${known.source}).`;
}

function sayKnown({ kind, title, date }: KnownDate): string {
  if (kind === "class") return `the recorded-crime class ${title} starts in ${sayMonth(date)}`;
  return `“${title}” took effect on ${sayDay(date)}`;
}

function sayMonth(day: string): string {
  return day.endsWith("-01") ? sayDay(day).replace(/^1 /, "") : sayDay(day);
}

/** When the classes start that count the crime, and whether the dates can explain a change told in the text. */
function classStart(law: Law, codes: readonly string[] | undefined, claim: ReadClaim, rises: RisesTold): string {
  const starts = startsOf(law, codes ?? []);
  const [start] = starts;
  const change = rises.get(claim.subject ?? "");
  const after =
    change === undefined || claim.date === undefined
      ? ""
      : sayReach(change, [claim.date.from, ...starts.map(({ date }) => date)]);
  if (start === undefined || starts.length > 1 || isIn(start.date, claim.date ?? NEVER))
    return after === "" ? "" : `${after[0]?.toUpperCase()}${after.slice(1)}.`;
  return `Its recorded-crime class (${start.id}) starts in ${sayMonth(start.date)}${after === "" ? "" : `; ${after}`}.`;
}

const NEVER = { from: "9999-12-31", to: "9999-12-31" };

function isRise({ kind, direction, period, basePeriod, values }: ReadClaim): boolean {
  const [from, to] = (["from", "to"] as const).map((role) => values.find((value) => value.role === role)?.value);
  const moved = direction ?? (from !== undefined && to !== undefined && to > from ? "up" : null);
  return kind !== "cause" && kind !== "date" && moved === "up" && period !== null && basePeriod !== null;
}

/** Whether days can explain a rise: none that lies before the earlier period can. */
export function sayReach(
  { basePeriod, period }: Pick<ReadClaim, "basePeriod" | "period">,
  days: readonly string[],
): string {
  const [before, after] = [maybePeriod(basePeriod ?? ""), maybePeriod(period ?? "")];
  if (before === undefined || after === undefined) return "";
  const rise = `a rise from ${sayPeriod(before)} to ${sayPeriod(after)}`;
  if (days.every((day) => day <= before.from))
    return `${days.length > 1 ? "neither date" : "that date"} can${days.length > 1 ? "" : "not"} explain ${rise}`;
  const inside = days.filter((day) => day > before.from && day <= after.to);
  return inside.length === 0
    ? ""
    : `${inside.map(sayDay).join(" and ")} lies within the periods of ${rise}, and bears on it`;
}

/** “Only when a fear of violence was caused”, where another section of the law in force then asked for none. */
function looseCondition(law: Law, { onlyWhen, from }: StatedDate, codes: readonly string[] | undefined): string {
  if (onlyWhen === null) return "";
  const words = contentWords(onlyWhen);
  const rows = rulesBetween(law, { codes: neighbours(law, codes), from: "0000-01-01", to: from }).filter(
    ({ kind }) => kind === "law",
  );
  for (const row of rows) {
    const sections = Array.from(
      row.text.matchAll(/\b[Ss]ection (\w+) ([^;.]*?)(?= and section |[;.]|$)/g),
      ([, number = "", what = ""]) => ({ number, what }),
    );
    const [asks, ...more] = sections.filter(
      ({ what }) => words.filter((word) => what.toLowerCase().includes(word)).length >= 2,
    );
    const free = sections.find((section) => section !== asks);
    if (asks === undefined || more.length > 0 || free === undefined) continue;
    const doubt = isConfirmed(row.confidence) ? "" : " (not confirmed)";
    return `“Only when ${onlyWhen}” is loose: section ${free.number} of the ${row.title} needed none; section ${asks.number} did${doubt}.`;
  }
  return "";
}

/** Before a class was its own, its offences were dealt with under the law of the class that it was moved from. */
function neighbours(law: Law, codes: readonly string[] | undefined): string[] | undefined {
  if (codes === undefined) return undefined;
  const donors = law.countingRules.filter(({ to_classes }) => to_classes.some((code) => codes.includes(code)));
  return [...codes, ...donors.flatMap(({ from_classes }) => from_classes)];
}

function contentWords(phrase: string): string[] {
  return Array.from(phrase.toLowerCase().matchAll(/\p{L}{4,}/gu), ([word]) => word).filter(
    (word) => !/^(?:their|were|when|that|with|from|seen|cause|caused|actions?)$/.test(word),
  );
}

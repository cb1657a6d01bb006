import { parsePeriod, type Period, sayPeriod, UserError } from "../base/index.ts";
import type { Figure, FigureQuestion, FiguresAnswer } from "../figures/index.ts";
import type { FiguresStatus, ReadClaim } from "./claim.ts";
import { judge } from "./judge.ts";
import type { KnownDate } from "./law-dates-known.ts";
import { type Asked, measureOf, otherMeanings, ruleBetween, sayCodes } from "./meanings.ts";
import type { LawNames } from "./names.ts";

/** Answers a question about figures; the real one is the figures room over a store or the built-in tables. */
export type Finder = (question: FigureQuestion) => Promise<FiguresAnswer>;

/** What is held beside a claim: for the same classes, or for a wider group that holds them. */
export interface ComparedFigure {
  readonly classes: readonly string[];
  readonly className: string;
  readonly period: string;
  readonly value: number | null;
  readonly basePeriod: string | null;
  readonly base: number | null;
  readonly change: {
    readonly difference: number;
    readonly percent: number | null;
    readonly ratio: number | null;
  } | null;
  /** What is held of a period that is not held whole. */
  readonly part: { readonly period: string; readonly value: number; readonly figureIds: readonly string[] } | null;
  /** Why the figures of the two periods are themselves not alike; empty where they are, or where no change is asked. */
  readonly unlike: readonly string[];
  readonly status: FiguresStatus;
  /** Why it agrees, differs or cannot be compared. */
  readonly reason: string;
  readonly figureId: string | null;
  readonly source: string;
  readonly release: string;
  readonly released: string | null;
  /** The day on which it was known so, that of the text; null: as known now. */
  readonly knownOn?: string | null;
}

export interface FiguresComparison {
  readonly status: FiguresStatus;
  readonly compared: readonly ComparedFigure[];
  /** Dated rows of the knowledge base that a date was held against; only for dates. */
  readonly known?: readonly KnownDate[];
  /** Why nothing could be compared; empty otherwise. */
  readonly reason: string;
}

/** Compares a claim with every figure that it could mean: its own classes, and the nearest wider group that is held. */
export async function compareWithFigures(claim: ReadClaim, finder: Finder, law: LawNames): Promise<FiguresComparison> {
  const unplaced = (["subject", "area", "period"] as const).filter((place) => claim[place] === null);
  if (unplaced.length > 0)
    return { status: "none", compared: [], reason: `the text does not say the ${listWords(unplaced)}` };
  const question = questionOf(claim, law);
  const own = law.subjects.find(({ slug }) => slug === claim.subject)?.classes ?? [];
  const same = await compareSame(claim, question, finder);
  const agrees = same.some(({ status }) => status === "agrees");
  const differs = same.some(({ status }) => status === "differs");
  const wider = agrees ? [] : await compareWider(claim, { question, own, finder, law, searching: differs });
  const rest = agrees || wider.some(({ matches }) => matches) ? [] : await compareOthers(claim, question, finder);
  const meant = rest.filter(({ matches }) => matches);
  const isMeant = meant.length > 0 || wider.some(({ matches }) => matches);
  const last = [...same, ...wider].length === 0 ? rest.slice(0, 1) : [];
  const others = [...wider, ...(meant.length > 0 ? meant.slice(0, 1) : last)];
  const compared = [...same, ...(differs && !isMeant ? [] : others.map(({ entry }) => entry))];
  return {
    status: isMeant ? "not-comparable" : overall(compared),
    compared,
    reason: compared.length === 0 ? (ruleBetween(own, question.to.label, law) ?? "no figure is held for it") : "",
  };
}

function questionOf({ area, subject, period, basePeriod }: ReadClaim, law: LawNames): Asked {
  const to = parsePeriod(period ?? "");
  const from = basePeriod === null ? to : parsePeriod(basePeriod);
  return { area: area ?? "", classes: subject ?? "", from, to, ...measureOf(subject, law) };
}

/** What a text says may be no question at all for the store (an area it does not know): then nothing is held. */
async function ask(finder: Finder, question: FigureQuestion): Promise<FiguresAnswer> {
  try {
    return await finder(question);
  } catch (error) {
    if (error instanceof UserError) return { figures: [], change: null, notes: [error.message] };
    throw error;
  }
}

async function compareSame(claim: ReadClaim, question: Asked, finder: Finder): Promise<ComparedFigure[]> {
  const found = foundIn(await ask(finder, question), question);
  if (found.last?.value === null || found.last === undefined) return comparePart(claim, question, finder);
  const entry = entryOf(found, question);
  const judged = judge(claim, entry);
  const counted = claim.counted ?? "";
  if (judged.status !== "differs" || !/^(?:incident|call)/.test(counted)) return [{ ...entry, ...judged }];
  const reason = `incidents against crimes: the text counts ${counted}, the figure recorded crimes; ${judged.reason}`;
  return [{ ...entry, status: "not-comparable", reason }];
}

/** Other readings of the claim that are held: of the other kind of year, of what is flagged for what is recorded. */
async function compareOthers(claim: ReadClaim, question: Asked, finder: Finder): Promise<WiderFigure[]> {
  const found: WiderFigure[] = [];
  for (const meaning of otherMeanings(question)) {
    const answer = foundIn(await ask(finder, meaning.question), meaning.question);
    if (answer.last === undefined || answer.last.value === null) continue;
    const entry = entryOf(answer, meaning.question);
    const matches = judge(claim, entry).status === "agrees";
    const reason = `${matches ? "the same number is recorded, but for " : ""}${meaning.why}`;
    found.push({ matches, entry: { ...entry, status: "not-comparable", reason } });
  }
  return found;
}

/** When the whole period is not held, says which part of it is: “only April to December 2017 is held: 276”. */
async function comparePart(claim: ReadClaim, question: Asked, finder: Finder): Promise<ComparedFigure[]> {
  const { figures } = await ask(finder, { ...question, from: question.to, by: "quarter" });
  const held = figures.filter((figure) => figure.value !== null);
  const [first, last] = [held.at(0), held.at(-1)];
  if (first === undefined || last === undefined || held.length === figures.length) return [];
  const sum = held.reduce((total, { value }) => total + (value ?? 0), 0);
  const claimed = levelOf(claim);
  const more = claimed !== null && sum > claimed ? `, already more than ${claimed.toLocaleString("en-GB")}` : "";
  const said = sayPeriod({ from: first.period.from, to: last.period.to });
  const entry = entryOf({ first: undefined, last, change: null }, question);
  const part = { period: said, value: sum, figureIds: held.map(({ id }) => id) };
  const reason = `only ${said} is held: ${sum.toLocaleString("en-GB")}${more}`;
  return [{ ...entry, value: null, figureId: null, part, status: "not-comparable", reason }];
}

interface Wider {
  readonly question: Asked;
  readonly own: readonly string[];
  readonly finder: Finder;
  readonly law: LawNames;
  /** Look past the nearest group for one with the claim's own numbers. */
  readonly searching: boolean;
}

interface WiderFigure {
  readonly entry: ComparedFigure;
  /** The claim's numbers are those of the wider group: it may be what the text means. */
  readonly matches: boolean;
}

/** The nearest wider group that is held, or the one whose numbers are those of the claim. */
async function compareWider(
  claim: ReadClaim,
  { question, own, finder, law, searching }: Wider,
): Promise<WiderFigure[]> {
  const found: WiderFigure[] = [];
  for (const slug of widerGroups(claim.subject ?? "", own, law).slice(0, MOST_GROUPS)) {
    const answer = foundIn(await ask(finder, { ...question, classes: slug }), question);
    if (answer.last === undefined || answer.last.value === null) continue;
    const entry = entryOf(answer, question);
    const matches = judge(claim, entry).status === "agrees";
    const meant = matches ? "the same number is recorded, but for " : "";
    const rule = ruleBetween(own, question.to.label, law);
    const more = `more classes: ${sayCodes(entry.classes)}, where the text speaks of ${sayCodes(own)}`;
    const reason = `${meant}${more}${rule === null ? "" : `; ${rule}`}`;
    found.push({ matches, entry: { ...entry, status: "not-comparable", reason } });
    if (matches) return found.slice(-1);
    if (!searching) return found;
  }
  return found.slice(0, 1);
}

const MOST_GROUPS = 4;

/** Groups that hold all the classes of a subject and more, the smallest first; a group goes by one name. */
function widerGroups(subject: string, own: readonly string[], { subjects }: LawNames): string[] {
  if (own.length === 0) return [];
  const wider = subjects.filter(
    ({ slug, classes }) => slug !== subject && classes.length > own.length && own.every((c) => classes.includes(c)),
  );
  return [...new Set(wider.toSorted((a, b) => a.classes.length - b.classes.length).map(({ slug }) => slug))];
}

interface Found {
  readonly first: Figure | undefined;
  readonly last: Figure | undefined;
  readonly change: FiguresAnswer["change"];
}

function foundIn({ figures, change }: FiguresAnswer, { from, to }: Asked): Found {
  const of = (period: Period): Figure | undefined =>
    figures.find((f) => f.period.from === period.from && f.period.to === period.to);
  return { first: from.label === to.label ? undefined : of(from), last: of(to), change };
}

type Entry = Omit<ComparedFigure, "status" | "reason">;

function entryOf({ first, last, change }: Found, { from, to }: Asked): Entry {
  return {
    classes: last?.classes ?? [],
    className: last?.className ?? "",
    period: to.label,
    value: last?.value ?? null,
    basePeriod: from.label === to.label ? null : from.label,
    base: first?.value ?? null,
    change: change === null ? null : { difference: change.difference, percent: change.percent, ratio: change.ratio },
    part: null,
    unlike: change === null || change.comparable.comparable ? [] : change.comparable.reasons,
    figureId: last?.id ?? null,
    source: last?.source ?? "",
    release: last?.release ?? "",
    released: last?.released ?? null,
  };
}

function levelOf(claim: ReadClaim): number | null {
  return claim.values.find(({ role }) => role === "to" || role === "count")?.value ?? null;
}

function overall(compared: readonly ComparedFigure[]): FiguresStatus {
  const order = ["agrees", "differs", "not-comparable"] as const;
  return order.find((status) => compared.some((entry) => entry.status === status)) ?? "none";
}

function listWords(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

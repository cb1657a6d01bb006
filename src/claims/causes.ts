import type { Assertion, CauseContext, CauseStrength } from "./causes-clause.ts";
import { assertionsOf, mayStateCause } from "./causes-sentence.ts";
import { firstFrom, type Surroundings, surroundingsOf, type ToldChange, wordsOf } from "./causes-told.ts";
import { type CauseWord, wayOf } from "./causes-words.ts";
import type { ReadClaim } from "./claim.ts";
import type { LawNames } from "./names.ts";
import type { Sentence } from "./sentences.ts";
import { readSpeakers, type SpeakerAt } from "./speakers.ts";
import { periodsOf } from "./when.ts";

/** A cause as a text asserts it. */
export interface StatedCause {
  /** The explanation that it comes to; null when it is none that the workbench weighs. */
  readonly cause: CauseWord | null;
  /** What it is, in a word or two: awareness, Brexit; null when it is not known. */
  readonly topic: string | null;
  /** In the text's own words. */
  readonly stated: string;
  readonly strength: CauseStrength;
  /** Who asserts it: a name or role as in the text; null when the text says it itself. */
  readonly speaker: string | null;
  /** The change it is to explain, as far as the text says which. */
  readonly about: ExplainedChange | null;
  /** Words of the sentence that speak of evidence; null when it gives none. */
  readonly evidence: string | null;
}

export interface ExplainedChange {
  /** The text's words for it; null when the cause is only said beside it. */
  readonly words: string | null;
  readonly subject: string | null;
  readonly area: string | null;
  readonly period: string | null;
  readonly basePeriod: string | null;
}

/** A text as the readings of sentences take it. */
export interface TextView {
  /** As given; quotes are cut out of it. */
  readonly text: string;
  readonly plain: string;
  /** On one line. */
  readonly flat: string;
  readonly sentences: readonly Sentence[];
  readonly law: LawNames;
  readonly dated?: string | undefined;
  /** The claims about numbers in it, in order. */
  readonly claims: readonly ReadClaim[];
}

/** Reads who asserts which cause of which change in crime, and how strongly. Linear in the length of the text. */
export function readCauses(view: TextView): ReadClaim[] {
  const { flat, sentences } = view;
  const words = sentences.map((sentence) => wordsOf(flat, sentence));
  const isMarked = mayStateCause(words);
  const candidates = [...sentences.keys()].filter((i) => isMarked[i] === 1 || asksWhy(words[i - 1]));
  if (candidates.length === 0) return [];
  const reading = { view, words, surroundings: surroundingsOf(view, words), speakerAt: readSpeakers(flat, sentences) };
  const stated = assertionsOf(candidates.map((i) => ({ words: words[i] as string, context: contextOf(i, reading) })));
  return candidates.flatMap((i, nth) => (stated[nth] ?? []).map((assertion) => claimOf(assertion, i, reading)));
}

interface Reading {
  readonly view: TextView;
  /** Of each sentence, on one line. */
  readonly words: readonly string[];
  readonly surroundings: Surroundings;
  readonly speakerAt: SpeakerAt;
}

function contextOf(i: number, { view, words, surroundings, speakerAt }: Reading): CauseContext {
  const sentence = view.sentences[i] as Sentence;
  const changeJustBefore = surroundings.changeJustBefore(i);
  return {
    namesCrime: (each) => surroundings.subjectsIn(each).length > 0,
    changeBefore: surroundings.changeBefore(i) !== undefined,
    changeJustBefore,
    crimeBefore: surroundings.crimeBefore(i),
    isSaid: speakerAt(sentence.end - 2) !== null || speakerAt(sentence.start) !== null || changeJustBefore,
    isAsked: asksWhy(words[i - 1]),
  };
}

/** Whether a sentence asks why, or whether it is real. */
function asksWhy(words = ""): boolean {
  return words.trimEnd().endsWith("?") && /\b(?:why|is it (?:real|recording))\b/i.test(words);
}

function claimOf(assertion: Assertion, i: number, reading: Reading): ReadClaim {
  const { view, speakerAt, surroundings } = reading;
  const [sentence, words] = [view.sentences[i] as Sentence, reading.words[i] as string];
  const { start, end, cause, topic, strength, rule } = assertion;
  const at = sentence.start + start;
  const about = explained(assertion, { view, surroundings, sentence, words, before: surroundings.changeBefore(i) });
  const stated = view.text.slice(sentence.start + cause.start, sentence.start + cause.end);
  const evidence = EVIDENCE.exec(words.replace(stated, ""))?.[0] ?? null;
  const speaker = speakerAt(at);
  const effect = assertion.effect === null ? "" : words.slice(assertion.effect.start, assertion.effect.end);
  return {
    quote: view.text.slice(at, sentence.start + end),
    start: at,
    end: sentence.start + end,
    kind: "cause",
    subject: about.subject,
    area: about.area,
    period: about.period,
    basePeriod: about.basePeriod,
    values: [],
    direction: wayOf(effect),
    unit: "count",
    counted: null,
    rule,
    group: -1,
    cause: { cause: topic?.cause ?? null, topic: topic?.topic ?? null, stated, strength, speaker, about, evidence },
  };
}

const EVIDENCE =
  /\b(?:audits?|inspections?|surveys?|stud(?:y|ies)|analysis|research|evidence|dip[- ]samples?|calls for service)\b/i;

interface Place {
  readonly view: TextView;
  readonly surroundings: Surroundings;
  readonly sentence: Sentence;
  readonly words: string;
  readonly before: ToldChange | undefined;
}

/** The change an assertion explains: its own words first, then the rest of its sentence, then the change told before. */
function explained(assertion: Assertion, { view, surroundings, sentence, words, before }: Place): ExplainedChange {
  const { effect } = assertion;
  const effectWords = effect === null ? "" : words.slice(effect.start, effect.end);
  const named = surroundings.subjectsIn(effectWords).at(-1)?.slug;
  const elsewhere = surroundings.subjectsIn(words).at(0)?.slug;
  const meant = effect === null ? (elsewhere ?? before?.subject) : (before?.subject ?? elsewhere);
  const subject = named ?? meant ?? null;
  const like = lastClaimAbout(subject, sentence.end, view.claims);
  const periods = periodsOf(effectWords, view.dated);
  const [first, second] = periods
    .filter(({ start }) => !FROM_WHEN.test(effectWords.slice(0, start)))
    .map(({ label }) => label);
  const own = second ?? first;
  const timed = like ?? (subject === before?.subject ? before : undefined);
  const area = surroundings.areasIn(words).at(-1)?.slug ?? before?.area ?? like?.area ?? surroundings.onlyArea;
  return {
    words: effect === null ? null : view.text.slice(sentence.start + effect.start, sentence.start + effect.end),
    subject,
    area,
    period: own ?? timed?.period ?? null,
    basePeriod: own === undefined ? (timed?.basePeriod ?? null) : second === undefined ? null : (first ?? null),
  };
}

/** “An increase since 2012/13”: that is where it began, and not the period counted. */
const FROM_WHEN = /\b(?:since|from|than|on|over|against|compared (?:with|to)) (?:in |the )?$/i;

/** The last change of a subject told before a place in the text; of a lone count when there is no other. */
function lastClaimAbout(subject: string | null, end: number, claims: readonly ReadClaim[]): ReadClaim | undefined {
  if (subject === null) return undefined;
  const until = firstFrom(claims, end);
  const near = claims
    .slice(Math.max(0, until - CLAIMS_BACK), until)
    .filter((claim) => claim.subject === subject && claim.period !== null);
  return near.findLast(({ basePeriod }) => basePeriod !== null) ?? near.at(-1);
}

/** How many claims back the change may stand that a cause explains. */
const CLAIMS_BACK = 60;

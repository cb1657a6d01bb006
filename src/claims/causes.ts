import type { Assertion, CauseStrength } from "./causes-sentence.ts";
import { assertionsOf, mayStateCause } from "./causes-sentence.ts";
import { type CauseWord, CRIME_THING as CRIME, wayOf } from "./causes-words.ts";
import type { ReadClaim } from "./claim.ts";
import { type LawNames, type NameMention, nameFinder } from "./names.ts";
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
  readonly sentences: readonly Sentence[];
  readonly law: LawNames;
  readonly dated?: string | undefined;
  /** The claims about numbers in it, in order. */
  readonly claims: readonly ReadClaim[];
}

/** Reads who asserts which cause of which change in crime, and how strongly. Linear in the length of the text. */
export function readCauses(view: TextView): ReadClaim[] {
  const { plain, sentences } = view;
  const candidates = sentences.flatMap((sentence, i) =>
    mayStateCause(wordsOf(plain, sentence)) ? [{ sentence, i }] : [],
  );
  if (candidates.length === 0) return [];
  const surroundings = surroundingsOf(view);
  const speakerAt = readSpeakers(plain, sentences);
  return candidates.flatMap(({ sentence, i }) => causesOfSentence(sentence, i, { view, surroundings, speakerAt }));
}

interface Reading {
  readonly view: TextView;
  readonly surroundings: Surroundings;
  readonly speakerAt: SpeakerAt;
}

function causesOfSentence(sentence: Sentence, i: number, reading: Reading): ReadClaim[] {
  const { view, surroundings, speakerAt } = reading;
  const words = wordsOf(view.plain, sentence);
  const before = surroundings.changeBefore(i);
  const assertions = assertionsOf(words, {
    namesCrime: (each) => surroundings.subjectsIn(each).length > 0,
    changeBefore: before !== undefined,
    isSaid: speakerAt(sentence.end - 2) !== null || speakerAt(sentence.start) !== null,
  });
  return assertions.map((assertion) => claimOf(assertion, { ...reading, sentence, words, before }));
}

interface Place extends Reading {
  readonly sentence: Sentence;
  readonly words: string;
  readonly before: ToldChange | undefined;
}

function claimOf(assertion: Assertion, place: Place): ReadClaim {
  const { view, sentence, words, speakerAt } = place;
  const { start, end, cause, topic, strength, rule } = assertion;
  const at = sentence.start + start;
  const about = explained(assertion, place);
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

/** The change an assertion explains: its own words first, then the rest of its sentence, then the change told before. */
function explained(assertion: Assertion, { view, surroundings, sentence, words, before }: Place): ExplainedChange {
  const { effect } = assertion;
  const effectWords = effect === null ? "" : words.slice(effect.start, effect.end);
  const named = surroundings.subjectsIn(effectWords).at(-1) ?? surroundings.subjectsIn(words).at(0);
  const subject = named?.slug ?? before?.subject ?? null;
  const like = lastClaimAbout(subject, sentence.end, view.claims);
  const [first, second] = periodsOf(effectWords, view.dated).map(({ label }) => label);
  const own = second ?? first;
  const area = surroundings.areasIn(words).at(-1)?.slug ?? before?.area ?? like?.area ?? surroundings.onlyArea;
  return {
    words: effect === null ? null : view.text.slice(sentence.start + effect.start, sentence.start + effect.end),
    subject,
    area,
    period: own ?? like?.period ?? null,
    basePeriod: own === undefined ? (like?.basePeriod ?? null) : second === undefined ? null : (first ?? null),
  };
}

/** The last change of a subject told before a place in the text; of a lone count when there is no other. */
function lastClaimAbout(subject: string | null, end: number, claims: readonly ReadClaim[]): ReadClaim | undefined {
  if (subject === null) return undefined;
  const until = claims.findLastIndex((claim) => claim.start < end) + 1;
  const near = claims
    .slice(Math.max(0, until - CLAIMS_BACK), until)
    .filter((claim) => claim.subject === subject && claim.period !== null);
  return near.findLast(({ basePeriod }) => basePeriod !== null) ?? near.at(-1);
}

/** How many claims back the change may stand that a cause explains. */
const CLAIMS_BACK = 60;

interface ToldChange {
  readonly subject: string | null;
  readonly area: string | null;
}

interface Surroundings {
  readonly subjectsIn: (words: string) => readonly NameMention[];
  readonly areasIn: (words: string) => readonly NameMention[];
  /** The last change of crime told in the sentences just before one; undefined when none was. */
  readonly changeBefore: (i: number) => ToldChange | undefined;
  readonly onlyArea: string | null;
}

function surroundingsOf({ plain, sentences, law, claims }: TextView): Surroundings {
  const subjectsIn = nameFinder(law.subjects);
  const areasIn = nameFinder(law.areas, { proper: true });
  const named = new Set(claims.flatMap(({ area }) => (area === null ? [] : [area])));
  const told = new Map<number, ToldChange | null>();
  return { subjectsIn, areasIn, onlyArea: named.size === 1 ? ([...named][0] ?? null) : null, changeBefore };

  function changeBefore(i: number): ToldChange | undefined {
    const near = Array.from({ length: Math.min(i, SENTENCES_BACK) }, (_, k) => changeIn(i - 1 - k));
    const nearest = near.find((change) => change !== null);
    if (nearest === undefined || nearest === null) return undefined;
    return nearest.subject === null ? (near.find((change) => (change?.subject ?? null) !== null) ?? nearest) : nearest;
  }

  function changeIn(i: number): ToldChange | null {
    const known = told.get(i);
    if (known !== undefined) return known;
    const words = wordsOf(plain, sentences[i] as Sentence);
    const subjects = MOVED.test(words) ? subjectsIn(words) : [];
    const isChange = subjects.length > 0 || (MOVED.test(words) && CRIME.test(words));
    const change = isChange
      ? { subject: subjects.at(-1)?.slug ?? null, area: areasIn(words).at(-1)?.slug ?? null }
      : null;
    told.set(i, change);
    return change;
  }
}

/** How far back a rise may have been told that “the figures” or a bare explanation still means. */
const SENTENCES_BACK = 12;

const MOVED =
  /\b(?:rises?|rose|risen|rising|increas\w+|gr[eo]wn?|growth|jump\w*|surg\w+|soar\w*|spik\w+|climb\w*|doubl\w+|trebled|tripled|f[ae]lls?|fallen|falling|decreas\w+|drop\w*|declin\w+|reduction|up|down|more|fewer|higher|lower)\b/i;

/** A sentence with its line breaks made spaces, character for character. */
function wordsOf(plain: string, { start, end }: Sentence): string {
  return plain.slice(start, end).replace(/\s/g, " ");
}

import { type CauseTopic, CRIME_THING as CRIME, OTHER_THING as OTHER, topicOf } from "./causes-words.ts";
import { lastMatch } from "./matches.ts";

/** How strongly a cause is asserted. */
export type CauseStrength = "is" | "likely" | "may" | "partly" | "denied";

/** A cause as one sentence states it; offsets are those of the sentence. */
export interface Assertion {
  readonly start: number;
  readonly end: number;
  /** The cause in the text's own words. */
  readonly cause: Span;
  /** What it is to explain; null when it is only said beside a change. */
  readonly effect: Span | null;
  readonly topic: CauseTopic | null;
  readonly strength: CauseStrength;
  /** The way of stating it that was met; listed in docs/methods/claims-causes.md. */
  readonly rule: string;
}

/** What a sentence can lean on: whether a name of a crime stands in some words, and whether a change was told before. */
export interface CauseContext {
  readonly namesCrime: (words: string) => boolean;
  /** A change of crime was told in the sentences just before: “this”, “the rise” may mean it. */
  readonly changeBefore: boolean;
  /** The same, told in the last two sentences. */
  readonly changeJustBefore: boolean;
  /** The text is about crime, and nothing else moved just before: “the increase” may mean it. */
  readonly crimeBefore: boolean;
  /** Somebody is quoted or reported, or the change was told only just before. */
  readonly isSaid: boolean;
  /** The sentence before asks why. */
  readonly isAsked: boolean;
}

/** A way of stating a cause: the assertions of a sentence that are made so. */
export type WayOfStating = (sentence: string, context: CauseContext) => Assertion[];

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One of several patterns. */
export const alternatives = (...words: readonly string[]): string => `(?:${words.join("|")})`;

/** Words by which a number is said to move. */
export const RISES = alternatives(
  "rises?|rose|risen|rising|increas(?:e|es|ed|ing)|growth|grew|grown|growing|jump(?:s|ed)?|surge[sd]?|soar(?:s|ed|ing)?|spikes?|spiked|uplift|upturn|climb(?:s|ed|ing)?|doubl(?:e|es|ed|ing)|trebled|tripled",
  "more|fewer|crept up|ris(?:e|ing)|div(?:e|ed)|f[ae]lls?|fallen|falling|decreas(?:e|es|ed|ing)|drop(?:s|ped|ping)?|reduc(?:tion|tions|ed)|declin(?:e|es|ed|ing)|gone up|went up|goes up|gone down|went down|up|down|higher|lower",
);
const CHANGE = new RegExp(String.raw`\b${RISES}\b`, "i");
const FIGURES = String.raw`(?:figures?|numbers?|statistics|totals?|counts?|trends?|difference|changes?|picture|levels?)`;
const FIGURE = new RegExp(String.raw`\b${FIGURES}\b`, "i");
const DEFINITE = new RegExp(
  String.raw`^(?:(?:much|some|most|part|all|a lot|the bulk|the (?:main|greater|larger) part|half) of )?(?:the|this|that|these|those|such|a|an[y]?)? ?(?:[\w-]+ ){0,2}?(?:${RISES}|${FIGURES})(?: (?:is|was|are|were) (?:so )?(?:low|high|lower|higher))?(?: (?:here|below|above|itself|seen|shown|last year|this year|in the (?:figures|numbers)|this|year|could|may|might|would|in|that|which))*$`,
  "i",
);
export const PART_OF = String.raw`(?:some|much|most|part|all|a lot|half|(?:the )?(?:bulk|rest|majority|(?:main|greater|larger|largest|biggest|best) part)) of (?:it|this|that|these|those|them|which)`;
const POINTS_BACK = new RegExp(
  String.raw`^(?:and |but |so )?(?:it|this|that|these|those|they|${PART_OF}|which)(?:'s| is| was| will| would)?$`,
  "i",
);
const IN_WHAT = /\b(?:in|of)\b(?! (?:it|this|that|these|those|them|part)\b)(.*)$/i;

/** A change of crime: a rise or a figure with a crime's name or noun, or one that points back to a change told before. */
export function isChangeOfCrime(words: string, { namesCrime, changeBefore, crimeBefore }: CauseContext): boolean {
  const tidy = words
    .replace(/^[\W_]+|[\W_]+$/g, "")
    .replace(/^.{0,60}\b(?:note|notes|mind|remember|aware|that|because) that /i, "")
    .replace(/^(?:that|and|but|so|then|also) /i, "")
    .replace(
      /(?: (?:is|are|was|were|has|have|had|being|been|now|also|largely|mainly|partly|should|can|must|be))+$/i,
      "",
    )
    .replace(HOW_MUCH, "")
    .replace(/ {2,}/g, " ")
    .trim();
  if (POINTS_BACK.test(tidy)) return changeBefore;
  const moves = CHANGE.test(tidy) || LEVEL.test(tidy);
  if (!moves && !FIGURE.test(tidy)) return false;
  const what = IN_WHAT.exec(tidy)?.[1];
  const isCrime = (each: string): boolean => namesCrime(each) || CRIME.test(each);
  if (isCrime(tidy)) return !OTHER.test(tidy) || (what !== undefined && isCrime(what) && !OTHER.test(what));
  return (
    (changeBefore || crimeBefore) && !OTHER.test(tidy) && (DEFINITE.test(tidy) || (moves && NUMBER_MOVED.test(tidy)))
  );
}

/** “The number was down slightly on the years before”: of what was told. */
const NUMBER_MOVED =
  /^(?:the|these|those|its|their|that|this) (?:\w+ )?(?:figures?|numbers?|totals?|rates?|counts?)\b/i;

/** “Few cases reach a court”, “reports are low”: a level that is to be explained. */
const LEVEL =
  /^(?:so |too |very )?(?:few|many)\b|\b(?:is|are|was|were|remain|remains|remained|stays?) (?:so |too |still |very |relatively )?(?:low|high|rare|common|few|under-?reported)\b/i;

/** “Of 123 per cent since 2012/13”: how much and when, which say nothing of what. */
const HOW_MUCH =
  / (?:of|by|in|since|from|between|over|during|for|and|to) (?:about |nearly |almost |over )?(?:the (?:last |past |same )?(?:year|years|period|quarter|12 months)\b|[\d,./\u2013-]+(?: ?per ?cent| ?%)?|(?:last|this) year|that year|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d+)?)/gi;

/** From the last break of a clause to an offset. */
export function clauseBefore(sentence: string, end: number): Span {
  const from = Math.max(0, end - 200);
  const words = sentence.slice(from, end).replace(/[\s,"]+$/, "");
  const cut = lastMatch(words, CLAUSE);
  const start = cut === undefined ? 0 : cut.index + cut[0].length;
  const lead = leading(words.slice(start));
  return { start: from + start + lead, end: from + words.length };
}

const CLAUSE =
  /[;:"\u2013]|\bbut(?: that)?\b|, (?:and|while|whereas|although|which|who|so|then|however|said|he|she|they)\b|\b(?<!\b(?:is|are|was|were|been|be) )(?:said|says|say|told [\w ]{1,30}|believe[sd]?|thinks?|thought|explained|added|insisted|argued|suggest(?:s|ed)?|acknowledged|admitted|sure|claim(?:s|ed)|accepted|stated|know|replied|answered|noted|reported|confirmed|warned|stressed|heard|agreed|(?:likely|possible|clear|true|explain|show) that)\b(?: that)?|\b(?:although|while|whereas)\b/gi;

/** From an offset to the end of what is given as the cause; words quoted within it stay in it. */
export function causeAfter(given: string, from: number): Span | null {
  const sentence = given.includes('"', from) ? given.replace(QUOTED_WORDS, " $1 ") : given;
  const quoted = /^\s*"/.exec(sentence.slice(from, from + 3))?.[0].length ?? 0;
  if (quoted > 0) return causeAfter(sentence, from + quoted);
  const words = sentence.slice(from, from + 220);
  const stop = STOP.exec(words);
  const cut = (stop === null ? words : words.slice(0, stop.index)).replace(/[\s,.;:"'!]+$/, "");
  const lead = leading(cut);
  return cut.length - lead < 4 ? null : { start: from + lead, end: from + cut.length };
}

const QUOTED_WORDS = /"([^".;]{1,40})"(?= [a-z])(?! (?:said|says|he|she|they|the|according|told)\b)/g;

const STOP =
  /[.;:!?"](?:\s|$)|"|,? but\b|,? (?:although|though|while|whereas|however|which|whom?|adding|because)\b|, (?:said|says|he|she|they|according|and (?:we|he|she|they|it|the|that|there)|with|as|the|in|it|up|from)\b|, \p{Lu}|, and (?:[\w'-]+ ){1,4}(?:was|were|is|are|has|have|had|will|would)\b| and (?:we|I|he|she|it) (?:have|has|are|is|was|were|will|had)\b| \u2013 /u;

export function trimEffect(words: string): string {
  const stop = /[.;:!?"](?!\d)|,(?!\d)|\b(?:although|while|whereas|because|but|who)\b/.exec(words);
  return (stop === null ? words : words.slice(0, stop.index)).trimEnd();
}

/** “Declined to say whether”, “asked if”: no assertion. */
export function isOnlyAsked(text: string): boolean {
  const before = text.slice(Math.max(text.lastIndexOf(":"), text.lastIndexOf(";")) + 1);
  return /\b(?:declin|refus)(?:ed|es|ing) to\b|\b(?:would|did|could) not say\b|\b(?:asked|wonder(?:ed|s)?|question(?:ed|s)?|whether|unclear|if)\b/i.test(
    before,
  );
}

export function strengthOf(words: string): CauseStrength {
  if (/\b(?:cannot|can't|could not|can not) be (?:ruled out|excluded)\b/i.test(words)) return "may";
  if (
    /\b(?:not|never|no evidence|nothing to do with|cannot|isn't|wasn't|hardly)\b(?! (?:only|just|all|entirely|wholly|solely))/i.test(
      words,
    )
  )
    return "denied";
  if (/\b(?:may|might|could|possibly|perhaps|cannot be ruled out)\b/i.test(words)) return "may";
  if (
    /\b(?:part|partly|partially|some|contribut\w+|factors?|one reason|something|not (?:only|just|all|entirely|wholly|solely))\b/i.test(
      words,
    )
  )
    return "partly";
  if (
    /\b(?:likely|likeliest|probably|thought|believe[ds]?|appears?|seems?|suggests?|expected|think|understood)\b/i.test(
      words,
    )
  )
    return "likely";
  return "is";
}

export function topicAt(sentence: string, { start, end }: Span): CauseTopic | null {
  return topicOf(sentence.slice(start, end)) ?? null;
}

export function leading(words: string): number {
  return (
    /^(?:[*•-]\s|[\d.]+\s+(?=\p{L})|(?:\p{Lu}\p{Ll}+ly|However|Meanwhile|Indeed),\s|[\s,"'(]|(?:and|but|so|also)\s|that\s(?=(?:the|a|an|it|this|these|there|they|more|some|much|most|\p{L}+s|\p{L}+ing)\s))*/iu.exec(
      words,
    )?.[0].length ?? 0
  );
}

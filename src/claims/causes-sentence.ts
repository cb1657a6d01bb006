import type { Assertion, CauseContext, Span } from "./causes-clause.ts";
import { answered, beside, pointed } from "./causes-apart.ts";
import { ascribed, backward, forward, fronted } from "./causes-joined.ts";
import { CAUSE_TOPICS, topicOf } from "./causes-words.ts";

export type { Assertion, CauseContext } from "./causes-clause.ts";

/** The causes that a sentence asserts or denies, of a change in crime; none of anything else. */
export function assertionsOf(given: string, context: CauseContext): Assertion[] {
  if (/\?\W*$/.test(given)) return [];
  const sentence = withoutAsides(given);
  const joined = [
    ...forward(sentence, context),
    ...fronted(sentence, context),
    ...backward(sentence, context),
    ...ascribed(sentence, context),
    ...pointed(sentence, context),
  ].filter(({ cause }) => /\p{L}{3}/u.test(sentence.slice(cause.start, cause.end)));
  const apart = joined
    .toSorted((a, b) => a.cause.start - b.cause.start || b.end - a.end)
    .filter((each, i, all) => all.findIndex((other) => overlap(each.cause, other.cause)) === i);
  if (apart.length > 0) return apart.flatMap((each) => split(sentence, each));
  if (!context.changeBefore || !(context.isSaid || context.isAsked)) return [];
  return [...beside(sentence), ...(context.isAsked ? answered(sentence) : [])].slice(0, MOST_BESIDE);
}

const MOST_BESIDE = 3;

/** Brackets, and what stands between dashes or as “, and not …,”, made blank, character for character. */
function withoutAsides(sentence: string): string {
  return sentence.replace(
    /\([^()]{0,120}\)|(?<= )\u2013 [^\u2013]{1,60} \u2013(?= )|, (?:and )?not [^,]{1,40},(?= (?:is|are|was|were)\b)|, (?:I am (?:certain|sure)|I'm sure|I think|I believe|in my view|of course|however|it is thought|it is believed),/g,
    (aside) => " ".repeat(aside.length),
  );
}

/** Two explanations in one phrase are two assertions: “greater awareness and better recording”. */
function split(sentence: string, assertion: Assertion): Assertion[] {
  const { cause, rule } = assertion;
  const words = sentence.slice(cause.start, cause.end);
  const contrast = /,? (?:not|rather than|and not|instead of) /i.exec(words);
  const joint = contrast ?? /,? (?:and|as well as|along with|plus|but also)(?: also)? (?!not )/i.exec(words);
  if (joint === null) return [assertion];
  const [first, second] = [words.slice(0, joint.index), words.slice(joint.index + joint[0].length)];
  const [one, other] = [topicOf(first), topicOf(second)];
  if (one === undefined || other === undefined || one === other) return [assertion];
  const middle = cause.start + joint.index;
  const isLast = rule === "change-then-cause";
  const parts = [
    { cause: { start: cause.start, end: middle }, topic: one },
    { cause: { start: middle + joint[0].length, end: cause.end }, topic: other },
  ];
  return parts.map((part, i) => {
    const keepsEffect = isLast ? i === 0 : i === 1;
    const span = keepsEffect
      ? { start: isLast ? assertion.start : part.cause.start, end: isLast ? part.cause.end : assertion.end }
      : part.cause;
    const strength = i === 1 && contrast !== null ? "denied" : assertion.strength;
    return Object.assign({}, assertion, span, part, { strength });
  });
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether a sentence could state a cause at all: a quick look before the slow one. */
export const mayStateCause = (sentence: string): boolean => MARKS.test(sentence);

const MARKS = new RegExp(
  [
    String.raw`\b(?:due|down|owing|thanks)\b.{1,30}\bto\b|\b(?:attribut|relat|link|ascrib)\w+\b.{1,12}\bto\b|\bput\b.{1,40}\bdown\b|\bresults? of\b|\b(?:caused|driven|triggered|fuelled|fueled|explained|prompted|accounted|sparked|boosted|inflated)\b`,
    String.raw`\bbecause\b|\breflect|\bstem(?:s|med)? from\b|\bc[oa]mes? from\b|\bowes?\b|\bon account of\b|\bled to\b|\bcontributed\b|\bexplains?\b|\baccounts? for\b|\bbehind\b|\bto blame\b|\bresponsible for\b|\bwhy\b|\breasons?\b|\bfactors?\b|\bdrove\b|\blifted\b|\bcontribution from\b|\battribut\w+\b|\bblam(?:e[sd]?|ing)\b|\bcredit(?:s|ed)\b|\bpoint(?:s|ed|ing) to\b|\bof (?:it|this|that|them|these)\b|\bthe (?:larger|greater|main) part\b|\bwhat has\b|\bpartly\b|\bin part\b|, as\b|\bprompted\b`,
    ...CAUSE_TOPICS.flatMap(({ beside }) => (beside === undefined ? [] : [beside.source])),
  ].join("|"),
  "i",
);

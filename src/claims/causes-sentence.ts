import type { Assertion, CauseContext, Span, WayOfStating } from "./causes-clause.ts";
import { answered, beside, POINTINGS } from "./causes-apart.ts";
import { fronted } from "./causes-fronted.ts";
import { ascribed, backward, forward } from "./causes-joined.ts";
import { CAUSE_TOPICS, MAY_STAND_BESIDE, topicOf } from "./causes-words.ts";
import { amongst, triedOn } from "./tried.ts";

export type { Assertion, CauseContext } from "./causes-clause.ts";

/** A sentence that may state a cause. */
export interface Candidate {
  readonly words: string;
  readonly context: CauseContext;
}

/** The causes that each sentence asserts or denies, of a change in crime; none of anything else. */
export function assertionsOf(candidates: readonly Candidate[]): Assertion[][] {
  const told = candidates.map(({ words, context }) => ({
    sentence: IS_QUESTION.test(words) ? "" : withoutAsides(words),
    context,
    joined: [] as Assertion[],
  }));
  for (const way of WAYS) {
    for (const { sentence, context, joined } of told) if (sentence !== "") joined.push(...way(sentence, context));
  }
  return told.map(({ sentence, context, joined }) => (sentence === "" ? [] : best(joined, sentence, context)));
}

/** Each way is tried on all sentences before the next; see tried.ts. */
const WAYS: readonly WayOfStating[] = [forward, fronted, backward, ascribed, ...POINTINGS];
const IS_QUESTION = /\?\W*$/;

/** Of what overlaps the first, two explanations in one phrase apart; where nothing is stated, what is said beside a change. */
function best(found: readonly Assertion[], sentence: string, context: CauseContext): Assertion[] {
  const joined = found.filter(({ cause }) => /\p{L}{3}/u.test(sentence.slice(cause.start, cause.end)));
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
    /\([^()]{0,120}\)|(?<= )\u2013 [^\u2013]{1,60} \u2013(?= )|, (?:and )?not [^,]{1,40},(?= (?:is|are|was|were)\b)|, (?:I am (?:certain|sure)|I'm sure|I think|I believe|(?:he|she|they|it|the [a-z]+(?: [a-z]+)?) (?:said|says|added|believed|believes|suggested|suggests|argued)|in my view|of course|however|it is thought|it is believed),/g,
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
  const [one, other] = [topicOf(first), topicOf(second.replace(/ (?:in|at|on|during|over) the .*$/, ""))];
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

/** Which sentences could state a cause at all: a quick look before the slow one. */
export function mayStateCause(sentences: readonly string[]): Uint8Array {
  const found = triedOn(sentences, MARKS);
  const others = [...sentences.keys()].filter((i) => found[i] === 0);
  for (const i of amongst(amongst(others, sentences, MAY_BE_PAIRED), sentences, PAIRED_MARKS)) found[i] = 1;
  for (const i of amongst(amongst(others, sentences, MAY_STAND_BESIDE), sentences, BESIDE)) found[i] = 1;
  return found;
}

/** Written out word for word: the engine goes through plain words by a tree of letters, through patterns one by one. */
const MARKS = new RegExp(
  String.raw`\b(?:${[
    "caused|driven|triggered|fuelled|fueled|explained|prompted|accounted|sparked|spurred|boosted|inflated|swollen|compounded|underpinned|fed|because|why|partly|in part|mainly|largely|perhaps",
    "result of|results of|consequence of|consequences of|product of|by-product of|reflection of|symptom of|function of|effect of|effect on|effects of|effects on|outcome of|illusion of|artefact of|artifact of|quirk of|matter of|question of|evidence of|sign|indication|testament",
    "stem from|stems from|stemmed from|came from|come from|comes from|resulted in|resulting in|results in|owe|owes|on account of|back of|wake of|associated with|connected with|to do with|following|amid",
    "led|leading to|leads to|lead to|contribute|contributes|contributed|contribution|contribution from|element|explain|explains|account for|accounts for|behind|to blame|responsible for|drove|lifted|pushed|mean|means|meant|added|brought in|brought about|helped|helps|gave|given",
    "driving|causing|fuelling|fueling|pushing up|boosting|inflating|prompting|sparking|triggering|bringing down|translated into|reason|reasons|factor|factors|cause|causes|driver|drivers|culprit|culprits|explanation|explanations|blame|blamed|blames|blaming|credits|credited|points to|pointed to|pointing to",
    "of it|of this|of that|of these|of them|the larger part|the greater part|the main part|the bigger part|what has|that's|that is|that was|it's|it is|it was|this is|this was",
    "linked|links|traced|traces|brought|kept|forced|achieved|delivered|helped by|in the context|in the light|against a|now that|with|since|after|part of|difference|played|plays|play|impact|influence|influenced|bearing|affected|distorted|depressed|suppressed|encouraged|persuaded|empowered|emboldened|enabled|allowed|inspired|caution|care|carefully|context|shows|show|suggests|suggest|indicates|indicate|tells|demonstrates|signals|may have|might have|could have|may well have|may also have",
    "as more|as fewer|as better|as victims|as people|as officers|as forces|as police|as lockdown|as lockdowns|as restrictions|as criminals|as gangs|as thieves|as offenders|as campaigns|as awareness|as confidence|as recording",
  ].join("|")})\b|\breflect|, as\b`,
  "i",
);
const PAIRED_MARKS =
  /\b(?:due|down|owing|thanks)\b.{1,30}\bto\b|\b(?:attribut|relat|link|ascrib|credit|trac|connect)\w+\b.{1,12}\bto\b|\bput\b.{1,40}\bdown\b|\battribut\w+\b/i;
/** Their first words. */
const MAY_BE_PAIRED = /\b(?:ascrib|attribut|connect|credit|down|due|link|owing|put|relat|thanks|trac)/i;
const BESIDE = new RegExp(
  CAUSE_TOPICS.flatMap(({ beside }) => (beside === undefined ? [] : [beside.source])).join("|"),
  "i",
);

import {
  alternatives,
  type Assertion,
  type CauseContext,
  causeAfter,
  clauseBefore,
  isChangeOfCrime,
  isOnlyAsked,
  leading,
  type Span,
  strengthOf,
  topicAt,
  trimEffect,
} from "./causes-clause.ts";
import { topicOf } from "./causes-words.ts";
import { matchesOf } from "./matches.ts";

/** “The rise was partly due to better recording”, “the figures reflect …”, “… but also because victims …”. */
export function forward(sentence: string, context: CauseContext): Assertion[] {
  if (!TO_CAUSES.test(sentence)) return [];
  const found: Assertion[] = [];
  for (const match of matchesOf(sentence, FORWARD)) {
    const link = { start: match.index, end: match.index + match[0].length };
    const last = found.at(-1);
    const gap = last === undefined ? "" : sentence.slice(last.cause.end, link.start);
    const goesOn = last !== undefined && /^[\s,]*(?:(?:and|but|or)\b[\s,]*(?:also|partly|in part|,| )*)?$/i.test(gap);
    const before = goesOn && last.effect !== null ? last.effect : clauseBefore(sentence, link.start);
    const cause = causeAfter(sentence, link.end);
    if (cause === null || !isChangeOfCrime(sentence.slice(before.start, before.end), context)) continue;
    if (isOnlyAsked(sentence.slice(0, link.start))) continue;
    const strength = strengthOf(
      `${sentence.slice(goesOn ? link.start : Math.max(0, before.start - 30), link.end)} ${sentence.slice(cause.start, cause.start + 12)}`,
    );
    const start = goesOn ? link.start + leading(match[0]) : before.start;
    found.push({
      start,
      end: cause.end,
      cause,
      effect: before,
      topic: topicAt(sentence, cause),
      strength,
      rule: "change-then-cause",
    });
  }
  return found;
}

/** “Because of better recording, offences rose.” */
export function fronted(sentence: string, context: CauseContext): Assertion[] {
  const match =
    /^\W*(?:(?:partly|largely|mainly) )?(?:because(?: of)?|thanks to|owing to|due to|as a result of) ([^,]{4,120}), (.{6,160})/i.exec(
      sentence,
    );
  if (match === null || !isChangeOfCrime(trimEffect(match[2] ?? ""), context)) return [];
  const start = sentence.indexOf(match[1] ?? "");
  const cause = { start, end: start + (match[1] ?? "").length };
  const effect = { start: cause.end + 2, end: cause.end + 2 + trimEffect(match[2] ?? "").length };
  const head = leading(sentence);
  return [
    {
      start: head,
      end: effect.end,
      cause,
      effect,
      topic: topicAt(sentence, cause),
      strength: strengthOf(match[0].slice(0, 30)),
      rule: "cause-fronted",
    },
  ];
}

/** “Better recording explains the rise”, “the campaign led to an increase in reports of stalking”, “…, which is why it rose”. */
export function backward(sentence: string, context: CauseContext): Assertion[] {
  if (!TO_EFFECTS.test(sentence)) return [];
  const found: Assertion[] = [];
  for (const match of matchesOf(sentence, BACKWARD)) {
    const link = { start: match.index, end: match.index + match[0].length };
    const rest = trimEffect(sentence.slice(link.end, link.end + 160));
    const effect = { start: link.end, end: link.end + rest.length };
    const cause = causeBefore(sentence, link.start);
    if (cause === null || !isChangeOfCrime(rest, context) || isOnlyAsked(sentence.slice(0, link.start))) continue;
    const words = sentence.slice(cause.start, cause.end);
    const strength = strengthOf(`${words.slice(0, 14)} ${match[0]} ${rest.slice(0, 24)}`);
    const topic = topicAt(sentence, cause);
    found.push({ start: cause.start, end: effect.end, cause, effect, topic, strength, rule: "cause-then-change" });
  }
  return found;
}

/** The clause that a word of cause follows; where that only points (“and that is why”), the clause before it, if it is a known explanation. */
function causeBefore(sentence: string, end: number): Span | null {
  const own = clauseBefore(sentence, end);
  const words = sentence.slice(own.start, own.end);
  if (!POINTING.test(words)) return words.length < 4 ? null : own;
  const before = clauseBefore(sentence, sentence.slice(0, own.start).replace(/[\s,]*(?:and|but)?\s*$/i, "").length);
  const named = /^(?:that|this|which)/i.test(words) && topicOf(sentence.slice(before.start, before.end)) !== undefined;
  return named ? before : null;
}

const POINTING = /^(?:who|what|nothing|he|she|they|we|i|it|this|that|which|there|that's|nobody|whatever)?$/i;

/** “I put that down to …”, “he blamed … for the rise”, “she credited … for the decline”, “he pointed to …”. */
export function ascribed(sentence: string, context: CauseContext): Assertion[] {
  const found: Assertion[] = [];
  for (const match of matchesOf(sentence, ASCRIBED)) {
    const { effect: told, verb } = match.groups ?? {};
    const cause = causeAfter(sentence, match.index + match[0].length);
    if (cause === null || isOnlyAsked(sentence.slice(0, match.index))) continue;
    const words = sentence.slice(cause.start, cause.end);
    const behind =
      verb === undefined
        ? null
        : / (?:for|as (?:a|the) (?:reason|cause|factor) (?:for|in|behind)) (?=[^,.;]+$)/i.exec(words);
    const effectWords = told ?? (behind === null ? "" : words.slice(behind.index + behind[0].length));
    const isMeant =
      effectWords === "" ? context.changeBefore && topicOf(words) !== undefined : isChangeOfCrime(effectWords, context);
    if (!isMeant) continue;
    const end = behind === null ? cause.end : cause.start + behind.index;
    const at =
      told === undefined
        ? cause.start + (behind === null ? 0 : behind.index + behind[0].length)
        : match.index + match[0].indexOf(told);
    const effect = effectWords === "" ? null : { start: at, end: at + effectWords.length };
    const own = { start: cause.start, end };
    const strength = strengthOf(`${sentence.slice(Math.max(0, match.index - 20), match.index)} ${match[0]}`);
    found.push({
      start: match.index,
      end: cause.end,
      cause: own,
      effect,
      topic: topicAt(sentence, own),
      strength,
      rule: "ascribed",
    });
  }
  return found;
}

const ASCRIBED =
  /\b(?:put(?:s|ting)?|attribut(?:e|es|ed|ing)|ascrib(?:e|es|ed)) (?<effect>(?:much of |most of |some of |part of )?(?:this|that|it|these|the [^,.;]{3,60}?)) (?:(?:partly|mainly|largely|in part) )?(?:down )?to |\b(?<verb>blam(?:e[sd]?|ing)|credit(?:s|ed)|point(?:s|ed|ing) to) /gi;

const SOFT = String.raw`(?:(?:also|now|therefore|partly|partially|mainly|mostly|largely|chiefly|primarily|probably|possibly|perhaps|likely|simply|entirely|directly|to|believed|thought|understood|said|considered|to be|at least|in part|in some part|,|in large part|not|only|a|an|the) ?){0,5}`;
const BE = String.raw`(?:is|are|was|were|be|been|being|'s|isn't|wasn't)`;
/** Words that stand between a change and its cause, the change first. */
const TO_CAUSE = alternatives(
  String.raw`(?:due|down|owing|thanks)(?:,? (?:at least )?(?:in (?:large )?part|partly|largely|mainly),?)? to`,
  String.raw`(?:attributed|attributable|related|linked|put down|ascribed) (?:(?:in part|partly|largely|mainly) )?to`,
  String.raw`(?:caused|driven|triggered|fuelled|fueled|explained|prompted|accounted for|sparked|boosted|inflated) (?:(?:in part|partly|largely|mainly) )?by`,
  String.raw`(?:as |the |a )?results? of`,
  String.raw`because(?: of)?`,
  String.raw`reflect(?:s|ed|ing)?`,
  String.raw`(?:stem(?:s|med)?|c(?:a|o)me|comes|result(?:s|ed)?) from`,
  String.raw`owes? (?:something|much|a lot) to`,
  String.raw`on account of`,
);
/** Words between a cause and its change, the cause first. */
const TO_EFFECT = alternatives(
  String.raw`(?:ha(?:s|ve|d) )?(?:also )?(?:led|contributed|leading) (?:directly )?to`,
  String.raw`(?:explain(?:s|ed)?(?! (?:that|how|to|what)\b)|accounts? for|accounted for)`,
  String.raw`(?:is|are|was|were|lies|lay) (?:partly |largely |mainly )?(?:behind|responsible for|to blame for|why)`,
  String.raw`(?:is|are|was|were) (?:the |a |one |an? )?(?:[\w-]+ )?(?:reason|factor|cause|driver)s? (?:for|why|in|of|behind|driving)`,
  String.raw`(?:can|could)(?: not|not|n't) be ruled out as (?:a|the) (?:reason|cause|factor) (?:for|in|behind)`,
  String.raw`(?:ha(?:s|ve|d) )?(?:driven|drove|caused|fuelled|fueled|prompted|triggered|sparked|lifted|boosted|pushed up|inflated)`,
);

/** A quick look for the words of a link, before all that may stand around them. */
const TO_CAUSES = new RegExp(String.raw`\b${TO_CAUSE} `, "i");
const TO_EFFECTS = new RegExp(String.raw`\b${TO_EFFECT} `, "i");

const FORWARD = new RegExp(
  String.raw`(?<link>(?:\b(?:can|could|may|might|must|would|will|should|has|have|had|may well|cannot|can't) )?(?:(?:well|also|partly|probably|possibly|perhaps|largely|mainly|not|never|only) ){0,2}(?:(?:\b|(?<='))${BE} |(?<!\w)'s )?${SOFT}\b${TO_CAUSE}) `,
  "gi",
);

const BACKWARD = new RegExp(
  String.raw`(?<link>(?:\b(?:can|could|may|might|would|will|has|have|had) )?(?:(?:well|also|partly|probably|possibly|not) ){0,2}\b${TO_EFFECT}) `,
  "gi",
);

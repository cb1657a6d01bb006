import {
  alternatives,
  type Assertion,
  type CauseContext,
  causeAfter,
  clauseBefore,
  isChangeOfCrime,
  isOnlyAsked,
  leading,
  RISES,
  type Span,
  strengthOf,
  topicAt,
  trimEffect,
} from "./causes-clause.ts";
import { CRIME_THING, OTHER_THING, topicOf } from "./causes-words.ts";
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
    const before = goesOn && last.effect !== null ? last.effect : changeBefore(sentence, link.start, context);
    const cause = causeAfter(sentence, link.end);
    if (cause === null || before === null) continue;
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

/** The clause before a word of cause, if it is a change of crime; else what its “which” or “that” stands for. */
function changeBefore(sentence: string, end: number, context: CauseContext): Span | null {
  const own = clauseBefore(sentence, end);
  const words = sentence.slice(own.start, own.end);
  const toldHere = (): boolean => isChangeOfCrime(sentence.slice(Math.max(0, own.start - 160), own.start), context);
  const told = context.changeBefore || toldHere();
  if (words !== "" && isChangeOfCrime(words, { ...context, changeBefore: told })) return own;
  const from = Math.max(0, end - 120);
  const which = WHICH.exec(sentence.slice(from, end));
  if (which === null) return null;
  const antecedent = clauseBefore(sentence, from + which.index);
  const whole = { start: Math.max(0, from + which.index - 160), end: from + which.index };
  if (isChangeOfCrime(sentence.slice(antecedent.start, antecedent.end), context)) return antecedent;
  return isChangeOfCrime(sentence.slice(whole.start, whole.end), context) ? antecedent : null;
}

/** “…, which the force put down to”, “– something she said was linked to”. */
const WHICH =
  /(?:,|\u2013|\() ?(?:and |but )?(?:(?:something|a (?:rise|fall|trend|jump|drop|figure|change|pattern)),? )?(?:which|that|something|a (?:rise|fall|trend|jump|drop|change))\b(?: [^\s,;:"]+){0,12} ?$/i;

/** “Better recording explains the rise”, “the campaign led to an increase in reports of stalking”, “…, which is why it rose”. */
export function backward(sentence: string, context: CauseContext): Assertion[] {
  if (!TO_EFFECTS.test(sentence)) return [];
  const found: Assertion[] = [];
  for (const match of matchesOf(sentence, BACKWARD)) {
    const link = { start: match.index, end: match.index + match[0].length };
    const rest = trimEffect(sentence.slice(link.end, link.end + 160));
    const effect = { start: link.end, end: link.end + rest.length };
    const cause = causeBefore(sentence, link.start);
    if (cause === null || !isExplained(match[0], rest, context) || isOnlyAsked(sentence.slice(0, link.start))) continue;
    const words = sentence.slice(cause.start, cause.end);
    if (/\bmean/.test(match[0]) && /\d/.test(words + rest)) continue;
    const strength = strengthOf(`${words.slice(0, 14)} ${match[0]} ${rest.slice(0, 24)}`);
    const topic = topicAt(sentence, cause);
    found.push({ start: cause.start, end: effect.end, cause, effect, topic, strength, rule: "cause-then-change" });
  }
  return found;
}

/** “… why so few are charged” explains a level, “that alone added 6,000 offences” a difference; anything else must be a change. */
function isExplained(link: string, rest: string, context: CauseContext): boolean {
  if (/\bwhy $/.test(link) && /^so (?:few|many|much|little)\b/i.test(rest)) return true;
  if (/\b(?:fuell?|driv|drove|caus|behind )/.test(link) && (isNamedCrime(rest, context) || TO_CRIME.test(rest)))
    return true;
  if (/\bresponsible for $/.test(link) && MOST_OF.test(rest)) return isNamedCrime(rest, context);
  if (/\b(?:added|brought in) $/.test(link)) return CRIME_THING.test(rest) && !OTHER_THING.test(rest);
  return isChangeOfCrime(rest, context);
}

/** “… is driving people to steal.” */
const TO_CRIME =
  /\b(?:to|into) (?:steal(?:ing)?|shoplift(?:ing)?|thiev\w+|offend(?:ing)?|re-?offend(?:ing)?|commit|crime|violence)\b/i;
const MOST_OF =
  /^(?:much|most|many|a lot|the (?:bulk|majority)|a (?:large|big|good|significant) (?:part|share|proportion)) of\b/i;

/** “… is fuelling violence”: crime as such, in a text that tells of its change. */
function isNamedCrime(rest: string, { changeBefore, crimeBefore, namesCrime }: CauseContext): boolean {
  const words = rest.slice(0, 50);
  return (
    (changeBefore || crimeBefore) &&
    (namesCrime(words) || CRIME_THING.test(words)) &&
    !OTHER_THING.test(words) &&
    !/\d/.test(words)
  );
}

/** The clause that a word of cause follows; where that only points (“and that is why”), the clause before it, if it is a known explanation. */
function causeBefore(sentence: string, end: number): Span | null {
  const own = clauseBefore(sentence, end);
  const words = sentence.slice(own.start, own.end);
  if (!POINTING.test(words)) return words.length < 4 ? null : own;
  const before = clauseBefore(sentence, sentence.slice(0, own.start).replace(/[\s,"]*(?:and|but)?\s*$/i, "").length);
  const named = /^(?:that|this|which)/i.test(words) && topicOf(sentence.slice(before.start, before.end)) !== undefined;
  return named ? before : null;
}

const POINTING =
  /^(?:who|what|nothing|he|she|they|we|i|it|(?:this|that|which)(?: alone| in itself| in turn| change)?|there|that's|nobody|whatever)?$/i;

/** “I put that down to …”, “he blamed … for the rise”, “she credited … for the decline”, “he pointed to …”. */
export function ascribed(sentence: string, context: CauseContext): Assertion[] {
  const found: Assertion[] = [];
  for (const match of matchesOf(sentence, ASCRIBED)) {
    const { verb } = match.groups ?? {};
    const told = match.groups?.["effect"] ?? match.groups?.["as"];
    const cause = causeAfter(sentence, match.index + match[0].length);
    if (cause === null || isOnlyAsked(sentence.slice(0, match.index))) continue;
    const words = sentence.slice(cause.start, cause.end);
    const behind = verb === undefined ? null : effectBehind(words);
    const effectWords = told ?? (behind === null ? "" : words.slice(behind.index + behind[0].length));
    if (!isMeant(effectWords, { sentence, match, words }, context)) continue;
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

/** “… for the decline” behind what is blamed or credited; “for a trial” moves nothing, and belongs to it. */
function effectBehind(words: string): RegExpExecArray | null {
  const behind = / (?:for|as (?:a|the) (?:reason|cause|factor) (?:for|in|behind)) (?=[^,.;]+$)/i.exec(words);
  return behind !== null && MOVED_WORD.test(words.slice(behind.index)) ? behind : null;
}

const MOVED_WORD = new RegExp(String.raw`\b(?:${RISES}|figures?|numbers?|statistics|trends?|this|it|that)\b`, "i");

interface Ascribing {
  readonly sentence: string;
  readonly match: RegExpExecArray;
  readonly words: string;
}

/** What is blamed, credited or pointed to must be said of a change; where none is named, of one told before, here or earlier. */
function isMeant(effect: string, { sentence, match, words }: Ascribing, context: CauseContext): boolean {
  const before = sentence.slice(Math.max(0, match.index - 160), match.index);
  const isTold = context.changeBefore || isChangeOfCrime(before, context);
  if (effect !== "") return isChangeOfCrime(effect, { ...context, changeBefore: isTold });
  return isTold && (topicOf(words) !== undefined || !/^point/i.test(match.groups?.["verb"] ?? ""));
}

const ASCRIBED =
  /\b(?:put(?:s|ting)?|attribut(?:e|es|ed|ing)|ascrib(?:e|es|ed)|link(?:s|ed)|trac(?:es|ed)|credit(?:s|ed)) (?<effect>(?:much of |most of |some of |part of )?(?:this|that|it|these|the [^,.;]{3,60}?)) (?:(?:partly|mainly|largely|in part) )?(?:down |back )?to |\b(?:regard|view|interpret|describ|explain|s[ae]e[ns]?|saw|take|took|read)(?:s|ed|es)? (?<as>this|that|it|these|the [^,.;]{3,60}?) as (?:being )?(?:(?:an? |the |down |due |partly |largely )+)?(?:\w+ )?(?:signs?|reflections?|indications?|symptoms?|evidence|proof|testament|results?|consequences?|effects?|product|to) (?:of |that |to )?|\b(?<!\b(?:not|n't|never) )(?<verb>blam(?:e[sd]?|ing)|credit(?:s|ed)|point(?:s|ed|ing) to) /gi;

const SOFT = String.raw`(?:(?:also|now|therefore|partly|partially|mainly|mostly|largely|chiefly|primarily|probably|possibly|perhaps|likely|simply|entirely|directly|to|believed|thought|understood|said|considered|to be|at least|in part|in some part|,|in large part|not|only|a|an|the) ?){0,5}`;
const BE = String.raw`(?:is|are|was|were|be|been|being|'s|isn't|wasn't)`;
/** Words that stand between a change and its cause, the change first. */
const TO_CAUSE = alternatives(
  String.raw`(?:due|down|owing|thanks)(?:,? (?:at least )?(?:in (?:large )?part|partly|largely|mainly),?)? to`,
  String.raw`(?:attributed|attributable|related|linked|connected|credited|traced(?: back)?|put down|puts down|ascribed) (?:(?:in part|partly|largely|mainly|chiefly) )?to`,
  String.raw`(?:associated|connected) with|blamed on|(?:on|off) the back of|more to do with|a lot to do with|nothing to do with|something to do with`,
  String.raw`(?:caused|driven|triggered|fuelled|fueled|explained|prompted|accounted for|sparked|spurred|boosted|inflated|swollen|brought about|compounded|underpinned|fed) (?:(?:in part|partly|largely|mainly) )?by`,
  String.raw`(?:as |the |a )?(?:direct |inevitable |natural )?(?:results?|consequences?|(?:by-?)?products?|reflections?|symptoms?|functions?|side[- ]effects?|outcome) of`,
  String.raw`(?:(?:looks?|looked|appears?|seems?) (?:to be |like |more like )?)?an? (?:\w+ )?(?:illusion|arti?efact|artifact|quirk|matter|question|sign|indication) (?:of|that)|(?:a )?testament to|evidence of`,
  String.raw`because(?: of)?`,
  String.raw`reflect(?:s|ed|ing)?`,
  String.raw`(?:stem(?:s|med)?|c(?:a|o)me|comes|result(?:s|ed)?) from`,
  String.raw`owes? (?:something|much|a lot|more|less|little|a great deal) to`,
  String.raw`(?:achieved|delivered) (?:through|by)|(?:helped|aided|exacerbated|worsened|distorted|skewed|influenced) by`,
  String.raw`(?:seen|viewed|read|considered|set|understood) (?:in the (?:context|light) of|against(?: (?:a|the) (?:background|backdrop) of)?)`,
  String.raw`on account of`,
);
/** Words between a cause and its change, the cause first. */
const TO_EFFECT = alternatives(
  String.raw`(?:ha(?:s|ve|d) )?(?:also )?(?:led|contributed|leading|leads?|contributes?) (?:directly )?to`,
  String.raw`(?:ha(?:s|ve|d) )?(?:also )?(?:result(?:ed|s|ing) in|g(?:a|i)ven? rise to|translated into|fed into)`,
  String.raw`(?:ha(?:s|ve) )?means?t?(?= (?:that )?(?:there (?:are|were|have been) )?(?:more|fewer|less|a|an)\b)`,
  String.raw`(?:ha(?:s|ve|d) )?(?:also )?(?:added|brought in)(?= (?:an (?:extra|additional) |another |about |around |some |roughly |nearly |almost |over |more than )*\d[\d,]* )`,
  String.raw`(?:ha(?:s|ve|d) )?(?:brought|driven|pushed|kept|forced)(?= [^,.;]{3,40} (?:down|up|low)\b)`,
  String.raw`(?:ha(?:s|ve|d) )?(?:had )?(?:something|a lot|much|nothing|little) to do with`,
  String.raw`(?:is|are|was|were|been) (?:also )?(?:driving|causing|fuelling|fueling|pushing up|boosting|inflating)`,
  String.raw`(?:ha(?:s|ve|d) )?(?:also )?help(?:ed|s) (?:to )?(?:reduce|cut|lower|drive down|bring down|push down|drive up|push up|increase)`,
  String.raw`(?:explain(?:s|ed)?(?! (?:that|how|to|what|by|partly|in part|largely)\b)|accounts? for|accounted for(?! by\b))`,
  String.raw`(?:is|are|was|were|lies|lay|lie) (?:partly |largely |mainly )?(?:behind|responsible for|to blame for|why)`,
  String.raw`(?:is|are|was|were) (?:the |a |one |an? )?(?:[\w-]+ )?(?:reason|factor|cause|driver)s? (?:for|why|in|of|behind|driving)`,
  String.raw`(?:can|could)(?: not|not|n't) be ruled out as (?:a|the) (?:reason|cause|factor) (?:for|in|behind)`,
  String.raw`(?:ha(?:s|ve|d) )?(?:driven|drove|caused|fuelled|fueled|prompted|triggered|sparked|lifted|boosted|pushed up|pushed down|driven up|driven down|inflated|prompting|sparking|triggering|fuelling|driving up|pushing up|bringing down)(?! (?:mostly |largely |mainly |partly |chiefly |in part )?by\b)`,
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

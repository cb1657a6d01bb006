import {
  type Assertion,
  type CauseContext,
  causeAfter,
  clauseBefore,
  isChangeOfCrime,
  isOnlyAsked,
  leading,
  strengthOf,
  topicAt,
  type WayOfStating,
} from "./causes-clause.ts";
import { type Pointing, POINTED } from "./causes-pointed.ts";
import { CAUSE_TOPICS, MAY_STAND_BESIDE } from "./causes-words.ts";
import { matchesOf } from "./matches.ts";

/** “Some of it is better recording”, “… – in part the police getting better at it”, “up 8 %, as offenders moved online”: only known explanations. */
export const POINTINGS: readonly WayOfStating[] = POINTED.map(
  (pointing) => (sentence, context) =>
    pointing.needs.test(sentence)
      ? matchesOf(sentence, pointing.pattern).flatMap((match) => pointedBy(pointing, { match, sentence }, context))
      : [],
);

interface Found {
  readonly match: RegExpExecArray;
  readonly sentence: string;
}

function pointedBy(
  { reaches, explains, rule }: Pointing,
  { match, sentence }: Found,
  context: CauseContext,
): Assertion[] {
  const words = match.groups?.["cause"] ?? "";
  const from = reaches === "back" ? match.index : match.index + match[0].indexOf(words);
  const cause = reaches === "back" ? clauseBefore(sentence, from) : causeAfter(sentence, from);
  if (cause === null || cause.end - cause.start < 4) return [];
  const topic = topicAt(sentence, cause);
  const before = sentence.slice(0, Math.min(cause.start, match.index));
  const isWeak = explains !== "anything" && topic === null;
  if (isWeak || NO_CAUSE.test(sentence.slice(cause.start, cause.end)) || isOnlyAsked(before)) return [];
  const isTold = explains === "just-told" ? context.changeJustBefore : context.changeBefore;
  if (!isTold && !isChangeOfCrime(before, context)) return [];
  const start = reaches === "back" ? cause.start : match.index + leading(match[0].replace(/^[\u2013,;]/, " "));
  const end = reaches === "on" ? cause.end : match.index + match[0].length;
  const strength = strengthOf(match.groups?.["soft"] ?? sentence.slice(match.index, from));
  return [{ start, end, cause, effect: null, topic, strength, rule }];
}

/** What only judges, or says that nothing is known. */
const NO_CAUSE =
  /^(?:unclear|unknown|not (?:known|clear|clear-cut|yet)|simple|complex|complicated|varied|many|clear|under|being|a matter for|it|this|that|which|who|there|he|she|they)$|^(?:unclear|not (?:known|clear|yet)|complex|complicated|still)\b/i;

/** “Why the rise?” – “The rules changed.”: the answer, if it is a known explanation. */
export function answered(sentence: string): Assertion[] {
  const from = /^\s*(?:\w{1,12}: )?/.exec(sentence)?.[0].length ?? 0;
  const cause = causeAfter(sentence, from);
  const topic = cause === null ? null : topicAt(sentence, cause);
  if (cause === null || topic === null || /^\W*(?:no|yes|i (?:do not|don't))\b/i.test(sentence.slice(from))) return [];
  const strength = strengthOf(sentence.slice(cause.start, cause.start + 30));
  return [{ start: cause.start, end: cause.end, cause, effect: null, topic, strength, rule: "answered" }];
}

/** “There was greater awareness”, said of a rise just told: offered as its explanation without a word of cause. */
export function beside(sentence: string): Assertion[] {
  if (!MAY_STAND_BESIDE.test(sentence) || WANTED.test(sentence)) return [];
  const hits = CAUSE_TOPICS.flatMap((topic) => {
    const match = topic.beside?.exec(sentence);
    return match === null || match === undefined ? [] : [{ topic, at: match.index, to: match.index + match[0].length }];
  }).toSorted((a, b) => a.at - b.at);
  const kept = hits.filter(({ at }, i) => i === 0 || at >= (hits[i - 1] as { to: number }).to);
  return kept.flatMap(({ topic, at }, i) => {
    const next = kept[i + 1]?.at ?? sentence.length;
    const end = Math.min(causeAfter(sentence, at)?.end ?? at, trimJoin(sentence, at, next));
    const cause = { start: at, end };
    if (end - at < 6 || isOnlyAsked(sentence.slice(0, at))) return [];
    return [
      {
        start: at,
        end,
        cause,
        effect: null,
        topic,
        strength: strengthOf(
          `${/[^,;]{0,40}$/.exec(sentence.slice(0, at))?.[0] ?? ""}${/cannot be ruled out/.exec(sentence.slice(at, end))?.[0] ?? ""}`,
        ),
        rule: "beside-change",
      },
    ];
  });
}

const WANTED =
  /\b(?:promot(?:e|ing)|needs?|must|should|hopes?|want(?:s|ed)?|encourag\w+|urg(?:e|es|ed|ing)|aim(?:s|ed)?|would like|ensur(?:e|ing)|help(?:ing)?|raise|raising|will be|would be|plans?|asked|calls? for|called for|work(?:s|ing)? to|please)\b/i;

function trimJoin(sentence: string, from: number, to: number): number {
  return (
    from +
    sentence.slice(from, to).replace(/(?:[\s,;]|\band\b|\bbut\b|\balso\b|\bthere (?:was|is|were)\b|\ba\b)+$/i, "")
      .length
  );
}

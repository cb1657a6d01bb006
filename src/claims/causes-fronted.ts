import {
  type Assertion,
  type CauseContext,
  isChangeOfCrime,
  leading,
  strengthOf,
  topicAt,
  trimEffect,
} from "./causes-clause.ts";
import { topicOf } from "./causes-words.ts";

/** “Because of better recording, offences rose.” */
export function fronted(sentence: string, context: CauseContext): Assertion[] {
  const match = FRONTED.exec(sentence);
  if (match === null) return [];
  const { soft, given = "", told = "" } = match.groups ?? {};
  if (!isChangeOfCrime(trimEffect(told), context)) return [];
  if (soft !== undefined && !isOfferedAsCause(given, context)) return [];
  const start = sentence.indexOf(given);
  const cause = { start, end: start + given.length };
  const effect = { start: cause.end + 2, end: cause.end + 2 + trimEffect(told).length };
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

const FRONTED =
  /^\W*(?:(?:partly|largely|mainly) )?(?:because(?: of)?|thanks to|owing to|due to|as a result of|(?<soft>now that|with|following|since|after|as)) (?<given>[^,]{4,120}), (?<told>.{6,160})/i;

/** “Now that stalking is better understood, …”: a known explanation, and no change of crime itself. */
function isOfferedAsCause(words: string, context: CauseContext): boolean {
  return topicOf(words) !== undefined && !/\d/.test(words) && !isChangeOfCrime(words, context);
}

import {
  type Assertion,
  type CauseContext,
  causeAfter,
  clauseBefore,
  isChangeOfCrime,
  isOnlyAsked,
  leading,
  PART_OF,
  RISES,
  strengthOf,
  topicAt,
} from "./causes-clause.ts";
import { CAUSE_TOPICS } from "./causes-words.ts";

/** “Some of it is better recording”, “… – in part the police getting better at it”, “up 8 %, as offenders moved online”: only known explanations. */
export function pointed(sentence: string, context: CauseContext): Assertion[] {
  return POINTED.flatMap(({ pattern, reaches, needs }): Assertion[] => {
    if (!needs.test(sentence)) return [];
    const match = pattern.exec(sentence);
    const words = match?.groups?.["cause"];
    if (match === null || words === undefined) return [];
    const from = match.index + match[0].indexOf(words);
    const cause = reaches === "back" ? clauseBefore(sentence, from + words.length) : causeAfter(sentence, from);
    const topic = cause === null ? null : topicAt(sentence, cause);
    const before = sentence.slice(0, match.index);
    if (cause === null || topic === null || isOnlyAsked(before)) return [];
    if (!context.changeBefore && !isChangeOfCrime(before, context)) return [];
    const start = reaches === "back" ? cause.start : match.index + leading(match[0].replace(/^[\u2013,;]/, " "));
    const end = reaches === "on" ? cause.end : match.index + match[0].length;
    const strength = strengthOf(match.groups?.["soft"] ?? match[0].slice(0, match[0].indexOf(words)));
    return [{ start, end, cause, effect: null, topic, strength, rule: "pointed-out" }];
  });
}

/** A quick look first; then whether the cause runs on to the end of its clause, back to its beginning, or is what was matched. */
const POINTED: readonly {
  readonly pattern: RegExp;
  readonly reaches: "on" | "back" | "so-far";
  readonly needs: RegExp;
}[] = [
  {
    pattern: new RegExp(
      String.raw`\b(?:${PART_OF}|the (?:larger|greater|main|bigger) part|what has (?:risen|changed|increased)) +(?:is|was) (?<cause>.+)`,
      "i",
    ),
    needs: / (?:is|was) /,
    reaches: "on",
  },
  {
    pattern: new RegExp(
      String.raw`(?<cause>[^,;]{8,80}),? (?:and )?that(?:'s| is| was) (?:${PART_OF}|most|the bulk|half)\b`,
      "i",
    ),
    needs: /\bthat(?:'s| is| was) /i,
    reaches: "so-far",
  },
  {
    pattern:
      /(?:\u2013|,|;|^) ?(?<soft>in part|partly|perhaps|mainly|largely)(?: because of)? (?<cause>[^,;.\u2013]{6,})/i,
    needs: /partly|in part|perhaps|mainly|largely/i,
    reaches: "on",
  },
  {
    pattern:
      /(?<cause>[^,;:.]{4,80}?) (?<soft>(?:may |might |could |has |have |had ){0,2}(?:is|was|been|be) (?:only |also )?(?:a|one|another) (?:\w+ )?(?:factor|cause|reason|driver))\b(?! (?:for|why|of|behind))/i,
    needs: /\b(?:factor|cause|reason|driver)\b/i,
    reaches: "back",
  },
  {
    pattern: /\b(?:a|some|one) (?:[\w-]+ )?(?<soft>contribution|element) (?:from|of) (?<cause>[^,;.]{6,})/i,
    needs: /\b(?:contribution|element)\b/i,
    reaches: "on",
  },
  {
    pattern: new RegExp(
      String.raw`\b${RISES}\b[^;:]{0,50}, as (?!a\b|an\b|of\b|well\b|the same\b|part\b|at\b|many\b|expected\b|against\b|compared\b|did\b|have\b|has\b)(?<cause>[^,;.]{8,})`,
      "i",
    ),
    needs: /, as /i,
    reaches: "on",
  },
];

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
  if (WANTED.test(sentence)) return [];
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

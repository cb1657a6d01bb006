import type { ClaimValue } from "./claim.ts";
import { matchesOf } from "./matches.ts";
import type { SentenceSketch } from "./sentence-sketch.ts";
import type { Wordy } from "./wordy.ts";

/** Ranks in a sentence: “third highest of 43 forces”, “at its lowest for 12 years”, “ranked fifth”. */
export function rankIn(here: SentenceSketch): Wordy[] {
  if (!HINT.test(here.plain)) return [];
  return PATTERNS.flatMap((pattern) =>
    matchesOf(here.plain, pattern)
      .filter(({ index }) => !OF_OTHER.test(here.plain.slice(Math.max(0, index - 80), index)))
      .map((match) => rankOf(match, here)),
  )
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start }, i, all) => i === 0 || start >= (all[i - 1]?.end ?? 0));
}

function rankOf(match: RegExpMatchArray, here: SentenceSketch): Wordy {
  const at = match.index ?? 0;
  const { place, base } = match.groups ?? {};
  const start = here.start + at;
  const end = start + match[0].length;
  const rank = place === undefined ? 1 : placeOf(place);
  const count: ClaimValue = { role: "count", value: rank, step: 1, hedge: null, start, end };
  const baseAt = base === undefined ? -1 : at + match[0].lastIndexOf(base);
  const number = [...here.numbers.values()].find((each) => each.start === here.start + baseAt);
  const values =
    number === undefined
      ? [count]
      : [count, { ...count, role: "base" as const, value: number.value, start: number.start, end: number.end }];
  return { kind: "rank", rule: "rank", start, end, direction: null, values };
}

/** “Officer numbers are the lowest”, “122,000 officers, the fewest”. */
const OF_OTHER =
  /\b(?:(?:officer|police|staff|staffing) (?:numbers?|strength|levels?)|officers|budgets?|funding|satisfaction|turnout|confidence|unemployment|temperatures?)\b(?:(?!§)[^.;:]){0,50}$/i;

const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" ");

function placeOf(word: string): number {
  return /^\d/.test(word) ? Number.parseInt(word, 10) : ORDINALS.indexOf(word.toLowerCase()) + 1;
}

const PLACE = `(?<place>${ORDINALS.join("|")}|\\d{1,2}(?:st|nd|rd|th))`;
const SUPERLATIVE =
  "(?:highest|lowest|largest|biggest|smallest|worst(?:[- ]affected)?|best|safest|greatest|fewest|steepest|sharpest|fastest|most (?:common|frequent|dangerous|prevalent|reported|recorded|affected)|least (?:common|safe)|most|(?<!\\bat )least|busiest)";
const MEASURE =
  "(?:[ -](?:ever|recorded|reported|crime|charge|stalking|harassment|burglary|robbery|police|annual|monthly|quarterly|overall|conviction|detection|known|per[- ]capita|one[- ]year|single|yearly|violent|hate|combined|total|percentage))*(?: (?:rates?|figures?|numbers?|totals?|levels?|proportions?|shares?|counts?|increases?|rises?|falls?|drops?|decreases?|jumps?|quarter|month|year|volumes?|tally|category|categories|offence type|offences?|crimes?|types?|motivation|strand|share|proportion|group))?";
const AMONG =
  "(?:,? (?:of|out of|among|amongst) (?:(?:an[y]|all|the|its|our|these) ){0,3}(?:(?<base>\\d{1,3}|forty-three|forty-four) )?(?:[a-z]+ ){0,2}?(?:forces?|districts?|areas?|boroughs?|counties|county|wards?|regions?|constabularies|authorities|authority|cities|states|towns|force areas|council areas|boroughs|provinces|territories|quarters|months|years)(?: (?:in|for) (?:the )?[A-Za-z]+(?: and [A-Z][a-z]+)?)?)";
const WHERE =
  "(?: (?:in|across|of any|for any|for) (?:the )?(?:[a-z]+ ){0,2}?(?:country|county|region|UK|nation|force|state|city|borough|area|district|quarter|month|year|decade|England(?: and Wales)?|Britain|Scotland|Wales|Ireland|[A-Z][a-z]+))";
const SINCE =
  "(?: (?:since|for|in) (?:(?:at least|more than|over|nearly|almost) )?(?:(?:the )?[a-z]+ |)?(?:\\d{1,4}|[a-z]+)(?: years| months| quarters)?| on record| ever recorded| ever| yet| nationally| of all(?=[,.;]|$)| of any(?=[,.;]|$))";
const MEASURED = MEASURE.replace(/\)\?$/, ")");
const HINT = new RegExp(
  `\\b(?:${SUPERLATIVE.slice(3, -1)}|rank(?:s|ed|ing)?|(?:top|bottom) of|came top|(?:record|new) (?:high|low)s?|all-time|place[sd]?|placing|second only|number one|(?:year|month|decade) (?:high|low)|higher|lower|worse|${ORDINALS.join("|")}|\\d{1,2}(?:st|nd|rd|th))\\b`,
  "i",
);
const BASE = "(?:,? (?:of|out of) (?:all |the )*(?<base>\\d{1,3}|forty-three|forty-four)\\b(?: [a-z]+)?)";

const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:the |its |at its |their )?(?:joint )?${PLACE}[- ](?:${SUPERLATIVE})${MEASURE}(?:(?: (?:of|for) [a-z]+(?: [a-z]+)?)?${AMONG}|${WHERE}|${SINCE})?`,
    "gi",
  ),
  new RegExp(
    `\\b(?:the |its |at its |at their |their )(?:joint[- ])?${SUPERLATIVE}${MEASURE}(?:${AMONG}|${WHERE}|${SINCE})`,
    "gi",
  ),
  new RegExp(`\\b(?:the |its |their |a )${SUPERLATIVE}${MEASURED}(?! of (?:these|those|them|whom|which)\\b)`, "gi"),
  new RegExp(`\\b${SUPERLATIVE}${MEASURE}(?:${AMONG}|${SINCE})`, "gi"),
  new RegExp(
    `\\b(?:rank(?:s|ed|ing)|plac(?:es|ed|ing)(?: (?:it|us|the force|the county|them))?|came|comes|coming|puts? (?:it|us|the force)|was|were|is|lies|lay|stood|stands|sits?|sat) (?:in )?(?:joint |the )?${PLACE}\\b(?: place)?(?! (?:time|year|person|quarter|month|week|of (?:january|february|march|april|may|june|july|august|september|october|november|december)))(?:${AMONG}|${BASE}| nationally| in (?:the )?[A-Za-z]+)?(?=[\\s.,;:)–-]|$)(?! (?:reported|recorded|raised|made|introduced|to|created|launched|charged|arrested|contacted|published|set|convicted))`,
    "gi",
  ),
  new RegExp(`\\b${PLACE} (?:place|nationally|in the (?:country|table|list|region))\\b(?:${AMONG})?`, "gi"),
  new RegExp(`\\b(?:most|least) likely to (?:be|become|have been|experience|report|suffer)\\b(?: [a-z]+){0,2}`, "gi"),
  new RegExp(`\\b${PLACE}(?<=\\brank[^.;]{0,90}) for (?:[a-z-]+ ){0,2}[a-z-]+`, "gi"),
  /\b(?:an? |its )?(?:[a-z]+|\d{1,2})[- ](?:year|month|decade) (?:high|low)\b(?! (?:street|school|court|tide))/gi,
  /\bno (?:other )?(?:quarter|month|year|week|force|district|area|city|borough)(?: (?:since|in|before|of) [^.;,]{2,30}?)? (?:has|had|have|was|is) (?:ever )?(?:been )?(?:higher|lower|worse)\b/gi,
  /\bthe (?:highest|lowest|largest|smallest|biggest|worst) (?:was|were|is|being) (?:in )?[A-Z][a-z]+(?: [A-Z][a-z]+)?/g,
  /\b(?:a |an )?(?:record|all-time|new) (?:high|low)s?\b(?! of \d)|\b(?:came |comes |is |was )?(?:top|bottom) of (?:the|a) (?:[a-z]+ )?(?:table|list|league|pile)\b|\b(?:second|behind) only (?:to )?[A-Z][a-z]+|\bcame top\b|\bnumber one\b/gi,
];

import type { NumberMention } from "./numbers.ts";

const SMALL = "one two three four five six seven eight nine ten".split(" ");
const PARTS = "half third quarter fifth sixth seventh eighth ninth tenth".split(" ");
/** What follows an ordinal and no part: “a third party”, “a quarter past”, “one fifth form”. */
const AFTER_PART = String.raw`(?![ -](?:part(?:y|ies)|person|time|year|man|woman|day|week|month|place|report|meeting|term|round|wave|phase|stage|lockdown|attempt|occasion|suspect|victim|incident|offence|crime|case|count|charge|arrest|member|officer|option|reading|consecutive|successive|century|floor|class|rate|degree|generation|world|past|to (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|final|highest|lowest|largest|biggest|worst|most|series|in a row|running|column|dashboard|performance|update|figures?|results?|data|end|sessions?)\b)`;

/** A part of a whole in words: “two thirds”, “half”, “one in five”, “7 in every 100 cases”; and “half as many again”. */
export const FRACTION =
  String.raw`(?<![\w.,-])(?:(?<whole>${SMALL.join("|")}|\d{1,2}) and (?<plus>an? (?:half|third|quarter)|three[ -]quarters) times|(?<odds>${SMALL.slice(1).join("|")}|\d{1,2})(?: to one|:1| to 1)\b(?![:.,]?\d))` +
  String.raw`|\b(?<again>half as (?:many|much|high) (?:[a-z]+ ){0,3}again|half again)\b` +
  String.raw`|\b(?:(?<!\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d) and )(?<top>an?|one|two|three|four|five|six|seven|eight|nine)[ -](?<part>thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)|(?<!\b(?:first|second|other|past|latter|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d) and(?: a)?) )(?:a |one[ -])?(?<half>half)(?![ -](?:a\b|an hour|past|hour|year|term|time|price|pay|day|way|dozen|empty|brother|sister|million|the battle)))\b${AFTER_PART}` +
  String.raw`|(?<=\b(?:ris(?:es?|en|ing)|rose|increas(?:es?|ed|ing)|up|gr(?:ew|ows?|own)|f[ae]ll(?:s|en|ing)?|down|drop(?:s|ped)?|cut|soar(?:s|ed)?|jump(?:s|ed)?) by (?:almost |nearly |about |around |over |more than )?)(?<part>third|quarter|fifth|tenth)\b${AFTER_PART}` +
  String.raw`|(?<![\w.,£$€/-])(?<few>${SMALL.join("|")}|\d{1,2})(?: (?!officer|pupil|councillor|member|staff|call|day|week|month|year|hour|minute)[a-z]+)?[ -](?:(?:in|out of)[ -](?:every |each )?|of every )(?:(?<all>${SMALL.slice(1).join("|")}|twelve|twenty|fifty|(?:a |one )?hundred|\d{1,3})\b)(?![,.:]?\d|%| ?per ?cent|[- ](?:months?|years?|weeks?|days?|hours?|minutes?|areas|districts|wards|forces|towns|schools|places|locations|of the(?! \d)|per\b))`;

type Groups = Readonly<Record<string, string | undefined>>;

/** The value of a match of FRACTION; nothing when it is none, or no part of a whole. */
export function fractionOf(groups: Groups): Pick<NumberMention, "value" | "unit" | "step"> | undefined {
  const { again, top, part, half, few, all } = groups;
  if (groups["odds"] !== undefined) return { value: smallOf(groups["odds"]), unit: "fraction", step: 0 };
  if (groups["whole"] !== undefined)
    return { value: smallOf(groups["whole"]) + plusOf(groups["plus"] ?? ""), unit: "times", step: 0 };
  if (again !== undefined) return { value: 1.5, unit: "times", step: 0 };
  if (half !== undefined) return { value: 0.5, unit: "fraction", step: 0 };
  if (part !== undefined) return { value: sixPlaces(smallOf(top ?? "one") / partOf(part)), unit: "fraction", step: 0 };
  if (few === undefined || all === undefined) return undefined;
  const parts = smallOf(all);
  return {
    value: sixPlaces(smallOf(few) / parts),
    unit: "fraction",
    step: parts < FINE ? 0 : top1(few) ? 1 / parts ** 2 : 1 / parts,
  };
}

function top1(few: string): boolean {
  return smallOf(few) === 1;
}

/** “7 in every 100” is as exact as 7%. */
const FINE = 50;

function sixPlaces(value: number): number {
  return Number(value.toFixed(6));
}

function plusOf(words: string): number {
  return /three/i.test(words) ? 0.75 : /quarter/i.test(words) ? 0.25 : /third/i.test(words) ? 0.333333 : 0.5;
}

function partOf(word: string): number {
  return PARTS.indexOf(word.toLowerCase().replace(/s$/, "")) + 2;
}

function smallOf(word: string): number {
  const name = word.toLowerCase();
  if (/^\d/.test(name)) return Number(name);
  if (/^an?$/.test(name)) return 1;
  const large = { twelve: 12, twenty: 20, fifty: 50 }[name];
  return large ?? (name.endsWith("hundred") ? 100 : SMALL.indexOf(name) + 1);
}

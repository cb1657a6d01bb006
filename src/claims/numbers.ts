import type { Direction, Hedge } from "./claim.ts";

/** A number that may belong to a claim. */
export interface NumberMention {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** Size of the last printed digit. */
  readonly step: number;
  readonly unit: "count" | "percent" | "points" | "times";
  readonly hedge: Hedge | null;
  /** From a printed sign, “+247.2 %”, or a word, “halved”. */
  readonly direction: Direction | null;
}

/** Numbers in digits or words, percentages, percentage points and factors, in a text whose other numbers are already masked. */
export function numbersOf(text: string): NumberMention[] {
  const mentions: NumberMention[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const mention = readNumber(match, text);
    if (mention !== undefined) mentions.push(mention);
  }
  return mentions;
}

const UNITS =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const WORD = `(?:${[...UNITS, ...TENS].join("|")}|hundred|thousand|million|dozen)`;
const WORDS = `(?:(?:a|an)[ -](?:hundred|thousand|million|dozen)|${WORD})(?:(?:[ -]|[ -]and[ -])${WORD}){0,12}`;
const DIGITS = String.raw`\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,9})?|\d{1,12}(?:\.\d{1,9})?`;
const FACTOR_WORDS: Readonly<Record<string, readonly [number, Direction]>> = {
  doubl: [2, "up"],
  treb: [3, "up"],
  tripl: [3, "up"],
  quadrupl: [4, "up"],
  quintupl: [5, "up"],
  halv: [0.5, "down"],
};
const NUMBER = new RegExp(
  String.raw`(?:(?<=^|[\s(:;,|])(?<sign>\+ ?|[-\u2013])|(?<![\w.,/£$€&\u2013-]))(?:(?<digits>${DIGITS})(?<scale>\s?(?:k|m|bn|million|thousand|billion))?|(?<words>${WORDS}))` +
    String.raw`(?:(?<points>[ -]?(?:percentage|per\s?cent|%|% )[ -]points?|[ -]?(?:p\.?p\.?|ppts?)\b)|(?<percent>\s?%|[ -]per\s?cent\b(?!age)|[ -]pct\b)|(?<times> times\b|-?fold\b))?(?![\w£$€]|[.,]\d|[-/]\d)` +
    String.raw`|\b(?<factor>doubl|treb|tripl|quadrupl|quintupl|halv)(?:ed|led|ing|ling|e|le|es)\b`,
  "gi",
);

function readNumber(match: RegExpMatchArray, text: string): NumberMention | undefined {
  const { sign, digits, scale, words, points, percent, times, factor } = match.groups ?? {};
  const start = match.index ?? 0;
  const end = start + match[0].length;
  const hedge = hedgeBefore(text.slice(Math.max(0, start - 24), start));
  if (factor !== undefined) {
    const [value, direction] = FACTOR_WORDS[factor.toLowerCase()] ?? [Number.NaN, "up"];
    return { start, end, value, step: 0, unit: "times", hedge, direction };
  }
  const size = SCALES[(scale ?? "").trim().toLowerCase()] ?? 1;
  const value = words === undefined ? Number((digits ?? "").replace(/,/g, "")) * size : valueOfWords(words);
  if (!Number.isFinite(value)) return undefined;
  const decimals = /\.(\d+)/.exec(digits ?? "")?.[1]?.length ?? 0;
  const unit =
    points !== undefined ? "points" : percent !== undefined ? "percent" : times !== undefined ? "times" : "count";
  const direction = sign === undefined ? null : sign.includes("+") ? "up" : "down";
  return { start, end, value: tidy(value), step: tidy(size * 10 ** -decimals), unit, hedge, direction };
}

const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};

/** “three hundred and forty” is 340; NaN for words that make no number, such as “five nine”. */
function valueOfWords(words: string): number {
  let total = 0;
  let part = 0;
  let last = Number.POSITIVE_INFINITY;
  for (const word of words.toLowerCase().split(/[ -]+/)) {
    const unit = UNITS.indexOf(word) + 1;
    const ten = (TENS.indexOf(word) + 2) * 10;
    if (word === "and") continue;
    if (word === "a" || word === "an") part = 1;
    else if (unit > 0 || ten > 10) {
      const small = unit > 0 ? unit : ten;
      if (small >= last || (last < 20 && last > 0)) return Number.NaN;
      part += small;
      last = small;
    } else if (word === "dozen") part = Math.max(1, part) * 12;
    else if (word === "hundred") {
      part = Math.max(1, part) * 100;
      last = Number.POSITIVE_INFINITY;
    } else {
      total += Math.max(1, part) * (SCALES[word] ?? 1);
      part = 0;
      last = Number.POSITIVE_INFINITY;
    }
  }
  return total + part;
}

const HEDGES: readonly (readonly [Hedge, RegExp])[] = [
  [
    "nearly",
    /\b(?:nearly|almost|just under|just below|close to|approaching|not quite|just short of|practically|virtually)$/i,
  ],
  [
    "at-least",
    /(?<![\d%] |\bcent |\btimes |\d [a-z]{1,12} )\b(?:more than|over|above|in excess of|at least|upwards of|greater than|well over|just over|exceeding)$/i,
  ],
  [
    "at-most",
    /(?<![\d%] |\bcent |\btimes |\d [a-z]{1,12} )\b(?:less than|fewer than|under|below|at most|no more than|as many as)$/i,
  ],
  ["about", /\b(?:about|around|roughly|approximately|approx\.?|some|circa|c\.|an estimated|or so|more or less)$/i],
];

function hedgeBefore(before: string): Hedge | null {
  const words = before.replace(/[\s(]*(?:\b(?:an?|by|to|of))?\s*$/i, "");
  return HEDGES.find(([, pattern]) => pattern.test(words) || pattern.test(before.trimEnd()))?.[0] ?? null;
}

/** Takes the noise of binary fractions off a decimal number. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

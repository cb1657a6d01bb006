import type { Direction, Hedge } from "./claim.ts";
import { FRACTION, fractionOf } from "./fractions.ts";
import { matchesOf } from "./matches.ts";
import { NUMBER_WORDS, valueOfWords } from "./number-words.ts";

/** A number that may belong to a claim. */
export interface NumberMention {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** Size of the last printed digit. */
  readonly step: number;
  readonly unit: "count" | "percent" | "points" | "times" | "fraction";
  readonly hedge: Hedge | null;
  /** From a printed sign, “+247.2 %”, or a word, “halved”. */
  readonly direction: Direction | null;
}

/** Numbers in digits or words, percentages, percentage points and factors, in a text whose other numbers are already masked. */
export function numbersOf(text: string): NumberMention[] {
  const mentions: NumberMention[] = [];
  for (const match of matchesOf(text, NUMBER)) {
    const mention = readNumber(match, text);
    if (mention !== undefined) mentions.push(mention);
  }
  return mentions.map((mention, i) => asNext(mention, mentions[i + 1], text));
}

/** “By 10 and 14 per cent”: the first is a percentage too. */
function asNext(mention: NumberMention, next: NumberMention | undefined, text: string): NumberMention {
  if (mention.unit !== "count" || next?.unit !== "percent" || next.start - mention.end > 5) return mention;
  const isListed = /^(?: and | or |, )$/.test(text.slice(mention.end, next.start));
  return isListed && /\bby $/.test(text.slice(Math.max(0, mention.start - 3), mention.start))
    ? { ...mention, unit: "percent" }
    : mention;
}

const WORD = `(?:${NUMBER_WORDS.join("|")}|hundred|thousand|million|dozen)`;
const WORDS = `(?:(?:a|an)[ -](?:hundred|thousand|million|dozen)|${WORD})(?:(?:[ -]|(?<=hundred|thousand|million) and )${WORD}){0,12}`;
const DIGITS = String.raw`\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,9})?|\d{1,12}(?:\.\d{1,9})?`;
const FACTOR_WORDS: Readonly<Record<string, readonly [number, Direction]>> = {
  twice: [2, "up"],
  thrice: [3, "up"],
  doubl: [2, "up"],
  treb: [3, "up"],
  tripl: [3, "up"],
  quadrupl: [4, "up"],
  quintupl: [5, "up"],
  halv: [0.5, "down"],
};
const NUMBER = new RegExp(
  `${FRACTION}|` +
    String.raw`(?:(?<=^|[\s(:;,|])(?<sign>\+ ?|[-\u2013])|(?<![\w.,/£$€&\u2013-]|[\w)][\u2013-]))(?:(?<digits>${DIGITS})(?<scale>k|m|bn|\s?(?:million|thousand|billion)\b)?|(?<words>${WORDS}))` +
    String.raw`(?:(?<points>[ -]?(?:percentage|per\s{0,9}cent|%|% )[ -]points?|[ -]?(?:p\.?p\.?|ppts?)\b)|(?<percent>\s?%|[ -]\s{0,9}per\s{0,9}cent\b(?!age)|[ -]pct\b|\s?pc\b)|(?<times> times\b|-?fold\b))?(?![\w£$€]|[.,]\d|[-/]\d)` +
    String.raw`|(?<nil>(?<=[:\u2013-] )(?:none|nil)\b|(?<=, |and |or )none(?= in @)|(?<=[A-Z][a-z]{2,20},? )(?<![.:!?] [A-Z][a-z]{2,20},? )none(?=[.;,]|$)|(?<=\b(?:were|was|had|recorded|saw|seen|made|with|been) )no(?= (?:[a-z]+ )?(?:homicides?|murders?|arrests?|offences?|crimes?|reports?|cases?|incidents?|prosecutions?|convictions?|charges?|burglaries|robberies|complaints?)\b))` +
    String.raw`|\b(?:(?<factor>doubl|treb|tripl|quadrupl|quintupl|halv)(?:ed|led|ing|ling|e|le|es|les)|(?<twice>twice|thrice))\b`,
  "gi",
);

function readNumber(match: RegExpMatchArray, text: string): NumberMention | undefined {
  const { sign, digits, scale, words, points, percent, times, twice } = match.groups ?? {};
  const factor = match.groups?.["factor"] ?? twice;
  const start = match.index ?? 0;
  const end = start + match[0].length;
  const hedge = hedgeBefore(text.slice(Math.max(0, start - 24), start));
  const fraction = fractionOf(match.groups ?? {});
  if (fraction !== undefined) return { start, end, hedge, direction: null, ...fraction };
  if (factor !== undefined) {
    const [value, direction] = FACTOR_WORDS[factor.toLowerCase()] ?? [Number.NaN, "up"];
    return {
      start,
      end,
      value,
      step: 0,
      unit: "times",
      hedge: value < 1 && hedge !== "about" ? TURNED[hedge ?? "none"] : hedge,
      direction,
    };
  }
  if (match.groups?.["nil"] !== undefined)
    return { start, end, value: 0, step: 1, unit: "count", hedge: null, direction: null };
  const size = SCALES[(scale ?? "").trim().toLowerCase()] ?? 1;
  const value = words === undefined ? Number((digits ?? "").replace(/,/g, "")) * size : valueOfWords(words);
  if (!Number.isFinite(value)) return undefined;
  const decimals = /\.(\d+)/.exec(digits ?? "")?.[1]?.length ?? 0;
  const isFactor = /\b(?:factor of|multiplied by) $/i.test(text.slice(Math.max(0, start - 12), start));
  const unit = isFactor
    ? "times"
    : points !== undefined
      ? "points"
      : percent !== undefined
        ? "percent"
        : times !== undefined
          ? "times"
          : "count";
  const direction = sign === undefined ? null : sign.includes("+") ? "up" : "down";
  return { start, end, value: tidy(value), step: tidy(size * 10 ** -decimals), unit, hedge, direction };
}

/** “More than halved” is less than half of what it was. */
const TURNED: Readonly<Record<Hedge | "none", Hedge | null>> = {
  none: null,
  about: "about",
  nearly: "about",
  "at-least": "at-most",
  "at-most": "at-least",
};

const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};

const HEDGES: readonly (readonly [Hedge, RegExp])[] = [
  [
    "nearly",
    /\b(?:nearly|almost|just under|just below|close to|approaching|not quite|just short of|practically|virtually)$/i,
  ],
  [
    "at-least",
    /(?<![\d%] |\bcent |\btimes |\d (?!is|was|are|to|or|and)[a-z]{1,12} )\b(?:more than|over|above|in excess of|at least|upwards of|greater than|well over|just over|exceeding)$/i,
  ],
  [
    "at-most",
    /(?<![\d%] |\bcent |\btimes |\d (?!is|was|are|to|or|and)[a-z]{1,12} )\b(?:less than|fewer than|under|below|at most|no more than|as many as)$/i,
  ],
  ["about", /\b(?:about|around|roughly|approximately|approx\.?|some|circa|c\.|an estimated|or so|more or less)$/i],
];

/** A word of each hedge: most numbers have none before them. */
const HEDGED =
  /\b(?:about|above|almost|approaching|approx|approximately|around|as many as|at least|at most|below|c\.|circa|close to|estimated|exceeding|fewer than|greater than|in excess of|just short of|less|more|nearly|no more than|not quite|or so|over|practically|roughly|some|under|upwards of|virtually)/i;

function hedgeBefore(before: string): Hedge | null {
  if (!HEDGED.test(before)) return null;
  const words = before.replace(/[\s(]*(?:\b(?:an?|by|to|of))?\s*$/i, "");
  return HEDGES.find(([, pattern]) => pattern.test(words) || pattern.test(before.trimEnd()))?.[0] ?? null;
}

/** Takes the noise of binary fractions off a decimal number. */
function tidy(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}

import { calendarMonth, calendarYear } from "../base/index.ts";
import type { TextView } from "./causes.ts";
import type { ReadClaim } from "./claim.ts";
import { lastMatch, matchesOf } from "./matches.ts";
import { BEGINS, LAW, MONTHS, STATEMENTS, YEAR } from "./law-dates-words.ts";
import { type NameMention, nameFinder } from "./names.ts";
import type { Sentence } from "./sentences.ts";

/** A statement of when a law, an offence, a rule or a class began. */
export interface StatedDate {
  /** The day or stretch the text names, both ends included. */
  readonly from: string;
  readonly to: string;
  /** As the text puts it: “25 November 2012”. */
  readonly stated: string;
  /** What is said to have begun: an offence or law, or what is counted. */
  readonly what: "law" | "rule";
  /** “Only when …”: a condition that the text puts on what held before; null when it puts none. */
  readonly onlyWhen: string | null;
  /** Another country's law is meant, which the knowledge base does not hold. */
  readonly elsewhere: boolean;
  /** Words of the sentence, by which its law is found. */
  readonly words: string;
}

/** Reads the statements of when a law, an offence, a counting rule or a class of recorded crime began. */
export function readLawDates(view: TextView): ReadClaim[] {
  const { plain, flat, sentences, law } = view;
  const candidates = sentences.flatMap((sentence, i) => {
    const words = flat.slice(sentence.start, sentence.end);
    return LAW.test(words) && BEGINS.test(words) && YEAR.test(words) ? [{ sentence, i, words }] : [];
  });
  if (candidates.length === 0) return [];
  const subjectsIn = nameFinder(law.subjects);
  return candidates.flatMap(({ sentence, i, words }) =>
    datesOfSentence(words, {
      view,
      sentence,
      subjectsIn,
      before: () => plain.slice(sentences[Math.max(0, i - 4)]?.start ?? 0, sentence.start),
    }),
  );
}

interface Place {
  readonly view: TextView;
  readonly sentence: Sentence;
  readonly subjectsIn: (words: string) => readonly NameMention[];
  /** The text just before the sentence. */
  readonly before: () => string;
}

function datesOfSentence(words: string, place: Place): ReadClaim[] {
  const found: ReadClaim[] = [];
  for (const { name, what, pattern } of STATEMENTS) {
    for (const match of matchesOf(words, pattern)) {
      const date = match.groups?.["date"] ?? "";
      const at = match.index + match[0].lastIndexOf(date);
      const isNew = found.every(
        ({ start, end }) => place.sentence.start + at >= end || place.sentence.start + at < start,
      );
      if (isNew && LAW.test(words)) found.push(...claimOf({ name, what, match, at, date }, words, place));
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

interface Statement {
  readonly name: string;
  readonly what: StatedDate["what"];
  readonly match: RegExpMatchArray;
  readonly at: number;
  readonly date: string;
}

function claimOf({ name, what, match, at, date }: Statement, words: string, place: Place): ReadClaim[] {
  const span = spanOf(match.groups ?? {});
  if (span === null) return [];
  const { view, sentence } = place;
  const [from, to] = clauseAround(
    words,
    Math.min(match.index ?? 0, at),
    Math.max((match.index ?? 0) + match[0].length, at + date.length),
  );
  const clause = words.slice(from, to);
  if (
    (name !== "since-too" && !LAW.test(clause)) ||
    (name === "made-a-crime" && !OF_CRIME.test(clause)) ||
    (name !== "until-then" && NOT_LAW.test(clause))
  )
    return [];
  const isCounted = what === "rule" || COUNTED.test(clause);
  const rest = words.slice(from);
  const onlyWhen = /\bonly (?:when|where|if) (.{4,90}?)(?:[.;,]|$)/i.exec(rest);
  const end =
    name === "until-then"
      ? from + (onlyWhen === null ? clause.length : onlyWhen.index + onlyWhen[0].replace(/[.;,]$/, "").length)
      : to;
  const start = sentence.start + from;
  return [
    {
      quote: view.text.slice(start, sentence.start + end),
      start,
      end: sentence.start + end,
      kind: "date",
      subject: subjectOf(clause, words, place),
      area: null,
      period: span.label,
      basePeriod: null,
      values: [],
      direction: null,
      unit: "count",
      counted: null,
      rule: name,
      group: -1,
      date: {
        from: span.from,
        to: span.to,
        stated: date,
        what: isCounted ? "rule" : "law",
        onlyWhen: onlyWhen?.[1]?.trim() ?? null,
        elsewhere: ELSEWHERE.test(`${place.before()} ${words}`),
        words,
      },
    },
  ];
}

/** A council makes rules too. */
const OF_CRIME = /offen[cs]e|crim[ei]|illegal|unlawful|outlaw|stalk|harass|assault|counting|recorded/i;
/** What is counted, and not what the law says. */
const COUNTED = /\b(?:counting rules?|class(?:es)?|notifiable|recorded|counted|category)\b/i;
/** The same verbs told of something else: a case, a post, a strategy. */
const NOT_LAW =
  /\b(?:arrested|was charged with|jailed|sentenced|convicted of|pleaded|appointed|elected|born|married|founded)\b/i;
/** Countries whose law is another. */
const ELSEWHERE =
  /\b(?:Scotland|Scottish|Scots|Ireland|Irish|Republic|Garda|PSNI|Stormont|Holyrood|Australian?|New South Wales|Queensland|Victoria Police|New Zealand|Canada|Canadian|America|American|US|U\.S\.|United States|federal|state law|California|Texas|Florida|County Sheriff|sheriff|Europe|France|Germany|Jersey|Guernsey)\b/;

/** The crime whose law it is: named in the clause, else in the sentence, else last named just before. */
function subjectOf(clause: string, words: string, { subjectsIn, before, view }: Place): string | null {
  const code = /\b[Cc]lass (\d{1,3}[A-Z])\b/.exec(clause)?.[1];
  const named = view.law.subjects.find(({ classes }) => classes.length === 1 && classes[0] === code);
  if (code !== undefined && named !== undefined) return named.slug;
  const own = subjectsIn(clause).at(0) ?? subjectsIn(words).at(0);
  return (own ?? subjectsIn(before()).at(-1))?.slug ?? null;
}

/** The clause that a stretch of a sentence stands in. */
function clauseAround(words: string, start: number, end: number): readonly [number, number] {
  const before = words.slice(0, start);
  const cut = lastMatch(before, CLAUSE);
  const from = cut === undefined ? 0 : cut.index + cut[0].length;
  const stop = /[.;:"]| \u2013 | - |, (?:and|but|while|said|which)\b|\b(?:because|although)\b/.exec(words.slice(end));
  const to = stop === null ? words.trimEnd().length : end + stop.index;
  const lead = /^[\s,"']*(?:[\d.]+\s+|\w\)\s+)?(?:(?:and|but|when|after) )?/i.exec(words.slice(from))?.[0].length ?? 0;
  return [from + lead, from + lead + words.slice(from + lead, to).trimEnd().length];
}

const CLAUSE = /[;:"\u2013]|, (?:and|but|while|although|which|said)\b|\b(?:because|said|says|that|so|although)\b/gi;

interface Span {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** A day goes by its month as period; a day that is none is read as its month. */
function spanOf({ day, usday, month, year }: Readonly<Record<string, string | undefined>>): Span | null {
  if (year === undefined) return null;
  if (month === undefined) return calendarYear(Number(year));
  const whole = calendarMonth(Number(year), MONTHS.split("|").indexOf(month) + 1);
  const n = Number(day ?? usday ?? 0);
  if (n === 0 || n > Number(whole.to.slice(8))) return whole;
  const exact = `${whole.label}-${String(n).padStart(2, "0")}`;
  return { label: whole.label, from: exact, to: exact };
}

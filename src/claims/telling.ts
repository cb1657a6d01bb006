import type { AreaName, LawNames, NameMention } from "./names.ts";
import { matchesOf } from "./matches.ts";
import type { Surroundings } from "./place.ts";
import type { Sentence } from "./sentences.ts";
import { CRIME_NOUN, CRIME_VERB, MOVE, OTHER_HEAD, OTHER_THING } from "./words.ts";
import type { PeriodMention } from "./when.ts";

/** What a text has told so far: what its next sentence may leave unsaid. */
export interface Telling {
  /** The sentence just told is about crime, itself or by what it points back to. */
  readonly isLive: boolean;
  /** The sentence just told names a crime, or what is done to victims. */
  readonly namesCrime: boolean;
  /** The sentence just told asks about crime, or announces what follows: “How many were charged?”, “as follows:”. */
  readonly isAsked: boolean;
  /** The numbers of the sentence just told were of something else: what follows them goes on with that. */
  readonly isOther: boolean;
  readonly surroundings: Pick<Surroundings, "carried" | "speaksOfElsewhere">;
  readonly paragraph: number;
  readonly liveParagraph: number;
  readonly areaOfParagraph: string | null;
  readonly speaksOfElsewhere: (sentence: string) => boolean;
  readonly mainArea: string | null;
}

interface Told {
  readonly sentence: Sentence;
  readonly plain: string;
  readonly subjects: readonly NameMention[];
  readonly areas: readonly NameMention[];
  readonly periods: readonly PeriodMention[];
}

/** Before the first sentence: only the areas that the whole text names are known. */
export function beginTelling(law: LawNames, areas: readonly NameMention[]): Telling {
  return {
    isLive: false,
    namesCrime: false,
    isAsked: false,
    isOther: false,
    surroundings: { carried: { subject: null, area: null, period: null }, speaksOfElsewhere: false },
    paragraph: -1,
    liveParagraph: -9,
    areaOfParagraph: null,
    speaksOfElsewhere: placeFinder(law.areas),
    mainArea: mainAreaOf(areas),
  };
}

/** Takes in the next sentence. */
export function tell(before: Telling, told: Told): Telling {
  const { sentence, plain, subjects, areas, periods } = told;
  const isSame = before.paragraph === sentence.paragraph;
  const isNamed = subjects.length > 0 || CRIME.test(plain) || DONE.test(plain);
  const near = sentence.paragraph - before.liveParagraph;
  const isLive =
    isNamed || (isSame && before.isOther && !OF_THEM.test(plain) ? false : pointsToCrime(before, { near, plain }));
  const carriedBefore = before.surroundings.carried;
  const isOther = OTHER_CRIME.test(plain);
  const subject = isOther ? null : isLive && near <= 6 ? carriedBefore.subject : null;
  const area = isSame ? (before.areaOfParagraph ?? before.mainArea) : before.mainArea;
  const periodNow = ELSEWHERE.test(plain)
    ? null
    : (periods.findLast((p) => p.label !== null)?.label ?? carriedBefore.period);
  return {
    ...before,
    isLive,
    namesCrime: isNamed,
    isAsked: isLive && ASKS.test(plain),
    isOther: isSame && before.isOther && !isNamed,
    paragraph: sentence.paragraph,
    liveParagraph: isLive ? sentence.paragraph : before.liveParagraph,
    areaOfParagraph: areas.at(-1)?.slug ?? (isSame ? before.areaOfParagraph : null),
    surroundings: {
      carried: { subject: subjects.at(-1)?.slug ?? subject, area, period: periodNow },
      speaksOfElsewhere: before.speaksOfElsewhere(plain),
    },
  };
}

interface Pointed {
  /** How many paragraphs back crime was told of. */
  readonly near: number;
  readonly plain: string;
}

function pointsToCrime({ isLive, isAsked }: Telling, { near, plain }: Pointed): boolean {
  return (
    (near === 0 && isLive) ||
    (near <= 1 && isAsked) ||
    (near <= 2 && POINTS_BACK.test(plain)) ||
    (near <= 1 && (LISTS.test(plain) || LISTS_NAMES.test(plain) || MOVES.test(plain)))
  );
}

/** All numbers of the sentence just told turned out to be of something else. */
export function tellOther(before: Telling): Telling {
  return before.namesCrime ? before : { ...before, isOther: true };
}

/** Whether a table is about crime: by its own words, by those just before it, or by those further up when it names nothing else. */
export function isAboutCrime(plain: string, before: Telling, { paragraph }: Pick<Sentence, "paragraph">): boolean {
  return (
    CRIME.test(plain) ||
    DONE.test(plain) ||
    (before.surroundings.carried.subject !== null && paragraph - before.liveParagraph <= 2) ||
    (before.liveParagraph >= 0 && paragraph - before.liveParagraph <= FAR_ABOVE && !OF_OTHER.test(plain))
  );
}

/** How many paragraphs a letter may put between the crime that was asked about and the table that answers. */
const FAR_ABOVE = 6;
const OF_OTHER = new RegExp(
  `[£$€]|\\b(?:${OTHER_HEAD}|${OTHER_THING}|councillors?|cllr|agenda|pages?|venue|room|fees?)\\b`,
  "i",
);

/** A table about crime has been told. */
export function tellTable(before: Telling, { paragraph }: Pick<Sentence, "paragraph">): Telling {
  return { ...before, isLive: true, paragraph, liveParagraph: paragraph };
}

/** “It”, “of these”, “the figure”: what was told before is meant. */
const POINTS_BACK =
  /^\W*(?:it|this|that|these|those|they|there (?:were|was|have|had)|the (?:figures?|number|total|rise|increase|fall|drop|rate|force)|of (?:these|those|the|which|them)|among|only|just|nearly|almost|more than|over|about|around|some|a (?:third|quarter|half|fifth|rise|fall|further)|in \d+|in @+|last year|most|half|one in|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred|compared)\b|\bhow many\b|^\W*\d|\b(?:of (?:these|those|them|which)|that is|the (?:year before|previous year))\b/i;
/** “Adhampton 41”, “Adhampton, 41, 55”: a name and numbers, and then the next name. */
const LISTS_NAMES =
  /^\s*[A-Z][^.!?,:\d\n]{1,40}?(?:,|\s[-\u2013])?\s+<?\d[\d,]{0,9}(?:\s+<?\d[\d,]{0,9}){0,12}\s*(?:$|[A-Z])/;
/** Numbers out of those just told, whatever they were of. */
const OF_THEM = /\b(?:\d+|none|all|most|half) of (?:the \d|these\b|those\b|them\b)/i;
const ASKS = /[?:]["')\s]*$/;
/** A line of a list or an answer: “- Female: 812”, “A1. 1,204”. */
const LISTS =
  /^\s*(?:[-\u2013*•·>o]|[QA]\d{0,2}[.:)]|\(?[a-z0-9]{1,3}[.)]|[^.!?]{1,60}:)[*_]*\s|^\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?(?: \d{4})?\W{1,3}\d/i;
/** “Crimes” as such are not those of the sentence before. */
const OTHER_CRIME = /\bcrimes?\b(?! (?:commissioner|panel|figures|statistics|survey|reference|number|minister))/i;
const CRIME = new RegExp(
  `\\b${CRIME_NOUN}\\b(?! (?:commissioner|panel|reference|number|scene|survey|desk|agency))`,
  "i",
);

const DONE = new RegExp(`\\b${CRIME_VERB}\\b`, "i");
const MOVES = new RegExp(`\\b${MOVE}\\b`, "i");

/** The one area of a text, or the one that has at least two mentions in three. */
function mainAreaOf(areas: readonly NameMention[]): string | null {
  const counts = Map.groupBy(areas, ({ slug }) => slug);
  const [first] = [...counts].toSorted((a, b) => b[1].length - a[1].length);
  return first !== undefined && first[1].length * 3 >= areas.length * 2 ? first[0] : null;
}

/** “In Mockham”, “nationally”: a place that the names of areas do not hold, or the nation at large. */
function placeFinder(areas: readonly AreaName[]): (sentence: string) => boolean {
  const known = new Set(areas.map(({ name }) => name.toLowerCase().split(/[ -]/)[0]));
  return (sentence) =>
    NATION.test(sentence) ||
    matchesOf(sentence, PLACE).some(([, name = ""]) => !known.has(name.toLowerCase()) && !NO_PLACE.test(name));
}

const ELSEWHERE = /\b(?:elsewhere|historically|in the past)\b/i;
const NATION =
  /\b(?:nationally|nationwide|across the (?:country|nation|UK)|national (?:average|figures?|total|rate)|in the UK|Scotland|Britain)\b/;
const PLACE = /\b(?:[Ii]n|[Aa]cross|[Aa]round|[Ww]ithin) ([A-Z][a-z]+)/g;
const NO_PLACE =
  /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|The|This|These|That|All|Total|Last|Our|Each|Some|Police)/;

import { claimsOfChange, inOrderOfTime } from "./assemble.ts";
import { changesOf } from "./changes.ts";
import type { ReadClaim } from "./claim.ts";
import { type LawNames, nameFinder } from "./names.ts";
import { numbersSpan, partsOf, type SentenceSketch, sentenceSketch } from "./parts.ts";
import { subjectOf, type Surroundings } from "./place.ts";
import { plainText } from "./plain.ts";
import { CRIME_NOUN } from "./rules.ts";
import { maybeRow, maybeTableHead, type TableHead } from "./table.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";
import { sketchOf } from "./sketch.ts";

export interface ReadingContext {
  /** Day the text was written, `YYYY-MM-DD`; without it “last year” stays unknown. */
  readonly dated?: string | undefined;
  readonly law: LawNames;
}

/** Reads the claims about numbers of crimes in a text, in order of place. Linear in the length of the text. */
export function readClaims(text: string, { dated, law }: ReadingContext): ReadClaim[] {
  const plain = plainText(text);
  const subjects = nameFinder(law.subjects)(plain);
  const areas = nameFinder(law.areas, { proper: true })(plain);
  const sketch = sketchOf(plain, subjects, dated);
  const onlyArea = new Set(areas.map((area) => area.slug)).size === 1 ? (areas[0]?.slug ?? null) : null;
  const speaksOfElsewhere = placeFinder(law.areas);
  const claims: ReadClaim[] = [];
  let table: TableHead | undefined;
  let carried: Carried = { paragraph: -1, subject: null, area: null };
  const inSentence = {
    numbers: cursor(sketch.numbers),
    subjects: cursor(subjects),
    areas: cursor(areas),
    periods: cursor(sketch.periods),
  };
  for (const sentence of sentencesOf(text)) {
    const here: Here = {
      sentence: sentenceSketch(sketch, plain, sentence, inSentence.numbers(sentence)),
      subjects: inSentence.subjects(sentence),
      areas: inSentence.areas(sentence),
      periods: inSentence.periods(sentence),
      speaksOfElsewhere: speaksOfElsewhere(plain.slice(sentence.start, sentence.end)),
      carried: {
        subject: carriedSubject(carried, sentence, plain),
        area: carried.paragraph === sentence.paragraph ? (carried.area ?? onlyArea) : onlyArea,
      },
    };
    const line = text.slice(sentence.start, sentence.end);
    const row = table === undefined ? undefined : rowClaims(text, line, { here, table, group: claims.length });
    if (row === undefined) table = maybeTableHead(line, sentence.start, here.periods);
    claims.push(...(row ?? (here.sentence.numbers.size > 0 ? claimsOfSentence(text, here, claims.length) : [])));
    carried = carryOver(carried, sentence, here);
  }
  return claims;
}

interface Carried {
  readonly paragraph: number;
  readonly subject: string | null;
  readonly area: string | null;
}

interface Here extends Omit<Surroundings, "sentence" | "drawn"> {
  readonly sentence: SentenceSketch;
}

/** A subject is carried within its paragraph, or over one break to a sentence that plainly points back. */
function carriedSubject(carried: Carried, { start, end, paragraph }: Sentence, plain: string): string | null {
  if (OTHER_CRIME.test(plain.slice(start, end))) return null;
  if (carried.paragraph === paragraph) return carried.subject;
  const pointsBack =
    /^\W*(?:it|this|that|these|those|they|there (?:were|was|have)|the (?:figure|number|total|rise|increase|fall))\b/i;
  return carried.paragraph === paragraph - 1 && pointsBack.test(plain.slice(start, Math.min(end, start + 60)))
    ? carried.subject
    : null;
}

/** “Crimes” as such are not those of the sentence before. */
const OTHER_CRIME = /\bcrimes?\b(?! (?:commissioner|panel|figures|statistics|survey|reference|number|minister))/i;

function carryOver(carried: Carried, { paragraph }: Sentence, here: Here): Carried {
  return {
    paragraph,
    subject: here.subjects.at(-1)?.slug ?? here.carried.subject,
    area: here.areas.at(-1)?.slug ?? (carried.paragraph === paragraph ? carried.area : null),
  };
}

function claimsOfSentence(text: string, here: Here, group: number): ReadClaim[] {
  const around: Surroundings = { ...here, drawn: here.sentence.drawn };
  if (!isAboutCrime(here)) return [];
  const parts = partsOf(here.sentence).map((part) => inOrderOfTime(part, around));
  const changes = changesOf(parts, {
    words: (from, to) => here.sentence.drawn.slice(from - here.sentence.start, to - here.sentence.start),
    subject: (part) => subjectOf(numbersSpan(part), around)?.slug ?? null,
  });
  return changes
    .flatMap((change, i) => claimsOfChange(change, { text, around, group: group + i }))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
}

interface InTable {
  readonly here: Here;
  readonly table: TableHead;
  readonly group: number;
}

/** The claims of a line below a table's head; nothing when the line is no row of it. */
function rowClaims(text: string, line: string, { here, table, group }: InTable): ReadClaim[] | undefined {
  const around: Surroundings = { ...here, drawn: here.sentence.drawn };
  const row = maybeRow(line, table, around, here.sentence.numbers);
  return row?.flatMap(({ change, ...timing }, i) => claimsOfChange(change, { text, around, group: group + i, timing }));
}

/** A sentence is about crime when it names a class or a thing that crime counts, or points back to one that did. */
function isAboutCrime({ subjects, sentence, carried }: Here): boolean {
  return subjects.length > 0 || carried.subject !== null || CRIME.test(sentence.plain);
}

const CRIME = new RegExp(`\\b${CRIME_NOUN}\\b`, "i");

/** “In Mockham”, “nationally”: a place that the names of areas do not hold, or the nation at large. */
function placeFinder(areas: LawNames["areas"]): (sentence: string) => boolean {
  const known = new Set(areas.map(({ name }) => name.toLowerCase().split(/[ -]/)[0]));
  return (sentence) =>
    NATION.test(sentence) ||
    Array.from(sentence.matchAll(PLACE)).some(([, name = ""]) => !known.has(name.toLowerCase()) && !MONTH.test(name));
}

const NATION =
  /\b(?:nationally|nationwide|across the (?:country|nation|UK)|national (?:average|figures?|total|rate)|in the UK|Scotland|Britain)\b/;
const PLACE = /\b(?:[Ii]n|[Aa]cross|[Aa]round|[Ww]ithin) ([A-Z][a-z]+)/g;
const MONTH =
  /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|The|This|These|That|All|Total|Last|Our|Each|Some|Police)/;

/** Hands out, sentence by sentence, the mentions that stand in each; both run forward through the text. */
function cursor<M extends { readonly start: number; readonly end: number }>(mentions: readonly M[]) {
  let next = 0;
  return ({ start, end }: { readonly start: number; readonly end: number }): M[] => {
    while (next < mentions.length && (mentions[next] as M).start < start) next++;
    const first = next;
    while (next < mentions.length && (mentions[next] as M).start < end) next++;
    return mentions.slice(first, next);
  };
}

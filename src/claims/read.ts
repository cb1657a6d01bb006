import { claimsOfChange } from "./assemble.ts";
import { changesOf } from "./changes.ts";
import type { ClaimValue, ReadClaim } from "./claim.ts";
import { cursor, mentionsWithin } from "./mentions.ts";
import { type LawNames, type NameMention, nameFinder } from "./names.ts";
import type { Distractor } from "./distractors.ts";
import { type NumberMention, numbersOf } from "./numbers.ts";
import { numbersSpan } from "./part.ts";
import { partsOf } from "./parts.ts";
import { subjectOf, type Surroundings } from "./place.ts";
import { prepare, type PreparedText } from "./prepared.ts";
import { sentenceSketch } from "./sentence-sketch.ts";
import { sketchOf } from "./sketch.ts";
import { beginTelling, isAboutCrime, type Telling, tell, tellOther, tellTable } from "./telling.ts";
import { type Table, tablesOf } from "./table.ts";
import { wordyClaims } from "./wordy.ts";

export interface ReadingContext {
  /** Day the text was written, `YYYY-MM-DD`; without it “last year” stays unknown. */
  readonly dated?: string | undefined;
  readonly law: LawNames;
}

/** Reads the claims about numbers of crimes in a text, in order of place. Linear in the length of the text. */
export function readClaims(text: string, context: ReadingContext): ReadClaim[] {
  return readPrepared(prepare(text), context);
}

/** The same of a text that is already prepared. */
export function readPrepared(prepared: PreparedText, context: ReadingContext): ReadClaim[] {
  const { given, unfolded } = prepared;
  const claims = claimsIn(prepared, context);
  if (unfolded.text === given) return claims;
  return claims.map((claim) => {
    const span = unfolded.given(claim.start, claim.end);
    const values = claim.values.map((value) => ({ ...value, ...unfolded.given(value.start, value.end) }));
    return { ...claim, ...span, values, quote: given.slice(span.start, span.end) };
  });
}

function claimsIn({ unfolded, plain, sentences }: PreparedText, { dated, law }: ReadingContext): ReadClaim[] {
  const { text } = unfolded;
  const subjects = nameFinder(law.subjects)(plain);
  const areas = nameFinder(law.areas, { proper: true })(plain);
  const sketch = sketchOf(plain, subjects, dated);
  const tables = tablesOf(text, sketch);
  const within = {
    numbers: cursor(sketch.numbers),
    subjects: cursor(subjects),
    areas: cursor(areas),
    periods: cursor(sketch.periods),
  };
  let telling = beginTelling(law, areas);
  let nextTable = 0;
  let told: Table | undefined;
  let before: readonly ClaimValue[] = [];
  const claims: ReadClaim[] = [];
  for (const [nth, sentence] of sentences.entries()) {
    const numbers = within.numbers(sentence);
    const stands = {
      subjects: within.subjects(sentence),
      areas: within.areas(sentence),
      periods: within.periods(sentence),
    };
    while ((tables[nextTable]?.end ?? Infinity) <= sentence.start) nextTable++;
    const table = tables[nextTable];
    if (table !== undefined && sentence.end > table.start) {
      if (
        table !== told &&
        (mentionsWithin(subjects, table).length > 0 ||
          isAboutCrime(plain.slice(table.start, table.end + NOTE), telling, sentence))
      ) {
        claims.push(
          ...claimsOfTable(table, {
            text,
            telling,
            plain,
            subjects,
            claims: claims.length,
            drawn: sketch.drawn,
            areas,
            at: { nth, paragraph: sentence.paragraph },
          }),
        );
        telling = tellTable(telling, sentence);
      }
      told = table;
      continue;
    }
    const here = sentenceSketch(sketch, plain, sentence, numbers);
    telling = tell(telling, { sentence, plain: here.plain, ...stands });
    const at = { nth, paragraph: sentence.paragraph };
    if (!telling.isLive) {
      before = unusedCounts([], numbers);
      continue;
    }
    const read = claimsOfSentence(text, here, { telling, stands, at, before, group: claims.length });
    before = unusedCounts(read, numbers);
    if (read.length === 0 && numbers.some(({ unit }) => unit === "count")) telling = tellOther(telling);
    claims.push(...read);
  }
  return withPopulations(claims, populationsOf(plain, sketch.distractors));
}

/** How far below a table a note may say what it counts. */
const NOTE = 60;

/** The numbers of people that a text says a place has. */
function populationsOf(plain: string, distractors: readonly Distractor[]): number[] {
  const populations: number[] = [];
  for (const { what, start, end } of distractors) {
    if (populations.length >= MOST_POPULATIONS) break;
    if (what === "population") populations.push(...numbersOf(plain.slice(start, end)).map(({ value }) => value));
  }
  return populations.slice(0, MOST_POPULATIONS);
}

const MOST_POPULATIONS = 5;

function withPopulations(claims: readonly ReadClaim[], populations: readonly number[]): ReadClaim[] {
  return claims.map((claim) => (claim.kind === "rate" && populations.length > 0 ? { ...claim, populations } : claim));
}

interface Standing {
  readonly subjects: readonly NameMention[];
  readonly areas: readonly NameMention[];
  readonly periods: Surroundings["periods"];
}

interface Nth {
  readonly nth: number;
  readonly paragraph: number;
}

interface InSentence {
  readonly telling: Telling;
  readonly stands: Standing;
  readonly at: Nth;
  /** Counts of the sentence before that state no claim. */
  readonly before: readonly ClaimValue[];
  readonly group: number;
}

function claimsOfSentence(
  text: string,
  here: ReturnType<typeof sentenceSketch>,
  { telling, stands, at, before, group }: InSentence,
): ReadClaim[] {
  const sentence = { start: here.start, end: here.end, ...at };
  const around: Surroundings = { sentence, drawn: here.drawn, ...stands, ...telling.surroundings };
  const { claims: wordy, rest } = wordyClaims(here, { text, around, group });
  const parts = partsOf(rest);
  const changes = changesOf(parts, {
    words: (from, to) => here.drawn.slice(from - here.start, to - here.start),
    subject: (part) => subjectOf(numbersSpan(part), around)?.slug ?? null,
  });
  const read = changes.flatMap((change, i) =>
    claimsOfChange(change, { text, around, group: group + wordy.length + i }),
  );
  return [...wordy, ...withBesides(read, here, before)].toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function isOfWhole({ kind }: ReadClaim): boolean {
  return kind === "share" || kind === "ratio" || kind === "rate";
}

/** Shares are given the counts of their sentence that state no claim: they may be of them. */
function withBesides(
  claims: readonly ReadClaim[],
  { numbers, drawn }: { numbers: ReadonlyMap<number, NumberMention>; drawn: string },
  before: readonly ClaimValue[],
): ReadClaim[] {
  if (!claims.some(isOfWhole)) return [...claims];
  const besides = [...unusedCounts(claims, [...numbers.values()]), ...(OF_THEM.test(drawn) ? before : [])];
  return besides.length === 0 ? [...claims] : claims.map((claim) => (isOfWhole(claim) ? { ...claim, besides } : claim));
}

/** “133 of them (61%)”: of what the sentence before counts. */
const OF_THEM = /\b(?:of|in|among) (?:them|these|those|which)\b/i;

function unusedCounts(claims: readonly ReadClaim[], numbers: readonly NumberMention[]): ClaimValue[] {
  const used = new Set(claims.flatMap(({ values }) => values.map(({ start }) => start)));
  return numbers
    .filter(({ unit, start }) => unit === "count" && !used.has(start))
    .map(({ value, step, hedge, start, end }) => ({ role: "base", value, step, hedge, start, end }));
}

interface InTable {
  readonly text: string;
  readonly plain: string;
  readonly drawn: string;
  readonly telling: Telling;
  readonly subjects: readonly NameMention[];
  readonly areas: readonly NameMention[];
  readonly claims: number;
  readonly at: Nth;
}

/** The claims of a table; its subject is named in the row, else in the column's head, else in the text before. */
function claimsOfTable(table: Table, { text, telling, drawn, subjects, areas, claims, at }: InTable): ReadClaim[] {
  const inTable = mentionsWithin(subjects, table);
  return table.readings.flatMap(({ part, labels, period, basePeriod, addends }, i) => {
    const named = labels
      .map(({ start, end }) => inTable.find((s) => s.start >= start && s.end <= end))
      .find((s) => s !== undefined);
    const { surroundings } = telling;
    const carried = { ...surroundings.carried, subject: named?.slug ?? surroundings.carried.subject };
    const around: Surroundings = {
      sentence: { start: part.start, end: part.end, ...at },
      drawn: drawn.slice(part.start, part.end),
      subjects: [],
      areas: labels[0] === undefined ? [] : mentionsWithin(areas, labels[0]),
      periods: [],
      ...surroundings,
      carried,
    };
    const timing = { period, basePeriod };
    return claimsOfChange([part], {
      text,
      around,
      group: claims + i,
      timing,
      inTable: {
        isNamed: named !== undefined,
        cell: { row: labels[0]?.start ?? part.start, column: labels[1]?.start ?? -1 },
      },
      sumOf: addends?.map(({ value }) => value) ?? null,
    });
  });
}

import { CRIME_THING as CRIME, OTHER_THING as OTHER } from "./causes-words.ts";
import type { TextView } from "./causes.ts";
import type { ReadClaim } from "./claim.ts";
import { nameFinder, type NameMention } from "./names.ts";
import type { Sentence } from "./sentences.ts";
import { triedOn } from "./tried.ts";

/** A change of crime that a sentence tells. */
export interface ToldChange {
  readonly subject: string | null;
  readonly area: string | null;
  readonly period: string | null;
  readonly basePeriod: string | null;
}

/** What the sentences around one tell. */
export interface Surroundings {
  readonly subjectsIn: (words: string) => readonly NameMention[];
  readonly areasIn: (words: string) => readonly NameMention[];
  /** The last change of crime told in the sentences just before one; undefined when none was. */
  readonly changeBefore: (i: number) => ToldChange | undefined;
  /** Whether it was told in the last two sentences. */
  readonly changeJustBefore: (i: number) => boolean;
  /** Whether the text counts crime and the sentences just before tell of nothing else that moved. */
  readonly crimeBefore: (i: number) => boolean;
  readonly onlyArea: string | null;
}

/** Looks at the sentences around one only when it is asked to, and at each once; `words` are those of each sentence. */
export function surroundingsOf({ plain, sentences, law, claims }: TextView, words: readonly string[]): Surroundings {
  const subjectsIn = nameFinder(law.subjects);
  const areasIn = nameFinder(law.areas, { proper: true });
  const named = new Set(areasIn(plain).map(({ slug }) => slug));
  const moved = claims.filter(
    ({ direction, basePeriod, kind, rule }) =>
      direction !== null || basePeriod !== null || MOVES.has(kind) || rule.startsWith("factor"),
  );
  const isMoved = triedOn(words, MOVED);
  const told = new Map<number, ToldChange | "other" | null>();
  return {
    subjectsIn,
    areasIn,
    onlyArea: named.size === 1 ? ([...named][0] ?? null) : null,
    changeBefore,
    changeJustBefore,
    crimeBefore: (i) => claims.length > 0 && (changeBefore(i) !== undefined || !otherJustBefore(i)),
  };

  function changeBefore(i: number): ToldChange | undefined {
    let nearest: ToldChange | undefined;
    for (let k = i - 1; k >= Math.max(0, i - SENTENCES_BACK); k--) {
      const change = changeIn(k);
      if (change === "other" && nearest === undefined) return undefined;
      if (change === null || change === "other") continue;
      if (change.subject !== null) return change;
      nearest ??= change;
    }
    return nearest;
  }

  function changeJustBefore(i: number): boolean {
    return [i - 1, i - 2].some((k) => k >= 0 && changeIn(k) !== null && changeIn(k) !== "other");
  }

  function otherJustBefore(i: number): boolean {
    return [i - 1, i - 2, i - 3].some((k) => k >= 0 && changeIn(k) === "other");
  }

  /** What a sentence tells to have moved: a crime, or something other, or nothing. */
  function changeIn(i: number): ToldChange | "other" | null {
    const known = told.get(i);
    if (known !== undefined) return known;
    const here = words[i] as string;
    const moves = isMoved[i] === 1;
    const subjects = moves ? subjectsIn(here) : [];
    const { start, end } = sentences[i] as Sentence;
    const claim = moved[firstFrom(moved, start)];
    const own = claim !== undefined && claim.start < end ? claim : undefined;
    const isChange = own !== undefined || subjects.length > 0 || (moves && CRIME.test(here));
    const isOther = !isChange && moves && OTHER.test(here) && OTHER_MOVED.test(here);
    const change = isChange ? changeOf(here, own, subjects) : isOther ? "other" : null;
    told.set(i, change);
    return change;
  }

  function changeOf(here: string, own: ReadClaim | undefined, subjects: readonly NameMention[]): ToldChange {
    const subject = own?.subject ?? subjects.at(-1)?.slug ?? null;
    const area = areasIn(here).at(-1)?.slug ?? own?.area ?? null;
    return { subject, area, period: own?.period ?? null, basePeriod: own?.basePeriod ?? null };
  }
}

const MOVES = new Set<ReadClaim["kind"]>(["change", "difference", "percentage-change"]);

/** Index of the first claim that starts at or after an offset. */
export function firstFrom(claims: readonly ReadClaim[], offset: number): number {
  let [low, high] = [0, claims.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((claims[middle] as ReadClaim).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How far back a rise may have been told that “the figures” or a bare explanation still means. */
const SENTENCES_BACK = 12;

const MOVED =
  /\b(?:rises?|rose|risen|rising|increas\w+|gr[eo]wn?|growth|jump\w*|surg\w+|soar\w*|spik\w+|climb\w*|doubl\w+|trebled|tripled|f[ae]lls?|fallen|falling|decreas\w+|drop\w*|declin\w+|reduction|up|down|more|fewer|higher|lower|times as|twice as|twice the|half as)\b/i;
/** “Council tax rose”, “an increase in staff costs”. */
const OTHER_MOVED = new RegExp(
  String.raw`${OTHER.source}[^.;,]{0,25}${MOVED.source}|${MOVED.source} (?:in|of) (?:[\w'-]+ ){0,3}?${OTHER.source}`,
  "i",
);

/** The words of a sentence, on one line. */
export function wordsOf(flat: string, { start, end }: Sentence): string {
  return flat.slice(start, end);
}

import { matchesOf } from "./matches.ts";
import type { NumberMention } from "./numbers.ts";
import type { Sketch } from "./sketch.ts";
import { CRIME_NOUN, OTHER_HEAD } from "./words.ts";

/** The sentence being read: its stretch of the sketch and the numbers that stand in it. */
export interface SentenceSketch {
  readonly start: number;
  readonly end: number;
  readonly drawn: string;
  readonly plain: string;
  readonly numbers: ReadonlyMap<number, NumberMention>;
  /** Words that say what a number counts, in order; offsets within the sentence. */
  readonly heads: readonly Head[];
}

interface Head {
  readonly start: number;
  readonly end: number;
  readonly isOther: boolean;
}

/** Cuts a sentence out of a sketch. */
export function sentenceSketch(
  sketch: Sketch,
  plain: string,
  { start, end }: { start: number; end: number },
  numbers: readonly NumberMention[],
): SentenceSketch {
  const drawn = sketch.drawn.slice(start, end);
  return {
    start,
    end,
    drawn,
    plain: plain.slice(start, end),
    numbers: new Map(numbers.map((number) => [number.start, number])),
    heads: numbers.length === 0 ? [] : headsOf(drawn),
  };
}

function headsOf(drawn: string): Head[] {
  return matchesOf(drawn, HEAD).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    isOther:
      match.groups?.["other"] !== undefined && !OF_UNIT.test(drawn.slice(Math.max(0, match.index - 20), match.index)),
  }));
}

/** “Per million passengers”: what a rate is measured by. */
const OF_UNIT = /(?:~|\bper) (?:[a-z]+ )?$/i;
const HEAD = new RegExp(`§+|\\b(?:${CRIME_NOUN}|(?<other>${OTHER_HEAD}))\\b`, "gi");

import type { Surroundings } from "./place.ts";

/** How a claim stands in its text: what its own sentence says, and what it leaves to the one before. */
export interface Standing {
  /** Numbers of its sentence and paragraph, from the first of the text. */
  readonly sentence: number;
  readonly paragraph: number;
  /** Its own sentence names the subject. */
  readonly isNamed: boolean;
  /** Its period is its own, and not carried over. */
  readonly isDated: boolean;
  /** Its sentence speaks of another stretch of time than one year against the year before. */
  readonly isTimed: boolean;
  /** Its sentence speaks of a place that is no known area, or of the nation. */
  readonly isElsewhere: boolean;
  /** “That is a rise of 20%”: the change meant is the one told just before. */
  readonly pointsBack: boolean;
  /** The text says close by that it is wrong. */
  readonly isDoubted: boolean;
  /** It speaks of “the remaining 5%”; of what was not, or without. */
  readonly isRest: boolean;
  readonly isDenied: boolean;
  /** Where the row and the column of a table begin. */
  readonly cell?: { readonly row: number; readonly column: number };
}

interface Told {
  readonly start: number;
  readonly end: number;
  readonly isNamed: boolean;
  readonly isDated: boolean;
  readonly isNoun: boolean;
}

/** How the stretch of a claim stands in its sentence; `text` is the whole text. */
export function standingOf({ start, end, ...told }: Told, around: Surroundings, text: string): Standing {
  const { sentence, drawn, speaksOfElsewhere } = around;
  const lead = drawn.slice(0, Math.max(0, start - sentence.start));
  return {
    sentence: sentence.nth,
    paragraph: sentence.paragraph,
    isNamed: told.isNamed,
    isDated: told.isDated,
    isTimed: OTHER_TIME.test(text.slice(sentence.start, sentence.end)),
    isElsewhere: speaksOfElsewhere,
    pointsBack: POINTS.test(lead) || (told.isNoun && SHORT_LEAD.test(lead) && DEFINITE.test(lead)),
    isDoubted: DOUBT.test(text.slice(Math.max(0, start - 60), start)) || DOUBT_BEHIND.test(text.slice(end, end + 60)),
    isRest: REST.test(text.slice(Math.max(sentence.start, start - 30), end)),
    isDenied: DENIED.test(text.slice(start, Math.min(sentence.end, end + 90))),
  };
}

const REST = /\b(?:remaining|remainder|rest|other)\b/i;
const DENIED = /\b(?:without|not|no|never|un(?:solved|charged|detected|reported)|n't)\b/i;

/** Nothing of its own before it: no number, no subject, no other matter. */
const POINTS =
  /^[^a-z§#%¤×¶@~]*(?:(?:and|but|so|or|yes|no|well|in other words|in short|put another way|over(?:all)?|together|in (?:all|total)),? )*(?:(?:that|this|it|which|these|they)(?:'s| (?:[a-z'-]+ ){0,5})?(?: ?an?| ?the)? ?|(?:an?|the|up|down|equal to|equivalent to|representing) (?:[a-z-]+ ){0,2})?$/i;
const SHORT_LEAD = /^[^#%¤×¶§;]{0,70}$/;
const DEFINITE = /\b(?:the|this|that|these) (?:[a-z-]+ )?$/i;
const OTHER_TIME =
  /\bsince\b|\bdecades?\b|\b(?:quarter|(?<!twelve )months?|weeks?|half[- ]year|season|summer|winter|autumn|spring|christmas|lockdown|weekend|so far|to date|(?<!\d )(?:january|february|march|april|june|july|august|september|october|november|december))\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|(?!12)\d+)[ -](?:years?|months?|weeks?|quarters?)\b/i;
const DOUBT =
  /\b(?:not|never|misleading|wrong|wrongly|false|falsely|incorrect(?:ly)?|untrue|claim going round)\b[^.;]*$/i;
const DOUBT_BEHIND =
  /\b(?:nope|nothing of the (?:kind|sort)|not (?:so|true)|wrong|wrongly|false|misleading|incorrect|untrue|in (?:actual )?fact)\b/i;

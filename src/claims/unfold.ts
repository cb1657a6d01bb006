import { matchesOf } from "./matches.ts";

/** A text made easier to read, and the way back: places in it told as places in the text as given. */
export interface Unfolded {
  readonly text: string;
  /** The stretch of the given text behind a stretch of the unfolded one. */
  readonly given: (start: number, end: number) => { readonly start: number; readonly end: number };
  /** Where a place of the given text lies in the unfolded one. */
  readonly from: (place: number) => number;
}

/**
 * Takes out what a page or a printer put in: words broken over lines are joined, entities become their characters,
 * tags become line breaks. Nothing else changes, and every place leads back to the text as given.
 */
export function unfold(text: string): Unfolded {
  if (!/[&<]|[-\u2010\u00AD]\r?\n|\u00AD/.test(text))
    return { text, given: (start, end) => ({ start, end }), from: (place) => place };
  const pieces: string[] = [];
  const cuts: Cut[] = [{ at: 0, from: 0 }];
  let at = 0;
  let length = 0;
  for (const match of matchesOf(text, FOLD)) {
    const plain = plainOf(match);
    if (plain === undefined) continue;
    pieces.push(text.slice(at, match.index), plain);
    length += match.index - at;
    at = match.index + match[0].length;
    cuts.push({ at: length, from: match.index }, { at: length + plain.length, from: at });
    length += plain.length;
  }
  pieces.push(text.slice(at));
  return {
    text: pieces.join(""),
    given: (start, end) => ({ start: back(cuts, start), end: endOf(text, cuts, end) }),
    from: (place) => forth(cuts, place),
  };
}

/** Behind the last character, and behind the whole of the entity where that is one. */
function endOf(text: string, cuts: readonly Cut[], end: number): number {
  const last = back(cuts, end - 1);
  return text.charAt(last) === "&" ? Math.max(last + 1, back(cuts, end)) : last + 1;
}

function forth(cuts: readonly Cut[], place: number): number {
  const { at, from } = cutBefore(cuts, "from", place);
  return at + place - from;
}

/** From a place in the unfolded text on, places count from `from` in the given one. */
interface Cut {
  readonly at: number;
  readonly from: number;
}

function back(cuts: readonly Cut[], place: number): number {
  const { at, from } = cutBefore(cuts, "at", place);
  return from + place - at;
}

/** The last cut at or before a place; cuts are in order on both sides. */
function cutBefore(cuts: readonly Cut[], side: keyof Cut, place: number): Cut {
  let [low, high] = [0, cuts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((cuts[middle] as Cut)[side] <= place) low = middle;
    else high = middle - 1;
  }
  return cuts[low] as Cut;
}

const FOLD =
  /&(?<entity>#\d{1,6}|#x[\da-f]{1,6}|[a-z]{2,8});|<(?<close>\/?)(?<tag>[a-z][a-z0-9]{0,15})\b[^<>]{0,300}>|(?<=\p{Ll})[-\u2010\u00AD]\r?\n[ \t]*(?=\p{Ll})|\u00AD/giu;

function plainOf(match: RegExpMatchArray): string | undefined {
  const { entity, tag } = match.groups ?? {};
  if (tag !== undefined) return BLOCKS.test(tag) ? "\n\n" : "";
  return entity === undefined ? "" : characterOf(entity.toLowerCase());
}

const BLOCKS = /^(?:p|div|h[1-6]|li|ul|ol|br|tr|table|section|article|aside|header|footer|blockquote|hr|td|th)$/i;

function characterOf(entity: string): string | undefined {
  if (!entity.startsWith("#")) return ENTITIES[entity];
  const code = entity.startsWith("#x") ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code > 0 && code <= 0xffff ? String.fromCharCode(code) : undefined;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  bull: "\u2022",
  copy: "\u00A9",
  euro: "\u20AC",
  gt: ">",
  hellip: "\u2026",
  laquo: "\u00AB",
  ldquo: "\u201C",
  lsquo: "\u2018",
  lt: "<",
  mdash: "\u2014",
  middot: "\u00B7",
  nbsp: "\u00A0",
  ndash: "\u2013",
  percnt: "%",
  pound: "\u00A3",
  quot: '"',
  raquo: "\u00BB",
  rdquo: "\u201D",
  rsquo: "\u2019",
  shy: "",
  thinsp: "\u2009",
  times: "\u00D7",
};

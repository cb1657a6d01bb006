import { matchesOf } from "./matches.ts";
import type { Sentence } from "./sentences.ts";
import {
  ACCORDING_TO,
  BEFORE_VERB,
  BEHIND_VERB,
  BODY,
  HAS_VERB,
  LABEL,
  NAME,
  SPOKEN_OF_BY,
  SPOKEN_OF_FIRST,
} from "./speakers-words.ts";
import { triedOn } from "./tried.ts";

/** Tells who speaks at an offset of the text: a name or role in the text's own words, or null when nobody is named. */
export type SpeakerAt = (offset: number) => string | null;

/**
 * Reads who says what: “X said that …”, “…, said X”, “according to X”, “he said” carried to the person last spoken of,
 * and quotations, also over paragraphs. One pass; `flat` is the plain text on one line.
 */
export function readSpeakers(flat: string, sentences: readonly Sentence[]): SpeakerAt {
  const said = attributionsOf(flat, sentences);
  const quotes = quotationsOf(flat, sentences);
  return (offset) => {
    const i = lastAt(sentences, offset);
    const sentence = sentences[i];
    if (sentence === undefined) return null;
    const quote = quotes[lastAt(quotes, offset)];
    if (quote !== undefined && offset < quote.end) return speakerOfQuote(quote, said);
    const own = within(said, sentence.start, sentence.end);
    return (own.findLast((each) => each.start <= offset) ?? own.find((each) => each.closes))?.speaker ?? null;
  };
}

interface Attribution {
  readonly start: number;
  readonly end: number;
  readonly speaker: string | null;
  /** Stands behind what was said: “…, the force said”. */
  readonly closes: boolean;
  readonly paragraph: number;
}

interface Quotation {
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
  readonly opensParagraph: boolean;
}

/** Everything said, with pronouns turned to the person last spoken of. */
function attributionsOf(flat: string, sentences: readonly Sentence[]): Attribution[] {
  const found: Attribution[] = [];
  const fullest = new Map<string, string>();
  let person: string | null = null;
  let body: string | null = null;
  const spoken = mentionsIn(sentences.map(({ start, end }) => flat.slice(start, end)));
  for (const [i, { start, paragraph }] of sentences.entries()) {
    const { words, mentions } = spoken[i] as Spoken;
    for (const mention of mentions) {
      const { who, behind, source, label, name, role, verb } = mention.groups ?? {};
      const named = who ?? behind ?? source ?? label ?? name ?? role ?? "";
      const isPronoun = PRONOUNS.test(named);
      const speaker: string | null = isPronoun
        ? /^they/i.test(named)
          ? (body ?? person)
          : person
        : fullName(named, fullest);
      if (!isPronoun && IS_BODY.test(named)) body = speaker;
      else if (!isPronoun) person = speaker;
      if (name !== undefined || role !== undefined) continue;
      const at = start + mention.index;
      const isBehind = behind !== undefined || (who !== undefined && /[,"]\s*$/.test(words.slice(0, mention.index)));
      const closes = (isBehind && verb !== "put") || source !== undefined;
      found.push({ start: at, end: at + mention[0].length, speaker, closes, paragraph });
    }
  }
  return found;
}

interface Spoken {
  readonly words: string;
  readonly mentions: readonly RegExpExecArray[];
}

/** Those who are spoken of or speak in each sentence, in order; each slow pattern is tried only where its plainest word stands. */
function mentionsIn(sentences: readonly string[]): Spoken[] {
  const hasVerb = triedOn(sentences, HAS_VERB);
  const spoken = sentences.map((words) => ({ words, mentions: [] as RegExpExecArray[] }));
  const look = (pattern: RegExp, isLikely: (words: string, i: number) => boolean): void => {
    for (const [i, { words, mentions }] of spoken.entries())
      if (isLikely(words, i)) mentions.push(...matchesOf(words, pattern));
  };
  look(SPOKEN_OF_FIRST, () => true);
  look(SPOKEN_OF_BY, (words) => words.includes("by "));
  look(BEFORE_VERB, (_, i) => hasVerb[i] === 1);
  look(BEHIND_VERB, (_, i) => hasVerb[i] === 1);
  look(ACCORDING_TO, (words) => words.includes("ccording to "));
  look(LABEL, (words) => words.includes(": "));
  for (const { mentions } of spoken) if (mentions.length > 1) mentions.sort((a, b) => a.index - b.index);
  return spoken;
}

const PRONOUNS = /^(?:he|she|they)$/i;
const IS_BODY = new RegExp(`^${BODY}$`, "u");

/** The fullest form in which a person has been named so far, so that “Fakeley said” goes by role and name. */
function fullName(named: string, fullest: Map<string, string>): string {
  const tidy = named.replace(/^(?:the|a|an|our) /i, "");
  const courtesy = COURTESY.exec(tidy)?.[1];
  if (courtesy !== undefined) return fullest.get(courtesy) ?? tidy;
  const name = NAME_LAST.exec(tidy)?.[0];
  if (name === undefined) return tidy;
  const key = name.split(" ").slice(-2).join(" ");
  const known = fullest.get(key);
  if (known !== undefined && known.length >= tidy.length) return known;
  fullest.set(key, tidy);
  fullest.set(name.split(" ").at(-1) ?? "", tidy);
  return tidy;
}

const NAME_LAST = new RegExp(`${NAME}$`, "u");

/** “Mr Sample”: the person of that surname last named in full. */
const COURTESY = /^(?:Mr|Mrs|Ms|Miss|Mx|Sir|Dame) (\p{Lu}[\p{L}'-]+)$/u;

/** Stretches between double quotation marks; one left open runs to the end of its paragraph. */
function quotationsOf(flat: string, sentences: readonly Sentence[]): Quotation[] {
  const found: Quotation[] = [];
  for (const [first, last, paragraph] of paragraphsOf(sentences)) {
    let open: number | null = null;
    const words = flat.slice(first, last);
    for (let at = words.indexOf('"'); at !== -1; at = words.indexOf('"', at + 1)) {
      if (open !== null) found.push({ ...quotation(open, at), paragraph });
      open = open === null ? at : null;
    }
    if (open !== null) found.push({ ...quotation(open, words.length), paragraph });
    function quotation(from: number, to: number): Pick<Quotation, "start" | "end" | "opensParagraph"> {
      return { start: first + from, end: first + to, opensParagraph: words.slice(0, from).trim() === "" };
    }
  }
  return found;
}

function paragraphsOf(sentences: readonly Sentence[]): (readonly [number, number, number])[] {
  const groups = new Map<number, [number, number, number]>();
  for (const { start, end, paragraph } of sentences) {
    const group = groups.get(paragraph);
    if (group === undefined) groups.set(paragraph, [start, end, paragraph]);
    else group[1] = end;
  }
  return [...groups.values()];
}

/** Who says a quotation: named right behind it, else before it in the paragraph, else behind, else where the text left off. */
function speakerOfQuote({ start, end, paragraph, opensParagraph }: Quotation, said: readonly Attribution[]) {
  const before = lastAt(said, start);
  const own = (each: Attribution | undefined) => (each?.paragraph === paragraph ? each : undefined);
  const last = said[before];
  let next = before + 1;
  while (said[next] !== undefined && (said[next] as Attribution).start < end) next++;
  const behind = own(said[next]);
  if (behind !== undefined && behind.start - end <= 4) return behind.speaker;
  const carried = opensParagraph && last !== undefined && paragraph - last.paragraph <= 2 ? last : undefined;
  return (own(last) ?? behind ?? carried)?.speaker ?? null;
}

/** Index of the last that starts at or before an offset; −1 when none does. All are in order. */
function lastAt(list: readonly { readonly start: number }[], offset: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as { start: number }).start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function within(said: readonly Attribution[], start: number, end: number): Attribution[] {
  const found: Attribution[] = [];
  for (let i = lastAt(said, start - 1) + 1; i < said.length && (said[i] as Attribution).start < end; i++)
    found.push(said[i] as Attribution);
  return found;
}

import type { Law } from "../law/index.ts";

/** Names by which a text may mean classes and areas, as the law room knows them. */
export interface LawNames {
  readonly subjects: readonly SubjectName[];
  readonly areas: readonly AreaName[];
  /** The knowledge base behind the names: dates of laws, rules, events, audits. Without it dates are read but not judged. */
  readonly knowledge?: Law;
}

export interface SubjectName {
  /** As in running text, such as `stalking and harassment`; case does not matter. */
  readonly name: string;
  /** Class selection slug, such as `harassment`. */
  readonly slug: string;
  /** The recorded-crime classes it stands for, such as `8L`. */
  readonly classes: readonly string[];
}

export interface AreaName {
  readonly name: string;
  readonly slug: string;
}

/** A name found in a text. */
export interface NameMention {
  readonly start: number;
  readonly end: number;
  readonly slug: string;
}

/** Finds names in running text, the longest first, in one pass over its words; proper names must begin with a capital. */
export function nameFinder(
  names: readonly { readonly name: string; readonly slug: string }[],
  { proper = false } = {},
) {
  const byFirstWord = new Map<string, { words: readonly string[]; slug: string }[]>();
  for (const { name, slug } of names) {
    const words = wordsOf(name);
    const [first] = words;
    if (first === undefined) continue;
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { words, slug }]);
  }
  for (const list of byFirstWord.values()) list.sort((a, b) => b.words.length - a.words.length);
  const first = anyOf([...byFirstWord.keys()], proper);
  return (text: string): NameMention[] => (byFirstWord.size === 0 ? [] : findNames(text, byFirstWord, first));
}

type Names = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly slug: string }[]>;

function findNames(text: string, byFirstWord: Names, first: RegExp): NameMention[] {
  const found: NameMention[] = [];
  first.lastIndex = 0;
  for (let match = first.exec(text); match !== null; match = first.exec(text)) {
    const names = byFirstWord.get(plainWord(match[0])) ?? [];
    const start = match.index;
    const after = first.lastIndex;
    first.lastIndex = after;
    for (const { words, slug } of names) {
      const end = endOf(words, text, start);
      if (end === undefined) continue;
      found.push({ start, end, slug });
      first.lastIndex = end;
      break;
    }
  }
  return found;
}

/** Where these words end, when they stand there one after another. */
function endOf(words: readonly string[], text: string, start: number): number | undefined {
  NEXT.lastIndex = start;
  let end = start;
  for (const word of words) {
    const match = NEXT.exec(text);
    if (match === null || plainWord(match[0]) !== word) return undefined;
    end = NEXT.lastIndex;
  }
  return end;
}

function wordsOf(name: string): string[] {
  return Array.from(name.matchAll(WORD), ([word]) => plainWord(word));
}

function plainWord(word: string): string {
  return word === "&" ? "and" : word.toLowerCase();
}

/** Letters and digits of the alphabets of Europe; `\p{L}` takes twice as long. */
const LETTER = "[0-9A-Za-z\\u00AA-\\u02AF\\u0370-\\u1FFF]";
const WORD = new RegExp(`${LETTER}+|&`, "g");
const NEXT = new RegExp(WORD);

/** Any of these words, in the middle of no other: far quicker than to look up every word of a text. */
function anyOf(words: readonly string[], proper: boolean): RegExp {
  const capital = proper ? "(?=(?-i:[A-Z\\u00C0-\\u00DE\\u0386-\\u03AB\\u0400-\\u042F]))" : "";
  return new RegExp(`${capital}(?<!${LETTER})(?:${words.toSorted().join("|")})(?!${LETTER})`, "gi");
}

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
    const words = wordsOf(name).map((word) => word.text);
    const [first] = words;
    if (first === undefined) continue;
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { words, slug }]);
  }
  for (const list of byFirstWord.values()) list.sort((a, b) => b.words.length - a.words.length);
  return (text: string): NameMention[] => {
    const found = findNames(wordsOf(text), byFirstWord);
    return proper ? found.filter(({ start }) => /\p{Lu}/u.test(text.charAt(start))) : found;
  };
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

type Names = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly slug: string }[]>;

function findNames(words: readonly Word[], byFirstWord: Names): NameMention[] {
  const found: NameMention[] = [];
  for (let i = 0; i < words.length; i++) {
    const first = words[i] as Word;
    const hit = byFirstWord.get(first.text)?.find((name) => name.words.every((w, k) => words[i + k]?.text === w));
    if (hit === undefined) continue;
    const last = words[i + hit.words.length - 1] as Word;
    found.push({ start: first.start, end: last.end, slug: hit.slug });
    i += hit.words.length - 1;
  }
  return found;
}

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+|&/gu), (match) => ({
    text: match[0].toLowerCase().replace(/^&$/, "and"),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

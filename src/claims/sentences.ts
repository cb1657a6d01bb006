/** A sentence of a text, with its place in it and the number of its paragraph. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
}

/** Cuts a text into sentences. A line break ends one, unless the line is plainly wrapped in the middle of a sentence. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const { start, end } of paragraphsOf(text)) {
    for (const piece of segmenter.segment(unwrap(text.slice(start, end)))) {
      const { index, segment } = piece;
      if (segment.trim() !== "")
        sentences.push({ start: start + index, end: start + index + segment.length, paragraph });
    }
    paragraph++;
  }
  return joinAbbreviations(text, sentences);
}

const segmenter = new Intl.Segmenter("en-GB", { granularity: "sentence" });

/** Stretches between blank lines; an over-long one is cut at spaces, so that work stays linear. */
function paragraphsOf(text: string): { start: number; end: number }[] {
  const paragraphs: { start: number; end: number }[] = [];
  for (const match of text.matchAll(/[^\r\n](?:(?!\r?\n[ \t]*\r?\n)[\s\S]){0,50000}/g)) {
    paragraphs.push({ start: match.index, end: match.index + match[0].length });
  }
  return paragraphs;
}

function unwrap(paragraph: string): string {
  return paragraph.replace(/(?<=[^\n]{40}[\p{L}\p{N},\p{Pd}])\r?\n(?=[a-z0-9])/gu, (found) => " ".repeat(found.length));
}

/** “Supt. Jones”, “No. 4” and the like are not ends of sentences. */
function joinAbbreviations(text: string, sentences: readonly Sentence[]): Sentence[] {
  const joined: Sentence[] = [];
  for (const sentence of sentences) {
    const before = joined.at(-1);
    const open =
      before?.paragraph === sentence.paragraph && ABBREVIATION.test(text.slice(before.start, before.end).slice(-12));
    if (before !== undefined && open) joined[joined.length - 1] = { ...before, end: sentence.end };
    else joined.push(sentence);
  }
  return joined;
}

const ABBREVIATION =
  /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Supt|Insp|Det|Sgt|Cllr|Prof|St|Rev|No|Nos|approx|c|vs?|cf|e\.g|i\.e)\.\s*$/;

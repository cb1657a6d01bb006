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
      const sentence = { start: start + piece.index, end: start + piece.index + piece.segment.length, paragraph };
      if (piece.segment.trim() !== "") sentences.push(...cutLong(text, sentence));
    }
    paragraph++;
  }
  return joinAbbreviations(text, sentences);
}

/** What runs on for thousands of characters is no sentence: it is cut at spaces, so that work stays linear. */
function cutLong(text: string, { start, end, paragraph }: Sentence): Sentence[] {
  const pieces: Sentence[] = [];
  let from = start;
  while (end - from > LONGEST) {
    const space = text.lastIndexOf(" ", from + LONGEST);
    const to = space > from + LONGEST / 2 ? space : from + LONGEST;
    pieces.push({ start: from, end: to, paragraph });
    from = to;
  }
  return [...pieces, { start: from, end, paragraph }];
}

const LONGEST = 1500;

const segmenter = new Intl.Segmenter("en-GB", { granularity: "sentence" });

/** Stretches between blank lines; an over-long one is cut after a sentence, so that work stays linear. */
function paragraphsOf(text: string): { start: number; end: number }[] {
  const paragraphs: { start: number; end: number }[] = [];
  for (const match of text.matchAll(
    /[^\r\n](?:(?!\r?\n[ \t]*\r?\n)[\s\S]){0,50000}(?:(?!\r?\n[ \t]*\r?\n)[^.!?\n]){0,1500}[.!?]?/g,
  )) {
    paragraphs.push({ start: match.index, end: match.index + match[0].length });
  }
  return paragraphs;
}

function unwrap(paragraph: string): string {
  return paragraph.replace(
    /(?<=[^\n]{40}[\p{L}\p{N},\p{Pd}])\r?\n(?=[a-z])|(?<=[^\n]{30}(?:\b(?:of|in|for|every|to|from|by|than|and|was|were|the|about|nearly|at|with|some|a|between)|,))\r?\n(?=\d)/gu,
    (found) => " ".repeat(found.length),
  );
}

/** “Supt. Jones”, “No. 4” and the like are not ends of sentences. */
function joinAbbreviations(text: string, sentences: readonly Sentence[]): Sentence[] {
  const joined: Sentence[] = [];
  for (const sentence of sentences) {
    const before = joined.at(-1);
    const open =
      before?.paragraph === sentence.paragraph &&
      sentence.end - before.start <= LONGEST &&
      ABBREVIATION.test(text.slice(before.start, before.end).slice(-12));
    if (before !== undefined && open) joined[joined.length - 1] = { ...before, end: sentence.end };
    else joined.push(sentence);
  }
  return joined;
}

const ABBREVIATION =
  /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Supt|Insp|Det|Sgt|Cllr|Prof|St|Rev|No|Nos|approx|c|vs?|cf|e\.g|i\.e)\.\s*$/;

/** What stands in the way of reading a text well, in plain sentences; empty for a text as people write it. */
export function notesOnText(text: string): string[] {
  const head = text.slice(0, LOOKED_AT);
  return NOTES.flatMap(([isThere, note]) => (isThere(head) ? [note] : []));
}

/** The beginning of a text says what sort it is. */
const LOOKED_AT = 200_000;

const NOTES: readonly (readonly [(text: string) => boolean, string])[] = [
  [
    (text) => count(text, /<\/?(?:p|div|span|a|li|ul|td|tr|table|h[1-6]|br|body|script|article)\b[^<>]*>/gi) >= 3,
    "This looks like the source of a web page. Its marks are shown as they are; if claims are missing, paste the words as the page shows them.",
  ],
  [
    (text) => count(text, /\p{Ll}[-\u00AD\u2010]\r?\n\p{Ll}/gu) >= 3,
    "Words are broken at the ends of lines, as in text copied from a PDF. If claims are missing, look at numbers that stand across two lines.",
  ],
  [
    (text) => /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/.test(text),
    "This text holds marks that turn the direction of writing. They are kept, so what you see may be in another order than what was read.",
  ],
  [
    (text) => count(text, /\uFFFD/g) > 0 || count(text, /Ã.|â€./g) >= 3,
    "Some characters were lost when this text was saved, so some of its numbers may be lost too.",
  ],
  [
    (text) => count(text, /\p{L}/gu) < 3,
    "There are hardly any words in this text, so there is nothing that a number could be about.",
  ],
];

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Letter height of all words in a chart, in units of the drawing. */
export const SIZE = 15;
export const LINE = 19;

/** A safe guess at how wide a text is drawn: no font is at hand, so the widest common sans (DejaVu) is assumed. */
export function textWidth(text: string): number {
  let ems = 0;
  for (const letter of text) ems += letterWidth(letter);
  return ems * SIZE;
}

/** The text in lines no wider than this; a word too long by itself is broken with a hyphen. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  const words = text.split(/\s+/u).filter((word) => word !== "");
  for (const word of words.flatMap((word) => brokenWord(word, width))) {
    const joined = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length > 0 && textWidth(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

export function widestOf(lines: readonly string[]): number {
  return Math.max(0, ...lines.map(textWidth));
}

/** A number as readers write it: 3,941; −0.25. */
export function sayNumber(value: number): string {
  return NUMBERS.format(value).replace("-", "−");
}

const NUMBERS = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

function letterWidth(letter: string): number {
  if (/[ .,:;'’|!iljtfrI()[\]-]/u.test(letter)) return 0.4;
  if (/[mwMW@%…—]/u.test(letter)) return 1;
  return /[A-Z]/u.test(letter) ? 0.72 : 0.63;
}

function brokenWord(word: string, width: number): readonly string[] {
  if (textWidth(word) <= width || word.length < 2) return [word];
  let kept = word.length - 1;
  while (kept > 1 && textWidth(`${word.slice(0, kept)}-`) > width) kept--;
  return [`${word.slice(0, kept)}-`, ...brokenWord(word.slice(kept), width)];
}

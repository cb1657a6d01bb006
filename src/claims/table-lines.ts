import { matchesOf } from "./matches.ts";
import { bareTablesOf, type Line } from "./table-bare.ts";

/** A line that may be one of a table, cut into cells. */
export interface TableLine {
  readonly start: number;
  readonly end: number;
  /** Number of the line among those with words in them. */
  readonly index: number;
  readonly separator: keyof typeof SEPARATORS | "bare";
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const SEPARATORS = {
  bars: /\s*\|\s*/g,
  tabs: /[ \u00A0]*\t[ \u00A0]*/g,
  dots: /\s?(?:\.{3,}|(?:\. ){3,})\s?/g,
  spaces: /[ \u00A0]{2,}/g,
  semicolons: /\s*;\s*/g,
  pairs: /, /g,
  commas: /,/g,
  listed: /, /g,
} as const;

/** The lines of a text that look like those of a table; rules of dashes are left out. */
export function linesOf(text: string): TableLine[] {
  const lines: Line[] = [];
  const cut = new Map<Line, TableLine>();
  for (const match of matchesOf(text, LINE)) {
    const [words] = match;
    if (words.trim() === "" || /^[\s|:+=_-]+$/.test(words)) continue;
    const index = lines.length + 1;
    const found = words.length > 400 ? undefined : cutLine(words, match.index);
    const line = { ...inner(words, match.index), index, isCut: found !== undefined };
    lines.push(line);
    if (found !== undefined) cut.set(line, { start: match.index, end: match.index + words.length, index, ...found });
  }
  const bare = bareTablesOf(lines);
  return lines.flatMap((line) => bare.get(line) ?? cut.get(line) ?? []);
}

/** A line without the bars and the white space at its sides. */
function inner(words: string, start: number): Pick<Line, "text" | "start"> {
  const text = words.replace(/^[\s|]+/, "");
  return { text: text.replace(/[\s|]+$/, ""), start: start + words.length - text.length };
}

const LINE = /[^\r\n]+/g;

function cutLine(line: string, start: number): Pick<TableLine, "separator" | "cells"> | undefined {
  for (const separator of Object.keys(SEPARATORS) as (keyof typeof SEPARATORS)[]) {
    if (!MARKS[separator].test(line)) continue;
    const cells = cellsOf(line, start, separator);
    if (cells.length >= LEAST_CELLS[separator] && cells.every(({ text }) => text.length <= 80))
      return { separator, cells };
  }
  return undefined;
}

const LEAST_CELLS = { bars: 2, tabs: 2, dots: 2, spaces: 2, semicolons: 3, pairs: 2, commas: 3, listed: 3 } as const;

const MARKS = {
  bars: /\|/,
  tabs: /\t/,
  dots: /\.{3}|\. \. \./,
  spaces: /\S[ \u00A0]{2,}\S/,
  semicolons: /;.*;/,
  pairs: /^[^,.\d]{1,60}, (?:[<*]?\d[\d,]*|(?:19|20)\d\d(?:\/\d\d)?)$/,
  commas: /^[^,.]{1,60}(?:,[^\s,][^,]{0,60}|,){2,}$/,
  listed: /^[^,.;:!?]{1,40}(?:, (?:[^,.;:!?]|,(?=\d{3}\b)|\.(?=\d)){1,30}){2,11}$/,
} as const;

function cellsOf(line: string, start: number, separator: keyof typeof SEPARATORS): Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  for (const match of [...matchesOf(line, SEPARATORS[separator]), { index: line.length, 0: "" }]) {
    const raw = line.slice(at, match.index);
    const text = raw.trim();
    const from = start + at + (raw.length - raw.trimStart().length);
    const isOutside = text === "" && (at === 0 || match.index === line.length) && separator !== "commas";
    if (!isOutside) cells.push({ start: from, end: from + text.length, text });
    at = match.index + match[0].length;
  }
  return cells;
}

import type { Cell, TableLine } from "./table-lines.ts";

/** A line of a text without the white space and bars at its sides, and the number of the line among those with words in them. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly index: number;
  /** Whether marks or wide gaps cut it into cells. */
  readonly isCut: boolean;
}

/**
 * The tables that were set with single spaces, “Offence 2015 2016” over “Burglary 340 412”, or lost their columns, so
 * that each cell is a line: nothing marks a cell, but a head of periods or names fits the numbers below it.
 */
export function bareTablesOf(lines: readonly Line[]): Map<Line, readonly TableLine[]> {
  const found = new Map<Line, readonly TableLine[]>();
  for (let i = 0; i < lines.length;) {
    const line = lines[i] as Line;
    const table = line.isCut ? undefined : (spacedAt(lines, i) ?? stackedAt(lines, i));
    if (table !== undefined && table.rows.length > 0) {
      for (const each of lines.slice(i, i + table.used)) found.set(each, []);
      found.set(line, table.rows);
    }
    i += table?.used ?? 1;
  }
  return found;
}

interface BareTable {
  readonly rows: readonly TableLine[];
  /** How many lines it takes. */
  readonly used: number;
}

/** “Code 2012 2013 2014” and under it lines that end in as many numbers. */
function spacedAt(lines: readonly Line[], at: number): BareTable | undefined {
  const head = lines[at] as Line;
  if (!/\d(?: total)?$/i.test(head.text)) return undefined;
  const [periods] = PERIODS_BEHIND.exec(head.text) ?? [];
  if (periods === undefined) return undefined;
  const width = periods.trim().split(/\s+/).length;
  const rows: TableLine[] = [];
  let used = 1;
  for (; used <= MOST_ROWS; used++) {
    const line = lines[at + used];
    const [numbers] = NUMBERS_BEHIND.exec(line?.text ?? "") ?? [];
    if (line === undefined || numbers === undefined || line.text.length === numbers.length) break;
    const count = numbers.trim().split(/\s+/).length;
    if (count > width) break;
    rows.push(spacedLine(line, count));
  }
  if (rows.length === 0 || !rows.some(({ cells }) => cells.length === width + 1)) return undefined;
  return { rows: [spacedLine(head, width), ...rows], used };
}

const PERIOD = String.raw`(?:FY ?)?(?:19|20)\d\d(?:[/\u2013-]\d{2,4})?`;
const PERIODS_BEHIND = new RegExp(String.raw`(?:(?:^|\s+)${PERIOD}(?=\s|$)){2,12}(?: (?:Total|TOTAL))?$`);
const NUMBERS_BEHIND = /(?:\s+(?:<?\d[\d,]*(?:\.\d+)?%?|[-\u2013*])(?=\s|$)){1,13}$/;
const MOST_ROWS = 200;

/** The words in front as one cell, and the last `count` as one each. */
function spacedLine({ text, start, index }: Line, count: number): TableLine {
  const words = [...text.matchAll(/\S+/g)].slice(-count);
  const label = text.slice(0, words[0]?.index).trimEnd();
  const cells = [
    { start, end: start + label.length, text: label },
    ...words.map((word) => ({
      start: start + word.index,
      end: start + word.index + word[0].length,
      text: word[0],
    })),
  ];
  return { start, end: start + text.length, index, separator: "bare", cells: label === "" ? cells.slice(1) : cells };
}

/** A cell a line: names or periods, then over and over a name and as many numbers. */
function stackedAt(lines: readonly Line[], at: number): BareTable | undefined {
  const names = runOf(lines, at, isName);
  const first = at + names;
  const width = runOf(lines, first, isNumber);
  if (width === 0 || width > MOST_COLUMNS) return undefined;
  const heads = Math.min(names - 1, width + 1);
  if (heads < width) return names === 0 ? undefined : { rows: [], used: names };
  const rows = [];
  let used = names - 1;
  while (isRow(lines, at + used, width)) {
    rows.push(lines.slice(at + used, at + used + 1 + width));
    used += 1 + width;
  }
  if (rows.length < 2) return { rows: [], used: names };
  const head = lines.slice(first - 1 - heads, first - 1);
  return { rows: [head, ...rows].map((row, nth) => stackedLine(row, (head[0] as Line).index + nth)), used };
}

const MOST_COLUMNS = 12;

function isRow(lines: readonly Line[], at: number, width: number): boolean {
  const label = lines[at];
  return label !== undefined && isName(label) && runOf(lines, at + 1, isNumber) === width;
}

/** How many lines in a row are such, up to some more than a table is wide. */
function runOf(lines: readonly Line[], at: number, isSuch: (line: Line) => boolean): number {
  let count = 0;
  for (; count < 3 * MOST_COLUMNS; count++) {
    const line = lines[at + count];
    if (line === undefined || !isSuch(line)) break;
  }
  return count;
}

function isNumber({ text }: Line): boolean {
  return text.length <= 12 && /^(?:<?\d[\d,]*(?:\.\d+)?%?|[-\u2013*])$/.test(text) && !IS_PERIOD.test(text);
}

const IS_PERIOD = new RegExp(`^${PERIOD}$`);

/** A few words without a stop: the name of a row or a column. */
function isName(line: Line): boolean {
  return line.text.length <= 60 && !line.isCut && !isNumber(line) && !/[.?!:;,|]$|^[-\u2013\u2022*·>]/.test(line.text);
}

function stackedLine(lines: readonly Line[], index: number): TableLine {
  const cells: Cell[] = lines.map(({ text, start }) => ({ start, end: start + text.length, text }));
  const [first, last] = [cells[0] as Cell, cells.at(-1) as Cell];
  return { start: first.start, end: last.end, index, separator: "bare", cells };
}

import type { NumberMention } from "./numbers.ts";
import type { Part } from "./part.ts";
import { type Column, columnsOf } from "./columns.ts";
import { firstFrom, type Mentions } from "./mentions.ts";
import { type Cell, linesOf, type TableLine } from "./table-lines.ts";
import { aligned, asWide, type Row, widthOf } from "./table-shape.ts";

/** What a cell or a row of a table states, with the label of its row and the period of its column. */
export interface TableReading {
  readonly part: Part;
  /** Where to look for the subject: the row's label, then the column's. */
  readonly labels: readonly Cell[];
  readonly period: string | null;
  readonly basePeriod: string | null;
  /** The other numbers that it must be the sum of, when it is called a total. */
  readonly addends: readonly NumberMention[] | null;
}

export interface Table {
  readonly start: number;
  readonly end: number;
  readonly readings: readonly TableReading[];
}

/** The tables of a text: a head, and rows cut into as many cells by tabs, bars, spaces, dots or commas. */
export function tablesOf(text: string, mentions: Mentions): Table[] {
  return blocksOf(linesOf(text)).flatMap((block) => {
    const table = readTable(block, mentions);
    return table === undefined ? [] : [table];
  });
}

function blocksOf(lines: readonly TableLine[]): TableLine[][] {
  const blocks: TableLine[][] = [];
  for (const line of lines) {
    const block = blocks.at(-1);
    const last = block?.at(-1);
    if (block !== undefined && last !== undefined && last.separator === line.separator && line.index - last.index <= 2)
      block.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

function readTable(lines: readonly TableLine[], mentions: Mentions): Table | undefined {
  const isBare = hasNoLabels(lines, mentions);
  const rows = lines.map((line) => rowOf(line.cells, mentions, isBare));
  const at = rows.findIndex(({ numbers }) => numbers.slice(1).some((n) => n !== undefined));
  const top = at > 0 ? lines[at - 1]?.cells : undefined;
  if (at < 0 || (top === undefined && lines[0]?.separator !== "dots")) return undefined;
  const filled = rows.slice(at).filter(({ numbers }) => numbers.slice(1).some((n) => n !== undefined));
  const width = widthOf(filled);
  const head = top === undefined ? undefined : asWide(top, width);
  const body = filled.map((row) =>
    aligned(row, { lines, width, model: filled.find(({ cells }) => cells.length === width) }),
  );
  const columns = columnsOf(
    head ?? [],
    width,
    mentions,
    body.map(({ numbers }) => numbers),
  );
  if (
    body.length < 1 ||
    columns === undefined ||
    (body.length === 1 && (lines[0]?.separator === "commas" || lines[0]?.separator === "listed"))
  )
    return undefined;
  const fitting = body.filter(({ cells }) => cells.length === width);
  const isWhole = fitting.length === body.length;
  const first = lines[Math.max(0, at - 1)] as TableLine;
  const last = lines.at(-1) as TableLine;
  const readings = fitting.flatMap((row) => readRow(row, { columns, rows: fitting, isWhole, mentions }));
  return readings.length === 0 ? undefined : { start: first.start, end: last.end, readings };
}

/** Months or years across, and under them nothing but numbers: no column of labels. */
function hasNoLabels([head, ...body]: readonly TableLine[], { numbers, periods }: Mentions): boolean {
  const first = head?.cells[0];
  if (first === undefined || body.length === 0) return false;
  const period = firstFrom(periods, first.start);
  const isPeriod = MONTH.test(first.text) || (period !== undefined && period.end <= first.end);
  return (
    isPeriod &&
    body.every(
      ({ cells }) =>
        cells.length === head?.cells.length && cells.every((cell) => numberIn(cell, numbers) !== undefined),
    )
  );
}

const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?$/i;

function rowOf(cells: readonly Cell[], { numbers }: Mentions, isBare: boolean): Row {
  const found = cells.map((cell, i) => (i === 0 && !isBare ? undefined : numberIn(cell, numbers)));
  return { cells, numbers: found, isTotal: /^\W*(?:(?:[a-z]+ ){0,2}total|all|sum)\b/i.test(cells[0]?.text ?? "") };
}

/** The number that fills a cell, give or take a mark: “412”, “<5”, “+13 %”, “9 (p)”. */
function numberIn(cell: Cell, numbers: readonly NumberMention[]): NumberMention | undefined {
  const number = firstFrom(numbers, cell.start);
  if (number === undefined || number.end > cell.end) return undefined;
  const rest = cell.text.slice(0, number.start - cell.start) + cell.text.slice(number.end - cell.start);
  return /^[\s<*†([]*(?:[\s*†)\]]|\(?[a-z]\)|%)*$/i.test(rest) ? number : undefined;
}

interface InTable {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Whether no row was left out. */
  readonly isWhole: boolean;
  readonly mentions: Mentions;
}

function readRow(row: Row, table: InTable): TableReading[] {
  const { columns } = table;
  const levels = columns.filter((column) => column.kind === "level" && row.numbers[column.index] !== undefined);
  const changes = columns.filter((column) => column.kind === "change" && row.numbers[column.index] !== undefined);
  const isByPeriod = levels.filter(({ period }) => period !== null).length >= 2;
  if (changes.length > 0 && isByPeriod) {
    const earlier = levels.slice(0, -2).map((column) => cellReading(row, column, [], table));
    return [...earlier, wholeRow(row, levels, changes)];
  }
  return levels.flatMap((column, i) => {
    const next = columns.filter(
      (other) =>
        other.kind !== "level" && other.index > column.index && other.index < (levels[i + 1]?.index ?? Infinity),
    );
    const shares = next.filter(({ kind }) => kind === "share");
    const alone = shares.flatMap((share) =>
      row.numbers[share.index] === undefined ? [] : [cellReading(row, share, [], table)],
    );
    return [
      cellReading(
        row,
        column,
        next.filter(({ kind }) => kind !== "share"),
        table,
      ),
      ...alone,
    ];
  });
}

/** “412 | 371 | -41 | -10.0%”: one statement, from its first number. */
function wholeRow(row: Row, levels: readonly Column[], changes: readonly Column[]): TableReading {
  const [from, to] = levels.slice(-2).toSorted((a, b) => (a.starts ?? "").localeCompare(b.starts ?? ""));
  const numbers = {
    ...changeNumbers(row, changes),
    from: row.numbers[from?.index ?? 0],
    to: row.numbers[to?.index ?? 0],
  } as Part["numbers"];
  const labels = [row.cells[0] as Cell];
  return {
    part: partOf("table-row", numbers),
    labels,
    period: to?.period ?? null,
    basePeriod: from?.period ?? null,
    addends: null,
  };
}

function changeNumbers(row: Row, changes: readonly Column[]): Part["numbers"] {
  return Object.assign(
    {},
    ...changes.map((column) => {
      const number = row.numbers[column.index];
      if (number === undefined) return {};
      const isPercent = number.unit === "percent" || (column.isPercent && number.unit !== "points");
      return isPercent ? { pct: number } : number.unit === "points" ? { points: number } : { diff: number };
    }),
  ) as Part["numbers"];
}

function cellReading(row: Row, column: Column, beside: readonly Column[], table: InTable): TableReading {
  const number = row.numbers[column.index] as NumberMention;
  const changes = changeNumbers(
    row,
    beside.filter(({ kind }) => kind === "change"),
  );
  const share = beside
    .filter(({ kind }) => kind === "share")
    .map(({ index }) => row.numbers[index])
    .find((n) => n !== undefined);
  const isChange = Object.keys(changes).length > 0;
  const numbers =
    share !== undefined ? { share, count: number } : isChange ? { ...changes, to: number } : levelOf(number, column);
  const labels = [row.cells[0], column.head].filter((cell) => cell !== undefined);
  const period = column.period ?? rowPeriod(row, table);
  const part = partOf(
    isChange ? "table-change" : row.isTotal || column.isTotal ? "table-total" : "table-cell",
    numbers,
  );
  return { part, labels, period, basePeriod: null, addends: addendsOf(row, column, table) };
}

function levelOf(number: NumberMention, { isPercent }: Column): Part["numbers"] {
  return number.unit === "percent" || isPercent ? { share: number } : { count: number };
}

function rowPeriod({ cells: [label] }: Row, { mentions }: InTable): string | null {
  if (label === undefined) return null;
  const period = firstFrom(mentions.periods, label.start);
  return period !== undefined && period.end <= label.end ? period.label : null;
}

/** The rows above a total row, or the cells before a total column; null when one of them is no number. */
function addendsOf(row: Row, column: Column, { rows, isWhole, columns }: InTable): readonly NumberMention[] | null {
  if (row.isTotal) {
    if (!isWhole) return null;
    const parts = rows.filter((other) => !other.isTotal).map(({ numbers }) => numbers[column.index]);
    return allNumbers(
      parts,
      rows.filter((other) => !other.isTotal).map(({ cells }) => cells[column.index]?.text ?? ""),
    );
  }
  if (!column.isTotal) return null;
  const others = columns.filter((other) => other.kind === "level" && !other.isTotal);
  const addends = allNumbers(
    others.map(({ index }) => row.numbers[index]),
    others.map(({ index }) => row.cells[index]?.text ?? ""),
  );
  const isOfPeriods = others.some(({ period }) => period !== null);
  return isOfPeriods && sumOf(addends ?? []) !== row.numbers[column.index]?.value ? null : addends;
}

function sumOf(numbers: readonly NumberMention[]): number {
  return numbers.reduce((sum, { value }) => sum + value, 0);
}

/** All of them, when each is a number or a dash for none. */
function allNumbers(
  list: readonly (NumberMention | undefined)[],
  cells: readonly string[],
): readonly NumberMention[] | null {
  const numbers = list.filter((n) => n !== undefined);
  const isWhole = list.every((number, i) =>
    number === undefined ? /^[-\u2013\u2014]$/.test(cells[i] ?? "") : !/^<|\*/.test(cells[i] ?? ""),
  );
  return isWhole && numbers.length > 1 ? numbers : null;
}

function partOf(rule: string, numbers: Part["numbers"]): Part {
  const list = Object.values(numbers);
  const start = Math.min(...list.map((n) => n.start));
  const end = Math.max(...list.map((n) => n.end));
  const direction = (numbers.pct ?? numbers.diff)?.direction ?? null;
  return { rule, start, end, numbers, direction, isNoun: false };
}

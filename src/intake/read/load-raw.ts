import { join, name, type Session, type Sql, sql } from "../../engine/index.ts";
import { csvCell } from "./csv-text.ts";
import { recordBatches } from "./records.ts";
import type { RawRecord, Sheet, UnreadableRecord } from "./sheet.ts";

export interface RawTable {
  readonly table: string;
  /** How many columns `c1` to `cN` the table has. */
  readonly columns: number;
  /** Lines above the first record (title, header); rows of the sheet for a workbook. */
  readonly skipLines: number;
}

export interface Loaded {
  readonly records: number;
  readonly unreadable: readonly UnreadableRecord[];
}

/**
 * Every record of a sheet as rows of a new table: `line`, `width` (its number of cells), `c1` to `cN` (NULL where
 * the record is too short), and `text`, the record itself, where its width is not N. A text that is plain and of
 * one width is DuckDB's to read; any other is read the careful way. Both give the same table.
 */
export async function loadRaw(session: Session, sheet: Sheet, into: RawTable): Promise<Loaded> {
  const fast = await maybeLoadFast(session, sheet, into);
  return fast ?? loadCarefully(session, sheet, into);
}

/** The fast way, or nothing when the text is not for it; exported for the test that holds both ways together. */
export async function maybeLoadFast(session: Session, sheet: Sheet, into: RawTable): Promise<Loaded | undefined> {
  const { table } = into;
  const expected = evenRecords(sheet, into);
  if (expected === undefined) return undefined;
  try {
    await session.run(createFrom(readPlain(sheet.csv, into), into));
  } catch {
    return undefined; // whatever DuckDB refuses, the careful way reads or rejects record by record
  }
  const [counted] = await session.rows<{ n: number }>(sql`SELECT COUNT(*) AS n FROM ${name(table)}`);
  // One row a line, and no line without a row, is the proof that DuckDB saw the lines that we saw.
  if (counted?.n === expected) return { records: expected, unreadable: [] };
  await session.run(sql`DROP TABLE ${name(table)}`);
  return undefined;
}

/** How many records there are, if each is one line and DuckDB can be trusted to refuse one of another width. */
function evenRecords({ lines }: Sheet, { columns, skipLines }: RawTable): number | undefined {
  if (lines?.plain !== true || columns < 2) return undefined;
  // DuckDB passes over one empty cell too many at the end of a record without a word; the commas tell.
  if (lines.mostCommas >= columns || lines.lines <= skipLines) return undefined;
  return lines.lines - skipLines;
}

function createFrom(rows: Sql, { table, columns, skipLines }: RawTable): Sql {
  return sql`CREATE TABLE ${name(table)} AS
SELECT
  CAST(ROW_NUMBER() OVER () + ${skipLines} AS BIGINT) AS line,
  CAST(${columns} AS BIGINT) AS width,
  ${join(cellNames(columns))},
  CAST(NULL AS VARCHAR) AS text
FROM ${rows}`;
}

function readPlain(csv: string, { columns, skipLines }: RawTable): Sql {
  const types = join(Array.from({ length: columns }, (_, i) => sql`${`c${i + 1}`}: 'VARCHAR'`));
  return sql`read_csv(${csv}, columns = {${types}}, auto_detect = false, header = false, skip = ${skipLines},
  delim = ',', quote = '"', escape = '"', comment = '', nullstr = ${NEVER}, strict_mode = true)`;
}

/** A text that stands for NULL and cannot occur: an empty cell stays an empty text. */
const NEVER = "\u0001\u0002null\u0002\u0001";

/** The careful way; exported for the test that holds both ways together. */
export async function loadCarefully(session: Session, sheet: Sheet, into: RawTable): Promise<Loaded> {
  const { table, columns, skipLines } = into;
  await session.run(createEmpty(into));
  const unreadable: UnreadableRecord[] = [];
  let records = 0;
  let waiting: Row[] = [];
  const append = async (): Promise<void> => {
    await session.appendText(table, waiting);
    records += waiting.length;
    waiting = [];
  };
  for await (const batch of recordBatches(sheet, skipLines)) {
    unreadable.push(...batch.unreadable);
    for (const record of batch.records) waiting.push(rowOf(record, columns));
    if (waiting.length >= APPENDED_AT_ONCE) await append();
  }
  await append();
  return { records, unreadable };
}

type Row = readonly (string | number | null)[];

/** Rows handed to DuckDB together: beginning and ending to append costs as much as some hundred rows. */
const APPENDED_AT_ONCE = 8192;

function createEmpty({ table, columns }: RawTable): Sql {
  const cells = cellNames(columns).map((cell) => sql`${cell} VARCHAR`);
  return sql`CREATE TABLE ${name(table)} (line BIGINT, width BIGINT, ${join(cells)}, text VARCHAR)`;
}

function rowOf({ line, cells }: RawRecord, columns: number): Row {
  const row: (string | number | null)[] = [line, cells.length];
  for (let i = 0; i < columns; i++) row.push(cells[i] ?? null);
  row.push(cells.length === columns ? null : cells.map(csvCell).join(","));
  return row;
}

function cellNames(columns: number): Sql[] {
  return Array.from({ length: columns }, (_, i) => name(`c${i + 1}`));
}

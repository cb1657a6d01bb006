import { createReadStream } from "node:fs";
import { type CsvError, type Options, parse, type Parser } from "csv-parse";
import { LONGEST_RECORD } from "./limits.ts";
import type { RawRecord, Sheet, UnreadableRecord } from "./sheet.ts";

/** What one chunk of a text gave. */
export interface Batch {
  readonly records: readonly RawRecord[];
  readonly unreadable: readonly UnreadableRecord[];
}

/**
 * The careful way to read a text: any mix of line ends, quotes out of place, line breaks in quotes, true line
 * numbers. Where a quote opens and never closes, its first line is unreadable and reading goes on below it.
 */
export async function* recordBatches(sheet: Sheet, skipLines = 0): AsyncGenerator<Batch> {
  if (sheet.lines?.numbering === "rows") return yield* onlyAfter(skipLines, readFrom(sheet, 0));
  yield* readFrom(sheet, skipLines);
}

/** The first records, blank lines left out, to recognise a header by. */
export async function firstRecords(sheet: Sheet, count: number): Promise<RawRecord[]> {
  const first: RawRecord[] = [];
  for await (const { records } of recordBatches(sheet)) {
    first.push(...records.slice(0, count - first.length));
    if (first.length >= count) break;
  }
  return first;
}

async function* onlyAfter(skipRows: number, batches: AsyncIterable<Batch>): AsyncGenerator<Batch> {
  for await (const { records, unreadable } of batches) {
    yield { records: records.filter(({ line }) => line > skipRows), unreadable };
  }
}

/** A stray quote makes us read on from the next line; a text with more of them is not read to its end. */
const MOST_RESTARTS = 100;

async function* readFrom(sheet: Sheet, skipLines: number): AsyncGenerator<Batch> {
  let skip = skipLines;
  for (let restarts = 0; restarts <= MOST_RESTARTS; restarts++) {
    const from = await offsetAfterLines(sheet.csv, skip);
    if (from === undefined) return;
    const stop: Stop | undefined = yield* readUntilStopped(sheet, { from, firstLine: skip + 1 });
    if (stop === undefined) return;
    const at = (await offsetAfterLines(sheet.csv, stop.line - 1)) ?? 0;
    const { batch, lines } = await readStopped(sheet, stop, at);
    yield batch;
    skip = stop.line - 1 + lines;
  }
  const from = await offsetAfterLines(sheet.csv, skip);
  if (from === undefined) return;
  const rest: UnreadableRecord = { line: skip + 1, reason: "quote-not-closed", text: await lineAt(sheet.csv, from) };
  yield { records: [], unreadable: [rest] };
}

/** Where reading could not go on, or went on at a record that may have swallowed its neighbours. */
interface Stop {
  readonly line: number;
  readonly reason: UnreadableRecord["reason"];
  readonly doubtful?: RawRecord;
}

async function* readUntilStopped(
  { csv, lines }: Sheet,
  { from, firstLine }: { readonly from: number; readonly firstLine: number },
): AsyncGenerator<Batch, Stop | undefined> {
  const isWorkbook = lines?.numbering === "rows";
  let line = firstLine;
  let records: RawRecord[] = [];
  let doubtful: RawRecord | undefined;
  const parser = parserOf({ relax_quotes: true, max_record_size: isWorkbook ? 0 : LONGEST_RECORD }, (cells) => {
    if (doubtful !== undefined) return;
    const breaks = lineBreaksIn(cells);
    if (breaks > 0 && !isWorkbook && cells.some((cell) => cell.startsWith('"'))) doubtful = { line, cells };
    else if (!isBlank(cells)) records.push({ line, cells });
    if (doubtful === undefined) line += isWorkbook ? 1 : 1 + breaks;
  });
  for await (const chunk of chunksOf(csv, from)) {
    const reason = await feed(parser, chunk);
    yield { records, unreadable: [] };
    records = [];
    if (doubtful !== undefined) return { line, reason: "quote-not-closed", doubtful };
    if (reason !== undefined) return { line, reason };
  }
  return undefined;
}

/**
 * A quote that opens by mistake seems to close at the next quote, lines below, and what lies between would be
 * lost in one cell. So a doubtful record counts only if it can be read without leniency about quotes.
 */
async function readStopped(
  { csv }: Sheet,
  { line, reason, doubtful }: Stop,
  at: number,
): Promise<{ batch: Batch; lines: number }> {
  if (doubtful !== undefined && (await startsWithStrictRecord(csv, at))) {
    return { batch: { records: [doubtful], unreadable: [] }, lines: 1 + lineBreaksIn(doubtful.cells) };
  }
  const text = await lineAt(csv, at);
  return { batch: { records: [], unreadable: [{ line, reason, text }] }, lines: 1 };
}

async function startsWithStrictRecord(csv: string, at: number): Promise<boolean> {
  let found = false;
  const parser = parserOf({ max_record_size: LONGEST_RECORD }, () => {
    found = true;
  });
  for await (const chunk of chunksOf(csv, at)) {
    const reason = await feed(parser, chunk);
    if (found || reason !== undefined) break;
  }
  return found;
}

function parserOf(options: Options, onRecord: (cells: readonly string[]) => void): Parser {
  return parse({
    ...options,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    on_record: (cells: string[]) => {
      onRecord(cells);
      return null;
    },
  });
}

/** The chunks of a text from an offset on, and `undefined` for its end. */
async function* chunksOf(csv: string, from: number): AsyncGenerator<Uint8Array | undefined> {
  for await (const chunk of createReadStream(csv, { start: from })) {
    yield chunk as Uint8Array;
  }
  yield undefined;
}

/** Gives the parser a chunk (or the end) and tells why it could not go on, if so. */
function feed(parser: Parser, chunk: Uint8Array | undefined): Promise<UnreadableRecord["reason"] | undefined> {
  return new Promise((resolve, reject) => {
    const done = (error?: Error | null): void => {
      const reason = error === null || error === undefined ? undefined : REASONS[(error as CsvError).code];
      if (error !== null && error !== undefined && reason === undefined) reject(error);
      else resolve(reason);
    };
    parser.once("error", done);
    const settled = (error?: Error | null): void => {
      parser.off("error", done);
      if (error !== null && error !== undefined) parser.once("error", () => {});
      done(error);
    };
    if (chunk === undefined) parser.end(settled);
    else parser.write(chunk, settled);
  });
}

const REASONS: Readonly<Record<string, UnreadableRecord["reason"]>> = {
  CSV_QUOTE_NOT_CLOSED: "quote-not-closed",
  CSV_MAX_RECORD_SIZE: "record-too-long",
  CSV_INVALID_CLOSING_QUOTE: "quote-not-closed",
  INVALID_OPENING_QUOTE: "quote-not-closed",
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: "quote-not-closed",
};

const isBlank = (cells: readonly string[]): boolean => cells.length === 1 && cells[0] === "";

function lineBreaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    if (cell.includes("\n") || cell.includes("\r")) breaks += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
  }
  return breaks;
}

/** The byte at which the line after the first `lines` begins; nothing when the text is no longer than they. */
async function offsetAfterLines(csv: string, lines: number): Promise<number | undefined> {
  if (lines === 0) return 0;
  let offset = 0;
  let ended = 0;
  let afterCr = false;
  for await (const chunk of createReadStream(csv)) {
    for (const byte of chunk as Uint8Array) {
      if (afterCr && byte !== 10 && ended === lines) return offset;
      if ((byte === 10 && !afterCr) || byte === 13) ended++;
      afterCr = byte === 13;
      offset++;
      if (ended === lines && byte === 10) return offset;
    }
  }
  return undefined;
}

async function lineAt(csv: string, offset: number): Promise<string> {
  for await (const chunk of createReadStream(csv, { start: offset, end: offset + 2000 })) {
    return ((chunk as Buffer).toString("utf8").split(/[\r\n]/, 1)[0] ?? "").slice(0, 500);
  }
  return "";
}

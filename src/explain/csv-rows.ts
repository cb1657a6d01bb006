import type { CsvError } from "csv-parse";
import { UserError } from "../base/index.ts";

/** A row of a file and the line it begins in, the header being line 1. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** Looks at a line of a text, from its first letter to before its end; says whether it need not be cut into cells. */
export type Taken = (text: string, at: number, end: number) => boolean;

/**
 * The rows of a CSV text, header first. Lines end with LF, CR LF or CR. Where no cell needs quotes, each line is
 * offered to `taken` first, and only what is left is given as a row.
 */
export async function csvRows(text: string, file: string, taken: Taken): Promise<IterableIterator<CsvRow>> {
  const bare = text.includes('"') ? text.replace(NEEDLESS_QUOTES, "$1") : text;
  return bare.includes('"') ? quotedRows(text, file) : plainRows(bare, taken);
}

/** Quotes around a whole cell that holds nothing which needs them. */
const NEEDLESS_QUOTES = /(?<![^,\r\n])"([^",\r\n]*)"(?![^,\r\n])/g;

/** Without a quote anywhere a row is a line, and reading it so is much faster than looking at every letter. */
function* plainRows(text: string, taken: Taken): Generator<CsvRow> {
  const end = text.includes("\n") ? "\n" : "\r";
  for (let at = 0, line = 1; at < text.length; line++) {
    const found = text.indexOf(end, at);
    const stop = found === -1 ? text.length : found;
    const last = end === "\n" && stop > at && text[stop - 1] === "\r" ? stop - 1 : stop;
    if (!taken(text, at, last)) yield { cells: text.slice(at, last).split(","), line };
    at = stop + 1;
  }
}

async function quotedRows(text: string, file: string): Promise<IterableIterator<CsvRow>> {
  const { parse } = await import("csv-parse/sync");
  let line = 0;
  const rows: CsvRow[] = [];
  try {
    parse(text, {
      relax_column_count: true,
      on_record: (cells: string[], { lines }: { lines: number }) => {
        rows.push({ cells, line: line + 1 });
        line = lines;
        return null;
      },
    });
  } catch (cause) {
    throw unreadable(file, cause as CsvError);
  }
  return rows.values();
}

function unreadable(file: string, cause: CsvError): UserError {
  return new UserError(
    {
      code: "E_OBSERVATIONS",
      found: `${file}: ${cause.message}`,
      expected: "cells that begin and end with a quotation mark when they hold one",
    },
    { cause },
  );
}

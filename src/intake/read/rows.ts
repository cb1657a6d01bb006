import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { csvCell } from "./csv-text.ts";
import type { Limits } from "./limits.ts";
import { lineScanner } from "./lines.ts";
import { type Place, refuseTooLarge } from "./refuse.ts";
import type { UnpackedText } from "./text.ts";

/** The rows of one sheet of a workbook while it is read: row N of the sheet becomes record N of a CSV. */
export interface Rows {
  /** Takes a row (from 1, ascending); blank cells at its end and rows that are only blank may be left out. */
  add(row: number, cells: readonly string[]): void;
  isEmpty(): boolean;
  /** Writes the rows out, every one as wide as the widest, blank rows as blank lines. */
  write(csv: string): Promise<UnpackedText>;
}

/** Collects rows in memory, within the limits, since the width is known only at the end. */
export function collectRows(place: Place, limits: Limits): Rows {
  const rows: WrittenRow[] = [];
  let written = 0; // bytes, roughly: characters and commas
  let width = 0;

  function add(row: number, cells: readonly string[]): void {
    const filled = filledLength(cells);
    if (filled === 0) return;
    guardCorner(row, filled);
    guardText((written += cells.reduce((sum, cell) => sum + cell.length + 1, 0)));
    while (rows.length < row - 1) rows.push(BLANK);
    rows.push({ text: cells.slice(0, filled).map(csvCell).join(","), width: filled });
    width = Math.max(width, filled);
  }

  function guardCorner(row: number, column: number): void {
    if (row <= limits.sheetRows && column <= limits.sheetColumns) return;
    const most = `at most ${limits.sheetRows} rows and ${limits.sheetColumns} columns`;
    throw refuseTooLarge(place, `has a cell in row ${row}, column ${column}`, most);
  }

  function guardText(bytes: number): void {
    if (bytes <= limits.xmlBytes) return;
    throw refuseTooLarge(place, `has ${bytes} bytes in its cells or more`, `at most ${limits.xmlBytes} in a sheet`);
  }

  async function write(csv: string): Promise<UnpackedText> {
    guardText(rows.reduce((sum, row) => sum + (row === BLANK ? 0 : width - row.width), written));
    return writeRows(rows, { width, csv });
  }

  return { add, isEmpty: () => rows.length === 0, write };
}

interface WrittenRow {
  readonly text: string;
  readonly width: number;
}

const BLANK: WrittenRow = { text: "", width: 0 };

function filledLength(cells: readonly string[]): number {
  let length = cells.length;
  while (length > 0 && (cells[length - 1] ?? "") === "") length--;
  return length;
}

async function writeRows(
  rows: readonly WrittenRow[],
  { width, csv }: { readonly width: number; readonly csv: string },
): Promise<UnpackedText> {
  const hash = createHash("sha256");
  const scanner = lineScanner();
  let bytes = 0;
  const out = await open(csv, "w");
  try {
    for (let i = 0; i < rows.length; i += 5000) {
      const chunk = Buffer.from(
        rows
          .slice(i, i + 5000)
          .map((row) => lineOf(row, width))
          .join(""),
      );
      hash.update(chunk);
      scanner.see(chunk);
      bytes += chunk.length;
      await out.write(chunk);
    }
  } finally {
    await out.close();
  }
  return { contentSha256: hash.digest("hex"), bytes, csv, lines: { ...scanner.end(), numbering: "rows" } };
}

function lineOf(row: WrittenRow, width: number): string {
  return row === BLANK ? "\n" : `${row.text}${",".repeat(width - row.width)}\n`;
}

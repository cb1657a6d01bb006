import { isoOfSerial } from "./excel-date.ts";
import { shortestNumber } from "./number-text.ts";
import { localName } from "./xlsx-names.ts";
import { textRuns, unescapeText } from "./xlsx-strings.ts";
import type { Workbook } from "./xlsx.ts";
import type { XmlListener } from "./xml.ts";

/** Where the rows of a worksheet go. */
export interface RowTaker {
  row(number: number, cells: readonly string[]): void;
  damaged(why: string): void;
}

/** Hears a worksheet: rows of cells as text. */
export function worksheetListener(workbook: Workbook, taker: RowTaker): XmlListener {
  let row = 0;
  let cells: string[] = [];
  let cell: Cell = NO_CELL;
  let value = "";
  let inValue = false;
  const runs = textRuns();

  function open(element: string, attributes: Readonly<Record<string, string>>): void {
    const local = localName(element);
    if (local === "row") startRow(attributes["r"]);
    else if (local === "c") startCell(attributes);
    else if (local === "v") inValue = true;
    else runs.open(local);
  }

  function startRow(written: string | undefined): void {
    const number = written === undefined ? row + 1 : Number(written);
    if (!Number.isSafeInteger(number) || number <= row) taker.damaged(`row ${written} follows row ${row}`);
    row = number;
    cells = [];
  }

  function startCell({ r, t = "n", s = "" }: Readonly<Record<string, string>>): void {
    const column = r === undefined ? cells.length : (columnOf(r) ?? LAST_COLUMN);
    if (column < cells.length || column >= LAST_COLUMN) {
      taker.damaged(`the cell ${r ?? ""} follows column ${cells.length}`);
    }
    cell = { column, type: t, style: s };
    value = "";
    runs.take();
  }

  function close(element: string): void {
    const local = localName(element);
    if (local === "c") {
      while (cells.length < cell.column) cells.push("");
      cells.push(cell.type === "inlineStr" ? runs.take() : textOf(cell, value, workbook));
    } else if (local === "row") taker.row(row, cells);
    else if (local === "v") inValue = false;
    else runs.close(local);
  }

  function text(text: string): void {
    if (inValue) value += text;
    else runs.text(text);
  }

  return { open, close, text };
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: string;
}

/** Columns end with XFD. */
const LAST_COLUMN = 16_384;

const NO_CELL: Cell = { column: 0, type: "n", style: "" };

function textOf({ type, style }: Cell, value: string, { shared, kinds, from1904 }: Workbook): string {
  if (value === "") return "";
  if (type === "s") return shared[Number(value)] ?? "";
  if (type === "str") return unescapeText(value);
  if (type === "b") return value.trim() === "1" ? "TRUE" : "FALSE";
  if (type !== "n") return value; // an error such as #DIV/0!, or a date already in ISO form
  const kind = kinds[Number(style || "0")] ?? "number";
  const moment = kind === "number" ? undefined : isoOfSerial(Number(value), { kind, from1904 });
  return moment ?? shortestNumber(value);
}

/** The column of a reference, from 0: `B7` → 1; nothing for what is no reference. */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d+$)/.exec(reference)?.[0];
  if (letters === undefined) return undefined;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

import type { Limits } from "./limits.ts";
import { odsCellText } from "./ods-cell.ts";
import type { OdsTable } from "./ods.ts";
import { type Place, refuseTooLarge } from "./refuse.ts";
import { collectRows, type Rows } from "./rows.ts";
import type { XmlListener } from "./xml.ts";

type Attributes = Readonly<Record<string, string>>;

/** Hears `content.xml` and hands on each table at its end. */
export function odsListener(
  { place, limits }: { readonly place: Place; readonly limits: Limits },
  onTable: (table: OdsTable) => void,
): XmlListener {
  const hidden = hiddenStyles();
  let table: { readonly source: string; readonly rows: Rows; next: number } | undefined;
  let row: RowState = noRow();
  let cell: CellState | undefined;
  let skipping = 0;

  function open(element: string, attributes: Attributes): void {
    if (skipping > 0 || isAside(element)) {
      skipping++;
      return;
    }
    hidden.open(element, attributes);
    if (element === "table:table") startTable(attributes);
    else if (element === "table:table-row")
      row = { ...noRow(), repeated: count(attributes["table:number-rows-repeated"]) };
    else if (CELLS.has(element)) cell = { attributes, covered: element === COVERED, paragraphs: [] };
    else if (cell !== undefined) openText(cell, element, attributes);
  }

  function startTable(attributes: Attributes): void {
    const mark = hidden.has(attributes["table:style-name"]) ? " (hidden)" : "";
    const source = `${place}#${attributes["table:name"] ?? ""}${mark}`;
    table = { source, rows: collectRows(source, limits), next: 1 };
  }

  function close(element: string): void {
    if (skipping > 0) {
      skipping--;
      return;
    }
    if (CELLS.has(element)) endCell();
    else if (element === "table:table-row") endRow();
    else if (element === "table:table" && table !== undefined) {
      onTable(table);
      table = undefined;
    }
  }

  function endCell(): void {
    if (cell === undefined) return;
    const repeated = count(cell.attributes["table:number-columns-repeated"]);
    const text = cell.covered ? "" : odsCellText(cell.attributes, cell.paragraphs);
    cell = undefined;
    if (text === "") {
      row = { ...row, blanks: row.blanks + repeated };
      return;
    }
    const width = row.cells.length + row.blanks + repeated;
    if (width > limits.sheetColumns) throw refuseWidth(width);
    row.cells.push(...Array.from({ length: row.blanks }, () => ""), ...Array.from({ length: repeated }, () => text));
    row = { ...row, blanks: 0 };
  }

  function refuseWidth(width: number): Error {
    return refuseTooLarge(table?.source ?? place, `has ${width} columns`, `at most ${limits.sheetColumns}`);
  }

  /** Rows of blanks only move on, so the thousands that fill a sheet up to its end cost nothing. */
  function endRow(): void {
    if (table === undefined) return;
    const { cells, repeated } = row;
    const first = table.next;
    table.next += repeated;
    for (let i = 0; i < repeated && cells.length > 0; i++) table.rows.add(first + i, cells);
  }

  function text(text: string): void {
    if (skipping === 0 && cell !== undefined) addText(cell, text.replaceAll(/[ \t\r\n]+/g, " "));
  }

  return { open, close, text };
}

const COVERED = "table:covered-table-cell";
const CELLS: ReadonlySet<string> = new Set(["table:table-cell", COVERED]);

interface RowState {
  readonly repeated: number;
  /** Blank cells since the last filled one; they count only when another filled one follows. */
  readonly blanks: number;
  readonly cells: string[];
}

const noRow = (): RowState => ({ repeated: 1, blanks: 0, cells: [] });

interface CellState {
  readonly attributes: Attributes;
  readonly covered: boolean;
  readonly paragraphs: string[];
}

/** Comments, drawings and the memory of deleted cells hold text that is no cell's. */
function isAside(element: string): boolean {
  return ASIDES.has(element) || element.startsWith("draw:");
}

const ASIDES: ReadonlySet<string> = new Set([
  "office:annotation",
  "table:shapes",
  "table:tracked-changes",
  "table:dde-links",
  "table:named-expressions",
  "text:ruby-text",
]);

function openText(cell: CellState, element: string, attributes: Attributes): void {
  if (element === "text:p" || element === "text:h") cell.paragraphs.push("");
  else if (element === "text:s") addText(cell, " ".repeat(Math.min(count(attributes["text:c"]), 1000)));
  else if (element === "text:tab") addText(cell, "\t");
  else if (element === "text:line-break") addText(cell, "\n");
}

/** Text outside a paragraph is only the layout of the XML. */
function addText({ paragraphs }: CellState, text: string): void {
  if (paragraphs.length > 0) paragraphs[paragraphs.length - 1] += text;
}

function count(written: string | undefined): number {
  const number = Number(written ?? "1");
  return Number.isSafeInteger(number) && number > 0 ? number : 1;
}

/** The styles that hide a table; they stand before the tables. */
function hiddenStyles(): {
  open(element: string, attributes: Attributes): void;
  has(style: string | undefined): boolean;
} {
  const hidden = new Set<string>();
  let style = "";
  return {
    open(element, attributes) {
      if (element === "style:style") style = attributes["style:name"] ?? "";
      if (element === "style:table-properties" && attributes["table:display"] === "false") hidden.add(style);
    },
    has: (name) => name !== undefined && hidden.has(name),
  };
}

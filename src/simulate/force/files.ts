import { closeSync, mkdirSync, openSync, statSync, writeSync } from "node:fs";
import path from "node:path";
import { type Effects, misuse } from "../../base/index.ts";
import { isoMinute } from "./calendar.ts";
import { type ForceQuestion, forceRows, TOWN_SIZE } from "./force.ts";
import { HOME_FORCE } from "./forces.ts";
import { DELIVERED } from "./recorder.ts";
import { type Cells, type TableName, TABLES } from "./tables.ts";

/** A file that was written. */
export interface WrittenFile {
  readonly path: string;
  readonly rows: number;
}

/** Writes an invented force's delivery, and the truth beside it, into a folder; what is there under these names is replaced. */
export function writeForce(folder: string, question: ForceQuestion, { progress }: Effects): readonly WrittenFile[] {
  const towns = forceRows(question);
  makeFolder(folder);
  const files = new Map(Object.keys(TABLES).map((name) => [name as TableName, openTable(folder, name as TableName)]));
  let people = 0;
  for (const rows of towns) {
    for (const [name, file] of files) file.write(rows[name]);
    people = Math.min(question.people, people + TOWN_SIZE);
    progress(`${people} of ${question.people} people`);
  }
  const written = [...files].map(([name, file]) => ({ path: TABLES[name].file, rows: file.close() }));
  const received = openText(path.join(folder, "received.json"));
  received.write(`${JSON.stringify({ receivedAt: isoMinute(DELIVERED), force: HOME_FORCE })}\n`);
  received.close();
  return [...written, { path: "received.json", rows: 1 }];
}

function makeFolder(folder: string): void {
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there !== undefined && !there.isDirectory()) {
    throw misuse({
      code: "E_OUT",
      found: `${folder} is a file`,
      expected: "a folder to write into",
      remedy: "Name another.",
    });
  }
  mkdirSync(path.join(folder, "truth"), { recursive: true });
}

function openTable(folder: string, name: TableName): { write: (rows: readonly Cells[]) => void; close: () => number } {
  const { file, columns } = TABLES[name];
  const out = openText(path.join(folder, file));
  out.write(`${columns.join(",")}\n`);
  let count = 0;
  return {
    write: (rows) => {
      count += rows.length;
      out.write(rows.map(csvLine).join(""));
    },
    close: () => {
      out.close();
      return count;
    },
  };
}

function openText(file: string): { write: (text: string) => void; close: () => void } {
  const handle = openSync(file, "w");
  return { write: (text) => void writeSync(handle, text), close: () => closeSync(handle) };
}

/** One line of CSV as in RFC 4180, ended by a line feed. */
function csvLine(cells: Cells): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\n`;
}

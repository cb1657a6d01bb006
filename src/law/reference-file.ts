import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { UserError } from "../base/index.ts";
import type { Cell } from "./cells.ts";
import { csvLines, type CsvLine } from "./csv.ts";

/** The columns of a reference file and how each is read. */
export type Columns = Readonly<Record<string, Cell<unknown>>>;

/** A reference file, declared once. */
export interface ReferenceFile<C extends Columns> {
  readonly name: string;
  /** The columns that tell rows apart. */
  readonly key: readonly string[];
  readonly columns: C;
}

/** A row of a reference file, with the line it stands on. */
export type RowOf<F> =
  F extends ReferenceFile<infer C>
    ? { readonly [K in keyof C]: C[K] extends Cell<infer T> ? T : never } & { readonly line: number }
    : never;

/** Declares a reference file. */
export function file<const C extends Columns>(name: string, key: readonly string[], columns: C): ReferenceFile<C> {
  return { name, key, columns };
}

/** Reads one reference file; throws `E_REFERENCE`, naming file and line, for anything that is not as declared. */
export function readFile<C extends Columns>(folder: string, declared: ReferenceFile<C>): RowOf<ReferenceFile<C>>[] {
  const { name, key } = declared;
  const [head, ...lines] = csvLines(textOf(folder, name));
  const reader: Reader = { name, columns: headOf(declared, head), cells: declared.columns };
  const seen = new Set<string>();
  return lines.map((line) => {
    const row = readRow(reader, line);
    const own = key.length === 1 ? String(row[key[0] ?? ""]) : key.map((each) => row[each]).join("\u0000");
    if (seen.has(own)) throw badReference(name, line.line, `${key.join(" and ")} of another row`, "a key of its own");
    seen.add(own);
    return row as RowOf<ReferenceFile<C>>;
  });
}

/** The mistake of a reference file, with its line. */
export function badReference(name: string, line: number, found: string, expected: string): UserError {
  const at = `${name}, line ${line}: ${found}`;
  return new UserError({ code: "E_REFERENCE", found: at, expected, remedy: "Correct the row." });
}

interface Reader {
  readonly name: string;
  /** In the order of the file. */
  readonly columns: readonly string[];
  readonly cells: Columns;
}

function textOf(folder: string, name: string): string {
  const full = path.join(folder, name);
  if (existsSync(full)) return readFileSync(full, "utf8");
  throw new UserError({
    code: "E_REFERENCE",
    found: `no ${name} in ${folder}`,
    expected: "a file of the knowledge base",
  });
}

function headOf<C extends Columns>({ name, columns }: ReferenceFile<C>, head: CsvLine | undefined): readonly string[] {
  const found = head?.cells ?? [];
  const wanted = Object.keys(columns);
  if (found.length === wanted.length && wanted.every((each) => found.includes(each))) return found;
  throw badReference(name, 1, `the columns ${found.join(", ") || "(none)"}`, `the columns ${wanted.join(", ")}`);
}

function readRow(reader: Reader, { line, cells }: CsvLine): Record<string, unknown> {
  const { name, columns } = reader;
  if (cells.length !== columns.length) {
    throw badReference(name, line, `${cells.length} cells`, `${columns.length} cells`);
  }
  const row: Record<string, unknown> = { line };
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i] as string;
    const cell = reader.cells[column] as Cell<unknown>;
    const value = cell.read(cells[i] as string);
    if (value === undefined) throw badReference(name, line, `${column} "${cells[i]}"`, cell.expected);
    row[column] = value;
  }
  const { valid_from: from, valid_to: to } = row;
  if (typeof from === "string" && typeof to === "string" && to < from) {
    throw badReference(name, line, `valid_to ${to} before valid_from ${from}`, "an end after its beginning");
  }
  return row;
}

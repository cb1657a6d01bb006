import { join, matches, name, type Sql, sql } from "../engine/index.ts";
import { moment, momentCell, precisionOf } from "./force/moments.ts";
import type { HeaderMatch, Profile } from "./profile.ts";
import type { Reader } from "./readers.ts";
import { trimmed } from "./trimmed.ts";

/** What a header match makes of a raw table: every row with its values, or the reason why not. */
export interface Received {
  /** Rows offered: those of the raw table, or the cells of a wide one. */
  readonly offered: Sql;
  /** Rows of the lake table, in the order of the file. */
  readonly accepted: Sql;
  /** Rows of the reject table. */
  readonly rejected: Sql;
}

/** Where raw rows are, and what is the same for all of them. */
export interface ReceiveOptions {
  readonly raw: Sql;
  readonly width: number;
  readonly batch: string;
  /** Columns that the file does not have in its rows, such as the delivery, or may leave blank in them, such as the force. */
  readonly given?: Readonly<Record<string, Sql>>;
}

/**
 * SQL that reads raw cells into typed values, and finds the first reason against each row that has one.
 * Cells are trimmed, then read, then doubted, each in a select of its own, so that no work is done twice.
 */
export function receive(match: HeaderMatch, { raw, width, batch, given = {} }: ReceiveOptions): Received {
  const cells = [...cellsOf(match)].map(([column, { cell, read, keeps }]) => ({ column, cell, read, keeps }));
  const source = sourceOf(match, raw);
  const ragged = sql`width <> ${width}`;
  const doubted = cells.filter(({ keeps }) => !keeps);
  const doubtful = join([ragged, ...doubted.map((each) => doubtOf(each))], sql`\n  OR `);
  const firstOf = (whenRagged: Sql, say: (each: NamedCell) => Sql): Sql =>
    sql`CASE WHEN ${ragged} THEN ${whenRagged}${join(
      doubted.map((each) => sql`\n    WHEN ${doubtOf(each)} THEN ${say(each)}`),
      sql``,
    )} END`;
  const read = readCells(cells, { source, shown: rowText(match, width) });
  return {
    offered: sql`SELECT COUNT(*) AS n FROM (${source}) AS source`,
    accepted: sql`SELECT ${acceptedColumns(match, cells, { ...given, batch: sql`${batch}` })}
FROM (${read}) AS read_cells
WHERE NOT (${doubtful})`,
    rejected: sql`SELECT ${batch} AS batch, line AS source_line,
  ${firstOf(sql`'ragged-row'`, (each) => sql`${each.read.reason}`)} AS reason,
  ${firstOf(sql`''`, ({ column }) => sql`${column}`)} AS column_name,
  ${firstOf(sql`width || ' cells, not ' || ${width}`, ({ column }) => cellName(column))} AS found,
  row_text
FROM (${read}) AS read_cells
WHERE ${doubtful}`,
  };
}

function readCells(cells: readonly NamedCell[], { source, shown }: { source: Sql; shown: Sql }): Sql {
  const trimmedCells = cells.map(({ column, cell }) => sql`${cell} AS ${cellName(column)}`);
  const values = cells.map(({ column, read }) => sql`${valueOf(cellName(column), read)} AS ${name(column)}`);
  return sql`SELECT *, ${join(values)}
  FROM (SELECT line, width, ${shown} AS row_text, ${join(trimmedCells)} FROM (${source}) AS source) AS trimmed`;
}

function acceptedColumns(
  { profile: { makes, derived = {} } }: HeaderMatch,
  cells: readonly NamedCell[],
  given: Readonly<Record<string, Sql>>,
): Sql {
  const row = { value: (each: string) => name(each), cell: cellName };
  const read = new Set(cells.map(({ column }) => column));
  const columns = Object.keys(makes.columns).map((column) => {
    if (column === "source_line") return sql`line AS source_line`;
    if (column === "unread") return sql`${notesOf(cells)} AS unread`;
    const own = derived[column]?.(row) ?? (read.has(column) ? name(column) : undefined);
    const value = own === undefined ? (given[column] ?? precisionIn(column, read)) : withDefault(own, given[column]);
    return sql`${value} AS ${name(column)}`;
  });
  return join(columns);
}

function withDefault(value: Sql, otherwise: Sql | undefined): Sql {
  return otherwise === undefined ? value : sql`COALESCE(${value}, ${otherwise})`;
}

/** A column that the file has nothing for is unknown; a moment's precision comes from the moment's own cell. */
function precisionIn(column: string, read: ReadonlySet<string>): Sql {
  const of = column.replace(/_precision$/, "");
  return of !== column && read.has(of) ? precisionOf(cellName(of)) : sql`NULL`;
}

/** Cells that do not keep their row out, and yet could not be read. */
function notesOf(cells: readonly NamedCell[]): Sql {
  const notes = cells
    .filter(({ keeps, read }) => keeps && (read.noted !== undefined || read === moment))
    .map((each) => {
      const [value, cell] = [name(each.column), cellName(each.column)];
      const isNoted = each.read.noted?.(value, cell) ?? doubtOf(each);
      return sql`CASE WHEN ${isNoted} THEN ${`${each.column}: `} || ${cell} END`;
    });
  return notes.length === 0 ? sql`NULL` : sql`NULLIF(CONCAT_WS('; ', ${join(notes)}), '')`;
}

interface Cell {
  readonly cell: Sql;
  readonly read: Reader;
  readonly keeps: boolean;
}

type NamedCell = Cell & { readonly column: string };

function cellsOf({ profile, places }: HeaderMatch): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const [column, { read, keeps = false }] of Object.entries(profile.fields)) {
    cells.set(column, { cell: cellAt(places[column], read), read, keeps });
  }
  if (profile.unpivot !== undefined) {
    const { name: header, value } = profile.unpivot;
    cells.set(header.column, { cell: sql`header_cell`, read: header.read, keeps: false });
    cells.set(value.column, { cell: trimmed(sql`value_cell`), read: value.read, keeps: false });
  }
  return cells;
}

function cellAt(place: number | undefined, read: Reader): Sql {
  if (place === undefined) return sql`CAST(NULL AS VARCHAR)`;
  return read === moment ? momentCell(place) : trimmed(name(`c${place}`));
}

function valueOf(cell: Sql, { value, unknown }: Reader): Sql {
  return unknown.length === 0
    ? value(cell)
    : sql`CASE WHEN ${isOneOf(cell, unknown)} THEN NULL ELSE ${value(cell)} END`;
}

/** Whether a cell could not be read. A column that the file does not have has no cell and no doubt. */
function doubtOf({ column, read }: { column: string; read: Reader }): Sql {
  const cell = cellName(column);
  const meant = read.unknown.length === 0 ? sql`` : sql` AND NOT ${isOneOf(cell, read.unknown)}`;
  return sql`(${name(column)} IS NULL AND ${cell} IS NOT NULL${meant})`;
}

function isOneOf(cell: Sql, texts: readonly string[]): Sql {
  return sql`${cell} IN (${join(texts.map((each) => sql`${each}`))})`;
}

function cellName(column: string): Sql {
  return name(`${column}__cell`);
}

function sourceOf({ values, places, profile }: HeaderMatch, raw: Sql): Sql {
  if (profile.unpivot === undefined) return sql`SELECT * FROM ${raw} AS raw_rows${presentOnly(profile, places)}`;
  const headers = join(values.map(({ header }) => sql`${header}`));
  const cells = join(values.map(({ place }) => name(`c${place}`)));
  return sql`SELECT * FROM (SELECT *, UNNEST([${headers}]) AS header_cell, UNNEST([${cells}]) AS value_cell FROM ${raw}) AS tall
    WHERE ${matches(sql`COALESCE(value_cell, '')`, "[^ ]")}`;
}

/** Of a row that holds several things, only those that are there. */
function presentOnly({ onlyWith }: Profile, places: HeaderMatch["places"]): Sql {
  if (onlyWith === undefined) return sql``;
  const found = onlyWith.flatMap((column) => places[column] ?? []);
  const present = found.map((place) => sql`${trimmed(name(`c${place}`))} <> ''`);
  return present.length === 0 ? sql` WHERE FALSE` : sql` WHERE ${join(present, sql` OR `)}`;
}

function rowText({ profile }: HeaderMatch, width: number): Sql {
  const shown = profile.unpivot === undefined ? Array.from({ length: width }, (_, i) => name(`c${i + 1}`)) : [];
  const cells = [...shown, ...(profile.unpivot === undefined ? [] : [sql`header_cell`, sql`value_cell`])];
  return sql`CASE WHEN text IS NOT NULL THEN text ELSE CONCAT_WS(',', ${join(cells)}) END`;
}

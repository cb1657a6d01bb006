import { join, matches, name, type Sql, sql } from "../engine/index.ts";
import type { HeaderMatch } from "./profile.ts";
import type { Reader } from "./readers.ts";

/** What a header match makes of a raw table: every row with its values, or the reason why not. */
export interface Received {
  /** Rows offered: those of the raw table, or the cells of a wide one. */
  readonly offered: Sql;
  /** Rows of the lake table, in the order of the file. */
  readonly accepted: Sql;
  /** Rows of the reject table. */
  readonly rejected: Sql;
}

/**
 * SQL that reads raw cells into typed values, and finds the first reason against each row that has one.
 * Cells are trimmed, then read, then doubted, each in a select of its own, so that no work is done twice.
 */
export function receive(match: HeaderMatch, options: { raw: Sql; width: number; batch: string }): Received {
  const { raw, width, batch } = options;
  const cells = [...cellsOf(match)].map(([column, { cell, read }]) => ({ column, cell, read }));
  const source = sourceOf(match, raw);
  const ragged = sql`width <> ${width}`;
  const doubtful = join([ragged, ...cells.map((each) => doubtOf(each))], sql`\n  OR `);
  const firstOf = (whenRagged: Sql, say: (each: Cell & { column: string }) => Sql): Sql =>
    sql`CASE WHEN ${ragged} THEN ${whenRagged}${join(
      cells.map((each) => sql`\n    WHEN ${doubtOf(each)} THEN ${say(each)}`),
      sql``,
    )} END`;
  const read = readCells(cells, { source, shown: rowText(match, width) });
  return {
    offered: sql`SELECT COUNT(*) AS n FROM (${source}) AS source`,
    accepted: sql`SELECT ${acceptedColumns(match, batch)}
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

function readCells(cells: readonly (Cell & { column: string })[], { source, shown }: { source: Sql; shown: Sql }): Sql {
  const trimmedCells = cells.map(({ column, cell }) => sql`${cell} AS ${cellName(column)}`);
  const values = cells.map(({ column, read }) => sql`${valueOf(cellName(column), read)} AS ${name(column)}`);
  return sql`SELECT *, ${join(values)}
  FROM (SELECT line, width, ${shown} AS row_text, ${join(trimmedCells)} FROM (${source}) AS source) AS trimmed`;
}

function acceptedColumns({ profile }: HeaderMatch, batch: string): Sql {
  const row = { value: (each: string) => name(each), cell: cellName };
  const columns = Object.keys(profile.makes.columns).map((column) => {
    const derive = profile.derived?.[column];
    if (column === "batch") return sql`${batch} AS batch`;
    if (column === "source_line") return sql`line AS source_line`;
    return derive === undefined ? name(column) : sql`${derive(row)} AS ${name(column)}`;
  });
  return join(columns);
}

interface Cell {
  readonly cell: Sql;
  readonly read: Reader;
}

function cellsOf({ profile, places }: HeaderMatch): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const [column, { read }] of Object.entries(profile.fields)) {
    const place = places[column];
    const cell = place === undefined ? sql`CAST(NULL AS VARCHAR)` : trimmed(name(`c${place}`));
    cells.set(column, { cell, read });
  }
  if (profile.unpivot !== undefined) {
    const { name: header, value } = profile.unpivot;
    cells.set(header.column, { cell: sql`header_cell`, read: header.read });
    cells.set(value.column, { cell: trimmed(sql`value_cell`), read: value.read });
  }
  return cells;
}

/**
 * Blanks around a cell, tabs and no-break ones too, are not part of it. Few cells have any, and DuckDB's TRIM takes ten
 * times as long as a look at both ends.
 */
function trimmed(cell: Sql): Sql {
  const padded = BLANKS.flatMap((blank) => [sql`STARTS_WITH(${cell}, ${blank})`, sql`ENDS_WITH(${cell}, ${blank})`]);
  return sql`CASE WHEN ${cell} IS NULL THEN '' WHEN ${join(padded, sql` OR `)} THEN TRIM(${cell}, ${BLANKS.join("")}) ELSE ${cell} END`;
}

const BLANKS = [" ", "\t", "\u00A0"];

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

function sourceOf({ values, profile }: HeaderMatch, raw: Sql): Sql {
  if (profile.unpivot === undefined) return sql`SELECT * FROM ${raw}`;
  const headers = join(values.map(({ header }) => sql`${header}`));
  const cells = join(values.map(({ place }) => name(`c${place}`)));
  return sql`SELECT * FROM (SELECT *, UNNEST([${headers}]) AS header_cell, UNNEST([${cells}]) AS value_cell FROM ${raw}) AS tall
    WHERE ${matches(sql`COALESCE(value_cell, '')`, "[^ ]")}`;
}

function rowText({ profile }: HeaderMatch, width: number): Sql {
  const shown = profile.unpivot === undefined ? Array.from({ length: width }, (_, i) => name(`c${i + 1}`)) : [];
  const cells = [...shown, ...(profile.unpivot === undefined ? [] : [sql`header_cell`, sql`value_cell`])];
  return sql`CASE WHEN text IS NOT NULL THEN text ELSE CONCAT_WS(',', ${join(cells)}) END`;
}

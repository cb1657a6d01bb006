import { join, matches, name, type Sql, sql } from "../engine/index.ts";
import type { HeaderMatch } from "./profile.ts";
import type { Reader } from "./readers.ts";

/** What a header match makes of a raw table: every row with its values, or the reason why not. */
export interface Received {
  /** Rows of the lake table, in the order of the file. */
  readonly accepted: Sql;
  /** Rows of the reject table. */
  readonly rejected: Sql;
}

/** SQL that reads the raw cells once into `into`: typed values, and the first reason against each row. */
export function readRaw(match: HeaderMatch, options: { raw: Sql; into: Sql; width: number; batch: string }): Sql {
  const { raw, into, width, batch } = options;
  const cells = cellsOf(match);
  const values = [...cells].map(([column, { cell, read }]) => sql`${valueOf(cell, read)} AS ${name(column)}`);
  const doubts = [...cells].map(([column, { cell, read }]) => doubtOf(column, cell, read));
  const cellTexts = [...cells].map(([column, { cell }]) => sql`${cell} AS ${cellName(column)}`);
  const derived = Object.entries(match.profile.derived ?? {}).map(([column, derive]) => {
    const row = { value: (each: string) => name(each), cell: (each: string) => cellName(each) };
    return sql`${derive(row)} AS ${name(column)}`;
  });
  const everyColumn = sql`*${derived.length === 0 ? sql`` : sql`, ${join(derived)}`}`;
  return sql`CREATE OR REPLACE TEMP TABLE ${into} AS
SELECT ${batch} AS batch, ${everyColumn}
FROM (
  SELECT line AS source_line, ${join([...values, ...cellTexts])},
    CASE WHEN width <> ${width} THEN 'ragged-row'${join(
      doubts.map((each) => each.reason),
      sql``,
    )} END AS reason,
    CASE WHEN width <> ${width} THEN ''${join(
      doubts.map((each) => each.column),
      sql``,
    )} END AS column_name,
    CASE WHEN width <> ${width} THEN width || ' cells, not ' || ${width}${join(
      doubts.map((each) => each.found),
      sql``,
    )} END AS found,
    ${rowText(match, width)} AS row_text
  FROM (${sourceOf(match, raw)}) AS source
) AS read_cells`;
}

/** The two outputs of a table made by `readRaw`. */
export function receivedFrom(match: HeaderMatch, from: Sql): Received {
  const columns = join(Object.keys(match.profile.makes.columns).map((column) => name(column)));
  return {
    accepted: sql`SELECT ${columns} FROM ${from} WHERE reason IS NULL ORDER BY source_line`,
    rejected: sql`SELECT batch, source_line, reason, column_name, found, row_text FROM ${from} WHERE reason IS NOT NULL`,
  };
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

/** Blanks around a cell, no-break ones too, are not part of it. */
function trimmed(cell: Sql): Sql {
  return sql`COALESCE(TRIM(REPLACE(${cell}, CHR(160), ' ')), '')`;
}

function valueOf(cell: Sql, { value, unknown }: Reader): Sql {
  return unknown.length === 0
    ? value(cell)
    : sql`CASE WHEN ${isOneOf(cell, unknown)} THEN NULL ELSE ${value(cell)} END`;
}

function doubtOf(
  column: string,
  cell: Sql,
  { reason, value, unknown }: Reader,
): Record<"reason" | "column" | "found", Sql> {
  const known = unknown.length === 0 ? sql`` : sql` AND NOT ${isOneOf(cell, unknown)}`;
  const when = sql`
      WHEN ${value(cell)} IS NULL AND ${cell} IS NOT NULL${known} THEN`;
  return { reason: sql`${when} ${reason}`, column: sql`${when} ${column}`, found: sql`${when} ${cell}` };
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

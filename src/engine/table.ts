import type { Dialect } from "./dialect.ts";
import { join, name, type Sql, sql, type SqlValue } from "./sql.ts";

export type ColumnType = "text" | "integer" | "decimal" | "date" | "timestamp" | "boolean";
export type Sensitivity = "public" | "personal";

/** One column, declared once: type, meaning, unit, who may see it. */
export interface Column<T extends ColumnType = ColumnType, Null extends boolean = boolean> {
  readonly type: T;
  readonly nullable: Null;
  readonly meaning: string;
  readonly unit?: string;
  readonly oneOf?: readonly string[];
  readonly sensitivity: Sensitivity;
}

export type Columns = Readonly<Record<string, Column>>;

/** A table, declared once; its SQL, row type, checks and data dictionary come from here. */
export interface Table<C extends Columns = Columns> {
  readonly kind: "table";
  readonly name: string;
  readonly meaning: string;
  readonly columns: C;
  /** The columns that tell rows apart; also the order in which rows are kept. */
  readonly key: readonly string[];
}

interface TypeScriptOf {
  text: string;
  integer: number;
  decimal: number;
  date: string;
  timestamp: string;
  boolean: boolean;
}

type ValueOf<C extends Column> = TypeScriptOf[C["type"]] | (C["nullable"] extends true ? null : never);

/** The row type of a declared table. Dates are ISO text, and so are moments, always as `2018-03-01T09:00:00.000Z`. */
export type RowOf<T extends Table> = { readonly [K in keyof T["columns"]]: ValueOf<T["columns"][K]> };

interface ColumnOptions {
  readonly unit?: string;
  readonly oneOf?: readonly string[];
  readonly sensitivity?: Sensitivity;
}

/** A column that always has a value. */
export function column<T extends ColumnType>(type: T, meaning: string, options: ColumnOptions = {}): Column<T, false> {
  return { type, nullable: false, meaning, sensitivity: "public", ...options };
}

/** A column that may be unknown (NULL). */
export function maybeColumn<T extends ColumnType>(
  type: T,
  meaning: string,
  options: ColumnOptions = {},
): Column<T, true> {
  return { type, nullable: true, meaning, sensitivity: "public", ...options };
}

/** Declares a table. Names are lower snake case; the key names declared columns. */
export function defineTable<const C extends Columns>(
  declaration: Omit<Table<C>, "kind" | "key"> & { readonly key: readonly (keyof C & string)[] },
): Table<C> {
  for (const each of [declaration.name, ...Object.keys(declaration.columns)]) {
    if (!/^[a-z][a-z0-9_]*$/.test(each)) throw new Error(`"${each}" is not a lower snake case name`);
  }
  return { kind: "table", ...declaration };
}

/** `CREATE TABLE` for a declaration. */
export function createTable(table: Table, dialect: Dialect): Sql {
  const columns = Object.entries(table.columns).map(
    ([key, { type, nullable }]) => sql`${name(key)} ${typeName(type, dialect)}${nullable ? sql`` : sql` NOT NULL`}`,
  );
  return sql`CREATE TABLE ${table} (${join(columns)})`;
}

/** The declared columns of some rows, in order and cast to the declared types. */
export function selectDeclared(table: Table, rows: Sql, dialect: Dialect): Sql {
  const columns = Object.entries(table.columns).map(
    ([key, { type }]) => sql`CAST(${name(key)} AS ${typeName(type, dialect)}) AS ${name(key)}`,
  );
  return sql`SELECT ${join(columns)}
FROM (
${rows}
) AS made`;
}

/** Rows, at least one, as a `VALUES` list. */
export function valuesOf<T extends Table>(table: T, rows: readonly RowOf<T>[]): Sql {
  const keys = Object.keys(table.columns);
  const tuples = rows.map(
    (row) => sql`(${join(keys.map((key) => sql`${(row as Record<string, SqlValue>)[key] ?? null}`))})`,
  );
  return sql`VALUES ${join(tuples, sql`,\n`)}`;
}

/** The declared names of a table, quoted, as a list. */
export function columnList(table: Table): Sql {
  return join(Object.keys(table.columns).map((key) => name(key)));
}

/** The key of a table as an ordering. */
export function orderOf(table: Table): Sql {
  return join(table.key.map((key) => sql`${name(key)} NULLS FIRST`));
}

export interface DictionaryEntry {
  readonly table: string;
  readonly column: string;
  readonly type: ColumnType;
  readonly required: boolean;
  readonly unit: string;
  readonly meaning: string;
  readonly sensitivity: Sensitivity;
}

/** The data dictionary of a table: one entry a column. */
export function dictionaryOf(table: Table): DictionaryEntry[] {
  return Object.entries(table.columns).map(([key, each]) => ({
    table: table.name,
    column: key,
    type: each.type,
    required: !each.nullable,
    unit: each.unit ?? "",
    meaning: each.oneOf === undefined ? each.meaning : `${each.meaning} (${each.oneOf.join(", ")})`,
    sensitivity: each.sensitivity,
  }));
}

function typeName(type: ColumnType, dialect: Dialect): Sql {
  return { kind: "sql", parts: [{ kind: "text", text: dialect.types[type] }] };
}

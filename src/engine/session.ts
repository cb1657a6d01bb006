import {
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampValue,
  type DuckDBConnection,
  type DuckDBValue,
} from "@duckdb/node-api";
import { duckdbDialect } from "./duckdb-dialect.ts";
import { render, type Sql, sql } from "./sql.ts";
import { columnList, createTable, orderOf, type RowOf, type Table, valuesOf } from "./table.ts";

export interface SessionSettings {
  /** Threads of the engine; 2 by default, so that equal inputs take equal time on small machines. */
  readonly threads?: number;
  /** Memory limit in megabytes; beyond it the engine spills to `spillTo`. */
  readonly memoryMb?: number;
  readonly spillTo?: string;
}

/** A DuckDB in this process, closed when done. Queries come as `sql`, rows go out as plain values. */
export class Session {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  static async open({ threads = 2, memoryMb = 1024, spillTo }: SessionSettings = {}): Promise<Session> {
    const instance = await DuckDBInstance.create(":memory:", {
      threads: String(threads),
      memory_limit: `${memoryMb}MB`,
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      ...(spillTo === undefined ? {} : { temp_directory: spillTo }),
    });
    return new Session(instance, await instance.connect());
  }

  /** Runs a statement for its effect. */
  async run(statement: Sql): Promise<void> {
    const text = render(statement, duckdbDialect);
    await this.#explain(text, () => this.#connection.run(text));
  }

  /** Runs a query; decimals and whole numbers come as numbers, dates and moments as ISO text. */
  async rows<Row = Record<string, unknown>>(query: Sql): Promise<Row[]> {
    const text = render(query, duckdbDialect);
    const reader = await this.#explain(text, () => this.#connection.runAndReadAll(text));
    return reader.convertRowObjects((value) => plainValue(value)) as Row[];
  }

  /** The rows of a declared table in the order of its key. */
  async rowsOf<T extends Table>(table: T): Promise<RowOf<T>[]> {
    return this.rows<RowOf<T>>(sql`SELECT ${columnList(table)} FROM ${table} ORDER BY ${orderOf(table)}`);
  }

  /** Makes a declared table and fills it. */
  async fill<T extends Table>(table: T, rows: readonly RowOf<T>[]): Promise<void> {
    await this.run(createTable(table, duckdbDialect));
    for (let i = 0; i < rows.length; i += 1000) {
      await this.run(sql`INSERT INTO ${table} ${valuesOf(table, rows.slice(i, i + 1000))}`);
    }
  }

  /** Adds rows to a table whose columns are text or whole numbers, in the order of its columns. */
  async appendText(table: string, rows: readonly (readonly (string | number | null)[])[]): Promise<void> {
    if (rows.length === 0) return;
    const appender = await this.#connection.createAppender(table);
    const types = Array.from({ length: appender.columnCount }, (_, i) => appender.columnType(i));
    for (let i = 0; i < rows.length; i += CHUNK_ROWS) {
      const part = rows.slice(i, i + CHUNK_ROWS);
      const chunk = DuckDBDataChunk.create(types, part.length);
      chunk.setColumns(types.map((_, column) => part.map((row) => appendable(row[column]))));
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }

  async #explain<T>(text: string, run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`DuckDB refused a statement: ${why}\n${text.slice(0, 4000)}`, { cause });
    }
  }
}

/** Opens a session, hands it over, and closes it whatever happens. */
export async function withSession<T>(settings: SessionSettings, use: (session: Session) => Promise<T>): Promise<T> {
  const session = await Session.open(settings);
  try {
    return await use(session);
  } finally {
    session.close();
  }
}

/** DuckDB takes at most so many rows at a time. */
const CHUNK_ROWS = 2048;

const appendable = (value: string | number | null | undefined): string | bigint | null =>
  typeof value === "number" ? BigInt(value) : (value ?? null);

function plainValue(value: DuckDBValue): unknown {
  if (typeof value === "bigint") return exactNumber(value);
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  if (value instanceof DuckDBDateValue) return value.toString();
  if (value instanceof DuckDBTimestampMillisecondsValue) return momentText(value.millis);
  if (value instanceof DuckDBTimestampValue) return momentText(value.micros / 1000n);
  return value;
}

function momentText(milliseconds: bigint): string {
  return Temporal.Instant.fromEpochMilliseconds(Number(milliseconds)).toString({ smallestUnit: "millisecond" });
}

function exactNumber(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

import { existsSync } from "node:fs";
import { mkdir, open, readdir, readFile, truncate } from "node:fs/promises";
import path from "node:path";
import { moveDurably, removeQuietly, syncFile, syncFolder, UserError } from "../base/index.ts";
import { duckdbDialect } from "./duckdb-dialect.ts";
import type { Session } from "./session.ts";
import { join, type Sql, sql } from "./sql.ts";
import { columnList, createTable, selectDeclared, type Table } from "./table.ts";

/** One delivery as received: what it was, whence, when, and what became of its rows. */
export interface Batch {
  readonly id: string;
  readonly profile: string;
  readonly table: string;
  /** Name of the file, and of the member or sheet in it. */
  readonly source: string;
  /** SHA-256 of the file as offered. */
  readonly sha256: string;
  /** SHA-256 of the unpacked text, by which a delivery is known again. */
  readonly contentSha256: string;
  readonly bytes: number;
  readonly receivedAt: string;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly release: Release;
}

/** The publication that a delivery belongs to. */
export interface Release {
  readonly dataset: string;
  readonly release: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  /** Day it came out; null where not known. */
  readonly released: string | null;
}

/**
 * The records as received: `lake/TABLE/batch=ID/part-N.parquet` and one manifest line a batch. The line is
 * what makes a batch exist: folders without one are invisible, and swept by the next writer.
 */
export class Lake {
  readonly folder: string;

  constructor(store: string) {
    this.folder = path.join(store, "lake");
  }

  /** The batches in the order received. A last line cut short by a kill is not a batch. */
  async batches(): Promise<Batch[]> {
    const text = await this.#manifestText();
    const whole = text.slice(0, text.lastIndexOf("\n") + 1);
    return whole
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Batch);
  }

  /** Removes what a killed writer left. Only the holder of the store's lock may call it. */
  async sweep(): Promise<void> {
    if (!existsSync(this.folder)) return;
    const text = await this.#manifestText();
    const wholeLength = Buffer.byteLength(text.slice(0, text.lastIndexOf("\n") + 1));
    if (Buffer.byteLength(text) > wholeLength) await truncate(this.#manifest, wholeLength);
    const known = new Set((await this.batches()).map((batch) => `batch=${batch.id}`));
    for (const table of await foldersIn(this.folder)) {
      for (const entry of await foldersIn(path.join(this.folder, table))) {
        if (!known.has(entry)) await removeQuietly(path.join(this.folder, table, entry));
      }
    }
  }

  /** Makes a declared table of all its rows in some batches visible in a session, with the column `batch`. */
  async show(session: Session, table: Table, batches: readonly Batch[]): Promise<void> {
    const files = batches.filter((batch) => this.#has(table, batch)).map((batch) => this.#part(table, batch.id));
    if (files.length === 0) {
      await session.run(createTable(table, duckdbDialect));
      return;
    }
    const list = join(files.map((file) => sql`${file}`));
    await session.run(
      sql`CREATE VIEW ${table} AS SELECT ${columnList(table)} FROM READ_PARQUET([${list}], hive_partitioning = false)`,
    );
  }

  /** Puts a batch's rows of one table, given as a query, in place as declared, and says how many; nothing is visible yet. */
  async write(batch: string, session: Session, { table, rows }: { table: Table; rows: Sql }): Promise<number> {
    const half = path.join(this.folder, table.name, `.half-${batch}`);
    const final = path.dirname(this.#part(table, batch));
    await removeQuietly(half);
    await removeQuietly(final);
    await mkdir(half, { recursive: true });
    const file = path.join(half, "part-0.parquet");
    await session.run(sql`COPY (
${selectDeclared(table, rows, duckdbDialect)}
) TO ${file} (FORMAT parquet, COMPRESSION zstd)`);
    await syncFile(file);
    await syncFolder(half);
    await moveDurably(half, final);
    const written = this.#part(table, batch);
    const [row] = await session.rows<{ n: number }>(sql`SELECT COUNT(*) AS n FROM READ_PARQUET(${written})`);
    return row?.n ?? 0;
  }

  /** Makes a batch exist, once all its tables are in place. */
  async append(batch: Batch): Promise<void> {
    const handle = await open(this.#manifest, "a");
    try {
      await handle.write(`${JSON.stringify(batch)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await syncFolder(this.folder);
    await syncFolder(path.dirname(this.folder));
  }

  /** A batch need not have rejects, but it always has the table that it is of. */
  #has(table: Table, batch: Batch): boolean {
    const file = this.#part(table, batch.id);
    const there = existsSync(file);
    if (!there && batch.table === table.name) throw damaged(file, batch);
    return there;
  }

  /** Only a manifest that was never written is empty: one that cannot be read must not look like an empty lake, or a sweep would empty it. */
  async #manifestText(): Promise<string> {
    return readFile(this.#manifest, "utf8").catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === "ENOENT") return "";
      throw cause;
    });
  }

  #part(table: Table, batch: string): string {
    return path.join(this.folder, table.name, `batch=${batch}`, "part-0.parquet");
  }

  get #manifest(): string {
    return path.join(this.folder, "manifest.jsonl");
  }
}

function damaged(file: string, { id, source }: Batch): UserError {
  return new UserError({
    code: "E_STORE_DAMAGED",
    found: `${file} of batch ${id} (${source}) is missing`,
    expected: "every file that a manifest line stands for",
    remedy: "Put it back from a copy of the store.",
  });
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

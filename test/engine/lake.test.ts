import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Batch, columnList, Lake, Session, type Sql, sql, valuesOf, withSession } from "../../src/engine/index.ts";
import { pair, sample, type SampleRow } from "./tables.ts";

let store: string;
let lake: Lake;
let session: Session;
beforeEach(async () => {
  store = await mkdtemp(path.join(tmpdir(), 'lake \'[1]* "é" '));
  lake = new Lake(store);
  session = await Session.open();
});
afterEach(async () => {
  session.close();
  await rm(store, { recursive: true });
});

const row = (id: number): SampleRow => ({
  id,
  label: `made up ${id}`,
  amount: id / 4,
  day: "2016-02-29",
  at: "2018-03-01T09:00:00.000Z",
  yes: null,
  size: "small",
});

function batchOf(id: string, table = "sample"): Batch {
  const release = { dataset: "made-up", release: "1", title: "Bücher", publisher: "", licence: "", released: null };
  const counts = { bytes: 1, rows: 1, accepted: 1, rejected: 0 };
  return {
    id,
    profile: "made-up",
    table,
    source: "é.csv",
    sha256: id,
    contentSha256: id,
    receivedAt: "",
    ...counts,
    release,
  };
}

const given = (rows: readonly SampleRow[]): Sql =>
  sql`SELECT * FROM (${valuesOf(sample, rows)}) AS given(${columnList(sample)})`;

async function receive(id: string, rows: readonly SampleRow[]): Promise<void> {
  await lake.write(id, session, { table: sample, rows: given(rows) });
  await lake.append(batchOf(id));
}

async function shown(): Promise<SampleRow[]> {
  return withSession({}, async (reader) => {
    await lake.show(reader, sample, await lake.batches());
    return reader.rowsOf(sample);
  });
}

const idsShown = async (): Promise<number[]> => (await shown()).map(({ id }) => id);
const manifest = (): string => path.join(store, "lake", "manifest.jsonl");

describe("new Lake(store)", () => {
  it("has no batches before the first delivery, and nothing to sweep", async () => {
    expect(await lake.batches()).toEqual([]);
    await lake.sweep();
    expect(existsSync(lake.folder)).toBe(false);
  });
});

describe("lake.write(batch, session, {table, rows}), lake.append(batch) and lake.batches()", () => {
  it("keep batches in the order received, whatever the store's path", async () => {
    await receive("b", [row(1), row(2)]);
    await receive("a", [row(3)]);
    expect((await lake.batches()).map(({ id }) => id)).toEqual(["b", "a"]);
    expect((await lake.batches())[0]).toEqual(batchOf("b"));
    expect(await shown()).toEqual([row(1), row(2), row(3)]);
  });

  it("say how many rows were written, none too", async () => {
    const rows = sql`SELECT * FROM (VALUES ('x', 'y'), (NULL, '')) AS given(a, b)`;
    expect(await lake.write("two", session, { table: pair, rows })).toBe(2);
    expect(await lake.write("none", session, { table: pair, rows: sql`${rows} WHERE FALSE` })).toBe(0);
  });

  it("show nothing of a batch until its line is there", async () => {
    await receive("a", [row(1)]);
    await lake.write("b", session, {
      table: sample,
      rows: given([row(2)]),
    });
    expect(await idsShown()).toEqual([1]);
  });

  it("put a batch that is written again in the place of what a killed writer left", async () => {
    const half = path.join(lake.folder, "sample", ".half-a");
    const final = path.join(lake.folder, "sample", "batch=a");
    for (const left of [half, final]) {
      mkdirSync(left, { recursive: true });
      writeFileSync(path.join(left, "part-0.parquet"), "torn");
    }
    await receive("a", [row(1)]);
    expect(await idsShown()).toEqual([1]);
    expect(readdirSync(path.join(lake.folder, "sample"))).toEqual(["batch=a"]);
  });
});

describe("lake.sweep()", () => {
  it("cuts a torn last line, wherever it was torn, and the next batch gets a line of its own", async () => {
    await receive("a", [row(1)]);
    const before = readFileSync(manifest(), "utf8");
    const line = Buffer.from(JSON.stringify(batchOf("torn")));
    for (const length of [1, 40, line.indexOf("é") + 1, line.indexOf("ü") + 1, line.length]) {
      appendFileSync(manifest(), line.subarray(0, length));
      expect((await lake.batches()).map(({ id }) => id)).toEqual(["a"]);
      await lake.sweep();
      expect(readFileSync(manifest(), "utf8")).toBe(before);
    }
    await receive("b", [row(2)]);
    expect((await lake.batches()).map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("removes the folders of batches that have no line, of every table, and no others", async () => {
    await receive("a", [row(1)]);
    await lake.write("a", session, { table: pair, rows: sql`SELECT 'x' AS a, 'rejected' AS b` });
    await lake.write("orphan", session, { table: pair, rows: sql`SELECT 'x' AS a, 'y' AS b` });
    await mkdir(path.join(lake.folder, "sample", ".half-c"), { recursive: true });
    await mkdir(path.join(lake.folder, "sample", "batch=aa"), { recursive: true });
    await lake.sweep();
    expect(readdirSync(path.join(lake.folder, "sample"))).toEqual(["batch=a"]);
    expect(readdirSync(path.join(lake.folder, "pair"))).toEqual(["batch=a"]);
    expect(await idsShown()).toEqual([1]);
    await lake.sweep();
    expect(await idsShown()).toEqual([1]);
  });

  it("removes nothing when the manifest cannot be read", async () => {
    await receive("a", [row(1)]);
    const text = readFileSync(manifest());
    await rm(manifest());
    await mkdir(manifest());
    await expect(lake.sweep()).rejects.toThrow("EISDIR");
    await expect(lake.batches()).rejects.toThrow("EISDIR");
    await rm(manifest(), { recursive: true });
    writeFileSync(manifest(), text);
    expect(await idsShown()).toEqual([1]);
  });
});

describe("lake.show(session, table, batches)", () => {
  it("is an empty table as declared when there are no batches", async () => {
    await lake.show(session, sample, []);
    expect(await session.rows(sql`SELECT * FROM ${sample}`)).toEqual([]);
    const columns = await session.rows<{ column_name: string; column_type: string }>(sql`DESCRIBE ${sample}`);
    expect(columns.map((each) => each.column_type)).toEqual([
      "BIGINT",
      "VARCHAR",
      "DECIMAL(20,6)",
      "DATE",
      "TIMESTAMP_MS",
      "BOOLEAN",
      "VARCHAR",
    ]);
  });

  it("is an empty table when no batch has rows of that table, such as rejects", async () => {
    await receive("a", [row(1)]);
    await lake.show(session, pair, await lake.batches());
    expect(await session.rows(sql`SELECT * FROM ${pair}`)).toEqual([]);
  });

  it("refuses a batch whose file is gone, rather than leave its rows out in silence", async () => {
    await receive("a", [row(1)]);
    await receive("b", [row(2)]);
    await rm(path.join(lake.folder, "sample", "batch=b"), { recursive: true });
    await expect(lake.show(session, sample, await lake.batches())).rejects.toMatchObject({ code: "E_STORE_DAMAGED" });
    await lake.show(session, sample, (await lake.batches()).slice(0, 1));
    expect(await session.rows(sql`SELECT id FROM ${sample}`)).toEqual([{ id: 1 }]);
  });
});

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quietEffects } from "../../src/base/index.ts";
import { Lake, type Table, withSession } from "../../src/engine/index.ts";
import { ingest, PROFILES } from "../../src/intake/index.ts";
import { reject } from "../../src/records/index.ts";

const CASES = path.join(import.meta.dirname, "cases");

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "receive-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** A new case is a new folder: `given.csv`, and `expected.json` (written when UPDATE_CASES is set, then to be read). */
describe("ingest({store, paths}) of small files that show each quirk", () => {
  for (const each of readdirSync(CASES).filter((name) => !name.startsWith("."))) {
    it(`reads cases/${each} as its expected.json says`, async () => {
      const received = await receive(path.join(CASES, each, "given.csv"), path.join(folder, each));
      const file = path.join(CASES, each, "expected.json");
      if (process.env["UPDATE_CASES"] === "1") writeFileSync(file, JSON.stringify(received, null, 1));
      expect(received.accepted + received.rejected).toBe(received.rows);
      expect(received).toEqual(JSON.parse(readFileSync(file, "utf8")));
    });
  }

  it("has a case for every profile", () => {
    const expected = readdirSync(CASES, { withFileTypes: true }).filter((each) => each.isDirectory());
    const shown = expected.map(({ name }) => readFileSync(path.join(CASES, name, "expected.json"), "utf8"));
    const ids = new Set(shown.map((text) => (JSON.parse(text) as { profile: string }).profile));
    expect(PROFILES.map(({ id }) => id).filter((id) => !ids.has(id))).toEqual([]);
  });

  it("says which headers it found when no profile knows them", async () => {
    const { failures } = await ingest({ store: path.join(folder, "x"), paths: [import.meta.filename] }, quietEffects());
    expect(failures).toMatchObject([{ source: "receive.test.ts", code: "E_UNRECOGNISED" }]);
  });
});

async function receive(file: string, store: string) {
  const { batches, failures } = await ingest({ store, paths: [file] }, quietEffects());
  expect(failures).toEqual([]);
  const [{ profile, rows, accepted, rejected }] = batches as [(typeof batches)[number]];
  const makes = PROFILES.find(({ id }) => id === profile)?.makes as Table;
  return { profile, rows, accepted, rejected, lake: await rowsIn(store, makes), rejects: await rowsIn(store, reject) };
}

async function rowsIn(store: string, table: Table): Promise<Record<string, unknown>[]> {
  const lake = new Lake(store);
  const rows = await withSession({}, async (session) => {
    await lake.show(session, table, await lake.batches());
    return session.rowsOf(table);
  });
  // A wide table gives several rejects a line, which the key does not tell apart.
  return rows.map(({ batch: _batch, ...row }) => row).toSorted((a, b) => compare(rank(a), rank(b)));
}

function rank(row: Record<string, unknown>): string {
  return String(row["source_line"]).padStart(9, "0") + JSON.stringify(row);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

import { readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quietEffects } from "../../../src/base/index.ts";
import { type Batch, Lake, runPlan, Session, sql } from "../../../src/engine/index.ts";
import { observationPlan, OBSERVERS } from "../../../src/figures/index.ts";
import { fromRowsBehind } from "../../../src/figures/observe/behind.ts";
import { ingest } from "../../../src/intake/index.ts";
import { loadLaw } from "../../../src/law/index.ts";
import { showInputs } from "../../../src/pipeline.ts";
import { observation, type Observation } from "../../../src/records/index.ts";

const CASES = path.resolve(import.meta.dirname, "../../intake/cases");

describe("fromRowsBehind(observer, observation, {rows, law})", () => {
  const law = loadLaw();
  let store: string;
  let session: Session;
  let batches: readonly Batch[];
  beforeAll(async () => {
    store = await mkdtemp(path.join(tmpdir(), "behind-"));
    const release = "YE-2018-03";
    const paths = readdirSync(CASES)
      .filter((name) => !name.startsWith("."))
      .map((name) => path.join(CASES, name, "given.csv"));
    await ingest({ store, paths, release }, quietEffects());
    session = await Session.open();
    const lake = new Lake(store);
    batches = await lake.batches();
    await showInputs(session, { lake, batches, law });
    await runPlan(observationPlan(), session);
  });
  afterAll(async () => {
    session.close();
    await rm(store, { recursive: true });
  });

  async function countBehind(each: Observation): Promise<number> {
    const table = batches.find(({ id }) => id === each.batch)?.table;
    const observer = OBSERVERS.find(({ from }) => from.name === table);
    if (observer === undefined) throw new Error(`nothing observes ${table}`);
    const rows = sql`(SELECT * FROM ${observer.from} WHERE batch = ${each.batch})`;
    const [row] = await session.rows<{ n: number; first: number }>(
      sql`SELECT COUNT(*) AS n, MIN(r.source_line) AS first ${fromRowsBehind(observer, each, { rows, law })}`,
    );
    expect(row?.first).toBe(each.source_line);
    return row?.n ?? 0;
  }

  it("finds as many rows as stand behind each observation of every case, and the first of them first", async () => {
    const all = await session.rowsOf(observation);
    expect(all.length).toBeGreaterThan(100);
    for (const each of all) expect({ ...each, source_rows: await countBehind(each) }).toEqual(each);
  });
});

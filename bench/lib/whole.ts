import { existsSync } from "node:fs";
import path from "node:path";
import { sha256 } from "../../src/base/index.ts";
import { type Batch, Builds, Lake, Session, showBuild, sql, type Table, tableDigest } from "../../src/engine/index.ts";
import { KEPT } from "../../src/pipeline.ts";

/** Everything in a store that is visible but not whole, in words; nothing when all is well. */
export async function brokenIn(store: string): Promise<string[]> {
  const session = await Session.open();
  try {
    return [...(await brokenBatches(session, store)), ...(await brokenBuild(session, store))];
  } finally {
    session.close();
  }
}

/** The digest of the build being served; null when there is none. */
export async function servedDigest(store: string): Promise<string | null> {
  return (await new Builds(store).current())?.manifest.digest ?? null;
}

async function brokenBatches(session: Session, store: string): Promise<string[]> {
  const broken: string[] = [];
  for (const batch of await new Lake(store).batches()) {
    const accepted = await rowsOf(session, store, batch.table, batch);
    const rejected = await rowsOf(session, store, "reject", batch);
    if (accepted !== batch.accepted) broken.push(`batch ${batch.id}: ${accepted} rows, not ${batch.accepted}`);
    if (rejected !== batch.rejected) broken.push(`batch ${batch.id}: ${rejected} rejects, not ${batch.rejected}`);
    if (batch.rows !== batch.accepted + batch.rejected) broken.push(`batch ${batch.id}: rows are lost`);
  }
  return broken;
}

async function rowsOf(session: Session, store: string, table: string, batch: Batch): Promise<number> {
  const file = path.join(store, "lake", table, `batch=${batch.id}`, "part-0.parquet");
  if (!existsSync(file)) return 0;
  const [row] = await session.rows<{ n: number }>(sql`SELECT COUNT(*) AS n FROM READ_PARQUET(${file})`);
  return row?.n ?? 0;
}

async function brokenBuild(session: Session, store: string): Promise<string[]> {
  const build = await new Builds(store).current();
  if (build === undefined)
    return existsSync(path.join(store, "current")) ? ["current names a build that cannot be opened"] : [];
  await showBuild(session, build, KEPT);
  const digest = await digestOf(session, KEPT);
  return digest === build.manifest.digest ? [] : [`build ${build.manifest.build}: its rows do not have its digest`];
}

async function digestOf(session: Session, tables: readonly Table[]): Promise<string> {
  const lines: string[] = [];
  for (const table of tables) {
    const [row] = await session.rows<{ n: number; total: string }>(tableDigest(table));
    lines.push(`${table.name} ${row?.n} ${row?.total}`);
  }
  return sha256(lines.join("\n"));
}

import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, readlink, rename, symlink } from "node:fs/promises";
import path from "node:path";
import { moveDurably, removeQuietly, sha256, syncFile, syncFolder, writeFileAtomically } from "../base/index.ts";
import { duckdbDialect } from "./duckdb-dialect.ts";
import { runPlan, type StepReport, tableDigest } from "./run.ts";
import type { Plan } from "./plan.ts";
import type { Session } from "./session.ts";
import { render, sql } from "./sql.ts";
import { columnList, orderOf, type Table } from "./table.ts";

/** What a build was made from and what came of it. */
export interface BuildManifest {
  readonly build: string;
  readonly asOf: string | null;
  /** Everything that decides its rows: batches, rules, settings, the plan's text. */
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly steps: readonly StepReport[];
  /** Over all derived rows: equal inputs, equal digest. */
  readonly digest: string;
  readonly madeAt: string;
}

/** One build, opened: its folder is resolved once, so that a reader never sees two builds mixed. */
export interface OpenBuild {
  readonly folder: string;
  readonly manifest: BuildManifest;
}

export interface BuildRequest {
  readonly asOf: string | null;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly plan: Plan;
  /** The tables that the build keeps; the others are only ways to them. */
  readonly keeps: readonly Table[];
  readonly madeAt: string;
  readonly onStep?: (report: StepReport) => void;
}

/** The builds of a store: `builds/ID/TABLE.parquet` with a manifest, and `current`, which names the one served. */
export class Builds {
  readonly store: string;
  readonly folder: string;

  constructor(store: string) {
    this.store = store;
    this.folder = path.join(store, "builds");
  }

  /** The build being served, or nothing. */
  async current(): Promise<OpenBuild | undefined> {
    const target = await readlink(path.join(this.store, "current")).catch(() => undefined);
    return target === undefined ? undefined : this.open(path.basename(target));
  }

  /** A finished build by its id, or nothing. */
  async open(id: string): Promise<OpenBuild | undefined> {
    if (!/^\w+$/.test(id)) return undefined;
    const folder = path.join(this.folder, id);
    const text = await readFile(path.join(folder, "manifest.json"), "utf8").catch(() => undefined);
    return text === undefined ? undefined : { folder, manifest: JSON.parse(text) as BuildManifest };
  }

  /** Removes builds that a killed writer left half-made. Only the holder of the store's lock may call it. */
  async sweep(): Promise<void> {
    if (!existsSync(this.folder)) return;
    for (const entry of await readdir(this.folder)) {
      if (entry.startsWith(".half-")) await removeQuietly(path.join(this.folder, entry));
    }
  }

  /** Makes a build, or finds the same one made before; it is not served until `serve` says so. */
  async make(session: Session, request: BuildRequest): Promise<OpenBuild> {
    const id = identityOf(request);
    const before = await this.open(id);
    if (before !== undefined) return before;
    const steps = await runPlan(request.plan, session, request.onStep);
    const half = path.join(this.folder, `.half-${id}`);
    await removeQuietly(half);
    await mkdir(half, { recursive: true });
    const digest = await writeTables(session, request.keeps, half);
    const manifest = { build: id, asOf: request.asOf, inputs: request.inputs, steps, digest, madeAt: request.madeAt };
    await writeFileAtomically(path.join(half, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
    await moveDurably(half, path.join(this.folder, id));
    return { folder: path.join(this.folder, id), manifest };
  }

  /** Serves a finished build from now on; a reader sees the old one or the new, never half. */
  async serve(id: string): Promise<void> {
    if ((await this.open(id)) === undefined) throw new Error(`there is no finished build ${id} to serve`);
    const half = path.join(this.store, ".half-current");
    await removeQuietly(half);
    await symlink(path.join("builds", id), half);
    await rename(half, path.join(this.store, "current"));
    await syncFolder(this.store);
  }
}

/** Makes a build's declared tables visible in a session. */
export async function showBuild(session: Session, build: OpenBuild, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    const file = path.join(build.folder, `${table.name}.parquet`);
    await session.run(sql`CREATE VIEW ${table} AS SELECT ${columnList(table)} FROM READ_PARQUET(${file})`);
  }
}

/** What is kept, and how it is digested, is part of a build's identity: a build without a table is not the same as one with it. */
function identityOf({ asOf, inputs, keeps }: BuildRequest): string {
  const kept = keeps.map((table) => render(tableDigest(table), duckdbDialect));
  return sha256(JSON.stringify([asOf, inputs, kept])).slice(0, 16);
}

async function writeTables(session: Session, tables: readonly Table[], folder: string): Promise<string> {
  const lines: string[] = [];
  for (const makes of tables) {
    const file = path.join(folder, `${makes.name}.parquet`);
    await session.run(sql`COPY (
SELECT ${columnList(makes)} FROM ${makes} ORDER BY ${orderOf(makes)}
) TO ${file} (FORMAT parquet, COMPRESSION zstd)`);
    await syncFile(file);
    const [row] = await session.rows<{ n: number; total: string }>(tableDigest(makes));
    lines.push(`${makes.name} ${row?.n} ${row?.total}`);
  }
  return sha256(lines.join("\n"));
}

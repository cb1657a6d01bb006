import { mkdir, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { type Effects, removeQuietly, sha256, UserError } from "../base/index.ts";
import { type Batch, Lake, name, Session, type Sql, sql, withLock } from "../engine/index.ts";
import { reject } from "../records/index.ts";
import { firstRecords, loadRaw, readSheets, type Sheet, type UnreadableRecord } from "./read/index.ts";
import { receive } from "./receive.ts";
import { HEADER_WITHIN, profileNamed, recognise, type Recognised } from "./recognise.ts";

export interface IngestRequest {
  readonly store: string;
  readonly paths: readonly string[];
  /** Take every file as this profile, whatever its headers. */
  readonly as?: string | undefined;
  /** Name and day of the release that the files belong to, where the person knows them. */
  readonly release?: string | undefined;
  readonly released?: string | undefined;
}

/** What became of one sheet. */
export interface BatchReport {
  readonly id: string;
  readonly profile: string;
  readonly source: string;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly alreadyHeld: boolean;
}

/** A file, or a sheet of one, that was not taken, and why. */
export interface Unread {
  readonly source: string;
  readonly code: string;
  readonly message: string;
}

export interface IngestReport {
  readonly batches: readonly BatchReport[];
  /** Files of which nothing could be read, and parts that should have been readable. */
  readonly failures: readonly Unread[];
  /** Sheets of other kinds beside the ones that were taken, such as notes. */
  readonly passedOver: readonly Unread[];
}

/**
 * Takes files into the lake, each sheet as a batch of its own: read, recognised, typed, its rejects kept.
 * A batch exists wholly or not at all, and the same content offered again is recognised.
 */
export async function ingest(request: IngestRequest, effects: Effects): Promise<IngestReport> {
  if (request.as !== undefined) profileNamed(request.as);
  return withLock(request.store, effects, async () => {
    const scratch = path.join(request.store, "scratch");
    await removeQuietly(scratch);
    await mkdir(scratch, { recursive: true });
    const lake = new Lake(request.store);
    await lake.sweep();
    const session = await Session.open({ spillTo: scratch });
    try {
      return await ingestAll({ request, effects, scratch, lake, session });
    } finally {
      session.close();
      await removeQuietly(scratch);
    }
  });
}

interface Run {
  readonly request: IngestRequest;
  readonly effects: Effects;
  readonly scratch: string;
  readonly lake: Lake;
  readonly session: Session;
}

async function ingestAll(run: Run): Promise<IngestReport> {
  const batches: BatchReport[] = [];
  const failures: Unread[] = [];
  const files = await filesOf(run.request.paths);
  const pace = paceOf(files.map((each) => each.bytes));
  const passedOver: Unread[] = [];
  for (const { file } of files) {
    const taken = await ingestFile(run, file);
    batches.push(...taken.batches);
    const isFailure = taken.batches.length === 0 || taken.unread.some((each) => each.code !== "E_UNRECOGNISED");
    (isFailure ? failures : passedOver).push(...taken.unread);
    taken.unread.forEach((each) => run.effects.progress(each.message));
    run.effects.progress(pace());
  }
  return { batches, failures, passedOver };
}

/** Says after each file how many are done and, by their bytes, about how long the rest will take. */
function paceOf(sizes: readonly number[]): () => string {
  const startedAt = performance.now();
  const total = sizes.reduce((sum, each) => sum + each, 0);
  let done = 0;
  let doneBytes = 0;
  return () => {
    doneBytes += sizes[done++] ?? 0;
    const left = (((performance.now() - startedAt) / 1000) * (total - doneBytes)) / Math.max(1, doneBytes);
    return `${done} of ${sizes.length} files, about ${Math.ceil(left)} s left`;
  };
}

/** Takes every sheet of a file that is recognised; one that is not does not keep the others out. */
async function ingestFile(run: Run, file: string): Promise<{ batches: BatchReport[]; unread: Unread[] }> {
  const batches: BatchReport[] = [];
  const unread: Unread[] = [];
  const note = (source: string) => (cause: unknown) => {
    if (!(cause instanceof UserError)) throw cause;
    unread.push({ source, code: cause.code, message: cause.message });
  };
  await forEachSheet(run, file, async (sheet) => {
    await ingestSheet(run, sheet).then((batch) => batches.push(batch), note(sheet.source));
  }).catch(note(path.basename(file)));
  return { batches, unread };
}

async function forEachSheet(run: Run, file: string, take: (sheet: Sheet) => Promise<void>): Promise<void> {
  for await (const sheet of readSheets(file, { scratch: run.scratch })) {
    await take(sheet);
    await removeQuietly(sheet.csv);
  }
}

async function ingestSheet(run: Run, sheet: Sheet): Promise<BatchReport> {
  const match = recognise(await firstRecords(sheet, HEADER_WITHIN), sheet.source, run.request.as);
  const id = sha256(`${match.profile.id}\n${sheet.contentSha256}`).slice(0, 16);
  const held = (await run.lake.batches()).find((batch) => batch.id === id);
  if (held !== undefined) return { ...reportOf(held), source: sheet.source, alreadyHeld: true };
  const startedAt = performance.now();
  const batch = await storeSheet(run, { sheet, match, id });
  const rate = Math.round(batch.rows / Math.max(0.001, (performance.now() - startedAt) / 1000));
  run.effects.progress(
    `${batch.source}: ${batch.rows} rows as ${batch.profile}, ${batch.rejected} rejected, ${rate} rows a second`,
  );
  return { ...reportOf(batch), alreadyHeld: false };
}

interface Taken {
  readonly sheet: Sheet;
  readonly match: Recognised;
  readonly id: string;
}

async function storeSheet(run: Run, taken: Taken): Promise<Batch> {
  const { sheet, match, id } = taken;
  const { session, lake } = run;
  const loaded = await loadRaw(session, sheet, { table: "raw", columns: match.width, skipLines: match.headerLine });
  const received = receive(match, { raw: name("raw"), width: match.width, batch: id });
  const [offered] = await session.rows<{ n: number }>(received.offered);
  const accepted = await lake.write(id, session, { table: match.profile.makes, rows: received.accepted });
  const doubtful = (offered?.n ?? 0) > accepted || loaded.unreadable.length > 0;
  const rejected = doubtful
    ? await storeRejects(run, { id, rows: received.rejected, unreadable: loaded.unreadable })
    : 0;
  await session.run(sql`DROP TABLE raw`);
  const batch = batchOf(run, taken, { accepted, rejected });
  await lake.append(batch);
  return batch;
}

interface Rejects {
  readonly id: string;
  readonly rows: Sql;
  readonly unreadable: readonly UnreadableRecord[];
}

async function storeRejects({ session, lake }: Run, { id, rows, unreadable }: Rejects): Promise<number> {
  await session.run(sql`CREATE OR REPLACE TEMP TABLE rejected_rows AS ${rows}`);
  for (const { line, reason, text } of unreadable) {
    await session.run(
      sql`INSERT INTO rejected_rows VALUES (${id}, ${line}, ${reason}, '', ${text.slice(0, 200)}, ${text})`,
    );
  }
  return lake.write(id, session, {
    table: reject,
    rows: sql`SELECT * FROM rejected_rows ORDER BY source_line, column_name`,
  });
}

function batchOf(run: Run, taken: Taken, counts: { accepted: number; rejected: number }): Batch {
  const { sheet, match, id } = taken;
  const { request, effects } = run;
  const { publication } = match.profile;
  return {
    id,
    profile: match.profile.id,
    table: match.profile.makes.name,
    source: sheet.source,
    sha256: sheet.sha256,
    contentSha256: sheet.contentSha256,
    bytes: sheet.bytes,
    receivedAt: effects.now().toString({ smallestUnit: "millisecond" }),
    rows: counts.accepted + counts.rejected,
    ...counts,
    release: {
      ...publication,
      release: request.release ?? `${publication.dataset}@${sheet.contentSha256.slice(0, 8)}`,
      released: request.released ?? null,
    },
  };
}

function reportOf({ id, profile, source, rows, accepted, rejected }: Batch): Omit<BatchReport, "alreadyHeld"> {
  return { id, profile, source, rows, accepted, rejected };
}

/** The files named, and those in the folders named, in the order of their names; a missing one is told of when its turn comes. */
async function filesOf(paths: readonly string[]): Promise<{ file: string; bytes: number }[]> {
  const files: string[] = [];
  for (const each of paths) {
    const entry = await stat(each).catch(() => undefined);
    if (entry?.isDirectory() !== true) files.push(each);
    else {
      const inside = await readdir(each, { recursive: true, withFileTypes: true });
      files.push(
        ...inside
          .filter((one) => one.isFile())
          .map((one) => path.join(one.parentPath, one.name))
          .toSorted(),
      );
    }
  }
  return Promise.all(
    files.map(async (file) => ({ file, bytes: (await stat(file).catch(() => undefined))?.size ?? 0 })),
  );
}

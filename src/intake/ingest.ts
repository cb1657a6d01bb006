import { mkdir } from "node:fs/promises";
import path from "node:path";
import { type Effects, removeQuietly, UserError } from "../base/index.ts";
import { Lake, Session, withLock } from "../engine/index.ts";
import { type BatchReport, ingestSheet, type Run } from "./ingest-sheet.ts";
import { filesOf } from "./offered-files.ts";
import { readSheets, type Sheet } from "./read/index.ts";
import { profilesNamed } from "./recognise.ts";

export interface IngestRequest {
  readonly store: string;
  readonly paths: readonly string[];
  /** Take every file as this profile, whatever its headers. */
  readonly as?: string | undefined;
  /** Name and day of the release that the files belong to, where the person knows them. */
  readonly release?: string | undefined;
  readonly released?: string | undefined;
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
  if (request.as !== undefined) profilesNamed(request.as);
  return withLock(request.store, effects, async () => {
    const scratch = path.join(request.store, "scratch");
    await removeQuietly(scratch);
    await mkdir(scratch, { recursive: true });
    const lake = new Lake(request.store);
    await lake.sweep();
    const session = await Session.open({ spillTo: scratch });
    try {
      return await ingestAll({ request, effects, scratch, lake, session }, request.paths);
    } finally {
      session.close();
      await removeQuietly(scratch);
    }
  });
}

async function ingestAll(run: Run, paths: readonly string[]): Promise<IngestReport> {
  const batches: BatchReport[] = [];
  const failures: Unread[] = [];
  const files = await filesOf(paths);
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
    await ingestSheet(run, { sheet, file }).then((each) => batches.push(...each), note(sheet.source));
  }).catch(note(path.basename(file)));
  return { batches, unread };
}

async function forEachSheet(run: Run, file: string, take: (sheet: Sheet) => Promise<void>): Promise<void> {
  for await (const sheet of readSheets(file, { scratch: run.scratch })) {
    await take(sheet);
    await removeQuietly(sheet.csv);
  }
}

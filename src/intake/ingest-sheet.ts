import { type Effects, sha256 } from "../base/index.ts";
import { type Batch, type Lake, name, type Session, type Sql, sql } from "../engine/index.ts";
import { reject } from "../records/index.ts";
import { type Delivery, deliveredColumns, deliveryOf } from "./force/delivery.ts";
import { isForceProfile } from "./force/index.ts";
import { withMoments } from "./force/moments.ts";
import { firstRecords, loadRaw, type Sheet, type UnreadableRecord } from "./read/index.ts";
import { receive } from "./receive.ts";
import { HEADER_WITHIN, recognise, type Recognised, withCompanions } from "./recognise.ts";

/** What every sheet of a run shares. */
export interface Run {
  readonly request: {
    readonly as?: string | undefined;
    readonly release?: string | undefined;
    readonly released?: string | undefined;
  };
  readonly effects: Effects;
  readonly scratch: string;
  readonly lake: Lake;
  readonly session: Session;
}

/** What became of one sheet, or of one of the things that its rows hold. */
export interface BatchReport {
  readonly id: string;
  readonly profile: string;
  readonly source: string;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly alreadyHeld: boolean;
}

/** A sheet is a batch; one whose rows hold several things, such as a crime and its people, is a batch of each. */
export async function ingestSheet(run: Run, { sheet, file }: { sheet: Sheet; file: string }): Promise<BatchReport[]> {
  const match = recognise(await firstRecords(sheet, HEADER_WITHIN), sheet.source, run.request.as);
  const delivery = isForceProfile(match.profile) ? await deliveryOf(file) : undefined;
  const held = new Map((await run.lake.batches()).map((batch) => [batch.id, batch]));
  const wanted = withCompanions(match).map((each) => ({ match: each, id: batchId(each, sheet, delivery) }));
  const missing = wanted.filter(({ id }) => !held.has(id));
  if (missing.length > 0) {
    const startedAt = performance.now();
    for (const batch of await storeSheet(run, { sheet, delivery, takes: missing })) {
      held.set(batch.id, batch);
      run.effects.progress(sayBatch(batch, performance.now() - startedAt));
    }
  }
  const isNew = new Set(missing.map(({ id }) => id));
  return wanted.map(({ id }) => reportOf(held.get(id) as Batch, sheet.source, !isNew.has(id)));
}

/** The same content is the same batch; of a force's own records, the same content of the same force. */
function batchId({ profile }: Recognised, { contentSha256 }: Sheet, delivery: Delivery | undefined): string {
  const whose = delivery === undefined ? "" : `\n${profile.makes.name}\n${delivery.force ?? ""}`;
  const part = profile.part === undefined ? "" : `\n${profile.part}`;
  return sha256(`${profile.id}\n${contentSha256}${whose}${part}`).slice(0, 16);
}

function sayBatch({ source, rows, rejected, profile }: Batch, milliseconds: number): string {
  const rate = Math.round(rows / Math.max(0.001, milliseconds / 1000));
  return `${source}: ${rows} rows as ${profile}, ${rejected} rejected, ${rate} rows a second`;
}

interface Taken {
  readonly sheet: Sheet;
  readonly delivery: Delivery | undefined;
  readonly takes: readonly { readonly match: Recognised; readonly id: string }[];
}

/** Reads a sheet's text once, whatever is made of it. */
async function storeSheet(run: Run, { sheet, delivery, takes }: Taken): Promise<Batch[]> {
  const { session } = run;
  const first = takes[0]?.match as Recognised;
  const shape = { table: "raw", columns: first.width, skipLines: first.headerLine };
  const { unreadable } = await loadRaw(session, sheet, shape);
  const batches: Batch[] = [];
  for (const [i, { match, id }] of takes.entries()) {
    batches.push(await storeBatch(run, { sheet, delivery, match, id, unreadable: i === 0 ? unreadable : [] }));
  }
  await session.run(sql`DROP TABLE raw`);
  return batches;
}

interface Storing {
  readonly sheet: Sheet;
  readonly delivery: Delivery | undefined;
  readonly match: Recognised;
  readonly id: string;
  readonly unreadable: readonly UnreadableRecord[];
}

async function storeBatch(run: Run, storing: Storing): Promise<Batch> {
  const { match, id, delivery, unreadable } = storing;
  const { session, lake, effects } = run;
  const raw = await withMoments(session, match, name("raw"));
  const given = delivery === undefined ? {} : deliveredColumns(delivery, effects.now());
  const received = receive(match, { raw, width: match.width, batch: id, given });
  const [offered] = await session.rows<{ n: number }>(received.offered);
  const accepted = await lake.write(id, session, { table: match.profile.makes, rows: received.accepted });
  const doubtful = (offered?.n ?? 0) > accepted || unreadable.length > 0;
  const rejected = doubtful ? await storeRejects(run, { id, rows: received.rejected, unreadable }) : 0;
  const batch = batchOf(run, storing, { accepted, rejected });
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

function batchOf(run: Run, { sheet, match, id }: Storing, counts: { accepted: number; rejected: number }): Batch {
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

function reportOf({ id, profile, rows, accepted, rejected }: Batch, source: string, alreadyHeld: boolean): BatchReport {
  return { id, profile, source, rows, accepted, rejected, alreadyHeld };
}

import { createHash } from "node:crypto";
import { open, readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { UserError } from "../../base/index.ts";
import { sql, type Sql } from "../../engine/index.ts";
import { parseDate } from "../../records/index.ts";

/** What says of a folder when it was received and whose it is. */
export const DELIVERY_FILE = "received.json";

/** One folder of a force's own records, as it came. */
export interface Delivery {
  readonly id: string;
  /** ISO moment; null when the delivery does not say, and the moment of taking it in stands for it. */
  readonly receivedAt: string | null;
  /** Null when the delivery does not say; each row may. */
  readonly force: string | null;
}

/** The delivery that a file came in, which is its folder; throws `E_DELIVERY` where `received.json` cannot be read. */
export async function deliveryOf(file: string): Promise<Delivery> {
  const folder = path.dirname(path.resolve(file));
  const text = await readFile(path.join(folder, DELIVERY_FILE), "utf8").catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return undefined;
    throw cause;
  });
  const said = text === undefined ? { receivedAt: null, force: null } : saidIn(text);
  return { id: await identityOf(folder), ...said };
}

/** The columns that a delivery gives each of its rows. */
export function deliveredColumns(delivery: Delivery, now: Temporal.Instant): Readonly<Record<string, Sql>> {
  const receivedAt = delivery.receivedAt ?? now.toString({ smallestUnit: "millisecond" });
  return {
    delivery: sql`${delivery.id}`,
    received_at: sql`CAST(${receivedAt.replace("Z", "")} AS TIMESTAMP)`,
    force: sql`${delivery.force ?? "unknown"}`,
  };
}

function saidIn(text: string): Omit<Delivery, "id"> {
  const said = objectIn(text);
  const { receivedAt, force } = said;
  const received = typeof receivedAt === "string" ? parseDate(receivedAt) : null;
  if (receivedAt !== undefined && (received === null || received.iso.length < 10))
    throw unreadable(`receivedAt is ${JSON.stringify(receivedAt)}`);
  if (force !== undefined && typeof force !== "string") throw unreadable(`force is ${JSON.stringify(force)}`);
  return { receivedAt: received?.iso ?? null, force: force?.trim() || null };
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    if (typeof value === "object" && value !== null) return { ...value };
  } catch {
    // told below, with how the text begins
  }
  throw unreadable(`it begins with ${text.slice(0, 60)}`);
}

function unreadable(found: string): UserError {
  return new UserError({
    code: "E_DELIVERY",
    found: `${DELIVERY_FILE}: ${found}`,
    expected: '{"receivedAt": "2018-03-01T09:00:00Z", "force": "kent"}',
    remedy: "Without the file, the moment of taking the records in stands for when they were received.",
  });
}

/**
 * A folder's name for good: of its files' names, sizes and beginnings, so that a delivery half taken in before a kill is the
 * same delivery afterwards, and the whole need not be read twice.
 */
async function identityOf(folder: string): Promise<string> {
  const hash = createHash("sha256");
  const entries = await readdir(folder, { withFileTypes: true });
  for (const file of entries
    .filter((each) => each.isFile())
    .map((each) => each.name)
    .toSorted()) {
    const { size } = await stat(path.join(folder, file));
    hash.update(`${file}\n${size}\n`).update(await beginningOf(path.join(folder, file)));
  }
  return hash.digest("hex").slice(0, 16);
}

const BEGINNING_BYTES = 64 * 1024;

async function beginningOf(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(BEGINNING_BYTES), 0, BEGINNING_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

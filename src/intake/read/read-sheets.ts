import { createReadStream } from "node:fs";
import { mkdir, open, stat } from "node:fs/promises";
import path from "node:path";
import { sha256OfFile } from "../../base/index.ts";
import { containerOf } from "./container.ts";
import { gunzipFile } from "./gzip.ts";
import { DEFAULT_LIMITS, type Limits } from "./limits.ts";
import { refuseOle } from "./ole.ts";
import { type Place, refuseBinary, refuseEmpty, refuseFile } from "./refuse.ts";
import type { Sheet } from "./sheet.ts";
import { unpackText } from "./text.ts";
import { sheetsOfZip } from "./zip-sheets.ts";

/** The file being read: what it is called, where it is, its size and digest, and how to make scratch files. */
export interface Offered {
  readonly file: string;
  readonly place: Place;
  readonly size: number;
  readonly sha256: string;
  readonly limits: Limits;
  /** A new path in the scratch folder, named by a counter. */
  scratchFile(): string;
}

/**
 * The tables in a file, one at a time, each unpacked into `scratch` (which the caller removes). What the file
 * is, its first bytes tell. A file that cannot be read is refused with a `UserError`.
 */
export async function* readSheets(
  file: string,
  { scratch, limits = {} }: { readonly scratch: string; readonly limits?: Partial<Limits> },
): AsyncGenerator<Sheet> {
  const place = path.basename(file);
  const size = await sizeOf(file, place);
  await mkdir(scratch, { recursive: true });
  const allLimits = { ...DEFAULT_LIMITS, ...limits };
  yield* sheetsOf({ file, place, size, limits: allLimits, scratchFile: scratchCounter(scratch) });
}

async function sizeOf(file: string, place: Place): Promise<number> {
  const found = await stat(file).catch((cause: unknown) => {
    throw refuseFile(place, "cannot be opened", cause);
  });
  if (!found.isFile()) throw refuseFile(place, "is not a file");
  if (found.size === 0) throw refuseEmpty(place);
  return found.size;
}

async function* sheetsOf(found: Omit<Offered, "sha256">): AsyncGenerator<Sheet> {
  const { file, place, size, limits } = found;
  const container = containerOf(await headOf(file));
  switch (container.kind) {
    case "text": {
      const text = await unpackText(bytesOf(file), { place, csv: found.scratchFile(), limits });
      return yield { source: place, sha256: text.contentSha256, ...text };
    }
    case "gzip": {
      const target = { place, csv: found.scratchFile(), limits, packedBytes: size };
      const text = await unpackText(gunzipFile(file, place), target);
      return yield { source: place, sha256: await sha256OfFile(file), ...text };
    }
    case "zip":
      return yield* sheetsOfZip({ ...found, sha256: await sha256OfFile(file) });
    case "ole":
      throw await refuseOle(file, place);
    case "other":
      throw refuseBinary(place, container.what);
  }
}

async function headOf(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function bytesOf(file: string): AsyncIterable<Uint8Array> {
  return createReadStream(file, { highWaterMark: 1024 * 1024 });
}

/** Names by number alone; a fresh run in the same folder must not write over an earlier one's files. */
function scratchCounter(scratch: string): () => string {
  const run = process.hrtime.bigint().toString(36);
  let made = 0;
  return () => path.join(scratch, `${run}-${++made}.csv`);
}

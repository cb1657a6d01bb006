import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import { UserError } from "../../../src/base/index.ts";
import { firstRecords, type Limits, readSheets, type Sheet } from "../../../src/intake/read/index.ts";

/** A folder for a suite's files. */
export interface Workroom {
  /** Writes a file and reads its sheets, with the first records of each. */
  read(name: string, bytes: string | Uint8Array, limits?: Partial<Limits>): Promise<ReadSheet[]>;
  /** The code of the refusal that reading a file ends in, or "read". */
  refusal(name: string, bytes: string | Uint8Array, limits?: Partial<Limits>): Promise<string>;
  remove(): Promise<void>;
}

export interface ReadSheet extends Sheet {
  readonly records: readonly (readonly string[])[];
  readonly recordLines: readonly number[];
}

export async function workroom(): Promise<Workroom> {
  const folder = await mkdtemp(path.join(tmpdir(), "read-"));
  async function read(name: string, bytes: string | Uint8Array, limits: Partial<Limits> = {}): Promise<ReadSheet[]> {
    const file = path.join(folder, name);
    await writeFile(file, bytes);
    const sheets: ReadSheet[] = [];
    for await (const sheet of readSheets(file, { scratch: path.join(folder, "scratch"), limits })) {
      const records = await firstRecords(sheet, 1000);
      sheets.push({
        ...sheet,
        records: records.map(({ cells }) => cells),
        recordLines: records.map(({ line }) => line),
      });
    }
    return sheets;
  }
  async function refusal(...given: Parameters<typeof read>): Promise<string> {
    try {
      await read(...given);
      return "read";
    } catch (cause) {
      if (cause instanceof UserError) return cause.code;
      throw cause;
    }
  }
  return { read, refusal, remove: () => rm(folder, { recursive: true }) };
}

/** A zip of these members. */
export async function zipOf(members: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(members)) {
    if (name.endsWith("/")) zip.addEmptyDirectory(name);
    else zip.addBuffer(Buffer.from(content), name);
  }
  zip.end();
  return buffer(zip.outputStream);
}

/** Replaces a name inside a made zip by one of the same length that a zip writer would refuse. */
export function renameInZip(zip: Buffer, from: string, to: string): Buffer {
  return Buffer.from(zip.toString("latin1").replaceAll(from, to), "latin1");
}

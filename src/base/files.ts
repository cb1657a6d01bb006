import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import path from "node:path";

/** Writes a file so that a reader, even after a power cut, finds the old text or the new, never half. */
export async function writeFileAtomically(file: string, text: string | Uint8Array): Promise<void> {
  const half = `${file}.half`;
  const handle = await open(half, "w");
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(half, file);
  await syncFolder(path.dirname(file));
}

/** Makes the names in a folder durable: after this a rename into it survives a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a written file's bytes durable. */
export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Moves a finished file or folder to its final name, durably. */
export async function moveDurably(from: string, to: string): Promise<void> {
  await rename(from, to);
  await syncFolder(path.dirname(to));
}

/** Removes a file or folder if it is there. */
export async function removeQuietly(target: string): Promise<void> {
  await rm(target, { recursive: true, force: true });
}

/** SHA-256 of a file's bytes, in hexadecimal, read in chunks. */
export async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array);
  return hash.digest("hex");
}

/** SHA-256 of a text or bytes, in hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { DELIVERY_FILE } from "./force/delivery.ts";

/** A file to be taken in, with its size for the estimate of time. */
export interface OfferedFile {
  readonly file: string;
  readonly bytes: number;
}

/**
 * The files named, and those in the folders named, in the order of their names; a missing one is told of when its turn comes.
 * Of a folder, what says when it was received is no table, and `truth/` of an invented force is not for the pipeline to know.
 */
export async function filesOf(paths: readonly string[]): Promise<OfferedFile[]> {
  const files: string[] = [];
  for (const each of paths) {
    const entry = await stat(each).catch(() => undefined);
    if (entry?.isDirectory() === true) files.push(...(await filesIn(each)));
    else files.push(each);
  }
  return Promise.all(
    files.map(async (file) => ({ file, bytes: (await stat(file).catch(() => undefined))?.size ?? 0 })),
  );
}

async function filesIn(folder: string): Promise<string[]> {
  const inside = await readdir(folder, { recursive: true, withFileTypes: true });
  return inside
    .filter((one) => one.isFile() && one.name !== DELIVERY_FILE)
    .map((one) => path.join(one.parentPath, one.name))
    .filter((file) => !path.relative(folder, file).split(path.sep).slice(0, -1).includes("truth"))
    .toSorted();
}

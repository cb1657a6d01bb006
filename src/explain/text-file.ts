import { isUtf8 } from "node:buffer";
import { readFile, stat } from "node:fs/promises";
import { UserError } from "../base/index.ts";

/** A whole file as text; throws `E_FILE` for what is not there, is no file, is too large or is not UTF-8. */
export async function readText(file: string, largestBytes: number): Promise<string> {
  const info = await stat(file).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === "ENOENT" ? "does not exist" : `cannot be read (${cause.code})`;
    throw refused(`${file} ${why}`, "the path of a file that may be read", cause);
  });
  if (!info.isFile()) throw refused(`${file} is no file`, "a file");
  if (info.size > largestBytes) throw refused(`${file} has ${info.size} bytes`, `at most ${largestBytes} bytes`);
  const bytes = await readFile(file);
  if (!isUtf8(bytes)) throw refused(`${file} is not UTF-8`, "text in UTF-8");
  return bytes.toString("utf8").replace(/^\uFEFF/, "");
}

function refused(found: string, expected: string, cause?: unknown): UserError {
  return new UserError({ code: "E_FILE", found, expected }, { cause });
}

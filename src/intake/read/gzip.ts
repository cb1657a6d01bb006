import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { type Place, refuseGzip, refuseTruncated } from "./refuse.ts";

/** The unpacked bytes of a gzip file. */
export function gunzipFile(file: string, place: Place): AsyncGenerator<Uint8Array> {
  return gunzip(createReadStream(file, { highWaterMark: 256 * 1024 }), place);
}

/** The unpacked bytes of a gzip stream; a cut or damaged one is refused in our own words. */
export async function* gunzip(packed: Readable, place: Place): AsyncGenerator<Uint8Array> {
  const unpacked = createGunzip({ chunkSize: 1024 * 1024 });
  packed.on("error", (cause) => unpacked.destroy(cause));
  packed.pipe(unpacked);
  try {
    for await (const chunk of unpacked) yield chunk as Uint8Array;
  } catch (cause) {
    throw asRefusal(cause, place);
  } finally {
    packed.destroy();
    unpacked.destroy();
  }
}

function asRefusal(cause: unknown, place: Place): unknown {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  if (code === "Z_BUF_ERROR") return refuseTruncated(place, cause);
  if (typeof code === "string" && code.startsWith("Z_")) return refuseGzip(place, cause);
  return cause;
}

import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { containerOf } from "./container.ts";
import type { Limits } from "./limits.ts";
import { lineScanner } from "./lines.ts";
import { type Place, refuseBinary, refuseEmpty, refuseNested, refuseTooLarge } from "./refuse.ts";
import type { LineFacts } from "./sheet.ts";

/** A text as it was unpacked into the scratch folder. */
export interface UnpackedText {
  readonly contentSha256: string;
  readonly bytes: number;
  readonly csv: string;
  readonly lines: LineFacts;
}

export interface TextTarget {
  readonly place: Place;
  readonly csv: string;
  readonly limits: Limits;
  /** Packed size in bytes, where the text came out of a container. */
  readonly packedBytes?: number;
}

/**
 * One pass from bytes to a UTF-8 file: digest, encoding, NUL bytes, line ends. A text that turns out not to
 * be UTF-8 is rewritten from Windows-1252, which gives every byte a letter.
 */
export async function unpackText(chunks: AsyncIterable<Uint8Array>, target: TextTarget): Promise<UnpackedText> {
  const out = await open(target.csv, "w");
  let pass: Pass;
  try {
    pass = await copyText(chunks, out, target);
  } finally {
    await out.close();
  }
  const { encoding, contentSha256, bytes, lines } = pass;
  if (encoding === "utf-8") return { contentSha256, bytes, csv: target.csv, lines };
  return { contentSha256, bytes, ...(await rewrite(target, encoding)) };
}

interface Pass {
  readonly encoding: Encoding;
  readonly contentSha256: string;
  readonly bytes: number;
  readonly lines: LineFacts;
}

type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

async function copyText(chunks: AsyncIterable<Uint8Array>, out: FileHandle, target: TextTarget): Promise<Pass> {
  const hash = createHash("sha256");
  const scanner = lineScanner();
  const utf8 = utf8Watch();
  let encoding: Encoding = "utf-8";
  let bytes = 0;
  for await (const chunk of headFirst(chunks)) {
    const isHead = bytes === 0;
    bytes += chunk.length;
    guardSize(bytes, target);
    hash.update(chunk);
    if (isHead) encoding = encodingOf(chunk, target);
    const body = isHead ? withoutMark(chunk) : chunk;
    if (encoding === "utf-8" || encoding === "windows-1252") refuseNul(body, target.place);
    if (encoding === "utf-8" && !utf8.accepts(body)) encoding = "windows-1252";
    if (encoding === "utf-8") scanner.see(body);
    await out.write(body);
  }
  if (bytes === 0) throw refuseEmpty(target.place);
  if (encoding === "utf-8" && !utf8.endsWhole()) encoding = "windows-1252";
  return { encoding, contentSha256: hash.digest("hex"), bytes, lines: scanner.end() };
}

/** The chunks, the first made long enough to know a file by. */
async function* headFirst(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | undefined = new Uint8Array(0);
  for await (const chunk of chunks) {
    if (head === undefined) {
      yield chunk;
      continue;
    }
    head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
    if (head.length < 16) continue;
    yield head;
    head = undefined;
  }
  if (head !== undefined && head.length > 0) yield head;
}

function guardSize(bytes: number, { place, limits, packedBytes }: TextTarget): void {
  if (bytes > limits.textBytes) {
    throw refuseTooLarge(place, `unpacks to more than ${limits.textBytes} bytes`, `at most ${limits.textBytes} bytes`);
  }
  if (packedBytes === undefined || bytes <= limits.ratioFromBytes || bytes <= packedBytes * limits.ratio) return;
  throw refuseTooLarge(
    place,
    `unpacks to more than ${limits.ratio} times its ${packedBytes} packed bytes`,
    `a text over ${limits.ratioFromBytes} bytes to be at most ${limits.ratio} times its packed size`,
  );
}

function encodingOf(head: Uint8Array, { place, packedBytes }: TextTarget): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const container = containerOf(head);
  if (container.kind === "other") throw refuseBinary(place, container.what);
  if (container.kind !== "text" && packedBytes !== undefined) throw refuseNested(place);
  if (container.kind !== "text") throw refuseBinary(place, "a packed file");
  return "utf-8";
}

function withoutMark(head: Uint8Array): Uint8Array {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? head.subarray(3) : head;
}

function refuseNul(chunk: Uint8Array, place: Place): void {
  if (chunk.includes(0)) throw refuseBinary(place, "not text: it holds NUL bytes");
}

/** Checks UTF-8 chunk by chunk; a letter cut by a chunk's end is kept for the next. */
function utf8Watch(): { accepts(chunk: Uint8Array): boolean; endsWhole(): boolean } {
  let cut: Uint8Array = new Uint8Array(0);
  return {
    accepts(chunk) {
      const text = cut.length === 0 ? chunk : Buffer.concat([cut, chunk]);
      const whole = text.length - cutLetterLength(text);
      cut = text.slice(whole);
      return isUtf8(text.subarray(0, whole));
    },
    endsWhole: () => cut.length === 0,
  };
}

/** How many bytes at the end begin a letter that is not finished: 0 to 3. */
function cutLetterLength(text: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, text.length); back++) {
    const byte = text[text.length - back] as number;
    if (byte >= 0xc0) return lengthOfLetter(byte) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

function lengthOfLetter(firstByte: number): number {
  if (firstByte >= 0xf0) return 4;
  return firstByte >= 0xe0 ? 3 : 2;
}

async function rewrite(target: TextTarget, encoding: Encoding): Promise<{ csv: string; lines: LineFacts }> {
  const original = `${target.csv}.original`;
  await rename(target.csv, original);
  const out = await open(target.csv, "w");
  const scanner = lineScanner();
  try {
    for await (const text of decoded(createReadStream(original), encoding)) {
      const chunk = Buffer.from(text);
      refuseControls(text, target.place);
      scanner.see(chunk);
      await out.write(chunk);
    }
  } finally {
    await out.close();
    await rm(original);
  }
  return { csv: target.csv, lines: scanner.end() };
}

async function* decoded(chunks: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** Compressed or otherwise binary bytes read as letters are full of control characters; no table is. */
function refuseControls(text: string, place: Place): void {
  let controls = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 9 || (code > 13 && code < 32)) controls++;
  }
  if (controls > 4 && controls > text.length / 100) throw refuseBinary(place, "not text in any encoding we know");
}

import { chmod, mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { removeQuietly, sha256, UserError, writeFileAtomically } from "../../base/index.ts";

/** A text that somebody asked to be kept. */
export interface KeptText {
  readonly text: string;
  /** Day the text was written, as given; empty when it was not. */
  readonly dated: string;
  /** When it was kept. */
  readonly keptAt: string;
}

/** Keeps a text under the digest of its exact characters; gives the digest. Kept again, it has the day given last. */
export async function keepText(store: string, { text, dated, keptAt }: KeptText): Promise<string> {
  const digest = sha256(text);
  const { folder, textFile, noteFile } = placesOf(store, digest);
  await mkdir(folder, { recursive: true });
  // Texts may be private: nobody else on the machine has to read them.
  await chmod(folder, 0o700);
  await inTurn(async () => {
    await writeFileAtomically(noteFile, `${JSON.stringify({ dated, keptAt })}\n`);
    await writeFileAtomically(textFile, text);
  });
  return digest;
}

/** The text kept under a digest, or nothing. */
export async function keptText(store: string, digest: string): Promise<KeptText | undefined> {
  if (!isDigest(digest)) return undefined;
  const { textFile, noteFile } = placesOf(store, digest);
  const [text, note] = await Promise.all([textFile, noteFile].map(maybeRead));
  if (text === undefined) return undefined;
  if (sha256(text) !== digest) throw changed(textFile);
  const { dated = "", keptAt = "" } = JSON.parse(note ?? "{}") as Partial<KeptText>;
  return { text, dated, keptAt };
}

/** Removes a kept text; says whether there was one. */
export async function forgetText(store: string, digest: string): Promise<boolean> {
  if (!isDigest(digest)) return false;
  const { textFile, noteFile } = placesOf(store, digest);
  const isKept = (await maybeRead(textFile)) !== undefined;
  await inTurn(async () => {
    await removeQuietly(textFile);
    await removeQuietly(noteFile);
  });
  return isKept;
}

/** SHA-256 in lower-case hexadecimal, and nothing that could be a path. */
export function isDigest(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

function placesOf(store: string, digest: string): { folder: string; textFile: string; noteFile: string } {
  const folder = path.join(store, "texts");
  return { folder, textFile: path.join(folder, `${digest}.txt`), noteFile: path.join(folder, `${digest}.json`) };
}

async function maybeRead(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw cause;
  }
}

function changed(file: string): UserError {
  return new UserError({
    code: "E_TEXT_CHANGED",
    found: `${path.basename(file)} no longer holds the text that it is named after`,
    expected: "a kept text, unchanged",
    remedy: "Check the text again, and keep it anew.",
  });
}

/** Writes follow one another, so that two of the same text do not share a half-written file. */
const inTurn = queue();

function queue(): <T>(write: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (write) => {
    const mine = last.then(write, write);
    last = mine.catch(() => {});
    return mine;
  };
}

import { promisify } from "node:util";
import type { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { UserError } from "../../base/index.ts";
import type { Limits } from "./limits.ts";
import { type Place, refuseEncrypted, refuseTooLarge, refuseZip } from "./refuse.ts";

/** A zip whose table of contents has been read and found within the limits. */
export interface OpenZip {
  readonly members: readonly Member[];
  /** The unpacked bytes of a member, checked against its checksum. */
  read(member: Member): AsyncGenerator<Uint8Array>;
  close(): void;
}

export interface Member {
  /** As the zip says, with `/` between folders. Shown to people; never used to write a file. */
  readonly name: string;
  readonly bytes: number;
  readonly packedBytes: number;
  readonly encrypted: boolean;
  readonly entry: Entry;
}

/** Opens a zip, hands it over and closes it whatever happens. */
export async function openZip(file: string, { place, limits }: { place: Place; limits: Limits }): Promise<OpenZip> {
  const zip = await refusing(place, () => openLazily(file));
  try {
    const members = await refusing(place, () => membersOf(zip, { place, limits }));
    return { members, read: (member) => readMember(zip, member, place), close: () => zip.close() };
  } catch (cause) {
    zip.close();
    throw cause;
  }
}

/** Names stay as bytes while reading, so that a member called `../x` is a name like any other. */
const openLazily = (file: string): Promise<ZipFile> =>
  promisify<string, yauzl.Options, ZipFile>(yauzl.open)(file, {
    lazyEntries: true,
    autoClose: false,
    decodeStrings: false,
  });

async function membersOf(zip: ZipFile, { place, limits }: { place: Place; limits: Limits }): Promise<Member[]> {
  if (zip.entryCount > limits.members) {
    throw refuseTooLarge(place, `holds ${zip.entryCount} files`, `at most ${limits.members} in one zip`);
  }
  const members: Member[] = [];
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry);
    const { uncompressedSize: bytes, compressedSize: packedBytes } = entry;
    if (!name.endsWith("/")) members.push({ name, bytes, packedBytes, encrypted: entry.isEncrypted(), entry });
  }
  return members;
}

function nameOf(entry: Entry): string {
  const raw = entry as unknown as { readonly fileNameRaw: Buffer };
  const name = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, raw.fileNameRaw, entry.extraFields, false);
  return name.replaceAll("\\", "/").replaceAll(/\p{Cc}/gu, "?");
}

async function* readMember(zip: ZipFile, member: Member, place: Place): AsyncGenerator<Uint8Array> {
  const where = `${place}!${member.name}`;
  if (member.encrypted) throw refuseEncrypted(where);
  const stream = await refusing(where, () => zip.openReadStreamPromise(member.entry));
  let checksum = 0;
  for await (const chunk of refusingStream(stream, where)) {
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (checksum !== member.entry.crc32) throw refuseZip(where, "its checksum does not match");
}

async function* refusingStream(stream: Readable, where: Place): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stream) yield chunk as Uint8Array;
  } catch (cause) {
    throw refuseZip(where, cause);
  } finally {
    stream.destroy();
  }
}

async function refusing<T>(place: Place, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof Error && cause.message.includes("strong encryption")) throw refuseEncrypted(place);
    throw cause instanceof UserError ? cause : refuseZip(place, cause);
  }
}

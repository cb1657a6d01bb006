import { Readable } from "node:stream";
import { gunzip } from "./gzip.ts";
import { isOds, sheetsOfOds } from "./ods.ts";
import type { Offered } from "./read-sheets.ts";
import { refuseBinary, refuseEncrypted, refuseNested, refuseNothingReadable, refuseTooLarge } from "./refuse.ts";
import type { Sheet } from "./sheet.ts";
import { unpackText } from "./text.ts";
import { maybeWorkbookMember } from "./xlsx-parts.ts";
import { sheetsOfXlsx } from "./xlsx.ts";
import { type Member, type OpenZip, openZip } from "./zip.ts";

/** The tables in a zip: its CSV members in the zip's order, or the sheets when it is a workbook. */
export async function* sheetsOfZip(offered: Offered): AsyncGenerator<Sheet> {
  const zip = await openZip(offered.file, offered);
  try {
    if (maybeWorkbookMember(zip.members) !== undefined) yield* sheetsOfXlsx(zip, offered);
    else if (isOds(zip.members)) yield* sheetsOfOds(zip, offered);
    else yield* sheetsOfMembers(zip, offered);
  } finally {
    zip.close();
  }
}

async function* sheetsOfMembers(zip: OpenZip, offered: Offered): AsyncGenerator<Sheet> {
  for (const member of readable(zip.members, offered)) {
    const place = `${offered.place}!${member.name}`;
    const target = { place, csv: offered.scratchFile(), limits: offered.limits, packedBytes: member.packedBytes };
    const bytes = zip.read(member);
    const text = await unpackText(isGzip(member) ? gunzip(Readable.from(bytes), place) : bytes, target);
    yield { source: place, sha256: offered.sha256, ...text };
  }
}

/** The members worth reading, after what would make the whole zip unfit has been looked for. */
function readable(members: readonly Member[], { place, limits }: Offered): readonly Member[] {
  const wanted = members.filter(({ name }) => TABLE.test(name) && !isMacFork(name));
  const nested = members.find(({ name }) => /\.(zip|tgz|tar\.gz|7z|rar)$/i.test(name) && !isMacFork(name));
  if (nested !== undefined) throw refuseNested(`${place}!${nested.name}`);
  const locked = wanted.find(({ encrypted }) => encrypted);
  if (locked !== undefined) throw refuseEncrypted(`${place}!${locked.name}`);
  if (members.some(({ name }) => /^xl\/workbook\.bin$/i.test(name))) throw refuseBinary(place, "an XLSB workbook");
  if (wanted.length === 0) throw refuseNothingReadable(place, sayMembers(members));
  const declared = wanted.reduce((sum, { bytes }) => sum + bytes, 0);
  if (declared > limits.textBytes) {
    throw refuseTooLarge(place, `declares ${declared} bytes of text`, `at most ${limits.textBytes} bytes`);
  }
  return wanted;
}

const TABLE = /\.(csv|txt|csv\.gz)$/i;

const isGzip = ({ name }: Member): boolean => /\.gz$/i.test(name);

/** The copies of file attributes that macOS puts into its zips. */
const isMacFork = (name: string): boolean => /(^|\/)(__MACOSX\/|\._)/.test(name);

function sayMembers(members: readonly Member[]): string {
  if (members.length === 0) return "no files";
  const names = members.slice(0, 3).map(({ name }) => name.slice(0, 80));
  return `${members.length} files, none of them a table (${names.join(", ")}${members.length > 3 ? ", …" : ""})`;
}

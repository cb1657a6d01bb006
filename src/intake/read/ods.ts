import { odsListener } from "./ods-content.ts";
import type { Offered } from "./read-sheets.ts";
import { refuseEncrypted, refuseNothingReadable, refuseWorkbook } from "./refuse.ts";
import type { Rows } from "./rows.ts";
import type { Sheet } from "./sheet.ts";
import { hearAllXml, hearXml, refuseXmlSize } from "./xml.ts";
import type { Member, OpenZip } from "./zip.ts";

/** A table of an ODS document, read to its end. */
export interface OdsTable {
  readonly source: string;
  readonly rows: Rows;
}

/** Whether a zip is an OpenDocument file (or an encrypted one wrapped whole). */
export function isOds(members: readonly Member[]): boolean {
  const has = (name: string): boolean => members.some((member) => member.name === name);
  return has("META-INF/manifest.xml") && (has("content.xml") || has("encrypted-package"));
}

/** The sheets of an ODS workbook that have cells, hidden ones too; formulas by the value last worked out. */
export async function* sheetsOfOds(zip: OpenZip, offered: Offered): AsyncGenerator<Sheet> {
  const { place, limits } = offered;
  await refuseEncryptedParts(zip, offered);
  const content = zip.members.find(({ name }) => name === "content.xml");
  if (content === undefined) throw refuseWorkbook(place, "it has no content.xml");
  const where = `${place}!content.xml`;
  if (content.bytes > limits.xmlBytes) throw refuseXmlSize(where, content.bytes, limits);
  const finished: OdsTable[] = [];
  const listener = odsListener({ place, limits }, (table) => finished.push(table));
  let found = 0;
  for await (const _ of hearXml(zip.read(content), { place: where, limits, listener })) {
    for (const { source, rows } of finished.splice(0)) {
      if (rows.isEmpty()) continue;
      found++;
      yield { source, sha256: offered.sha256, ...(await rows.write(offered.scratchFile())) };
    }
  }
  if (found === 0) throw refuseNothingReadable(place, "no sheet with cells");
}

async function refuseEncryptedParts(zip: OpenZip, { place, limits }: Offered): Promise<void> {
  const manifest = zip.members.find(({ name }) => name === "META-INF/manifest.xml");
  let encrypted = zip.members.some(({ name }) => name === "encrypted-package");
  const listener = {
    open(element: string) {
      if (element.endsWith(":encryption-data")) encrypted = true;
    },
    close() {},
    text() {},
  };
  if (manifest !== undefined && !encrypted) {
    if (manifest.bytes > limits.xmlBytes) throw refuseXmlSize(`${place}!${manifest.name}`, manifest.bytes, limits);
    await hearAllXml(zip.read(manifest), { place: `${place}!${manifest.name}`, limits, listener });
  }
  if (encrypted) throw refuseEncrypted(place);
}

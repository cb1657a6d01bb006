import type { NumberKind } from "./excel-date.ts";
import type { Offered } from "./read-sheets.ts";
import { refuseNothingReadable, refuseWorkbook } from "./refuse.ts";
import { collectRows, type Rows } from "./rows.ts";
import type { Sheet } from "./sheet.ts";
import { workbookParts, type WorksheetPart } from "./xlsx-parts.ts";
import { readSharedStrings } from "./xlsx-strings.ts";
import { readNumberKinds } from "./xlsx-styles.ts";
import { worksheetListener } from "./xlsx-worksheet.ts";
import { refuseXmlSize, hearAllXml, type XmlListener } from "./xml.ts";
import type { Member, OpenZip } from "./zip.ts";

/** What reading a workbook's cells needs besides the cells. */
export interface Workbook {
  readonly shared: readonly string[];
  readonly kinds: readonly NumberKind[];
  readonly from1904: boolean;
}

/** Hears one part of a workbook out. */
export type HearPart = (member: Member, listener: XmlListener) => Promise<void>;

/** The sheets of an XLSX workbook that have cells, hidden ones too; formulas by the value last worked out. */
export async function* sheetsOfXlsx(zip: OpenZip, offered: Offered): AsyncGenerator<Sheet> {
  const hear = partReader(zip, offered);
  const parts = await workbookParts(zip.members, { hear, place: offered.place });
  const shared = parts.sharedStrings === undefined ? [] : await readSharedStrings(parts.sharedStrings, hear);
  const kinds = parts.styles === undefined ? [] : await readNumberKinds(parts.styles, hear);
  const workbook: Workbook = { shared, kinds, from1904: parts.from1904 };
  let found = 0;
  for (const part of parts.worksheets) {
    const source = sourceOf(offered.place, part);
    const rows = await readWorksheet(part, { workbook, hear, rows: collectRows(source, offered.limits), source });
    if (rows.isEmpty()) continue;
    found++;
    yield { source, sha256: offered.sha256, ...(await rows.write(offered.scratchFile())) };
  }
  if (found === 0) throw refuseNothingReadable(offered.place, `${parts.worksheets.length} sheets without cells`);
}

function partReader(zip: OpenZip, { place, limits }: Offered): HearPart {
  return async (member, listener) => {
    const where = `${place}!${member.name}`;
    if (member.bytes > limits.xmlBytes) throw refuseXmlSize(where, member.bytes, limits);
    await hearAllXml(zip.read(member), { place: where, limits, listener });
  };
}

const sourceOf = (place: string, { name, hidden }: WorksheetPart): string =>
  `${place}#${name}${hidden ? " (hidden)" : ""}`;

interface Reading {
  readonly workbook: Workbook;
  readonly hear: HearPart;
  readonly rows: Rows;
  readonly source: string;
}

async function readWorksheet({ member }: WorksheetPart, { workbook, hear, rows, source }: Reading): Promise<Rows> {
  await hear(
    member,
    worksheetListener(workbook, {
      row: (number, cells) => rows.add(number, cells),
      damaged: (why) => {
        throw refuseWorkbook(source, why);
      },
    }),
  );
  return rows;
}

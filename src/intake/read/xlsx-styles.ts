import { kindOfFormat, type NumberKind } from "./excel-date.ts";
import { localName } from "./xlsx-names.ts";
import type { HearPart } from "./xlsx.ts";
import type { Member } from "./zip.ts";

/** What each cell style shows a number as, by the style's number. */
export async function readNumberKinds(member: Member, hear: HearPart): Promise<NumberKind[]> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let inCellStyles = false;
  await hear(member, {
    open(element, { numFmtId = "0", formatCode = "" }) {
      const local = localName(element);
      if (local === "cellXfs") inCellStyles = true;
      else if (local === "numFmt") codes.set(Number(numFmtId), formatCode);
      else if (local === "xf" && inCellStyles) formats.push(Number(numFmtId));
    },
    close(element) {
      if (localName(element) === "cellXfs") inCellStyles = false;
    },
    text() {},
  });
  return formats.map((id) => kindOfFormat(id, codes.get(id)));
}

import { readFile } from "node:fs/promises";
import { UserError } from "../../base/index.ts";
import { type Place, refuseEncrypted } from "./refuse.ts";

/** Why an OLE container cannot be read: an encrypted XLSX is wrapped in one, a workbook of before 2007 is one. */
export async function refuseOle(file: string, place: Place): Promise<UserError> {
  const bytes = await readFile(file);
  const names = ["Workbook", "Book"].map((name) => Buffer.from(`${name}\0`, "utf16le"));
  const isOldWorkbook = names.some((name) => bytes.includes(name));
  if (!isOldWorkbook || bytes.includes(Buffer.from("EncryptedPackage", "utf16le"))) return refuseEncrypted(place);
  return new UserError({
    code: "E_OLD_WORKBOOK",
    found: `${place} is a workbook of before 2007 (.xls)`,
    expected: "an ODS or XLSX workbook, or CSV",
    remedy: "Open it and save it as .xlsx.",
  });
}

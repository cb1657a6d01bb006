import path from "node:path";
import { type Place, refuseWorkbook } from "./refuse.ts";
import { localName } from "./xlsx-names.ts";
import type { HearPart } from "./xlsx.ts";
import type { Member } from "./zip.ts";

/** The parts of a workbook, found through its own lists of them. */
export interface WorkbookParts {
  readonly worksheets: readonly WorksheetPart[];
  readonly sharedStrings: Member | undefined;
  readonly styles: Member | undefined;
  /** Whether day 0 is 1 January 1904, as on old Macs. */
  readonly from1904: boolean;
}

export interface WorksheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly member: Member;
}

/** The member that makes a zip an XLSX workbook. */
export function maybeWorkbookMember(members: readonly Member[]): Member | undefined {
  return members.find(({ name }) => /^\/?xl\/workbook\d*\.xml$/i.test(name));
}

/** Reads `workbook.xml` and its relations. */
export async function workbookParts(
  members: readonly Member[],
  { hear, place }: { readonly hear: HearPart; readonly place: Place },
): Promise<WorkbookParts> {
  const main = maybeWorkbookMember(members);
  if (main === undefined) throw refuseWorkbook(place, "it has no workbook.xml");
  const folder = path.posix.dirname(main.name);
  const find = (name: string): Member | undefined => members.find((each) => samePart(each.name, name));
  const relations = await readRelations(find(`${folder}/_rels/${path.posix.basename(main.name)}.rels`), hear);
  const target = ({ target }: Relation): Member | undefined => find(path.posix.resolve("/", folder, target));
  const { sheets, from1904 } = await readSheetList(main, hear);
  const worksheets = sheets.flatMap(({ id, name, hidden }) => {
    const relation = relations.find((each) => each.id === id);
    if (relation?.type !== "worksheet") return [];
    const member = target(relation);
    if (member === undefined) throw refuseWorkbook(place, `the sheet "${name}" is missing`);
    return [{ name, hidden, member }];
  });
  const ofType = (type: string): Member | undefined => relations.filter((each) => each.type === type).map(target)[0];
  return { worksheets, sharedStrings: ofType("sharedStrings"), styles: ofType("styles"), from1904 };
}

const samePart = (a: string, b: string): boolean =>
  a.replace(/^\//, "").toLowerCase() === b.replace(/^\//, "").toLowerCase();

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

async function readRelations(member: Member | undefined, hear: HearPart): Promise<Relation[]> {
  const relations: Relation[] = [];
  if (member === undefined) return relations;
  await hear(member, {
    open(element, { Id: id = "", Type: type = "", Target: target = "" }) {
      if (localName(element) !== "Relationship") return;
      relations.push({ id, type: type.slice(type.lastIndexOf("/") + 1), target });
    },
    close() {},
    text() {},
  });
  return relations;
}

interface ListedSheet {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
}

async function readSheetList(member: Member, hear: HearPart): Promise<{ sheets: ListedSheet[]; from1904: boolean }> {
  const sheets: ListedSheet[] = [];
  let from1904 = false;
  await hear(member, {
    open(element, attributes) {
      const local = localName(element);
      if (local === "workbookPr") from1904 = /^(1|true)$/i.test(attributes["date1904"] ?? "");
      if (local === "sheet") sheets.push(listedSheet(attributes));
    },
    close() {},
    text() {},
  });
  return { sheets, from1904 };
}

function listedSheet(attributes: Readonly<Record<string, string>>): ListedSheet {
  const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
  const { name = "", state = "visible" } = attributes;
  return { id, name, hidden: state !== "visible" };
}

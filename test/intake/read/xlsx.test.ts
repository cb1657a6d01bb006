import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isoOfSerial, kindOfFormat } from "../../../src/intake/read/excel-date.ts";
import { shortestNumber } from "../../../src/intake/read/number-text.ts";
import { type Workroom, workroom, zipOf } from "./made.ts";

let room: Workroom;
beforeAll(async () => {
  room = await workroom();
});
afterAll(() => room.remove());

interface Made {
  readonly sheets: Readonly<Record<string, string>>;
  readonly shared?: string;
  readonly styles?: string;
  readonly workbookPr?: string;
  readonly hidden?: readonly string[];
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function xlsx({ sheets, shared = "", styles = "", workbookPr = "", hidden = [] }: Made): Promise<Buffer> {
  const names = Object.keys(sheets);
  const list = names.map((name, i) => {
    const state = hidden.includes(name) ? ' state="hidden"' : "";
    return `<sheet name="${name}" sheetId="${i + 1}"${state} r:id="rId${i + 1}"/>`;
  });
  const relations = names.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${REL}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  return zipOf({
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<?xml version="1.0"?><workbook ${MAIN} xmlns:r="${REL}">${workbookPr}<sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${relations.join("")}
      <Relationship Id="s" Type="${REL}/sharedStrings" Target="/xl/sharedStrings.xml"/>
      <Relationship Id="t" Type="${REL}/styles" Target="styles.xml"/></Relationships>`,
    "xl/sharedStrings.xml": `<sst ${MAIN}>${shared}</sst>`,
    "xl/styles.xml": `<styleSheet ${MAIN}>${styles}</styleSheet>`,
    ...Object.fromEntries(
      names.map((name, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet ${MAIN}><sheetData>${sheets[name]}</sheetData></worksheet>`,
      ]),
    ),
  });
}

describe("readSheets(file, {scratch}) of XLSX", () => {
  it("reads every kind of cell as text", async () => {
    const made = await xlsx({
      shared:
        "<si><t>Force &amp; area</t></si><si><r><t>Stal</t></r><r><rPr/><t>king</t></r><rPh><t>x</t></rPh></si><si><t>a_x000D_b</t></si>",
      styles: `<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="9"/></cellXfs>`,
      sheets: {
        Table: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>
          <row r="2"><c r="A2"><v>1135.0</v></c><c r="B2" s="1"><v>43191</v></c><c r="C2" s="2"><v>43191.573611111111</v></c></row>
          <row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" t="e"><v>#DIV/0!</v></c><c r="C3" t="str"><f>A1</f><v>shown</v></c></row>
          <row r="4"><c r="A4" t="inlineStr"><is><t>in</t><r><t>line</t></r></is></c><c r="C4" s="3"><v>0.83599999999999997</v></c></row>
          <row r="5"><c r="A5" t="d"><v>2018-04-01</v></c><c r="B5"><f>1/3</f><v>1E-7</v></c><c r="C5" s="1"/></row>`,
      },
    });
    const [sheet] = await room.read("t.xlsx", made);
    expect(sheet?.source).toBe("t.xlsx#Table");
    expect(sheet?.records).toEqual([
      ["Force & area", "Stalking", "a\rb"],
      ["1135", "2018-04-01", "2018-04-01T13:46:00"],
      ["TRUE", "#DIV/0!", "shown"],
      ["inline", "", "0.836"],
      ["2018-04-01", "0.0000001", ""],
    ]);
  });

  it("numbers records by the sheet's rows, whatever blank rows and line breaks there are", async () => {
    const made = await xlsx({
      sheets: {
        T: `<row r="2"><c r="B2" t="inlineStr"><is><t>two\nlines</t></is></c></row><row r="5"><c><v>1</v></c><c r="D5"><v>2</v></c></row><row><c><v>3</v></c></row>`,
      },
    });
    const [sheet] = await room.read("t.xlsx", made);
    expect(sheet?.recordLines).toEqual([2, 5, 6]);
    expect(sheet?.records).toEqual([
      ["", "two\nlines", "", ""],
      ["1", "", "", "2"],
      ["3", "", "", ""],
    ]);
  });

  it("reads hidden sheets and says so, and passes over sheets without cells", async () => {
    const cell = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>';
    const made = await xlsx({ sheets: { Notes: "", Shown: cell, Kept: cell }, hidden: ["Kept"] });
    const sheets = await room.read("t.xlsx", made);
    expect(sheets.map(({ source }) => source)).toEqual(["t.xlsx#Shown", "t.xlsx#Kept (hidden)"]);
    expect(sheets[0]?.contentSha256).toBe(sheets[1]?.contentSha256);
  });

  it("counts days from 1904 where the workbook does", async () => {
    const made = await xlsx({
      workbookPr: '<workbookPr date1904="1"/>',
      styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
      sheets: { T: '<row r="1"><c r="A1" s="0"><v>0</v></c><c r="B1" s="0"><v>41729</v></c></row>' },
    });
    expect((await room.read("t.xlsx", made))[0]?.records).toEqual([["1904-01-01", "2018-04-01"]]);
  });

  it.each([
    ["entities", "E_TOO_LARGE", '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>'],
    ["cut XML", "E_WORKBOOK", "<worksheet><sheetData><row r="],
    ["a cell far outside", "E_WORKBOOK", '<worksheet><row r="1"><c r="ZZZ1"><v>1</v></c></row></worksheet>'],
    ["a row far below", "E_TOO_LARGE", '<worksheet><row r="99999999"><c><v>1</v></c></row></worksheet>'],
    ["rows out of order", "E_WORKBOOK", '<worksheet><row r="2"/><row r="1"/></worksheet>'],
    ["no cells", "E_NOTHING_READABLE", "<worksheet/>"],
    ["too many levels", "E_TOO_LARGE", "<a>".repeat(100_000)],
    ["too many attributes", "E_TOO_LARGE", `<a ${Array.from({ length: 5000 }, (_, i) => `a${i}=""`).join(" ")}/>`],
    ["too many cells in a row", "E_WORKBOOK", `<worksheet><row>${"<c/>".repeat(20_000)}</row></worksheet>`],
  ])("refuses a sheet with %s: %s", async (_, code, xml) => {
    const made = await zipOf({
      "xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="T" r:id="a"/></sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="a" Type="${REL}/worksheet" Target="s.xml"/></Relationships>`,
      "xl/s.xml": xml,
    });
    expect(await room.refusal("t.xlsx", made)).toBe(code);
  });

  it("refuses parts and sheets beyond the limit", async () => {
    const row = (n: number): string => `<row r="${n}"><c r="A${n}"><v>123456</v></c></row>`;
    const long = await xlsx({ sheets: { T: Array.from({ length: 500 }, (_, i) => row(i + 1)).join("") } });
    expect(await room.refusal("t.xlsx", long, { xmlBytes: 10_000 })).toBe("E_TOO_LARGE");
    const wide = '<row r="1"><c r="XFD1"><v>1</v></c></row>' + Array.from({ length: 9 }, (_, i) => row(i + 2)).join("");
    expect(await room.refusal("t.xlsx", await xlsx({ sheets: { T: wide } }), { xmlBytes: 100_000 })).toBe(
      "E_TOO_LARGE",
    );
  });
});

describe("readSheets(file, {scratch}) of an XLSX that repeats one long text", () => {
  it("refuses it before the row is joined", async () => {
    const cells = '<c t="s"><v>0</v></c>'.repeat(16_000);
    const made = await xlsx({
      shared: `<si><t>${"x".repeat(1_000_000)}</t></si>`,
      sheets: { T: `<row>${cells}</row>` },
    });
    expect(await room.refusal("t.xlsx", made)).toBe("E_TOO_LARGE");
  });
});

describe("isoOfSerial(serial, {kind, from1904})", () => {
  it.each([
    [1, "date", "1900-01-01"],
    [59, "date", "1900-02-28"],
    [61, "date", "1900-03-01"],
    [43190.999999999, "date", "2018-04-01"],
    [0.5, "time", "12:00:00"],
    [0.5, "date", "1899-12-31T12:00:00"],
    [-1, "date", undefined],
    [3_000_000, "date", undefined],
  ] as const)("%d as a %s is %s", (serial, kind, iso) => {
    expect(isoOfSerial(serial, { kind, from1904: false })).toBe(iso);
  });
});

describe("kindOfFormat(id, code)", () => {
  it.each([
    [14, undefined, "date"],
    [0, undefined, "number"],
    [20, undefined, "time"],
    [164, "dd/mm/yyyy;@", "date"],
    [164, "mmm\\-yy", "date"],
    [164, "[$-809]d mmmm yyyy", "date"],
    [164, "hh:mm", "time"],
    [164, "[h]:mm", "number"],
    [164, "General", "number"],
    [164, '#,##0" days"', "number"],
    [164, "[Red]0.00", "number"],
  ] as const)("%d %s is a %s", (id, code, kind) => {
    expect(kindOfFormat(id, code)).toBe(kind);
  });
});

describe("shortestNumber(text)", () => {
  it.each([
    ["1135.0", "1135"],
    ["1135", "1135"],
    ["-0", "0"],
    ["0.1", "0.1"],
    ["8.9000000000000004", "8.9"],
    ["1.5E-7", "0.00000015"],
    ["1.25e22", "12500000000000000000000"],
    ["-2.5e-8", "-0.000000025"],
    ["12345678901234567", "12345678901234568"],
    ["n/a", "n/a"],
    ["", ""],
  ])("%s is %s", (text, shortest) => {
    expect(shortestNumber(text)).toBe(shortest);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Workroom, workroom, zipOf } from "./made.ts";

let room: Workroom;
beforeAll(async () => {
  room = await workroom();
});
afterAll(() => room.remove());

function ods(tables: string, { styles = "", manifest = "" } = {}): Promise<Buffer> {
  return zipOf({
    mimetype: "application/vnd.oasis.opendocument.spreadsheet",
    "META-INF/manifest.xml": `<manifest:manifest xmlns:manifest="m">${manifest}</manifest:manifest>`,
    "content.xml": `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content><office:automatic-styles>${styles}</office:automatic-styles>
<office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
  });
}

const text = (shown: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${shown}</text:p></table:table-cell>`;
const row = (...cells: readonly string[]): string => `<table:table-row>${cells.join("")}</table:table-row>`;
const table = (rows: string, attributes = 'table:name="2017-18"'): string =>
  `<table:table ${attributes}>${rows}</table:table>`;

describe("readSheets(file, {scratch}) of ODS", () => {
  it("reads every kind of cell as text", async () => {
    const typed = (attributes: string, shown: string): string =>
      `<table:table-cell ${attributes}><text:p>${shown}</text:p></table:table-cell>`;
    const made = await ods(
      table(
        row(
          text("Force"),
          text("two</text:p><text:p>lines"),
          text("a<text:s text:c='2'/>b <text:span>c</text:span><text:line-break/>d"),
        ) +
          row(
            typed('office:value-type="float" office:value="1135.0"', "1,135"),
            typed('office:value-type="percentage" office:value="0.836"', "84%"),
            typed('office:value-type="currency" office:value="-4.5"', "-£4.50"),
          ) +
          row(
            typed('office:value-type="date" office:date-value="2018-04-01"', "1 April"),
            typed('office:value-type="date" office:date-value="2018-04-01T13:45:00"', "1 April"),
            typed('office:value-type="time" office:time-value="PT13H45M00S"', "13:45"),
          ) +
          row(
            typed('office:value-type="boolean" office:boolean-value="true"', "wahr"),
            typed('office:value-type="string" calcext:value-type="error" office:string-value=""', "#DIV/0!"),
            `<table:table-cell office:value-type="string"><office:annotation><text:p>a comment</text:p></office:annotation><text:p>cell</text:p><draw:frame><draw:text-box><text:p>drawn</text:p></draw:text-box></draw:frame></table:table-cell>`,
          ),
      ),
    );
    const [sheet] = await room.read("tables.ods", made);
    expect(sheet?.source).toBe("tables.ods#2017-18");
    expect(sheet?.records).toEqual([
      ["Force", "two\nlines", "a  b c\nd"],
      ["1135", "0.836", "-4.5"],
      ["2018-04-01", "2018-04-01T13:45:00", "13:45:00"],
      ["TRUE", "#DIV/0!", "cell"],
    ]);
  });

  it("repeats filled cells and rows, and lets blank repeats to the sheet's end cost nothing", async () => {
    const blanks = '<table:table-cell table:number-columns-repeated="16380"/>';
    const made = await ods(
      table(
        `<table:table-row table:number-rows-repeated="2">${blanks}</table:table-row>` +
          row(text("a"), '<table:table-cell table:number-columns-repeated="2"/>', text("b"), blanks) +
          `<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3" office:value-type="float" office:value="0"/></table:table-row>` +
          row(
            '<table:covered-table-cell table:number-columns-repeated="1"><text:p>under</text:p></table:covered-table-cell>',
            text("c"),
          ) +
          `<table:table-row table:number-rows-repeated="1048000">${blanks}</table:table-row>`,
      ),
    );
    const [sheet] = await room.read("tables.ods", made);
    expect(sheet?.recordLines).toEqual([3, 4, 5, 6]);
    expect(sheet?.records).toEqual([
      ["a", "", "", "b"],
      ["0", "0", "0", ""],
      ["0", "0", "0", ""],
      ["", "c", "", ""],
    ]);
  });

  it("reads hidden tables and says so", async () => {
    const styles =
      '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const cell = row(text("a"), text("b"));
    const made = await ods(
      table(cell, 'table:name="Shown" table:style-name="ta0"') +
        table("", 'table:name="Blank"') +
        table(cell, 'table:name="Kept" table:style-name="ta1"'),
      { styles },
    );
    const sheets = await room.read("t.ods", made);
    expect(sheets.map(({ source }) => source)).toEqual(["t.ods#Shown", "t.ods#Kept (hidden)"]);
  });

  it("refuses an encrypted document", async () => {
    const manifest = '<manifest:file-entry><manifest:encryption-data manifest:checksum="x"/></manifest:file-entry>';
    expect(await room.refusal("t.ods", await ods(table(row(text("a"))), { manifest }))).toBe("E_ENCRYPTED");
    const wrapped = await zipOf({ mimetype: "x", "META-INF/manifest.xml": "<m/>", "encrypted-package": "noise" });
    expect(await room.refusal("t.ods", wrapped)).toBe("E_ENCRYPTED");
  });

  it("refuses tables that unfold beyond the limits", async () => {
    const many =
      '<table:table-row table:number-rows-repeated="900000"><table:table-cell table:number-columns-repeated="9000" office:value-type="float" office:value="1"/></table:table-row>';
    expect(await room.refusal("t.ods", await ods(table(many)))).toBe("E_TOO_LARGE");
    const wide = row(
      '<table:table-cell table:number-columns-repeated="999999999" office:value-type="float" office:value="1"/>',
    );
    expect(await room.refusal("t.ods", await ods(table(wide)))).toBe("E_TOO_LARGE");
    const low = '<table:table-row table:number-rows-repeated="99999999"/>' + row(text("a"));
    expect(await room.refusal("t.ods", await ods(table(low)))).toBe("E_TOO_LARGE");
  });

  it("refuses a document without a filled table, and one with damaged XML", async () => {
    expect(await room.refusal("t.ods", await ods(table("")))).toBe("E_NOTHING_READABLE");
    expect(await room.refusal("t.ods", await ods("<table:table>"))).toBe("E_WORKBOOK");
  });
});

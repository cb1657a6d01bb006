import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Builds, Lake } from "../../src/engine/index.ts";
import { openArchive } from "../../src/figures/index.ts";
import { ingest, type IngestReport } from "../../src/intake/index.ts";
import { buildStore } from "../../src/pipeline.ts";
import { brokenIn } from "../../bench/lib/whole.ts";
import { zipOf } from "./read/made.ts";
import { ask, effects, law } from "../figures/support.ts";

const HEADER =
  "Financial Year,Financial Quarter,Force Name,Offence Description,Offence Group,Offence Subgroup,Offence Code,Number of Offences";
const ROW = "2017/18,1,Kent,Stalking,Violence against the person,Stalking and harassment,8Q, 87 ";

let folder = "";
let store = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "throughline-ingest-"));
  store = path.join(folder, "store");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function given(name: string, content: string | Uint8Array): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}

function take(
  paths: readonly string[],
  more: { as?: string; release?: string; released?: string } = {},
): Promise<IngestReport> {
  return ingest({ store, paths, ...more }, effects);
}

describe("ingest({store, paths}) of files that cannot be read", () => {
  it.each([
    ["empty.csv", "", "E_EMPTY"],
    ["blank.csv", "\n\n\n", "E_UNRECOGNISED"],
    ["binary.csv", new Uint8Array(4096).map((_, i) => (i * 7) % 256), "E_BINARY"],
    ["cut.csv.gz", gzipSync(`${HEADER}\n${ROW}\n`).subarray(0, 40), "E_TRUNCATED"],
    ["old.xls", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]), /E_/],
    ["other.csv", "a,b\n1,2\n", "E_UNRECOGNISED"],
  ])("says why %s was not read, and keeps nothing of it", async (name, content, code) => {
    const report = await take([await given(name, content)]);
    expect(report.batches).toEqual([]);
    expect(report.failures).toEqual([expect.objectContaining({ source: name, code: expect.stringMatching(code) })]);
    expect(await new Lake(store).batches()).toEqual([]);
  });

  it("reads the other files of the same call", async () => {
    const report = await take([await given("bad.csv", ""), await given("good.csv", `${HEADER}\n${ROW}\n`)]);
    expect(report.failures).toHaveLength(1);
    expect(report.batches).toEqual([
      expect.objectContaining({ rows: 1, accepted: 1, rejected: 0, alreadyHeld: false }),
    ]);
  });

  it("tells of a missing file among others, and takes the others", async () => {
    const file = await given("good.csv", `${HEADER}\n${ROW}\n`);
    const report = await take([path.join(folder, "none.csv"), file]);
    expect(report.failures).toEqual([expect.objectContaining({ source: "none.csv", code: "E_FILE" })]);
    expect(report.batches).toHaveLength(1);
  });

  it("refuses an unknown profile, and a wrong one", async () => {
    const file = await given("good.csv", `${HEADER}\n${ROW}\n`);
    await expect(take([file], { as: "nonsense" })).rejects.toMatchObject({ code: "E_PROFILE", misuse: true });
    expect((await take([file], { as: "ons-rolling-year" })).failures[0]?.code).toBe("E_UNRECOGNISED");
  });
});

describe("ingest({store, paths}) of good and doubtful rows", () => {
  it("keeps every row: those read, and those not with reason, line, column and what was found", async () => {
    const bad = [
      "2017/19,1,Kent,a,b,c,8Q,1",
      "2017/18,5,Kent,a,b,c,8Q,1",
      "2017/18,1,Kent,a,b,c,8Q,many",
      "2017/18,1,Kent",
      `${ROW},extra`,
    ];
    const report = await take([await given("mixed.csv", `${[HEADER, ROW, ...bad].join("\r\n")}\r\n`)]);
    expect(report.batches[0]).toMatchObject({ rows: 6, accepted: 1, rejected: 5 });
    expect(await brokenIn(store)).toEqual([]);
    const rejects = await rejectsOf(store);
    expect(
      rejects.map(({ source_line, reason, column_name, found }) => [source_line, reason, column_name, found]),
    ).toEqual([
      [3, "not-a-financial-year", "financial_year", "2017/19"],
      [4, "not-a-quarter", "financial_quarter", "5"],
      [5, "not-a-whole-number", "offences", "many"],
      [6, "ragged-row", "", "3 cells, not 8"],
      [7, "ragged-row", "", "9 cells, not 8"],
    ]);
  });

  it("knows the same content again, packed or not, and under another name", async () => {
    const text = `${HEADER}\n${ROW}\n`;
    await take([await given("a.csv", text)]);
    const again = await take([
      await given("a.csv", text),
      await given("b.csv", text),
      await given("c.csv.gz", gzipSync(text)),
    ]);
    expect(again.batches.map((each) => each.alreadyHeld)).toEqual([true, true, true]);
    expect(await new Lake(store).batches()).toHaveLength(1);
  });

  it("reads a half-written file up to where it was cut", async () => {
    const report = await take([await given("half.csv", `${HEADER}\n${ROW}\n2017/18,2,Kent,"Stal`)]);
    expect(report.batches[0]).toMatchObject({ rows: 2, accepted: 1, rejected: 1 });
  });

  it("finds the header below titles, in whatever order its columns stand", async () => {
    const shuffled = [
      "Number of Offences,Offence Code,Force Name,Financial Quarter,Financial Year,Offence Subgroup,Offence Group,Offence Description",
      "-00,8Q,Kent,1,2017/18,c,b,a",
    ];
    const padded = ["Recorded crime,,,,,,,", "Made up for a test,,,,,,,", ...shuffled];
    const report = await take([await given("titled.csv", `${padded.join("\n")}\n`)]);
    expect(report.batches[0]).toMatchObject({ profile: "ho-recorded-crime", rows: 1, accepted: 1 });
  });
});

describe("ingest({store, paths}) of a workbook", () => {
  it("reads the published table from a sheet of an ODS as from its CSV, and its notes sheet as what it is", async () => {
    const cell = (shown: string): string =>
      `<table:table-cell office:value-type="string"><text:p>${shown}</text:p></table:table-cell>`;
    const number = (value: string): string =>
      `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
    const row = (cells: readonly string[]): string => `<table:table-row>${cells.join("")}</table:table-row>`;
    const data = ROW.split(",").map((each) => (/^ *\d+ *$/.test(each) ? number(each.trim()) : cell(each)));
    const sheets = [
      `<table:table table:name="Notes">${row([cell("Made up for a test")])}</table:table>`,
      `<table:table table:name="2017-18">${row(HEADER.split(",").map(cell))}${row(data)}</table:table>`,
    ];
    const ods = await zipOf({
      mimetype: "application/vnd.oasis.opendocument.spreadsheet",
      "META-INF/manifest.xml": `<manifest:manifest xmlns:manifest="m"/>`,
      "content.xml": `<office:document-content><office:body><office:spreadsheet>${sheets.join("")}</office:spreadsheet></office:body></office:document-content>`,
    });
    const report = await take([await given("tables.ods", ods)]);
    expect(report.batches).toEqual([
      expect.objectContaining({ source: "tables.ods#2017-18", profile: "ho-recorded-crime", rows: 1, accepted: 1 }),
    ]);
    expect(report.passedOver).toEqual([
      expect.objectContaining({ source: "tables.ods#Notes", code: "E_UNRECOGNISED" }),
    ]);
    expect(report.failures).toEqual([]);
  });
});

describe("ingest with --release and --released", () => {
  it("keeps every vintage, and answers with the one known on a day", async () => {
    const first = await given("first.csv", `${HEADER}\n${ROW}\n`);
    const revised = await given("revised.csv", `${HEADER}\n${ROW.replace("87", "91")}\n`);
    await take([first], { release: "July 2018", released: "2018-07-19" });
    await take([revised], { release: "October 2018", released: "2018-10-18" });
    await buildStore({ store, law }, effects);
    const archive = await openArchive(store, law);
    const question = { area: "kent", classes: "stalking", from: "2017-Q2", to: "2017-Q2" };
    const values = await Promise.all(
      [undefined, "2018-10-17", "2018-10-18", "2018-07-18"].map(
        async (knownOn) => (await ask(archive, { ...question, knownOn })).figures[0],
      ),
    );
    expect(values.map((each) => each?.value)).toEqual([91, 87, 91, null]);
    expect(values[0]?.flags).toContainEqual(
      expect.objectContaining({ code: "revised", date: "2018-07-19", text: expect.stringContaining("87") }),
    );
    archive.session.close();
    expect((await new Builds(store).current())?.manifest.steps.length).toBeGreaterThan(0);
  });
});

async function rejectsOf(from: string): Promise<Record<string, unknown>[]> {
  const { Session, sql } = await import("../../src/engine/index.ts");
  const { reject } = await import("../../src/records/index.ts");
  const session = await Session.open();
  const lake = new Lake(from);
  await lake.show(session, reject, await lake.batches());
  const rows = await session.rows(sql`SELECT * FROM ${reject} ORDER BY source_line`);
  session.close();
  return rows;
}

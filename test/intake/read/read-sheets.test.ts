import { readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ZipFile } from "yazl";
import { sha256 } from "../../../src/base/index.ts";
import { firstRecords, readSheets } from "../../../src/intake/read/index.ts";
import { renameInZip, type Workroom, workroom, zipOf } from "./made.ts";

const TABLE = "area,value\nkent,340\nessex,127\n";
const CELLS = [
  ["area", "value"],
  ["kent", "340"],
  ["essex", "127"],
];

let room: Workroom;
beforeAll(async () => {
  room = await workroom();
});
afterAll(() => room.remove());

describe("readSheets(file, {scratch}) of text", () => {
  it("gives a CSV file as one sheet with its digest and size", async () => {
    const [sheet] = await room.read("a.csv", TABLE);
    expect(sheet).toMatchObject({ source: "a.csv", sha256: sha256(TABLE), contentSha256: sha256(TABLE), bytes: 30 });
    expect(sheet?.records).toEqual(CELLS);
  });

  it("knows the same content packed or not", async () => {
    const packed = gzipSync(TABLE);
    const [sheet] = await room.read("a.csv.gz", packed);
    expect(sheet).toMatchObject({
      source: "a.csv.gz",
      sha256: sha256(packed),
      contentSha256: sha256(TABLE),
      bytes: 30,
    });
    expect(sheet?.records).toEqual(CELLS);
  });

  it("recognises gzip by its bytes, whatever its name", async () => {
    expect((await room.read("a.csv", gzipSync(TABLE)))[0]?.records).toEqual(CELLS);
  });

  it.each([
    ["a byte order mark", Buffer.from(`\uFEFF${TABLE}`)],
    ["UTF-16, little end first", Buffer.from(`\uFEFF${TABLE}`, "utf16le")],
    ["UTF-16, big end first", Buffer.from(`\uFEFF${TABLE}`, "utf16le").swap16()],
    ["CR LF line ends", Buffer.from(TABLE.replaceAll("\n", "\r\n"))],
    ["CR line ends", Buffer.from(TABLE.replaceAll("\n", "\r"))],
    ["mixed line ends", Buffer.from("area,value\r\nkent,340\ressex,127\n")],
    ["no line end at the end", Buffer.from(TABLE.trimEnd())],
    ["blank lines at the end", Buffer.from(`${TABLE}\n\n`)],
  ])("reads a text with %s", async (_, bytes) => {
    expect((await room.read("a.csv", bytes))[0]?.records).toEqual(CELLS);
  });

  it("reads what is not UTF-8 as Windows-1252, wherever the first such letter stands", async () => {
    const text = `area,note\n${"kent,é\n".repeat(20_000)}dyfed,£5\n`;
    const [sheet] = await room.read("a.csv", Buffer.from(text, "latin1"));
    expect(sheet?.records.slice(0, 2)).toEqual([
      ["area", "note"],
      ["kent", "é"],
    ]);
    expect(sheet?.bytes).toBe(text.length);
  });

  it("keeps UTF-8 letters that a chunk's end cuts in two", async () => {
    const above = `a,b\n${`${"x".repeat(62)},\n`.repeat(16_383)}`;
    const text = `${above}${"y".repeat(1024 * 1024 - above.length - 5)},€€€€\n`;
    const [sheet] = await room.read("a.csv", text);
    expect(await readFile(sheet?.csv ?? "", "utf8")).toBe(text);
  });

  it("tells the true line of each record, past line breaks in quotes and blank lines", async () => {
    const [sheet] = await room.read("a.csv", 'a,b\r\n"1\r\n2\n3",x\r\n\r\n4,y\r\n');
    expect(sheet?.recordLines).toEqual([1, 2, 6]);
    expect(sheet?.records[1]).toEqual(["1\r\n2\n3", "x"]);
  });

  it("reads on below a quote that never closes", async () => {
    const [sheet] = await room.read("a.csv", 'a,b\n1,"x\n2,y\n3,z\n');
    expect(sheet?.records).toEqual([
      ["a", "b"],
      ["2", "y"],
      ["3", "z"],
    ]);
    expect(sheet?.recordLines).toEqual([1, 3, 4]);
  });
});

describe("firstRecords(sheet, count)", () => {
  it("gives no more than asked for, blank lines left out", async () => {
    const [sheet] = await room.read("a.csv", "\n\na,b\n1,2\n3,4\n");
    if (sheet === undefined) throw new Error("no sheet");
    expect(await firstRecords(sheet, 2)).toEqual([
      { line: 3, cells: ["a", "b"] },
      { line: 4, cells: ["1", "2"] },
    ]);
  });

  it("loses only the line of a stray quote, though another quote below seems to close it", async () => {
    const [sheet] = await room.read("a.csv", 'a,b\n1,"x\n2,y\n3,"z"\n4,w\n');
    expect(sheet?.records).toEqual([
      ["a", "b"],
      ["2", "y"],
      ["3", "z"],
      ["4", "w"],
    ]);
  });

  it("keeps a cell of several lines that begins with a quotation", async () => {
    const [sheet] = await room.read("a.csv", 'a,b\n1,"""x"" they\nsaid"\n2,5" pipe\n3,z\n');
    expect(sheet?.records).toEqual([
      ["a", "b"],
      ["1", '"x" they\nsaid'],
      ["2", '5" pipe'],
      ["3", "z"],
    ]);
    expect(sheet?.recordLines).toEqual([1, 2, 4, 5]);
  });

  it("comes to an end on a text full of stray quotes", async () => {
    const [sheet] = await room.read("a.csv", `a,b\n${'1,"x\n'.repeat(500)}`);
    expect(sheet?.records[0]).toEqual(["a", "b"]);
  });
});

describe("readSheets(file, {scratch}) of zips", () => {
  it("gives the tables of a zip in its order and passes over everything else", async () => {
    const zip = await zipOf({
      "2018/": "",
      "2018/b.csv": TABLE,
      "read me.pdf": "%PDF",
      "__MACOSX/2018/._b.csv": "\0",
      "2018/a.csv.gz": gzipSync(TABLE),
      "c.TXT": TABLE,
    });
    const sheets = await room.read("all.zip", zip);
    expect(sheets.map(({ source }) => source)).toEqual([
      "all.zip!2018/b.csv",
      "all.zip!2018/a.csv.gz",
      "all.zip!c.TXT",
    ]);
    expect(new Set(sheets.map(({ contentSha256 }) => contentSha256))).toEqual(new Set([sha256(TABLE)]));
    expect(new Set(sheets.map((sheet) => sheet.sha256))).toEqual(new Set([sha256(zip)]));
    expect(sheets.map(({ records }) => records)).toEqual([CELLS, CELLS, CELLS]);
  });

  it.each(["../../evil.csv", "/root/evil.csv", "..\\..\\evil.csv"])("takes %s for a name only", async (name) => {
    const stand = "x".repeat(name.length - 4).concat(".csv");
    const [sheet] = await room.read("evil.zip", renameInZip(await zipOf({ [stand]: TABLE }), stand, name));
    expect(sheet?.source).toBe(`evil.zip!${name.replaceAll("\\", "/")}`);
    const scratch = path.dirname(sheet?.csv ?? "");
    expect(path.basename(scratch)).toBe("scratch");
    expect((await readdir(scratch)).every((each) => /^[\da-z]+-\d+\.csv$/.test(each))).toBe(true);
  });

  it("reads a member whose sizes stand behind it", async () => {
    const zip = new ZipFile();
    zip.addReadStream(Readable.from([Buffer.from(TABLE)]), "a.csv");
    zip.end();
    expect((await room.read("a.zip", await buffer(zip.outputStream)))[0]?.records).toEqual(CELLS);
  });
});

const OLE = Buffer.from("d0cf11e0a1b11ae1", "hex");
const NOISE = Buffer.from(Array.from({ length: 4000 }, (_, i) => Math.imul(i + 1, 2654435761) >>> 24 || 1));

/** Sets the same bits in the flags of the local header and the table of contents. */
function withFlag(zip: Buffer, flag: number): Buffer {
  const made = Buffer.from(zip);
  const central = made.indexOf(Buffer.from("PK\x01\x02", "latin1"));
  made.writeUInt16LE(made.readUInt16LE(6) | flag, 6);
  made.writeUInt16LE(made.readUInt16LE(central + 8) | flag, central + 8);
  return made;
}

function declaring(zip: Buffer, bytes: number): Buffer {
  const made = Buffer.from(zip);
  made.writeUInt32LE(bytes, made.indexOf(Buffer.from("PK\x01\x02", "latin1")) + 24);
  return made;
}

describe("readSheets(file, {scratch}) refuses", () => {
  const bigCsv = Buffer.from(TABLE.repeat(500));
  const cases: readonly (readonly [string, string, () => Promise<string | Uint8Array> | string | Uint8Array])[] = [
    ["an empty file", "E_EMPTY", () => ""],
    ["an empty gzip", "E_EMPTY", () => gzipSync("")],
    ["an empty member", "E_EMPTY", () => zipOf({ "a.csv": "" })],
    ["NUL bytes", "E_BINARY", () => Buffer.concat([Buffer.from(TABLE), Buffer.alloc(10)])],
    ["binary noise without NUL bytes", "E_BINARY", () => NOISE],
    ["a PDF", "E_BINARY", () => "%PDF-1.7 ..."],
    ["a Parquet file", "E_BINARY", () => "PAR1..."],
    ["a PNG in a gzip", "E_BINARY", () => gzipSync(Buffer.from("89504e470d0a1a0a", "hex"))],
    ["a cut gzip", "E_TRUNCATED", () => gzipSync(TABLE.repeat(50)).subarray(0, -20)],
    ["a gzip cut in its head", "E_TRUNCATED", () => gzipSync(TABLE).subarray(0, 5)],
    [
      "a gzip with a wrong checksum",
      "E_GZIP",
      () => {
        const packed = gzipSync(TABLE);
        packed.writeUInt32LE(1, packed.length - 8);
        return packed;
      },
    ],
    ["a cut zip", "E_ZIP", async () => (await zipOf({ "a.csv": bigCsv })).subarray(0, 60)],
    [
      "a zip with damaged content",
      "E_ZIP",
      async () => {
        const zip = await zipOf({ "a.csv": NOISE.map((byte) => (byte % 26) + 97) });
        zip.fill(0xff, 100, 140);
        return zip;
      },
    ],
    [
      "a zip whose content differs from its checksum",
      "E_ZIP",
      async () => {
        const zip = await zipOf({ "a.csv": TABLE });
        zip.writeUInt32LE(7, zip.indexOf(Buffer.from("PK\x01\x02", "latin1")) + 16);
        return zip;
      },
    ],
    ["a member that is larger than it declares", "E_ZIP", async () => declaring(await zipOf({ "a.csv": bigCsv }), 100)],
    ["an encrypted member", "E_ENCRYPTED", async () => withFlag(await zipOf({ "a.csv": bigCsv }), 1)],
    ["a strongly encrypted member", "E_ENCRYPTED", async () => withFlag(await zipOf({ "a.csv": bigCsv }), 0x41)],
    ["an OLE container, which an encrypted XLSX is", "E_ENCRYPTED", () => OLE],
    [
      "an encrypted XLSX by its streams",
      "E_ENCRYPTED",
      () => Buffer.concat([OLE, Buffer.from("Workbook\0EncryptedPackage\0", "utf16le")]),
    ],
    ["an XLS of before 2007", "E_OLD_WORKBOOK", () => Buffer.concat([OLE, Buffer.from("Workbook\0", "utf16le")])],
    ["a zip in a zip", "E_NESTED", async () => zipOf({ "a.csv": TABLE, "b.zip": await zipOf({ "a.csv": TABLE }) })],
    [
      "a zip that calls itself CSV in a zip",
      "E_NESTED",
      async () => zipOf({ "a.csv": await zipOf({ "a.csv": TABLE }) }),
    ],
    ["a gzip in a gzip", "E_NESTED", () => gzipSync(gzipSync(TABLE))],
    ["a zip without a table", "E_NOTHING_READABLE", () => zipOf({ "a.pdf": "%PDF" })],
    ["a zip without a file", "E_NOTHING_READABLE", () => zipOf({})],
    [
      "a declared size of 10 GB (two members of 3.9 GB)",
      "E_TOO_LARGE",
      async () => {
        const zip = declaring(await zipOf({ "a.csv": bigCsv, "b.csv": bigCsv }), 0xf000_0000);
        const second = zip.lastIndexOf(Buffer.from("PK\x01\x02", "latin1"));
        zip.writeUInt32LE(0xf000_0000, second + 24);
        return zip;
      },
    ],
    ["an XLSB workbook", "E_BINARY", () => zipOf({ "xl/workbook.bin": "x", "[Content_Types].xml": "<x/>" })],
  ];
  it.each(cases)("%s: %s", async (_, code, bytes) => {
    expect(await room.refusal("given.bin", await bytes())).toBe(code);
  });

  it("text beyond the limit", async () => {
    expect(await room.refusal("a.csv", bigCsv, { textBytes: 1000 })).toBe("E_TOO_LARGE");
    expect(await room.refusal("a.csv.gz", gzipSync(bigCsv), { textBytes: 1000 })).toBe("E_TOO_LARGE");
    expect(await room.refusal("a.zip", await zipOf({ "a.csv": bigCsv }), { textBytes: 1000 })).toBe("E_TOO_LARGE");
  });

  it("text that is far larger than what it was packed into, but not while it is small", async () => {
    const bomb = gzipSync(Buffer.alloc(2_000_000, "a,b\n"));
    expect(await room.refusal("a.csv.gz", bomb, { ratioFromBytes: 1_000_000 })).toBe("E_TOO_LARGE");
    expect(await room.refusal("a.csv.gz", bomb, { ratioFromBytes: 3_000_000 })).toBe("read");
  });

  it("a zip with too many members", async () => {
    const members = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`${i}.csv`, TABLE]));
    expect(await room.refusal("many.zip", await zipOf(members), { members: 10 })).toBe("E_TOO_LARGE");
  });

  it("a member that declares 10 GB, at once", async () => {
    const zip = new ZipFile();
    zip.addBuffer(bigCsv, "a.csv", { forceZip64Format: true });
    zip.end();
    const made = await buffer(zip.outputStream);
    const sizes = made.indexOf(Buffer.from("01001800", "hex"), made.indexOf(Buffer.from("PK\x01\x02", "latin1")));
    made.writeBigUInt64LE(10_000_000_000n, sizes + 4);
    expect(await room.refusal("a.zip", made)).toBe("E_TOO_LARGE");
  });

  it.each([
    ["a missing file", "/nowhere/a.csv"],
    ["a folder", "/tmp"],
    ["a device", "/dev/zero"],
  ])("%s", async (_, file) => {
    const sheets = readSheets(file, { scratch: path.join(tmpdir(), "read-unused") });
    await expect(sheets.next()).rejects.toMatchObject({ code: "E_FILE" });
  });
});

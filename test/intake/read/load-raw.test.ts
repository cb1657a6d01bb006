import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { name, Session, sql } from "../../../src/engine/index.ts";
import { loadRaw, readSheets, type Sheet } from "../../../src/intake/read/index.ts";
import { loadCarefully, maybeLoadFast } from "../../../src/intake/read/load-raw.ts";

let folder: string;
let session: Session;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "read-"));
  session = await Session.open();
});
afterAll(async () => {
  session.close();
  await rm(folder, { recursive: true });
});

async function sheetOf(text: string | Uint8Array): Promise<Sheet> {
  const file = path.join(folder, "given.csv");
  await writeFile(file, text);
  for await (const sheet of readSheets(file, { scratch: path.join(folder, "scratch") })) return sheet;
  throw new Error("no sheet");
}

async function takeTable(table: string): Promise<Record<string, unknown>[]> {
  const rows = await session.rows(sql`SELECT * FROM ${name(table)} ORDER BY line`);
  await session.run(sql`DROP TABLE ${name(table)}`);
  return rows;
}

/** The obvious reader: one character at a time, strict quotes only, blank lines left out. */
function slowRecords(text: string): { line: number; cells: string[] }[] {
  const records: { line: number; cells: string[] }[] = [];
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  let line = 1;
  let startedAt = 1;
  const endRecord = (): void => {
    cells.push(cell);
    if (cells.length > 1 || cells[0] !== "") records.push({ line: startedAt, cells });
    cells = [];
    cell = "";
    startedAt = line;
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    const isBreak = c === "\r" || c === "\n";
    const lineBreak = c === "\r" && text[i + 1] === "\n" ? "\r\n" : c;
    if (isBreak) {
      line++;
      i += lineBreak.length - 1;
    }
    if (quoted && c === '"' && text[i + 1] === '"') cell += text[i++];
    else if (c === '"') quoted = !quoted;
    else if (quoted) cell += lineBreak;
    else if (isBreak) endRecord();
    else if (c === ",") {
      cells.push(cell);
      cell = "";
    } else cell += c;
  }
  if (cell !== "" || cells.length > 0) endRecord();
  return records;
}

const cellText = fc.string({
  unit: fc.constantFrom("a", "b", '"', ",", " ", "\n", "\r", "\r\n", "é", "0", "\t", "'", "#"),
});
const writtenCell = cellText.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
const quotedCell = cellText.map((cell) => `"${cell.replaceAll('"', '""')}"`);
const plainCell = fc.string({ unit: fc.constantFrom("a", "b", " ", "é", "0", "\t", "'", "#", "\\"), maxLength: 4 });
const lineEnd = fc.constantFrom("\n", "\r\n", "\r");
const anyCell = fc.oneof(plainCell, plainCell, writtenCell, quotedCell);
const tidyText = fc
  .tuple(
    fc.array(fc.array(anyCell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
    lineEnd,
    fc.boolean(),
  )
  .map(([rows, end, ended]) => rows.map((row) => row.join(",")).join(end) + (ended ? end : ""));
const oneLineCell = fc.oneof(
  plainCell,
  fc
    .string({ unit: fc.constantFrom("a", '"', ",", " ", "é", "#", "\\"), maxLength: 5 })
    .map((cell) => `"${cell.replaceAll('"', '""')}"`),
);
const evenText = fc
  .tuple(
    fc.array(fc.array(oneLineCell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
    fc.constantFrom("\n", "\r\n"),
    fc.integer({ min: 0, max: 3 }),
  )
  .map(([rows, end, ends]) => rows.map((row) => row.join(",")).join(end) + end.repeat(ends));
const raggedText = fc
  .array(fc.tuple(fc.array(anyCell, { minLength: 1, maxLength: 5 }), lineEnd), { minLength: 1, maxLength: 8 })
  .map((rows) => rows.map(([row, end]) => row.join(",") + end).join(""));
const wildText = fc.string({
  unit: fc.constantFrom("a", '"', ",", " ", "\n", "\r\n", "é"),
  minLength: 1,
  maxLength: 40,
});

describe("loadRaw(session, sheet, {table, columns, skipLines})", () => {
  it("gives the same table the fast way as the careful way, for any text", { timeout: 60_000 }, async () => {
    let fast = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(evenText, evenText, evenText, tidyText, raggedText, wildText),
        fc.integer({ min: 0, max: 2 }),
        async (text, skipLines) => {
          const sheet = await sheetOf(text);
          const into = { columns: 3, skipLines };
          const quick = await maybeLoadFast(session, sheet, { ...into, table: "fast" });
          if (quick === undefined) return;
          fast++;
          const slow = await loadCarefully(session, sheet, { ...into, table: "careful" });
          expect(quick).toEqual(slow);
          expect(await takeTable("fast")).toEqual(await takeTable("careful"));
        },
      ),
      { numRuns: 200 },
    );
    expect(fast).toBeGreaterThan(20);
  });

  it("reads the cells and line numbers that a character-by-character reader does", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(tidyText, raggedText), async (text) => {
        const sheet = await sheetOf(text);
        const { records, unreadable } = await loadRaw(session, sheet, { table: "t", columns: 5, skipLines: 0 });
        const rows = await takeTable("t");
        const expected = slowRecords(text);
        expect({ records, unreadable }).toEqual({ records: expected.length, unreadable: [] });
        expect(rows.map(({ line, width }) => ({ line, width }))).toEqual(
          expected.map(({ line, cells }) => ({ line, width: cells.length })),
        );
        expect(rows.map((row) => [1, 2, 3, 4, 5].map((i) => row[`c${i}`]))).toEqual(
          expected.map(({ cells }) => [0, 1, 2, 3, 4].map((i) => cells[i] ?? null)),
        );
      }),
      { numRuns: 100 },
    );
  });

  it("takes the fast way past blank lines at the end", async () => {
    const into = { table: "t", columns: 2, skipLines: 1 };
    expect(await maybeLoadFast(session, await sheetOf("a,b\n1,2\n3,4\n\n\n"), into)).toEqual({
      records: 2,
      unreadable: [],
    });
    expect(await takeTable("t")).toHaveLength(2);
  });

  it("keeps a record's text where its width is not that of the table", async () => {
    const sheet = await sheetOf('a,b,c\n1,2,3\n4,5\n6,"7,8",9,10\n');
    const loaded = await loadRaw(session, sheet, { table: "t", columns: 3, skipLines: 1 });
    expect(loaded).toEqual({ records: 3, unreadable: [] });
    expect(await takeTable("t")).toEqual([
      { line: 2, width: 3, c1: "1", c2: "2", c3: "3", text: null },
      { line: 3, width: 2, c1: "4", c2: "5", c3: null, text: "4,5" },
      { line: 4, width: 4, c1: "6", c2: "7,8", c3: "9", text: '6,"7,8",9,10' },
    ]);
  });

  it("loses no row of a file that was cut in a quoted cell", async () => {
    const sheet = await sheetOf('a,b\r\n1,x\r\n2,"half a te');
    const loaded = await loadRaw(session, sheet, { table: "t", columns: 2, skipLines: 1 });
    expect(loaded).toEqual({ records: 1, unreadable: [{ line: 3, reason: "quote-not-closed", text: '2,"half a te' }] });
    expect(await takeTable("t")).toHaveLength(1);
  });

  it("shows a file cut between quotes as a last record of another width", async () => {
    const sheet = await sheetOf("a,b,c\n1,x,y\n2,ha");
    await loadRaw(session, sheet, { table: "t", columns: 3, skipLines: 1 });
    expect((await takeTable("t")).map(({ line, width }) => [line, width])).toEqual([
      [2, 3],
      [3, 2],
    ]);
  });

  it("keeps an empty cell apart from a missing one", async () => {
    await loadRaw(session, await sheetOf('a,b\n,""\n,\n'), { table: "t", columns: 2, skipLines: 1 });
    expect((await takeTable("t")).map(({ c1, c2 }) => [c1, c2])).toEqual([
      ["", ""],
      ["", ""],
    ]);
  });

  it("reads a record too long to be one as unreadable and goes on", async () => {
    const sheet = await sheetOf(`a,b\n1,"${"x".repeat(1_200_000)}"\n2,y\n`);
    const { records, unreadable } = await loadRaw(session, sheet, { table: "t", columns: 2, skipLines: 1 });
    expect({ records, unreadable: unreadable.map(({ line, reason }) => ({ line, reason })) }).toEqual({
      records: 1,
      unreadable: [{ line: 2, reason: "record-too-long" }],
    });
    await takeTable("t");
  });

  it("makes an empty table of a sheet that is only a header", async () => {
    const sheet = await sheetOf("a,b\n");
    expect(await loadRaw(session, sheet, { table: "t", columns: 2, skipLines: 1 })).toEqual({
      records: 0,
      unreadable: [],
    });
    expect(await takeTable("t")).toEqual([]);
  });
});

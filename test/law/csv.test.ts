import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { array, assert, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { csvLines } from "../../src/law/csv.ts";

const REFERENCE = path.resolve(import.meta.dirname, "../../reference");
const files = readdirSync(REFERENCE).filter((file) => file.endsWith(".csv"));

describe("csvLines(text)", () => {
  test.each(files)("reads %s as a full CSV reader does", (file) => {
    const text = readFileSync(path.join(REFERENCE, file), "utf8");
    expect(csvLines(text).map(({ cells }) => cells)).toEqual(parse(text));
  });

  test("gives back any cells without line breaks that were written with quotes", () => {
    const cell = string({ unit: "grapheme" }).map((each) => each.replaceAll(/[\r\n\uFEFF]/g, ""));
    assert(
      property(array(array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const text = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(",")).join("\n");
        expect(csvLines(text).map(({ cells }) => cells)).toEqual(rows);
      }),
    );
  });

  test("keeps empty cells and the number of each line, and skips blank lines", () => {
    expect(csvLines("a,b,\n\n,,x\r\n")).toEqual([
      { line: 1, cells: ["a", "b", ""] },
      { line: 3, cells: ["", "", "x"] },
    ]);
  });
});

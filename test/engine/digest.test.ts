import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  duckdbDialect,
  render,
  type RowOf,
  Session,
  sql,
  type Table,
  tableDigest,
  trinoDialect,
} from "../../src/engine/index.ts";
import { anyText, sampleRows } from "./arbitraries.ts";
import { pair, sample, type SampleRow } from "./tables.ts";

let session: Session;
beforeAll(async () => {
  session = await Session.open();
});
afterAll(() => session.close());

async function digestOf<T extends Table>(table: T, rows: readonly RowOf<T>[]): Promise<string> {
  await session.run(sql`DROP TABLE IF EXISTS ${table}`);
  await session.fill(table, rows);
  const [row] = await session.rows<{ n: number; total: string }>(tableDigest(table));
  return `${row?.n} ${row?.total}`;
}

describe("tableDigest(table)", () => {
  it("does not depend on the order of the rows", async () => {
    await fc.assert(
      fc.asyncProperty(sampleRows, async (rows) => {
        expect(await digestOf(sample, rows.toReversed())).toBe(await digestOf(sample, rows));
      }),
      { numRuns: 25 },
    );
  });

  it("changes when any one cell changes", async () => {
    const change = fc.tuple(sampleRows, sampleRows, fc.nat(), fc.constantFrom(...Object.keys(sample.columns)));
    await fc.assert(
      fc.asyncProperty(change, async ([rows, others, which, key]) => {
        const at = which % rows.length;
        const other = (others[0] as SampleRow)[key as keyof SampleRow];
        const changed = rows.map((row, i) => (i === at ? { ...row, [key]: key === "id" ? 0 : other } : row));
        const same = JSON.stringify(changed) === JSON.stringify(rows);
        expect((await digestOf(sample, changed)) === (await digestOf(sample, rows))).toBe(same);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ["nothing and the text ~", { a: null, b: "" }, { a: "~", b: "" }],
    ["nothing and an empty text", { a: null, b: "x" }, { a: "", b: "x" }],
    ["where a text ends", { a: "a|b", b: "c" }, { a: "a", b: "b|c" }],
    ["where a text that looks like two ends", { a: "1|1:2", b: "3" }, { a: "1", b: "2|1:3" }],
    ["which of two is empty", { a: null, b: "x" }, { a: "x", b: null }],
    ["a letter and the same with its accent apart", { a: "é", b: "" }, { a: "e\u0301", b: "" }],
    ["a blank behind", { a: "x", b: "" }, { a: "x ", b: "" }],
  ])("tells %s apart", async (_, one, other) => {
    expect(await digestOf(pair, [one])).not.toBe(await digestOf(pair, [other]));
  });

  it("tells any two rows of texts apart, and any two bags of rows", async () => {
    const cell = fc.option(
      fc.oneof(anyText, fc.string({ unit: fc.constantFrom("|", ":", "~", "1", "2"), maxLength: 4 })),
    );
    const bag = fc.array(fc.record({ a: cell, b: cell }), { minLength: 1, maxLength: 3 });
    const asText = (rows: readonly object[]): string =>
      JSON.stringify(rows.map((row) => JSON.stringify(row)).toSorted());
    await fc.assert(
      fc.asyncProperty(bag, bag, async (one, other) => {
        expect((await digestOf(pair, one)) === (await digestOf(pair, other))).toBe(asText(one) === asText(other));
      }),
      { numRuns: 80 },
    );
  });

  it("counts rows that come twice, and gives a digest of no rows", async () => {
    const row = { a: "x", b: "y" };
    expect(await digestOf(pair, [row, row])).not.toBe(await digestOf(pair, [row]));
    expect(await digestOf(pair, [])).toBe("0 0");
  });

  it("is the same sum that the definition gives", async () => {
    const { createHash } = await import("node:crypto");
    const hash = (text: string) => BigInt(`0x${createHash("md5").update(text).digest("hex").slice(0, 15)}`);
    const expected = hash("2:é👍|~") + hash("0:|3:a'b");
    expect(
      await digestOf(pair, [
        { a: "é👍", b: null },
        { a: "", b: "a'b" },
      ]),
    ).toBe(`2 ${expected}`);
  });

  it.each([duckdbDialect, trinoDialect])("is said for $name as its snapshot", async (dialect) => {
    await expect(`${render(tableDigest(sample), dialect)}\n`).toMatchFileSnapshot(
      `snapshots/digest.${dialect.name}.sql`,
    );
  });
});

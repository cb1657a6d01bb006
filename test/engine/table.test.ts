import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import {
  column,
  createTable,
  defineTable,
  dictionaryOf,
  duckdbDialect,
  orderOf,
  render,
  rowValidator,
  Session,
  sql,
  trinoDialect,
  valuesOf,
} from "../../src/engine/index.ts";
import { sampleRows } from "./arbitraries.ts";
import { sample, type SampleRow } from "./tables.ts";

let session: Session;
beforeAll(async () => {
  session = await Session.open();
});
afterAll(() => session.close());

const full: SampleRow = {
  id: 1,
  label: "O'Made-up; --",
  amount: 12.5,
  day: "2016-02-29",
  at: "2018-03-01T09:00:00.120Z",
  yes: false,
  size: "small",
};
const bare: SampleRow = { id: 2, label: null, amount: null, day: null, at: null, yes: null, size: null };

describe("defineTable(declaration)", () => {
  it("gives the row type, with nothing allowed only where it was declared", () => {
    expectTypeOf<SampleRow["id"]>().toEqualTypeOf<number>();
    expectTypeOf<SampleRow["label"]>().toEqualTypeOf<string | null>();
    expectTypeOf<SampleRow["yes"]>().toEqualTypeOf<boolean | null>();
    expectTypeOf<keyof SampleRow>().toEqualTypeOf<"id" | "label" | "amount" | "day" | "at" | "yes" | "size">();
  });

  it.each(["", "Sample", "1st", "a-b", 'a"b', "a b", "a;b", "_a", "é"])("refuses the name %j", (bad) => {
    const columns = { id: column("integer", "A number.") };
    expect(() => defineTable({ name: bad, meaning: "", key: ["id"], columns })).toThrow("lower snake case");
    expect(() => defineTable({ name: "fine", meaning: "", key: [], columns: { [bad]: column("text", "") } })).toThrow(
      "lower snake case",
    );
  });
});

describe("createTable(table, dialect)", () => {
  it("says types and what must not be empty in each engine's words", () => {
    expect(render(createTable(sample, duckdbDialect), duckdbDialect)).toBe(
      'CREATE TABLE "sample" ("id" BIGINT NOT NULL, "label" VARCHAR, "amount" DECIMAL(20,6), "day" DATE, "at" TIMESTAMP_MS, "yes" BOOLEAN, "size" VARCHAR)',
    );
    expect(render(createTable(sample, trinoDialect), trinoDialect)).toBe(
      'CREATE TABLE "sample" ("id" bigint NOT NULL, "label" varchar, "amount" decimal(20,6), "day" date, "at" timestamp(3), "yes" boolean, "size" varchar)',
    );
  });
});

describe("rowValidator(table)", async () => {
  const validator = await rowValidator(sample);
  const valid = (row: unknown): boolean => validator.safeParse(row).success;

  it("takes what the row type takes", () => {
    expect(validator.parse(full)).toEqual(full);
    fc.assert(fc.property(sampleRows, (rows) => rows.every((row) => valid(row))));
  });

  it.each([
    ["nothing where a value is needed", { id: null }],
    ["a fraction for a whole number", { id: 1.5 }],
    ["a number too large to be exact", { id: 2 ** 53 }],
    ["a number as text", { amount: "12.5" }],
    ["what is no number", { amount: Number.NaN }],
    ["a day that is not in the calendar", { day: "2017-02-29" }],
    ["a day with a time", { day: "2017-02-28T00:00:00Z" }],
    ["a moment with an offset, which DuckDB would drop", { at: "2018-03-01T09:00:00.000+02:00" }],
    ["a moment without a zone", { at: "2018-03-01T09:00:00.000" }],
    ["a size that was not declared", { size: "medium" }],
    ["a column that was not declared", { extra: 1 }],
    ["a missing column", { label: undefined }],
  ])("refuses %s", (_, wrong) => {
    expect(valid({ ...full, ...wrong })).toBe(false);
  });
});

describe("dictionaryOf(table)", () => {
  it("has one entry a column, with the meaning, unit, choices and who may see it", () => {
    const entries = dictionaryOf(sample);
    expect(entries.map((entry) => entry.column)).toEqual(Object.keys(sample.columns));
    expect(entries[0]).toEqual({
      table: "sample",
      column: "id",
      type: "integer",
      required: true,
      unit: "rows",
      meaning: "A number that tells rows apart.",
      sensitivity: "public",
    });
    expect(entries[1]).toMatchObject({ required: false, unit: "", sensitivity: "personal" });
    expect(entries.at(-1)?.meaning).toBe("A size. (small, large)");
  });
});

describe("session.fill(table, rows) and session.rowsOf(table)", () => {
  it("give any rows back as they were: dates, six places, moments, nothing, unicode", async () => {
    await fc.assert(
      fc.asyncProperty(sampleRows, async (rows) => {
        await session.run(sql`DROP TABLE IF EXISTS ${sample}`);
        await session.fill(sample, rows);
        expect(await session.rowsOf(sample)).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });

  it("give the rows in the order of the key, beyond one insert's worth", async () => {
    await session.run(sql`DROP TABLE IF EXISTS ${sample}`);
    const rows = Array.from({ length: 2500 }, (_, i) => ({ ...bare, id: i }));
    await session.fill(sample, rows.toReversed());
    expect(await session.rowsOf(sample)).toEqual(rows);
    expect(render(orderOf(sample), duckdbDialect)).toBe('"id" NULLS FIRST');
  });

  it("make an empty table of no rows", async () => {
    await session.run(sql`DROP TABLE IF EXISTS ${sample}`);
    await session.fill(sample, []);
    expect(await session.rowsOf(sample)).toEqual([]);
  });

  it("refuse nothing where a value is needed, and show the statement", async () => {
    await session.run(sql`DROP TABLE IF EXISTS ${sample}`);
    const wrong = { ...bare, id: null as unknown as number };
    await expect(session.fill(sample, [wrong])).rejects.toThrow(/NOT NULL[\s\S]*INSERT INTO "sample"/);
  });
});

describe("valuesOf(table, rows)", () => {
  it("is a list that stands in a query by itself", async () => {
    const rows = await session.rows(sql`SELECT * FROM (${valuesOf(sample, [full, bare])}) AS given(id, label)`);
    expect(rows.map((row) => row["label"])).toEqual([full.label, null]);
  });
});

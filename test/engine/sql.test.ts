import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  duckdbDialect,
  join,
  name,
  render,
  Session,
  sql,
  type SqlValue,
  trinoDialect,
} from "../../src/engine/index.ts";
import { anyText } from "./arbitraries.ts";
import { sample } from "./tables.ts";

let session: Session;
beforeAll(async () => {
  session = await Session.open();
});
afterAll(() => session.close());

async function back(value: SqlValue): Promise<unknown> {
  const [row] = await session.rows<{ value: unknown }>(sql`SELECT ${value} AS value`);
  return row?.value;
}

describe("sql`…${value}…` on DuckDB", () => {
  it("gives any text back as it was", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (value) => {
        expect(await back(value)).toBe(value);
      }),
      { numRuns: 300 },
    );
  });

  it("gives numbers, truth and nothing back as they were", async () => {
    const values = [0, 1, -1, 2 ** 53 - 1, -(2 ** 53 - 1), 0.1, -0.5, 1e-7, 12345.678901, true, false, null];
    expect(await Promise.all(values.map((value) => back(value)))).toEqual(values);
    expect(await back(-9223372036854775808n)).toBe("-9223372036854775808");
  });

  it.each([
    "'; DROP TABLE kept; --",
    "' OR 1 = 1 --",
    "\\'; DROP TABLE kept; --",
    "''; DROP TABLE kept; --",
    '"; DROP TABLE kept; --',
    "$$; DROP TABLE kept; $$",
    "*/ DROP TABLE kept; /*",
    "\u2019; DROP TABLE kept; --",
  ])("takes %j for a text and for a name, and never for SQL", async (attack) => {
    await session.run(sql`CREATE OR REPLACE TABLE kept AS SELECT 'x' AS label`);
    expect(await session.rows(sql`SELECT label FROM kept WHERE label = ${attack}`)).toEqual([]);
    expect(await session.rows(sql`SELECT label AS ${name(attack)} FROM kept`)).toEqual([{ [attack]: "x" }]);
  });

  it("does not begin a comment where a minus meets a negative number", async () => {
    const [row] = await session.rows(sql`SELECT 5 -${-3} AS n, 5 -${-0.5} AS x, 5 -${-3n} AS big`);
    expect(row).toEqual({ n: 8, x: 5.5, big: 8 });
  });

  it("refuses what has no exact literal", () => {
    for (const value of ["a\u0000b", "\uD800", "a\uDC00", Number.NaN, Infinity, -Infinity]) {
      expect(() => render(sql`SELECT ${value}`, duckdbDialect)).toThrow("no SQL literal");
      expect(() => render(sql`SELECT ${value}`, trinoDialect)).toThrow("no SQL literal");
    }
  });
});

describe("name(…path)", () => {
  it("quotes each part, whatever is in it", async () => {
    expect(render(name("a", 'b"c'), trinoDialect)).toBe('"a"."b""c"');
    await fc.assert(
      fc.asyncProperty(
        anyText.filter((each) => each !== ""),
        async (column) => {
          const rows = await session.rows(sql`SELECT ${name("t", column)} FROM (SELECT 1 AS ${name(column)}) AS t`);
          expect(Object.values(rows[0] ?? {})).toEqual([1]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("join(fragments, separator)", () => {
  it("puts the separator between, and nothing around", () => {
    const texts = [[], [sql`a`], [sql`a`, sql`${1}`, name("c")]].map((each) => render(join(each), duckdbDialect));
    expect(texts).toEqual(["", "a", 'a, 1, "c"']);
    expect(render(join([sql`a`, sql`b`], sql` AND `), duckdbDialect)).toBe("a AND b");
  });

  it("composes: a list of lists is the list of all", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer(), { minLength: 1 }), { minLength: 1 }), (lists) => {
        const nested = join(lists.map((list) => join(list.map((each) => sql`${each}`))));
        const flat = join(lists.flat().map((each) => sql`${each}`));
        expect(render(nested, duckdbDialect)).toBe(render(flat, duckdbDialect));
      }),
    );
  });
});

describe("render(fragment, dialect)", () => {
  it("says fragments in fragments and a declared table by its name", () => {
    const where = sql`WHERE ${name("id")} = ${1}`;
    expect(render(sql`SELECT ${name("id")} FROM ${sample} ${where}`, trinoDialect)).toBe(
      'SELECT "id" FROM "sample" WHERE "id" = 1',
    );
  });
});

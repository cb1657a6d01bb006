import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Session, sql, withSession } from "../../src/engine/index.ts";
import { anyText } from "./arbitraries.ts";
import { pair } from "./tables.ts";

describe("withSession(settings, use)", () => {
  it("gives back what was made, and closes the session even after an error", async () => {
    expect(await withSession({}, async (session) => session.rows(sql`SELECT 1 AS n`))).toEqual([{ n: 1 }]);
    const kept: Session[] = [];
    const failing = withSession({}, async (session) => {
      kept.push(session);
      throw new Error("half way");
    });
    await expect(failing).rejects.toThrow("half way");
    await expect(kept[0]?.rows(sql`SELECT 1 AS n`)).rejects.toThrow(/disconnect|closed/i);
  });

  it("spills beyond its memory to the folder given, whatever its path", async () => {
    const spillTo = await mkdtemp(path.join(tmpdir(), "spill '[1]* "));
    const [row] = await withSession({ memoryMb: 64, spillTo }, async (session) =>
      session.rows(
        sql`SELECT COUNT(*) AS n FROM (SELECT MD5(CAST(i AS VARCHAR)) AS h FROM RANGE(3000000) AS t(i) ORDER BY h LIMIT 2900000)`,
      ),
    );
    expect(row).toEqual({ n: 2_900_000 });
    await rm(spillTo, { recursive: true });
  });

  it("can load nothing from elsewhere on its own", async () => {
    const reaching = withSession({}, async (session) =>
      session.rows(sql`SELECT * FROM READ_CSV('https://127.0.0.1:1/x.csv')`),
    );
    await expect(reaching).rejects.toThrow("DuckDB refused a statement");
  });
});

describe("session.rows(query)", () => {
  it("gives plain values: exact whole numbers, ISO days and moments in UTC with milliseconds", async () => {
    const [row] = await withSession({}, async (session) =>
      session.rows(sql`SELECT 9007199254740991::BIGINT AS safe, 9007199254740993::BIGINT AS large, SUM(2)::HUGEINT AS sum,
  CAST(0.1 AS DECIMAL(20,6)) AS tenth, DATE '0044-03-15' AS day, CAST('2018-03-01 09:00:00' AS TIMESTAMP_MS) AS at,
  CAST('1969-12-31 23:59:59.999' AS TIMESTAMP_MS) AS before, TRUE AS yes, NULL AS nothing`),
    );
    expect(row).toEqual({
      safe: 2 ** 53 - 1,
      large: "9007199254740993",
      sum: 2,
      tenth: 0.1,
      day: "0044-03-15",
      at: "2018-03-01T09:00:00.000Z",
      before: "1969-12-31T23:59:59.999Z",
      yes: true,
      nothing: null,
    });
  });

  it("shows the statement that failed, and keeps the cause", async () => {
    const asking = withSession({}, async (session) => session.rows(sql`SELECT nonsense FROM ${pair}`));
    await expect(asking).rejects.toThrow(/DuckDB refused a statement[\s\S]*SELECT nonsense FROM "pair"/);
    await expect(asking).rejects.toHaveProperty("cause");
  });
});

describe("session.appendText(table, rows)", () => {
  it("adds any text, number or nothing as it is, beyond one chunk's worth", async () => {
    await withSession({}, async (session) => {
      const row = fc.tuple(fc.option(anyText), fc.option(fc.integer()));
      await fc.assert(
        fc.asyncProperty(fc.array(row, { maxLength: 5 }), fc.constantFrom(1, 500), async (rows, times) => {
          const many = Array.from({ length: times }, () => rows).flat();
          await session.run(sql`CREATE OR REPLACE TABLE appended (label VARCHAR, n BIGINT)`);
          await session.appendText("appended", many);
          const read = await session.rows<{ label: string | null; n: number | null }>(
            sql`SELECT label, n FROM appended`,
          );
          expect(read.map(({ label, n }) => [label, n])).toEqual(many);
        }),
        { numRuns: 30 },
      );
    });
  });
});

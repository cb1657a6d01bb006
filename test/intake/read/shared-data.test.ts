import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { name, sql, withSession } from "../../../src/engine/index.ts";
import { firstRecords, loadRaw, readSheets } from "../../../src/intake/read/index.ts";

const data = path.resolve(import.meta.dirname, "../../../../shared/data");

/** Row counts that the data's own description gives, without the header. */
const COUNTS: Readonly<Record<string, number>> = {
  "ho-prc-pfa-2017-18/prc-pfa-2017-18.csv.gz": 23_068,
  "ho-outcomes-2018-19/outcomes-2018-19-part-a.csv.gz": 296_520,
  "ons-pfa-rolling-year-2003-2018/rec-crime-pfa.csv.gz": 46_469,
  "kent-stalking-harassment-quarterly/kent-stalking-harassment-quarterly.csv": 48,
  "met-borough-monthly/met-borough-monthly-2010-04-to-2022-02.csv.gz": 1730,
  "police-uk-street-2018-10/2018-10.zip": 291_675,
  "police-uk-outcomes-2012-2016/outcomes-by-category-force-year.csv.gz": 47_577,
  "police-uk-outcomes-2012-2016/outcomes-by-force.csv": 45,
  "moj-prosecutions-2015-2017/moj-prosecutions-by-offence-2015-2017.csv.gz": 80_839,
  "ons-crime-severity-score/css-pfa-2003-2022-revised-vintage.csv.gz": 7700,
  "name-reference/nicknames.csv": 1080,
};

describe.skipIf(!existsSync(data))("readSheets(file) and loadRaw(session, sheet) of the data in ../shared", () => {
  it.each(Object.entries(COUNTS))("%s has %d records", async (file, count) => {
    expect(await recordsIn(path.join(data, file))).toBe(count);
  });
});

async function recordsIn(file: string): Promise<number> {
  const scratch = await mkdtemp(path.join(tmpdir(), "read-"));
  try {
    return await withSession({}, async (session) => {
      let total = 0;
      for await (const sheet of readSheets(file, { scratch })) {
        const [header] = await firstRecords(sheet, 1);
        const into = { table: "raw", columns: header?.cells.length ?? 0, skipLines: header?.line ?? 0 };
        const { records, unreadable } = await loadRaw(session, sheet, into);
        const [seen] = await session.rows<{ n: number }>(sql`SELECT COUNT(*) AS n FROM ${name("raw")}`);
        expect(unreadable).toEqual([]);
        expect(seen?.n).toBe(records);
        await session.run(sql`DROP TABLE ${name("raw")}`);
        total += records;
      }
      return total;
    });
  } finally {
    await rm(scratch, { recursive: true });
  }
}

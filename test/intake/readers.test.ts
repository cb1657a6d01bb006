import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Session, type Sql, sql } from "../../src/engine/index.ts";
import {
  dayMonthYear,
  type Reader,
  wholeNumber,
  yearInWords,
  yearMonth,
  yearMonthDay,
} from "../../src/intake/readers.ts";

let session: Session;
beforeAll(async () => {
  session = await Session.open();
});
afterAll(() => {
  session.close();
});

async function read(reader: Reader, cells: readonly string[]): Promise<unknown[]> {
  const rows = cells.map(
    (cell, i): Sql => sql`SELECT ${i} AS i, ${reader.value(sql`CAST(${cell} AS VARCHAR)`)} AS value`,
  );
  const all = await session.rows<{ value: unknown }>(
    sql`SELECT value FROM (${rows.reduce((sum, each) => sql`${sum} UNION ALL ${each}`)}) AS cells ORDER BY i`,
  );
  return all.map(({ value }) => value);
}

const day = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("Reader.value(cell)", () => {
  it("reads every whole number, with commas or without, as itself", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -99_999_999, max: 99_999_999 }), async (n) => {
        expect(await read(wholeNumber, [String(n), n.toLocaleString("en-GB")])).toEqual([n, n]);
      }),
      { numRuns: 50 },
    );
  });

  it("refuses what is nearly a whole number", async () => {
    const cells = ["1,1", "1.0", "1e3", "--1", "1,1350", "", " ", "12 3", "²", "NA", "−5"];
    expect(await read(wholeNumber, cells)).toEqual(cells.map(() => null));
  });

  it("reads a day in each of its spellings as the same day", async () => {
    await fc.assert(
      fc.asyncProperty(day, async (iso) => {
        const [year, month, date] = iso.split("-") as [string, string, string];
        expect(await read(yearMonthDay, [iso, `${year}-${Number(month)}-${Number(date)}`])).toEqual([iso, iso]);
        expect(await read(dayMonthYear, [`${date}/${month}/${year}`, `${date}-${month}-${year}`])).toEqual([iso, iso]);
        const first = `${year}-${month}-01`;
        expect(await read(yearMonth, [`${year}-${month}`, year + month])).toEqual([first, first]);
      }),
      { numRuns: 50 },
    );
  });

  it("refuses days that no calendar has", async () => {
    expect(await read(yearMonthDay, ["2017-02-29", "2017-13-01", "2017-0-10", "17-01-01"])).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(await read(dayMonthYear, ["31-04-2017", "1-4-2017", "2017-04-01"])).toEqual([null, null, null]);
  });

  it("reads a year in words across the turn of the century, and refuses what is no year", async () => {
    const cells = ["Apr '99 to Mar '00", "Apr '98 to Mar '99...3", "Jan '00 to Dec '00", "Apr '12 to\r\nMar '135"];
    expect(await read(yearInWords, cells)).toEqual(["1999-04-01", "1998-04-01", "2000-01-01", "2012-04-01"]);
    expect(await read(yearInWords, ["Apr '12 to Mar '12", "Jan '12 to Dec '13", "Oct '12 to Sep '13"])).toEqual([
      null,
      null,
      null,
    ]);
  });
});

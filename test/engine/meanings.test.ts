import { createHash } from "node:crypto";
import path from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  asDate,
  asDecimal,
  asInteger,
  daysBetween,
  duckdbDialect,
  editDistance,
  firstDayOfYearEnding,
  hashOf,
  lastDayAfterMonths,
  matches,
  monthOf,
  name,
  render,
  replacePattern,
  rowHash,
  Session,
  type Sql,
  sql,
  trinoDialect,
} from "../../src/engine/index.ts";
import { anyText } from "./arbitraries.ts";

const [a, b] = [name("a"), name("b")];
const MEANINGS: Readonly<Record<string, Sql>> = {
  asInteger: asInteger(a),
  asDecimal: asDecimal(a),
  asDate: asDate(a),
  daysBetween: daysBetween(a, b),
  monthOf: monthOf(a),
  lastDayAfterMonths: lastDayAfterMonths(a, 3),
  "lastDayAfterMonths by a column": lastDayAfterMonths(a, b),
  firstDayOfYearEnding: firstDayOfYearEnding(a),
  hashOf: hashOf(a),
  rowHash: rowHash(a),
  editDistance: editDistance(a, b),
  matches: matches(a, "^[0-9]{1,3}$"),
  replacePattern: replacePattern(a, "-([0-9])$", String.raw`-0\1 $`),
};

let session: Session;
beforeAll(async () => {
  session = await Session.open();
});
afterAll(() => session.close());

async function valueOf(meaning: Sql): Promise<unknown> {
  const [row] = await session.rows<{ value: unknown }>(sql`SELECT ${meaning} AS value`);
  return row?.value;
}

const day = (of: string | Temporal.PlainDate): Sql => sql`CAST(${of.toString()} AS DATE)`;

describe("each meaning", () => {
  it.each([duckdbDialect, trinoDialect])("is said for $name as snapshots/meanings.$name.sql", async (dialect) => {
    const lines = Object.entries(MEANINGS).map(([which, each]) => `-- ${which}\n${render(each, dialect)}\n`);
    const file = path.join(import.meta.dirname, "snapshots", `meanings.${dialect.name}.sql`);
    await expect(lines.join("\n")).toMatchFileSnapshot(file);
  });

  it("is said by both dialects, and by no other name in one of them", () => {
    expect(Object.keys(trinoDialect.meanings)).toEqual(Object.keys(duckdbDialect.meanings));
    expect(Object.keys(trinoDialect.meanings).filter((each) => !(each in MEANINGS))).toEqual([]);
  });

  it("is nothing of nothing on DuckDB", async () => {
    const nothing = sql`CAST(NULL AS VARCHAR)`;
    const noDay = sql`CAST(NULL AS DATE)`;
    const asked = [
      ...[asInteger, asDecimal, asDate, hashOf, rowHash].map((each) => each(nothing)),
      ...[monthOf, firstDayOfYearEnding].map((each) => each(noDay)),
      daysBetween(noDay, day("2017-01-01")),
      lastDayAfterMonths(noDay, 1),
      editDistance(nothing, sql`'a'`),
      matches(nothing, "a"),
      replacePattern(nothing, "a", "b"),
    ];
    expect(new Set(await Promise.all(asked.map((each) => valueOf(each))))).toEqual(new Set([null]));
  });
});

describe("meanings of days, on DuckDB", () => {
  it.each([
    ["monthOf", monthOf(day("2016-02-29")), "2016-02-01"],
    ["monthOf", monthOf(day("2017-12-31")), "2017-12-01"],
    ["lastDayAfterMonths", lastDayAfterMonths(day("2016-02-01"), 1), "2016-02-29"],
    ["lastDayAfterMonths", lastDayAfterMonths(day("2017-02-01"), 1), "2017-02-28"],
    ["lastDayAfterMonths", lastDayAfterMonths(day("2000-02-01"), 1), "2000-02-29"],
    ["lastDayAfterMonths", lastDayAfterMonths(day("1900-02-01"), 1), "1900-02-28"],
    ["lastDayAfterMonths", lastDayAfterMonths(day("2015-03-01"), 12), "2016-02-29"],
    ["lastDayAfterMonths", lastDayAfterMonths(day("2017-11-01"), 3), "2018-01-31"],
    ["lastDayAfterMonths", lastDayAfterMonths(day("2017-04-01"), sql`CAST(12 AS BIGINT)`), "2018-03-31"],
    ["firstDayOfYearEnding", firstDayOfYearEnding(day("2017-12-31")), "2017-01-01"],
    ["firstDayOfYearEnding", firstDayOfYearEnding(day("2016-02-29")), "2015-03-01"],
    ["firstDayOfYearEnding", firstDayOfYearEnding(day("2017-02-28")), "2016-03-01"],
    ["daysBetween", daysBetween(day("2016-02-28"), day("2016-03-01")), 2],
    ["daysBetween", daysBetween(day("2017-03-01"), day("2017-02-28")), -1],
  ])("%s (%#)", async (_, asked, expected) => {
    expect(await valueOf(asked)).toBe(expected);
  });

  it("agree with the calendar of the language on any day", async () => {
    const days = fc
      .integer({ min: 0, max: 109_000 })
      .map((n) => Temporal.PlainDate.from("1900-01-01").add({ days: n }));
    await fc.assert(
      fc.asyncProperty(days, days, fc.integer({ min: 1, max: 36 }), async (from, to, months) => {
        const first = from.with({ day: 1 });
        const last = to.with({ day: to.daysInMonth });
        const [row] = await session.rows(sql`SELECT ${monthOf(day(from))} AS m, ${daysBetween(day(from), day(to))} AS d,
  ${lastDayAfterMonths(day(first), months)} AS l, ${firstDayOfYearEnding(day(last))} AS f`);
        expect(row).toEqual({
          m: first.toString(),
          d: from.until(to).days,
          l: first.add({ months }).subtract({ days: 1 }).toString(),
          f: last.add({ days: 1 }).subtract({ months: 12 }).toString(),
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe("rowHash(text) and hashOf(text), on DuckDB", () => {
  it("are what MD5 makes of the text, its first 60 bits as a whole number", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const md5 = createHash("md5").update(text).digest("hex");
        const [row] = await session.rows<{ hash: string; text: string; low: boolean }>(
          sql`SELECT ${hashOf(sql`${text}`)} AS hash, CAST(${rowHash(sql`${text}`)} AS VARCHAR) AS text,
  ${rowHash(sql`${text}`)} BETWEEN 0 AND ${2n ** 60n - 1n} AS low`,
        );
        expect(row).toEqual({ hash: md5, text: BigInt(`0x${md5.slice(0, 15)}`).toString(), low: true });
      }),
      { numRuns: 100 },
    );
  });
});

describe("asInteger(text), asDecimal(text) and asDate(text), on DuckDB", () => {
  it.each(["0", "1135", "-00", "-7", "9223372036854775807"])("reads %j as the whole number it is", async (text) => {
    expect(String(await valueOf(asInteger(sql`${text}`)))).toBe(BigInt(text).toString());
  });

  it.each(["", "abc", "12abc", "9223372036854775808", "1,135", "--1"])("makes nothing of %j", async (text) => {
    expect([await valueOf(asInteger(sql`${text}`)), await valueOf(asDate(sql`${text}`))]).toEqual([null, null]);
  });

  it("knows the days of the calendar", async () => {
    const read = await Promise.all(
      ["2016-02-29", "2017-02-29", "2017-02-30", "2017-13-01", "2017-00-10", ""].map((text) =>
        valueOf(asDate(sql`${text}`)),
      ),
    );
    expect(read).toEqual(["2016-02-29", null, null, null, null, null]);
  });

  it("keeps six places", async () => {
    const texts = ["12.7", "-0.000001", "0.0000004", "12345678901234.123456", "123456789012345"];
    const read = await Promise.all(texts.map((text) => valueOf(sql`CAST(${asDecimal(sql`${text}`)} AS VARCHAR)`)));
    expect(read).toEqual(["12.700000", "-0.000001", "0.000000", "12345678901234.123456", null]);
  });

  it("reads more than it promises, so callers match the text first", async () => {
    const loose = ["12.7", "1e3", " 12 ", "0x10", "1_000"].map((text) => asInteger(sql`${text}`));
    expect(await Promise.all(loose.map((each) => valueOf(each)))).toEqual([13, 1000, 12, 16, 1000]);
    const days = ["2017-1-5", "2017-01-05x", "epoch"].map((text) => asDate(sql`${text}`));
    expect(await Promise.all(days.map((each) => valueOf(each)))).toEqual(["2017-01-05", "2017-01-05", "1970-01-01"]);
  });
});

describe("meanings of texts, on DuckDB", () => {
  it("matches anywhere in the text unless the pattern says where", async () => {
    const asked = [matches(sql`'a12b'`, "[0-9]+"), matches(sql`'a12b'`, "^[0-9]+$"), matches(sql`'it''s'`, "t's")];
    expect(await Promise.all(asked.map((each) => valueOf(each)))).toEqual([true, false, true]);
  });

  it("replaces every match, and puts groups where they are asked for", async () => {
    expect(await valueOf(replacePattern(sql`'2015-1-1'`, String.raw`-([0-9])\b`, String.raw`-0\1`))).toBe("2015-01-01");
    expect(await valueOf(replacePattern(sql`'a  b   c'`, " +", " "))).toBe("a b c");
    expect(await valueOf(replacePattern(sql`'a1'`, "[0-9]", "$"))).toBe("a$");
  });

  it("measures how far two ASCII texts are apart as a slow twin does", async () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c", " ", "'"), maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(word, word, async (x, y) => {
        expect(await valueOf(editDistance(sql`${x}`, sql`${y}`))).toBe(slowDistance(x, y));
      }),
      { numRuns: 60 },
    );
  });
});

/** Straight from the definition: delete, insert, or put another in its place. */
function slowDistance(x: string, y: string): number {
  if (x === "" || y === "") return x.length + y.length;
  const [restX, restY] = [x.slice(1), y.slice(1)];
  if (x[0] === y[0]) return slowDistance(restX, restY);
  return 1 + Math.min(slowDistance(restX, y), slowDistance(x, restY), slowDistance(restX, restY));
}

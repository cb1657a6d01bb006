import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  calendarMonth,
  calendarQuarter,
  calendarYear,
  cutPeriod,
  dayRange,
  financialQuarter,
  financialYear,
  maybePeriod,
  parseDay,
  parsePeriod,
  type Period,
  periodBetween,
  sayDay,
  sayPeriod,
  spanOf,
  UserError,
  wholeMonths,
  yearEnding,
} from "../../src/base/index.ts";

const year = fc.integer({ min: 1900, max: 2199 });
const month = fc.integer({ min: 1, max: 12 });
const quarter = fc.integer({ min: 1, max: 4 });
const named: fc.Arbitrary<Period> = fc.oneof(
  year.map(calendarYear),
  fc.tuple(year, quarter).map(([y, q]) => calendarQuarter(y, q)),
  year.map(financialYear),
  fc.tuple(year, quarter).map(([y, q]) => financialQuarter(y, q)),
  fc.tuple(year, month).map(([y, m]) => calendarMonth(y, m)),
  fc.tuple(year, month).map(([y, m]) => yearEnding(y, m)),
);
const day = fc
  .integer({ min: 0, max: 109_000 })
  .map((days) => Temporal.PlainDate.from("1900-01-01").add({ days }).toString());

describe("parsePeriod(text)", () => {
  it.each([
    ["2016", "year", "2016-01-01", "2016-12-31"],
    ["2017-Q2", "quarter", "2017-04-01", "2017-06-30"],
    ["2016-Q1", "quarter", "2016-01-01", "2016-03-31"],
    ["2017/18", "financial-year", "2017-04-01", "2018-03-31"],
    ["1999/00", "financial-year", "1999-04-01", "2000-03-31"],
    ["2017/18-Q1", "financial-quarter", "2017-04-01", "2017-06-30"],
    ["2017/18-Q4", "financial-quarter", "2018-01-01", "2018-03-31"],
    ["2017-05", "month", "2017-05-01", "2017-05-31"],
    ["2016-02", "month", "2016-02-01", "2016-02-29"],
    ["1900-02", "month", "1900-02-01", "1900-02-28"],
    ["YE-2017-12", "year-ending", "2017-01-01", "2017-12-31"],
    ["YE-2016-02", "year-ending", "2015-03-01", "2016-02-29"],
    ["YE-1900-01", "year-ending", "1899-02-01", "1900-01-31"],
    [" 2016\n", "year", "2016-01-01", "2016-12-31"],
  ])("reads %j as a %s from %s to %s", (text, kind, from, to) => {
    expect(parsePeriod(text)).toEqual({ kind, label: text.trim(), from, to });
  });

  it("reads what it prints", () => {
    fc.assert(
      fc.property(named, (period) => {
        expect(parsePeriod(period.label)).toEqual(period);
      }),
    );
  });

  it.each([
    "",
    "2017-13",
    "2017-00",
    "2017-Q0",
    "2017-Q5",
    "2017-q2",
    "2017/19",
    "2017/17",
    "2017/2018",
    "2017-18",
    "2017/18-Q5",
    "YE-2017",
    "YE-2017-13",
    "ye-2017-12",
    "1899",
    "2200",
    "17",
    "20170",
    "2017-5",
    "２０１７",
    "2016 2017",
    "2016-01-01..2016-12-31",
    "2016'; DROP TABLE observation; --",
  ])("refuses %j as the asker's mistake", (text) => {
    expect(mistakeOf(() => parsePeriod(text))).toMatchObject({ code: "E_PERIOD", misuse: true });
    expect(maybePeriod(text)).toBeUndefined();
  });

  it("reads or refuses any text, and shows no more than the beginning of a long one", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const period = maybePeriod(text);
        const said = period?.label ?? mistakeOf(() => parsePeriod(text)).message;
        expect(said.length).toBeLessThan(260);
      }),
    );
  });
});

describe("wholeMonths(from, to)", () => {
  it("counts the months of every named period", () => {
    const counts = { year: 12, quarter: 3, "financial-year": 12, "financial-quarter": 3, month: 1, "year-ending": 12 };
    fc.assert(
      fc.property(named, ({ kind, from, to }) => {
        expect(counts).toHaveProperty(kind, wholeMonths(from, to));
      }),
    );
  });

  it("is 0 for a stretch that does not begin and end with a month, and for one that ends before it begins", () => {
    expect(wholeMonths("2017-01-02", "2017-01-31")).toBe(0);
    expect(wholeMonths("2017-01-01", "2017-01-30")).toBe(0);
    expect(wholeMonths("2017-03-01", "2017-01-31")).toBe(0);
    expect(wholeMonths("2015-02-01", "2016-02-28")).toBe(0);
    expect(wholeMonths("2015-02-01", "2016-02-29")).toBe(13);
  });
});

describe("periodBetween(from, to)", () => {
  it("gives the same stretch back, under a name that can be read again unless it is a range", () => {
    const stretch = fc.tuple(day, day).map(([a, b]) => (a <= b ? dayRange(a, b) : dayRange(b, a)));
    fc.assert(
      fc.property(fc.oneof(named, stretch), ({ from, to }) => {
        const period = periodBetween(from, to);
        expect([period.from, period.to]).toEqual([from, to]);
        expect(period.kind === "range" ? period : parsePeriod(period.label)).toEqual(period);
      }),
    );
  });

  it.each([
    ["YE-2017-12", "2017"],
    ["YE-2018-03", "2017/18"],
    ["2017/18-Q4", "2018-Q1"],
    ["YE-2017-09", "YE-2017-09"],
  ])("names the stretch of %s %s", (asked, named) => {
    const { from, to } = parsePeriod(asked);
    expect(periodBetween(from, to).label).toBe(named);
  });

  it("names any other stretch by its ends", () => {
    expect(periodBetween("2017-02-01", "2017-04-30").label).toBe("2017-02-01..2017-04-30");
  });
});

describe("cutPeriod({from, to}, by)", () => {
  const unit = fc.constantFrom("month" as const, "quarter" as const, "year" as const);

  it("tiles a stretch exactly: no day lost, none twice, in order", () => {
    fc.assert(
      fc.property(year, quarter, fc.integer({ min: 1, max: 6 }), unit, (y, q, years, by) => {
        const { from } = calendarQuarter(y, q);
        const to = lastDay(from, years * 12);
        const parts = cutPeriod({ from, to }, by);
        expect(parts).toHaveLength((years * 12) / { month: 1, quarter: 3, year: 12 }[by]);
        expect([parts[0]?.from, parts.at(-1)?.to]).toEqual([from, to]);
        parts.slice(1).forEach((part, i) => expect(part.from).toBe(dayAfter(parts[i]?.to ?? "")));
      }),
    );
  });

  it("names its parts", () => {
    const labels = (text: string, by: "month" | "quarter" | "year") =>
      cutPeriod(parsePeriod(text), by).map(({ label }) => label);
    expect(labels("2017/18", "quarter")).toEqual(["2017-Q2", "2017-Q3", "2017-Q4", "2018-Q1"]);
    expect(labels("2017/18", "year")).toEqual(["2017/18"]);
    expect(labels("2016-Q1", "month")).toEqual(["2016-01", "2016-02", "2016-03"]);
  });

  it.each([
    ["2017-01-01", "2017-02-28", "quarter"],
    ["2017-02-01", "2017-04-30", "quarter"],
    ["2017-01-01", "2017-11-30", "year"],
    ["2017-01-02", "2017-12-31", "month"],
    ["2017-12-01", "2017-01-31", "month"],
  ] as const)("refuses to cut %s to %s by %s", (from, to, by) => {
    expect(mistakeOf(() => cutPeriod({ from, to }, by))).toMatchObject({ code: "E_PERIOD_CUT", misuse: true });
  });
});

describe("spanOf(a, b)", () => {
  it("covers both, whichever comes first, and nothing more", () => {
    fc.assert(
      fc.property(named, named, (a, b) => {
        const span = spanOf(a, b);
        expect(spanOf(b, a)).toEqual(span);
        expect([a.from, b.from].toSorted()[0]).toBe(span.from);
        expect([a.to, b.to].toSorted()[1]).toBe(span.to);
      }),
    );
  });
});

describe("sayPeriod({from, to})", () => {
  it.each([
    ["2016", "2016"],
    ["YE-2016-12", "2016"],
    ["2017/18", "the year to March 2018"],
    ["YE-2017-09", "the year to September 2017"],
    ["2017-Q2", "April to June 2017"],
    ["2017/18-Q4", "January to March 2018"],
    ["2017-05", "May 2017"],
  ])("says %s as “%s”", (text, words) => {
    expect(sayPeriod(parsePeriod(text))).toBe(words);
  });

  it("says stretches without a name by their months, days, or the one day", () => {
    expect(sayPeriod({ from: "2016-11-01", to: "2017-02-28" })).toBe("November 2016 to February 2017");
    expect(sayPeriod({ from: "2012-11-25", to: "2013-03-31" })).toBe("25 November 2012 to 31 March 2013");
    expect(sayPeriod({ from: "2012-11-25", to: "2012-11-25" })).toBe("25 November 2012");
    expect(sayDay("2017-01-01")).toBe("1 January 2017");
  });
});

describe("parseDay(text)", () => {
  it("reads any day as it is written", () => {
    fc.assert(
      fc.property(day, (text) => {
        expect(parseDay(text)).toBe(text);
      }),
    );
  });

  it.each([
    "",
    "2017-02-29",
    "2017-13-01",
    "2017-1-5",
    "20170105",
    "2017-01-05T10:00:00Z",
    "2017-01-05[u-ca=hebrew]",
    " 2017-01-05",
    "5 January 2017",
    "+012017-01-05",
  ])("refuses %j", (text) => {
    expect(mistakeOf(() => parseDay(text))).toMatchObject({ code: "E_DATE", misuse: true });
  });
});

function mistakeOf(act: () => unknown): UserError {
  try {
    act();
  } catch (cause) {
    if (cause instanceof UserError) return cause;
    throw cause;
  }
  throw new Error("nothing was refused");
}

function lastDay(from: string, months: number): string {
  return Temporal.PlainDate.from(from).add({ months }).subtract({ days: 1 }).toString();
}

function dayAfter(date: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toString();
}

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOrderOf, parseDate, saysUnknown } from "../../src/records/index.ts";

const read = (text: string, options?: Parameters<typeof parseDate>[1]): string | null => {
  const found = parseDate(text, options);
  return found === null ? null : `${found.iso} ${found.precision}${found.isPlaceholder ? " placeholder" : ""}`;
};

const day = fc
  .date({ min: new Date("1950-01-01"), max: new Date("2049-12-31"), noInvalidDate: true })
  .map((date) => Temporal.PlainDate.from(date.toISOString().slice(0, 10)));

describe("parseDate(text, {order, lastYear})", () => {
  it.each([
    ["2018-03-01", "2018-03-01 day"],
    ["1/3/2018", "2018-03-01 day"],
    ["01.03.2018", "2018-03-01 day"],
    ["31/12/18", "2018-12-31 day"],
    ["1 Mar 2018", "2018-03-01 day"],
    ["Thu 1st of March, 2018", "2018-03-01 day"],
    ["March 1, 2018", "2018-03-01 day"],
    ["01-MAR-18", "2018-03-01 day"],
    ["01MAR2018", "2018-03-01 day"],
    ["20180301", "2018-03-01 day"],
    ["01032018", "2018-03-01 day"],
    ["43160", "2018-03-01 day"],
    ["43160.5", "2018-03-01T12:00 minute"],
    ["2018-03-01T09:05", "2018-03-01T09:05 minute"],
    ["2018-03-01 09:05:30.500", "2018-03-01T09:05:30.500 second"],
    ["1/3/2018 9:05 pm", "2018-03-01T21:05 minute"],
    ["1/3/2018 12:05 AM", "2018-03-01T00:05 minute"],
    ["20180301T0905", "2018-03-01T09:05 minute"],
    ["20180301090530", "2018-03-01T09:05:30 second"],
    ["2018-03-01T09:05:00Z", "2018-03-01T09:05:00 second"],
    ["2018-07-01T00:30+01:00", "2018-06-30T23:30 minute"],
    ["Mar 1980", "1980-03 month"],
    ["03/1980", "1980-03 month"],
    ["00/03/1980", "1980-03 month"],
    ["XX/XX/1980", "1980 year"],
    ["1980", "1980 year"],
  ])("reads %s as %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    "",
    "UNKNOWN",
    "31/02/2018",
    "2018-13-01",
    "2018-03-01 25:00",
    "1/2",
    "March",
    "12",
    "1 Mar Apr 2018",
    "x".repeat(99),
  ])("reads no date in %j", (text) => {
    expect(parseDate(text)).toBe(null);
  });

  it.each(["01/01/1900", "1900-01-01", "1900", "1970-01-01 00:00", "31/12/9999", "0001-01-01"])(
    "marks %s as a placeholder",
    (text) => {
      expect(parseDate(text)?.isPlaceholder).toBe(true);
    },
  );

  it("reads a column month first when told, and a day that can only be one all the same", () => {
    expect(read("03/04/2018", { order: "month-first" })).toBe("2018-03-04 day");
    expect(read("25/04/2018", { order: "month-first" })).toBe("2018-04-25 day");
    expect(read("03/25/2018")).toBe("2018-03-25 day");
  });

  it("takes two digits for the latest year that they can mean", () => {
    expect(read("01/02/49")).toBe("2049-02-01 day");
    expect(read("01/02/50")).toBe("1950-02-01 day");
    expect(read("01/02/19", { lastYear: 2018 })).toBe("1919-02-01 day");
  });

  it("reads every day alike in every form", () => {
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toString();
        const [year = "", month = "", dayOfMonth = ""] = iso.split("-");
        const month3 = date.toLocaleString("en-GB", { month: "short" });
        const forms = [
          iso,
          `${year}/${month}/${dayOfMonth}`,
          `${dayOfMonth}/${month}/${year}`,
          `${year}${month}${dayOfMonth}`,
        ];
        forms.push(`${Number(dayOfMonth)} ${month3} ${year}`, `${dayOfMonth}-${month3.toUpperCase()}-${year.slice(2)}`);
        forms.push(`${dayOfMonth}/${month}/${year.slice(2)}`, `${iso}`, `${month3} ${dayOfMonth}, ${year}`);
        forms.push(String(Temporal.PlainDate.from("1899-12-30").until(date).days));
        expect(new Set(forms.map((form) => read(form)?.split(" ")[0]))).toEqual(new Set([iso]));
        expect(parseDate(`${month}/${dayOfMonth}/${year}`, { order: "month-first" })?.iso).toBe(iso);
      }),
    );
  });

  it("never throws, and finds nothing in fewer than four signs", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(parseDate(text) === null || text.trim().length > 3).toBe(true);
      }),
    );
  });
});

describe("dayOrderOf(texts)", () => {
  it("is day first without evidence", () => {
    expect(dayOrderOf(["1/2/2018", "3/4/2018", "2018-02-13"])).toEqual({
      order: "day-first",
      dayFirst: 0,
      monthFirst: 0,
      either: 2,
    });
  });

  it("goes by the texts that can be read in one way only", () => {
    expect(dayOrderOf(["1/2/2018", "3/14/2018 09:00", "12/25/18"]).order).toBe("month-first");
    expect(dayOrderOf(["14/3/2018", "25/12/18", "3/14/2018"])).toMatchObject({ order: "day-first", monthFirst: 1 });
  });
});

describe("saysUnknown(text)", () => {
  it.each(["UNKNOWN", "n/k", "N/A", " not stated ", "-", "??"])("knows %j", (text) =>
    expect(saysUnknown(text)).toBe(true),
  );
  it.each(["Unknownsson", "Nka", "2018", ""])("leaves %j alone", (text) => expect(saysUnknown(text)).toBe(false));
});

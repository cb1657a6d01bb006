import { assert, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { classOfOffence, loadLaw, offenceOf, offencesOfClass, unmappedReport } from "../../src/law/index.ts";

const law = loadLaw();

describe("classOfOffence(law, code, onDate)", () => {
  test.each([
    ["195/12", "2012-11-24", undefined],
    ["195/12", "2012-11-25", "8L"],
    ["195/12", "2014-03-31", "8L"],
    ["195/12", "2014-04-01", "8Q"],
    ["8/65", "2013-06-01", "8L"],
    ["8/66", "2020-01-01", "8Q"],
    ["8/72", "2015-03-31", undefined],
    ["8/72", "2015-04-01", "8L"],
    ["8/72", "2017-03-31", "8L"],
    ["8/72", "2017-04-01", "8R"],
    ["8/71", "2016-01-01", "8L"],
    ["195/94", "2017-01-01", "8L"],
    ["125/09", "2017-01-01", "9A"],
    ["999/99", "2017-01-01", undefined],
  ])("puts %s on %s in %s", (code, day, expected) => {
    expect(classOfOffence(law, code, day)).toBe(expected);
  });

  test("never leaves a day between two classes of one code, nor gives it two", () => {
    for (const rows of law.offencesByCode.values()) {
      for (const [i, row] of rows.entries()) {
        const next = rows[i + 1];
        if (next === undefined) continue;
        expect(
          Temporal.PlainDate.from(row.valid_to ?? "")
            .add({ days: 1 })
            .toString(),
        ).toBe(next.valid_from);
      }
    }
  });
});

describe("offenceOf(law, text, onDate)", () => {
  test.each(["008/65", "8/65", "08/65", "00865", "865", " 8 / 65 "])("reads %j as 8/65", (text) => {
    expect(offenceOf(law, text)).toMatchObject({ code: "8/65", class: "8Q", how: "code" });
  });

  test.each([
    ["19512", "195/12"],
    ["195/12", "195/12"],
    ["19594", "195/94"],
    ["125/09", "125/9"],
    ["301", "3/1"],
    ["00872", "8/72"],
  ])("reads %j as %s", (text, code) => {
    expect(offenceOf(law, text)).toMatchObject({ code });
  });

  test.each([
    ["Stalking involving serious alarm/distress", "8/66", "8Q"],
    ["HARASSMENT - STALKING INVOLVING FEAR OF VIOLENCE.", "8/65", "8Q"],
    ["Attempted - Harassment - Putting people in fear of violence", "8/30", "8L"],
    ["Sending letters etc. with intent to cause distress or anxiety", "8/72", "8R"],
    ["Send communication threatening death or serious harm", null, "8R"],
    ["Malicious Communications", null, "8R"],
    ["Stalking", null, "8Q"],
  ])("reads the title %j", (text, code, expected) => {
    expect(offenceOf(law, text)).toMatchObject({ code, class: expected, how: "title" });
  });

  test("gives the class of the day, and none before the offence was counted", () => {
    expect(offenceOf(law, "8/72", "2016-01-01")).toMatchObject({ class: "8L" });
    expect(offenceOf(law, "8/72", "2010-01-01")).toMatchObject({ code: "8/72", class: null });
  });

  test("reads a class as a class", () => {
    expect(offenceOf(law, "8q")).toEqual({ code: null, title: "Stalking", class: "8Q", how: "class" });
  });

  test("never throws, whatever the text, and either means something or says it does not", () => {
    assert(
      property(string(), (text) => {
        const meaning = offenceOf(law, text);
        expect(meaning.unmapped === true || meaning.title.length > 0).toBe(true);
      }),
    );
  });

  test("reads every offence code in all its spellings", () => {
    const codes = [...law.offencesByCode.keys()];
    const meant = (spell: (main: string, sub: string) => string) =>
      codes
        .map((code) => offenceOf(law, spell(...(code.split("/") as [string, string]))))
        .map((meaning) => "code" in meaning && meaning.code);
    expect(meant((main, sub) => `${main}/${sub}`)).toEqual(codes);
    expect(meant((main, sub) => `${main.padStart(3, "0")}/${sub.padStart(2, "0")}`)).toEqual(codes);
    expect(meant((main, sub) => `${main.padStart(3, "0")}${sub.padStart(2, "0")}`)).toEqual(codes);
  });
});

describe("unmappedReport(law, texts)", () => {
  test("counts what means nothing, most frequent first", () => {
    expect(unmappedReport(law, ["8/65", "Odd", "Very odd", "Odd", "stalking"])).toEqual([
      { text: "Odd", count: 2 },
      { text: "Very odd", count: 1 },
    ]);
  });
});

describe("offencesOfClass(law, code)", () => {
  test("lists what was ever counted as stalking", () => {
    expect(offencesOfClass(law, "8Q")).toEqual(["8/65", "8/66", "195/12"]);
  });
});

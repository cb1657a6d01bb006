import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { CONFIDENCES, loadLaw } from "../../src/law/index.ts";

const SHIPPED = path.resolve(import.meta.dirname, "../../reference");
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A copy of the knowledge base in which one file's text was changed. */
function spoilt(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(path.join(tmpdir(), "law-"));
  folders.push(folder);
  for (const each of readdirSync(SHIPPED)) {
    if (each.endsWith(".csv")) cpSync(path.join(SHIPPED, each), path.join(folder, each));
  }
  writeFileSync(path.join(folder, file), change(readFileSync(path.join(folder, file), "utf8")));
  return folder;
}

const appended = (line: string) => (text: string) => `${text}${line}\n`;

describe("loadLaw(folder)", () => {
  const law = loadLaw();

  test("gives every row a source, a confidence and days that exist", () => {
    const tables = Object.values(law).filter((each): each is typeof law.areas => Array.isArray(each));
    expect(tables).toHaveLength(16);
    const rows = tables.flat();
    expect(rows.filter(({ source, confidence }) => source === "" || !CONFIDENCES.includes(confidence))).toEqual([]);
    const days = rows.flatMap(({ valid_from, valid_to }) => [valid_from, valid_to]).filter((day) => day !== null);
    expect(days.map((day) => Temporal.PlainDate.from(day).toString())).toEqual(days);
  });

  test("gives an aggravated class a plain twin that is not aggravated", () => {
    const twins = law.classes
      .filter(({ plain_twin }) => plain_twin !== "")
      .map(({ code, plain_twin }) => `${code}/${plain_twin}`);
    expect(twins.toSorted()).toEqual(["105B/105A", "58J/58A", "8M/8L", "8P/8N", "9B/9A"]);
  });

  test("keeps groups of the rolling-year table apart, and all of them within all recorded crime", () => {
    const all = new Set(law.codesOfGroup.get("all-recorded-crime"));
    const parts = [
      "homicide",
      "violence-with-injury",
      "violence-without-injury",
      "stalking-and-harassment",
      "death-or-serious-injury-driving",
      "sexual-offences",
      "robbery",
      "burglary-of-homes",
      "burglary-of-other-buildings",
      "vehicle-offences",
      "theft-from-the-person",
      "bicycle-theft",
      "shoplifting",
      "all-other-theft",
      "criminal-damage-and-arson",
      "drug-offences",
      "possession-of-weapons",
      "public-order",
      "miscellaneous-crimes",
    ].flatMap((slug) => law.codesOfGroup.get(slug) ?? []);
    expect(parts).toHaveLength(new Set(parts).size);
    expect(new Set(parts)).toEqual(all);
  });

  test.each([
    [
      "area_names.csv",
      appended("nowhere,atlantis,,,A source,V"),
      /E_REFERENCE: area_names\.csv, line \d+: "atlantis"; expected a known area/,
    ],
    ["area_names.csv", appended("Upper Case,kent,,,A source,V"), /"Upper Case"; expected a known name in lower case/],
    ["classes.csv", appended("8L,Again,A,B,recorded,,,,A source,V"), /classes\.csv, line \d+: code of another row/],
    [
      "classes.csv",
      appended("ZZ,Title,A,B,recorded,,2017-02-30,,A source,V"),
      /valid_from "2017-02-30"; expected a day/,
    ],
    ["classes.csv", appended("ZZ,Title,A,B,recorded,,2017-02-03,2016-01-01,A source,V"), /valid_to 2016-01-01 before/],
    ["classes.csv", appended("ZZ,Title,A,B,recorded,,,,,V"), /source ""; expected a text/],
    [
      "classes.csv",
      appended("ZZ,Title,A,B,recorded,,,,A source,maybe"),
      /confidence "maybe"; expected one of V, V2, C, M, \?/,
    ],
    ["classes.csv", appended("ZZ,Title"), /2 cells; expected 10 cells/],
    [
      "group_members.csv",
      appended("stalking,8ZZ,,,A source,V"),
      /group_members\.csv, line \d+: "8ZZ"; expected a known code/,
    ],
    [
      "audits.csv",
      (text: string) => text.replace("0.836", "83.6"),
      /audits\.csv, line 2: recorded "83\.6"; expected a share/,
    ],
    ["events.csv", (text: string) => text.replace("kind", "sort"), /events\.csv, line 1: the columns id, sort/],
    ["laws.csv", () => "", /laws\.csv, line 1: the columns \(none\)/],
    ["peers.csv", appended('kent,essex","x'), /E_REFERENCE: peers\.csv/],
  ])("refuses a spoilt %s, naming the line", (file, change, message) => {
    expect(() => loadLaw(spoilt(file, change))).toThrow(message);
  });

  test("reads quotes, a byte order mark and Windows line ends", () => {
    const folder = spoilt(
      "strands.csv",
      (text) => `\uFEFF${text.replaceAll("\n", "\r\n")}other,"A ""quoted"", title",,local,,,A source,M\r\n`,
    );
    expect(loadLaw(folder).strands.at(-1)?.title).toBe('A "quoted", title');
  });
});

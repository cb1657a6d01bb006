import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parsePeriod } from "../../src/base/index.ts";
import { builtInQuestion, explain, NOTHING_KNOWN, panelOf } from "../../src/explain/index.ts";
import { type Archive, openArchive } from "../../src/figures/index.ts";
import { loadLaw } from "../../src/law/index.ts";
import { isShared, rowsOf } from "./shared-series.ts";

describe("explain(question) on Kent’s stalking and harassment", () => {
  let archive: Archive;
  beforeAll(async () => {
    archive = await openArchive("no-such-store", loadLaw());
  });
  afterAll(() => archive.session.close());
  const told = async (classes: string, from: string, to: string) => {
    const asked = { area: "kent", classes, from: parsePeriod(from), to: parsePeriod(to) };
    return explain((await builtInQuestion(archive, asked)).question);
  };

  it("names recording with its bound from 2016 to 2017, the move of April 2017, and what stays undecided", async () => {
    const { change, causes, inseparable } = await told("stalking-and-harassment", "2016", "2017");
    expect([change.from.count, change.to.count]).toEqual([6335, 11_761]);
    expect(causes[0]).toMatchObject({ cause: "recording", standing: "supported", bound: expect.any(String) });
    const audits = causes[0]!.evidence.filter(({ code }) => code === "audit").map(({ text }) => text);
    expect(audits).toEqual([
      expect.stringContaining("+22.1 %"),
      expect.stringMatching(/\+15\.6 % of the count \(up to \+18\.2 % at the audit’s margin\).*may have been lower/),
    ]);
    const rule = causes.find(({ cause }) => cause === "counting-rule")!;
    expect(rule.evidence[0]!.text).toMatch(/April 2017: a move among the classes asked about/);
    expect(inseparable).toEqual([["reporting", "real-change"]]);
  });

  it("supports the rule of April 2018 for harassment", async () => {
    const { causes } = await told("8L", "2017/18", "2018/19");
    expect(causes[0]).toMatchObject({ cause: "counting-rule", standing: "supported" });
  });
});

describe.skipIf(!isShared)("explain(question) on North Wales’s late batch (needs ../shared)", () => {
  it("gives the sexual offences of January to March 2018 to an error in the data", () => {
    const years = Map.groupBy(
      rowsOf("ons-pfa-rolling-year-2003-2018/rec-crime-pfa.csv.gz").map((row) => Object.values(row)),
      ([, area]) => area!,
    );
    const placed = [...years].flatMap(([area, rows]) => {
      const sums = new Map(
        rows.filter((row) => row[3] === "Sexual offences").map((row) => [endOf(row[0]!), Number(row[4])]),
      );
      const values = quartersOf(sums);
      return values === null
        ? []
        : [
            {
              measure: "recorded" as const,
              area,
              className: "sexual-offences",
              series: { months: 3 as const, start: FIRST - 3, values },
            },
          ];
    });
    const months = { from: { first: 2017 * 12, last: 2017 * 12 + 2 }, to: { first: 2018 * 12, last: 2018 * 12 + 2 } };
    const answer = explain({
      area: "North Wales",
      className: "sexual offences",
      classes: ["sexual-offences"],
      ...months,
      panel: panelOf(placed),
      context: NOTHING_KNOWN,
    });
    expect(placed.length).toBeGreaterThan(40);
    expect(answer.causes[0]).toMatchObject({ cause: "data-error", standing: "supported" });
    expect(answer.causes.slice(1).every(({ standing }) => standing === "ruled-out")).toBe(true);
  });
});

/** The month after a year's end, `31-03-2018`. */
function endOf(day: string): number {
  const [, month, year] = day.split("-").map(Number);
  return year! * 12 + month!;
}

const [BASE, FIRST, LAST] = [2008 * 12 + 3, 2011 * 12 + 3, 2018 * 12 + 12];

/** Quarters from rolling years, the four of the year to March 2008 taken as equal parts; null with a gap. */
function quartersOf(years: ReadonlyMap<number, number>): readonly number[] | null {
  const quarters = new Map([0, 3, 6, 9].map((back) => [BASE - back, (years.get(BASE) ?? NaN) / 4]));
  for (let end = BASE + 3; end <= LAST; end += 3) {
    quarters.set(end, (years.get(end) ?? NaN) - (years.get(end - 3) ?? NaN) + quarters.get(end - 12)!);
  }
  const values = [...quarters].filter(([end]) => end >= FIRST).map(([, value]) => Math.max(0, Math.round(value)));
  return values.some(Number.isNaN) ? null : values;
}

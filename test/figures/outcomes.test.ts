import path from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parsePeriod } from "../../src/base/index.ts";
import { type Archive, answerOutcomes, answerProsecutions, openArchive } from "../../src/figures/index.ts";
import { percentOf } from "../../src/figures/outcomes.ts";
import { archiveOf, law, observed } from "./support.ts";

let published: Archive;
beforeAll(async () => {
  published = await openArchive(path.resolve("/nonexistent/throughline-store"), law);
});
afterAll(() => published.session.close());

const year = { from: parsePeriod("2018/19"), to: parsePeriod("2018/19") };

describe("answerOutcomes(question, archive)", () => {
  it("keeps the two denominators and the age of each cohort apart", async () => {
    const { cohorts, whole, notes } = await answerOutcomes(
      { area: "kent", classes: "stalking-and-harassment", ...year },
      published,
    );
    expect(cohorts.map(({ recorded, withOutcome, ageMonths }) => [recorded, withOutcome, ageMonths])).toEqual([
      [5808, 5761, 9],
      [6198, 6168, 6],
      [5320, 5288, 3],
      [4786, 3814, 0],
    ]);
    expect(whole?.outcomes.find(({ code }) => code === "1")).toMatchObject({
      count: 592,
      ofRecorded: 2.7,
      ofWithOutcome: 2.8,
    });
    expect(notes.join(" ")).toContain("Days from recording to outcome: cannot tell");
  });

  it("adds a cohort's outcomes up to all it recorded", async () => {
    const { cohorts } = await answerOutcomes({ area: "kent", classes: "8L+8Q", ...year }, published);
    for (const { recorded, outcomes } of cohorts) {
      expect(outcomes.reduce((sum, { count }) => sum + count, 0)).toBe(recorded);
    }
  });

  it("says no share on a base under 50, and says what it does not hold", async () => {
    const quarter = {
      period_from: "2018-04-01",
      period_to: "2018-06-30",
      measure: "outcome-of-recorded",
      dataset: "ho-outcomes",
    };
    const archive = await archiveOf([
      observed({ ...quarter, part: "1", value: 9 }),
      observed({ ...quarter, part: "0", value: 40 }),
    ]);
    const { cohorts, notes } = await answerOutcomes({ area: "kent", classes: "8Q", ...year }, archive);
    expect(cohorts).toHaveLength(1);
    expect(cohorts[0]?.outcomes).toEqual([
      expect.objectContaining({ code: "0", ofRecorded: null, ofWithOutcome: null }),
      expect.objectContaining({ code: "1", count: 9, ofRecorded: null, ofWithOutcome: null }),
    ]);
    expect(notes[0]).toBe("Outcomes are not held for 3 of 4 quarters.");
    archive.session.close();
  });

  it("refuses centuries of quarters", async () => {
    const wide = { from: parsePeriod("1900"), to: parsePeriod("2100") };
    await expect(answerOutcomes({ area: "kent", classes: "8Q", ...wide }, published)).rejects.toMatchObject({
      code: "E_TOO_MANY",
    });
  });
});

describe("percentOf(count, base)", () => {
  it("is within a twentieth of the share, and nothing on a small base", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 0, max: 1e6 }), (count, base) => {
        const percent = percentOf(count, base);
        const near = percent !== null && Math.abs(percent - (100 * count) / base) <= 0.050001;
        expect(base < 50 ? percent === null : near).toBe(true);
      }),
    );
  });
});

describe("answerProsecutions(question, archive)", () => {
  it("counts defendants by offence code and year for England and Wales, and says what is not held from before November 2012", async () => {
    const wide = { from: parsePeriod("1990"), to: parsePeriod("2099") };
    const { areaName, rows, notes } = await answerProsecutions(
      { classes: "stalking-and-harassment", ...wide },
      published,
    );
    expect(areaName).toBe("England and Wales");
    expect(rows.map(({ code, year: each }) => `${code} ${each}`)).toEqual(
      expect.arrayContaining(["19512 2015", "19512 2017", "19594 2016"]),
    );
    expect(rows.every(({ prosecuted, convicted }) => (prosecuted ?? 0) >= 0 && (convicted ?? 0) >= 0)).toBe(true);
    expect(notes.join(" ")).toContain("25 November 2012");
  });
});

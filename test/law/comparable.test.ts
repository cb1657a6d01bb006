import { describe, expect, test } from "vitest";
import { comparable, type Counted, loadLaw, parseClasses } from "../../src/law/index.ts";

const law = loadLaw();

function counted(year: string, classes = "stalking-and-harassment", more: Partial<Counted> = {}): Counted {
  return {
    area: "kent",
    codes: parseClasses(law, classes).codes,
    measure: "recorded",
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    ...more,
  };
}

describe("comparable(law, a, b)", () => {
  test("lets a move inside the selection stand, and says that the total is unaffected", () => {
    const found = comparable(law, counted("2016"), counted("2017"));
    expect(found.comparable).toBe(true);
    expect(found.reasons).toEqual([expect.stringMatching(/^1 April 2017: .*8R.*total is unaffected/)]);
  });

  test("does not compare harassment alone across the move out of it, whichever year is named first", () => {
    for (const years of [
      ["2016", "2017"],
      ["2017", "2016"],
    ] as const) {
      const found = comparable(law, counted(years[0], "8L"), counted(years[1], "8L"));
      expect(found.comparable).toBe(false);
      expect(found.reasons.join(" ")).toContain("only some are counted");
    }
  });

  test("does not compare across a widening", () => {
    const found = comparable(law, counted("2017"), counted("2018"));
    expect(found.comparable).toBe(false);
    expect(found.reasons.join(" ")).toContain("1 April 2018");
  });

  test("lets a rule of the first day stand on both sides", () => {
    const year = (from: string, to: string) => counted("2016", "8R", { from, to });
    expect(comparable(law, year("2017-04-01", "2017-06-30"), year("2017-07-01", "2017-09-30"))).toEqual({
      comparable: true,
      reasons: [],
    });
  });

  test("names the classes that one of them has more", () => {
    const found = comparable(law, counted("2017", "8L"), counted("2017"));
    expect(found.comparable).toBe(false);
    expect(found.reasons[0]).toBe(
      "More classes: the second also has 8M racially or religiously aggravated harassment, 8Q stalking, 8R malicious communications.",
    );
    expect(comparable(law, counted("2017"), counted("2017", "8L")).reasons[0]).toMatch(
      /^Fewer classes: only the first has 8M/,
    );
    expect(comparable(law, counted("2017", "8Q"), counted("2017", "8L")).reasons[0]).toMatch(/^Different classes: /);
  });

  test("tells areas, measures and lengths apart", () => {
    const base = counted("2016");
    const reasons = (more: Partial<Counted>) => comparable(law, base, { ...base, ...more }).reasons.join(" ");
    expect(reasons({ area: "essex" })).toContain("Different areas: Kent and Essex.");
    expect(reasons({ measure: "incidents" })).toContain("of which some are not crimes");
    expect(reasons({ measure: "flagged" })).toContain("crimes with a flag");
    expect(reasons({ to: "2016-06-30" })).toContain("Periods of different length: 2016, and January to June 2016.");
    expect(reasons({ from: "2016-07-01", to: "2017-06-30" })).toContain("The periods overlap");
  });

  test("finds a figure the same as itself", () => {
    expect(comparable(law, counted("2016"), counted("2016"))).toEqual({
      comparable: true,
      reasons: [expect.anything()].slice(1),
    });
  });

  test("says where a total is partly covered", () => {
    const year = (start: number) =>
      counted("2016", "hate-crime", {
        area: "england-and-wales",
        measure: "flagged",
        from: `${start}-04-01`,
        to: `${start + 1}-03-31`,
      });
    const found = comparable(law, year(2021), year(2022));
    expect(found.comparable).toBe(false);
    expect(found.reasons.join(" ")).toContain("Partly covered: Devon and Cornwall is missing from 2022/23.");
  });

  test("reads the same both ways", () => {
    const [a, b] = [counted("2017"), counted("2018", "8L")];
    expect(comparable(law, a, b).comparable).toBe(comparable(law, b, a).comparable);
  });
});

import { describe, expect, test } from "vitest";
import {
  auditsBetween,
  coverageBetween,
  eventsBetween,
  loadLaw,
  parseClasses,
  rulesBetween,
  timeline,
} from "../../src/law/index.ts";

const law = loadLaw();
const group = parseClasses(law, "stalking-and-harassment").codes;
const kent = { area: "kent", codes: group, from: "2016-01-01", to: "2017-12-31" };

describe("rulesBetween(law, {codes, from, to, area})", () => {
  test("has the move from 8L to 8R between 2016 and 2017", () => {
    expect(rulesBetween(law, kent)).toContainEqual(
      expect.objectContaining({
        id: "8r-from-8l-2017",
        kind: "counting-rule",
        date: "2017-04-01",
        change: "moved",
        fromClasses: ["8L"],
        toClasses: ["8R"],
      }),
    );
  });

  test("has the law of November 2012 and no counting rule beside it", () => {
    const found = rulesBetween(law, { codes: ["8Q"], from: "2012-11-01", to: "2012-12-31" });
    expect(found.map(({ id }) => id)).toEqual(["stalking-2012"]);
  });

  test("counts the first and the last day in, and leaves other classes out", () => {
    const on = (day: string, code: string) =>
      rulesBetween(law, { codes: [code], from: day, to: day }).map(({ id }) => id);
    expect(on("2017-04-01", "8R")).toEqual(["8r-from-8l-2017"]);
    expect(on("2017-04-01", "8M")).toEqual([]);
    expect(on("2017-03-31", "8R")).toEqual([]);
    expect(on("2018-04-01", "8L")).toEqual(["course-of-conduct-2018"]);
    expect(on("2020-04-01", "8Q")).toEqual(["ex-partner-stalking-2020"]);
  });

  test("says nothing of a force outside England and Wales", () => {
    expect(rulesBetween(law, { ...kent, area: "northern-ireland" })).toEqual([]);
  });
});

describe("auditsBetween(law, {area, from, to})", () => {
  test("has Kent's audit of 2016 by its period and by its publication, and nobody else's", () => {
    const all = auditsBetween(law, kent);
    expect(all.map(({ id }) => id)).toEqual(["kent-2017-all", "kent-2017-violence"]);
    expect(all[0]).toMatchObject({ recorded: 0.836, margin: 0.0185, valid_from: "2016-06-01", valid_to: "2016-11-30" });
    expect(auditsBetween(law, { area: "kent", from: "2017-06-15", to: "2017-06-15" })).toHaveLength(2);
    expect(auditsBetween(law, { ...kent, area: "essex" })).toEqual([]);
  });
});

describe("eventsBetween(law, {area, codes, from, to})", () => {
  test("has the inspection of 15 June 2017 and the pilot for Kent, not for Essex", () => {
    const ids = (area: string) => eventsBetween(law, { ...kent, area }).map(({ id }) => id);
    expect(ids("kent")).toEqual(
      expect.arrayContaining(["kent-inspection-2017", "west-kent-pilot-2017", "living-in-fear-2017"]),
    );
    expect(ids("essex")).toEqual(["living-in-fear-2017"]);
  });

  test("has the referendum for hate crime and not for stalking and harassment, of which aggravated harassment is a small part", () => {
    const ids = (codes: readonly string[]) => eventsBetween(law, { ...kent, codes }).map(({ id }) => id);
    expect(ids(["hate-crime"])).toContain("referendum-2016");
    expect(ids(["8M"])).toContain("referendum-2016");
    expect(ids(group)).not.toContain("referendum-2016");
  });

  test("names no person", () => {
    expect(law.events.map(({ title, text }) => `${title} ${text}`).join(" ")).not.toMatch(/stimpson|mclaren/i);
  });
});

describe("coverageBetween(law, {area, codes, dataset, from, to})", () => {
  test("has the incomplete street files for that dataset alone", () => {
    const asked = { area: "kent", codes: ["street-burglary"], from: "2018-12-01", to: "2018-12-31" };
    expect(coverageBetween(law, { ...asked, dataset: "police-uk-street" }).map(({ id }) => id)).toContain(
      "kent-street-2018",
    );
    expect(coverageBetween(law, asked).map(({ id }) => id)).toEqual(["kent-record-system-2018"]);
  });

  test("counts the gap of a part as a gap of the whole", () => {
    const asked = { area: "england-and-wales", codes: ["hate-crime"], from: "2022-04-01", to: "2023-03-31" };
    expect(coverageBetween(law, asked).map(({ id }) => id)).toContain("devon-cornwall-2022");
    expect(coverageBetween(law, { ...asked, area: "essex" })).toEqual([]);
  });
});

describe("timeline(law, filter)", () => {
  test("puts everything in the order of its days", () => {
    const all = timeline(law, { dataset: "any" });
    expect(all.map(({ date }) => date)).toEqual(all.map(({ date }) => date).toSorted());
    expect(all).toHaveLength(
      law.laws.length + law.countingRules.length + law.audits.length + law.events.length + law.coverage.length,
    );
  });

  test("narrows by area, class, days and kind", () => {
    const found = timeline(law, {
      ...kent,
      from: "2017-04-01",
      to: "2017-06-30",
      kinds: ["counting-rule", "inspection"],
    });
    expect(found.map(({ id }) => id)).toEqual(["8r-from-8l-2017", "kent-inspection-2017"]);
  });

  test("keeps a gap that began before, and leaves out gaps of a dataset that was not named", () => {
    const asked = { area: "kent", codes: group, from: "2018-12-01", to: "2018-12-31" };
    const ids = (dataset?: string) => timeline(law, { ...asked, dataset }).map(({ id }) => id);
    expect(ids()).toEqual(["kent-record-system-2018"]);
    expect(ids("ho-outcomes")).toEqual(["outcomes-part-a", "kent-record-system-2018"]);
    expect(ids("any")).toEqual(expect.arrayContaining(["kent-street-2018", "outcomes-part-a"]));
  });

  test("says an audit in words", () => {
    const [audit] = timeline(law, { area: "kent", kinds: ["audit"], from: "2016-01-01" });
    expect(audit?.title).toBe("Audit: 83.6 per cent (give or take 1.85) of reported crime recorded in Kent");
  });
});

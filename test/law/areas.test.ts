import { describe, expect, test } from "vitest";
import { area, liesWithin, loadLaw, maybeArea, membersOf, peersOf } from "../../src/law/index.ts";

const law = loadLaw();

describe("area(law, text)", () => {
  test.each([
    ["kent", "kent"],
    ["Kent Police", "kent"],
    ["London, City of", "city-of-london"],
    ["City of London", "city-of-london"],
    ["west_marcia", "west-mercia"],
    ["chesire", "cheshire"],
    ["Avon and Somerset Constabulary", "avon-and-somerset"],
    ["avon_somerset", "avon-and-somerset"],
    ["Devon & Cornwall Police", "devon-and-cornwall"],
    ["ENGLAND AND WALES", "england-and-wales"],
    ["Metropolitan Police Service", "metropolitan"],
    ["Metropolitan", "metropolitan"],
    ["metropolitan-police", "metropolitan"],
    ["btp", "btp"],
    ["  Thames   Valley ", "thames-valley"],
    ["E23000032", "kent"],
    ["Barnet", "london-barnet"],
    ["West Midlands", "west-midlands"],
    ["E12000005", "region-west-midlands"],
    ["Action Fraud", "action-fraud"],
  ])("knows %j as %s", (text, slug) => {
    expect(area(law, text).slug).toBe(slug);
  });

  test("refuses an unknown area with the nearest names", () => {
    expect(() => area(law, "kemt")).toThrow(
      'E_AREA: "kemt" is not an area; expected a force such as kent, or england-and-wales. Did you mean kent?',
    );
  });

  test.each(["", "constructor", "é".repeat(50_000)])("refuses %.20j", (text) => {
    expect(maybeArea(law, text)).toBeUndefined();
    expect(() => area(law, text)).toThrow(/^E_AREA/);
  });
});

describe("membersOf(law, area)", () => {
  test("makes England and Wales of 43 forces and the British Transport Police", () => {
    const members = membersOf(law, "england-and-wales");
    expect(members).toHaveLength(44);
    expect(members).toContain("btp");
    expect(members).not.toContain("action-fraud");
    expect(members).not.toContain("northern-ireland");
  });

  test("makes London of its boroughs, and a plain force of nothing", () => {
    expect(membersOf(law, "metropolitan")).toContain("london-barnet");
    expect(membersOf(law, "kent")).toEqual([]);
    expect(membersOf(law, "region-south-east")).toEqual(["hampshire", "kent", "surrey", "sussex", "thames-valley"]);
  });
});

describe("liesWithin(law, inner, outer)", () => {
  test("follows boroughs to their force and on to the country", () => {
    expect(liesWithin(law, "london-barnet", "england-and-wales")).toBe(true);
    expect(liesWithin(law, "kent", "wales")).toBe(false);
  });
});

describe("peersOf(law, area)", () => {
  test("gives every territorial force neighbours that are not itself, and says what they are not", () => {
    const forces = membersOf(law, "england-and-wales").filter((slug) => slug !== "btp");
    expect(forces.filter((slug) => peersOf(law, slug).length === 0)).toEqual([]);
    expect(law.peers.filter(({ area: slug, peer }) => slug === peer)).toEqual([]);
    expect(law.peers.filter(({ source }) => !source.includes("not the Most Similar Group"))).toEqual([]);
    expect(peersOf(law, "kent").map(({ peer }) => peer)).toEqual(["essex", "sussex", "surrey"]);
  });
});

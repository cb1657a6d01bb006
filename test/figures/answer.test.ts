import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Archive, figureById, openArchive, sourceRowsOf } from "../../src/figures/index.ts";
import { archiveOf, ask, law, observed } from "./support.ts";

let published: Archive;
beforeAll(async () => {
  published = await openArchive(path.resolve("/nonexistent/throughline-store"), law);
});
afterAll(() => published.session.close());

const kent = { area: "kent", classes: "stalking-and-harassment" };

describe("answerFigures(question, archive) over the published facts", () => {
  it("tells how much stalking and harassment rose in Kent, with its limits", async () => {
    const { figures, change } = await ask(published, { ...kent, from: "2016", to: "2017" });
    expect(figures.map((each) => each.value)).toEqual([6335, 11_761]);
    expect(change).toMatchObject({ base: 6335, difference: 5426, ratio: 1.8565, percent: 85.7 });
    expect(change?.interval).toMatchObject({ low: 1.8005, high: 1.9144, method: "exact-ratio" });
    expect(change?.comparable.comparable).toBe(true);
  });

  it("flags the April 2017 move between classes and the June 2017 inspection", async () => {
    const { figures, change } = await ask(published, { ...kent, from: "2016", to: "2017" });
    const flags = [...(figures[1]?.flags ?? []), ...(change?.flags ?? [])];
    expect(flags).toContainEqual(
      expect.objectContaining({ code: "rule-change", date: "2017-04-01", text: expect.stringContaining("8R") }),
    );
    expect(flags).toContainEqual(expect.objectContaining({ code: "inspection", date: "2017-06-15" }));
  });

  it("gives the same figure for a group, its codes, and the year to December", async () => {
    const asGroup = await ask(published, { ...kent, from: "2017", to: "2017" });
    const asCodes = await ask(published, {
      area: "Kent Police",
      classes: "8R+8Q+8M+8L",
      from: "YE-2017-12",
      to: "YE-2017-12",
    });
    expect(asCodes.figures[0]?.value).toBe(11_761);
    expect(asCodes.figures[0]?.id.split("~").at(-1)).toBe(asGroup.figures[0]?.id.split("~").at(-1));
  });

  it("confirms the year to March 2018 from a second table", async () => {
    const { figures } = await ask(published, { ...kent, from: "YE-2018-03", to: "YE-2018-03" });
    expect(figures[0]).toMatchObject({ value: 13_446, basis: "published" });
    expect(figures[0]?.flags).toContainEqual(
      expect.objectContaining({ code: "confirmed", text: expect.stringContaining("13,446") }),
    );
  });

  it("works quarters out of rolling years where a year of quarters is known, and says so", async () => {
    const { figures } = await ask(published, { ...kent, from: "2016/17-Q1", to: "2016/17-Q4", by: "quarter" });
    expect(figures.map((each) => each.value)).toEqual([1581, 1737, 1695, 1947]);
    expect(new Set(figures.map((each) => each.basis))).toEqual(new Set(["derived"]));
    expect(figures[0]?.flags[0]).toMatchObject({ code: "derived" });
  });

  it("refuses to un-sum a rolling year without a base year", async () => {
    const { figures, notes, change } = await ask(published, {
      area: "essex",
      classes: "violence-without-injury",
      from: "2016-Q1",
      to: "2016-Q2",
    });
    expect(figures[0]).toMatchObject({ value: null, basis: "none" });
    expect(figures[0]?.flags[0]).toMatchObject({
      code: "not-derivable",
      text: expect.stringContaining("cannot be un-summed"),
    });
    expect(notes[0]).toContain("cannot tell");
    expect(change).toBeNull();
  });

  it("names the quarters that are missing and says what the others come to", async () => {
    const { figures } = await ask(published, { area: "kent", classes: "stalking", from: "2017", to: "2017" });
    expect(figures[0]?.flags[0]).toEqual({
      code: "missing",
      text: "missing: January to March 2017; the other quarters come to 276",
    });
  });

  it("counts hate crime as flagged, and takes a source's label for a slug", async () => {
    const flagged = await ask(published, { area: "kent", classes: "hate-crime", from: "2016", to: "2017" });
    expect(flagged.figures.map((each) => [each.measure, each.value])).toEqual([
      ["flagged", 1727],
      ["flagged", 3063],
    ]);
    const labelled = await ask(published, { area: "kent", classes: "public-order-offences", from: "2016", to: "2017" });
    expect(labelled.figures.map((each) => each.value)).toEqual([4414, 12_504]);
  });

  it("adds up the forces for England and Wales", async () => {
    const { figures, change } = await ask(published, {
      area: "england-and-wales",
      classes: "stalking-and-harassment",
      from: "2016",
      to: "2017",
    });
    expect(figures.map((each) => each.value)).toEqual([210_055, 279_841]);
    expect(figures[0]?.rests).toHaveLength(44);
    expect(change?.percent).toBe(33.2);
  });

  it("counts all recorded crime with both headings of burglary across April 2017", async () => {
    const { figures } = await ask(published, {
      area: "kent",
      classes: "all-recorded-crime",
      from: "2016",
      to: "YE-2018-03",
    });
    expect(figures.map((each) => each.value)).toEqual([125_745, 177_187]);
  });

  it("gives rates with the population of the year", async () => {
    const { figures } = await ask(published, { ...kent, from: "2016", to: "2017", per: 1000 });
    expect(figures[1]?.rate).toEqual({ value: 6.419, per: 1000, population: 1_832_252, year: 2017 });
  });

  it("keeps both vintages of a revised score and reports the other", async () => {
    const { figures } = await ask(published, {
      area: "kent",
      classes: "all-recorded-crime",
      measure: "severity-score",
      from: "2002/03",
      to: "2002/03",
    });
    expect(figures[0]?.value).toBeCloseTo(10.26, 2);
    expect(figures[0]?.flags).toContainEqual(
      expect.objectContaining({ code: "revised", text: expect.stringContaining("8.899") }),
    );
  });

  it("leaves out releases whose day is not known when asked what was known on a day, and says so", async () => {
    const { figures, notes } = await ask(published, { ...kent, from: "2016", to: "2017", knownOn: "2018-03-01" });
    expect(figures.map((each) => each.value)).toEqual([null, null]);
    expect(notes.join(" ")).toContain("1 March 2018");
  });

  it("opens a figure again by its id, down to its source row", async () => {
    const { figures } = await ask(published, { ...kent, from: "2017", to: "2017" });
    const [figure] = figures;
    const reopened = await figureById(published, figure?.id ?? "");
    expect(reopened).toMatchObject({ same: true, figure: { value: 11_761 } });
    const { rows, total } = await sourceRowsOf(published, reopened.figure);
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({
      file: "facts.csv",
      cells: { value: "11761", class: "stalking-and-harassment", area: "kent" },
    });
  });

  it("sets each period beside the same one a year before", async () => {
    const { figures } = await ask(published, { ...kent, from: "2018-Q1", to: "2018-Q4", by: "quarter" });
    expect(figures.map((each) => each.yearOnYear?.difference)).toEqual([1685, 3117, 2753, 1642]);
    expect(figures[1]?.yearOnYear).toMatchObject({
      base: 2691,
      ratio: 2.1583,
      percent: 115.8,
      figure: expect.stringContaining("2017-04-01"),
    });
    const { figures: first } = await ask(published, { area: "kent", classes: "8Q", from: "2017-Q2", to: "2017-Q2" });
    expect(first[0]?.yearOnYear).toBeNull();
  });

  it("says no percentage on a base under 50", async () => {
    const archive = await archiveOf([
      observed({ period_from: "2017-04-01", period_to: "2017-06-30", value: 49 }),
      observed({ period_from: "2017-07-01", period_to: "2017-09-30", value: 98 }),
    ]);
    const { change } = await ask(archive, { area: "kent", classes: "8Q", from: "2017-Q2", to: "2017-Q3" });
    expect(change).toMatchObject({ base: 49, difference: 49, ratio: 2, percent: null });
    archive.session.close();
  });

  it("says that a sum over forces cannot be told when one is missing", async () => {
    const archive = await archiveOf([
      observed({ class: "stalking-and-harassment", period_from: "2017-01-01", period_to: "2017-12-31", value: 5 }),
    ]);
    const { figures } = await ask(archive, {
      area: "england-and-wales",
      classes: "stalking-and-harassment",
      from: "2017",
      to: "2017",
    });
    expect(figures[0]?.value).toBeNull();
    archive.session.close();
  });

  it.each([
    [{ area: "kemt", classes: "8L", from: "2016", to: "2017" }, "E_AREA"],
    [{ area: "kent", classes: "8ZZ", from: "2016", to: "2017" }, "E_CLASS"],
    [{ area: "kent", classes: "8L", from: "2017", to: "2016" }, "E_PERIOD_ORDER"],
    [{ area: "kent", classes: "8L", from: "1900", to: "2199", by: "month" as const }, "E_TOO_MANY"],
    [{ area: "kent", classes: "8L", from: "2017-02", to: "2017-03", by: "quarter" as const }, "E_PERIOD_CUT"],
  ])("refuses %j with %s", async (question, code) => {
    await expect(ask(published, question)).rejects.toMatchObject({ code, misuse: true });
  });

  it.each([
    "",
    "a~b",
    "kent~8L~recorded~~2017-01-01~2017-99-31~00000000",
    "kent~8L~recorded~~2017-01-01~2017-02-31~00000000",
    "kent~8L~recorded~~1900-01-01~2199-12-31~00000000",
    "kent~8L~recorded~~2017-12-01~2017-01-31~00000000",
    "kent~8L~nonsense~~2017-01-01~2017-12-31~00000000",
  ])("refuses %j as the id of a figure", async (id) => {
    await expect(figureById(published, id)).rejects.toMatchObject({ code: "E_FIGURE" });
  });
});

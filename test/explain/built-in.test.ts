import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parsePeriod } from "../../src/base/index.ts";
import { builtInQuestion, type ChangeQuestion, type Months } from "../../src/explain/index.ts";
import { type Archive, answerFigures, openArchive } from "../../src/figures/index.ts";
import { loadLaw } from "../../src/law/index.ts";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive("no-such-store", loadLaw());
});
afterAll(() => archive.session.close());

function ask(area: string, classes: string, ends: { from: string; to: string; knownOn?: string }) {
  return builtInQuestion(archive, {
    area,
    classes,
    from: parsePeriod(ends.from),
    to: parsePeriod(ends.to),
    knownOn: ends.knownOn,
  });
}

function countOver({ panel, area, classes }: ChangeQuestion, { first, last }: Months): number {
  return classes.reduce((total, each) => {
    const series = panel.series("recorded", area, each);
    if (series === undefined) return NaN;
    const { months, start, values } = series;
    const within = values.filter((_, i) => start + i * months >= first && start + (i + 1) * months <= last + 1);
    return within.reduce<number>((sum, value) => sum + (value ?? NaN), total);
  }, 0);
}

describe("builtInQuestion(archive, {area, classes, from, to}) on the facts that ship", () => {
  it("gathers Kent 2016 to 2017 by quarter, beside its neighbours, all forces and residents", async () => {
    const { question, notes } = await ask("kent", "stalking-and-harassment", { from: "2016", to: "2017" });
    const { panel } = question;
    expect(question).toMatchObject({
      area: "kent",
      areaName: "Kent",
      className: "Stalking and harassment",
      classes: ["stalking-and-harassment"],
      from: { first: 2016 * 12, last: 2016 * 12 + 11 },
      to: { first: 2017 * 12, last: 2017 * 12 + 11 },
    });
    expect(panel.areas).toHaveLength(44);
    expect(panel.classes).toEqual([
      "public-order",
      "stalking-and-harassment",
      "violence-with-injury",
      "violence-without-injury",
    ]);
    expect(panel.series("recorded", "kent", "stalking-and-harassment")?.months).toBe(3);
    expect(panel.series("recorded", "essex", "stalking-and-harassment")?.months).toBe(3);
    expect(panel.series("population", "kent", "all")?.values.slice(7, 9)).toEqual([1817395, 1832252]);
    expect(notes).toEqual([
      expect.stringMatching(/^The counts are had by quarter from: .*Office for National Statistics.*to December 2018/),
      "Malicious communications become a class of their own (8R) (April 2017): a move among the classes asked about, which leaves their sum as it was.",
    ]);
  });

  it.each([
    ["kent", "stalking-and-harassment", "2016", "2017"],
    ["kent", "stalking-and-harassment", "2016-Q1", "2017-Q3"],
    ["kent", "stalking-and-harassment", "2015/16", "2017/18"],
    ["kent", "public-order", "YE-2016-06", "YE-2017-06"],
    ["kent", "8L", "2017/18", "2018/19"],
    ["kent", "8L+8Q", "2017-Q2", "2018-Q2"],
    ["essex", "stalking-and-harassment", "2016", "2017"],
    ["metropolitan", "violence-without-injury", "2013", "2014"],
    ["england-and-wales", "stalking-and-harassment", "2016", "2017"],
    ["kent", "hate-crime", "2016", "2017"],
  ])("adds up to the same as figures: %s, %s, %s to %s", async (area, classes, from, to) => {
    const { question } = await ask(area, classes, { from, to });
    const { figures } = await answerFigures({ area, classes, from: parsePeriod(from), to: parsePeriod(to) }, archive);
    expect([countOver(question, question.from), countOver(question, question.to)]).toEqual(
      figures.map(({ value }) => value),
    );
  });

  it("tells the single codes apart where they are held, and sets them beside one another", async () => {
    const { question } = await ask("kent", "8L", { from: "2017/18", to: "2018/19" });
    expect(question.classes).toEqual(["harassment"]);
    expect(question.panel.classes).toEqual(expect.arrayContaining(["8M", "8Q", "8R", "harassment"]));
    const moved = question.context.rules.find(({ title }) => title.startsWith("Malicious communications become"));
    expect(moved).toMatchObject({ month: 2017 * 12 + 3, kind: "moved", fromClass: "harassment", toClass: "8R" });
  });

  it("brings the audits, inspections and rules that bear on it", async () => {
    const { question } = await ask("kent", "stalking-and-harassment", { from: "2016", to: "2017" });
    const { rules, audits, training, events } = question.context;
    expect(audits.filter(({ classes }) => classes === "all").map(({ recorded }) => recorded)).toContain(0.836);
    expect(audits.find(({ recorded }) => recorded === 0.792)).toMatchObject({
      area: "kent",
      classes: expect.arrayContaining(["stalking-and-harassment", "violence-without-injury"]),
      first: 2016 * 12 + 5,
      last: 2016 * 12 + 10,
      margin: 0.0326,
      title: "Audit of Kent: 79.2 % of violence against the person recorded",
    });
    const kent = training.filter(({ area }) => area === "kent").map(({ month }) => month);
    expect(kent).toContain(2017 * 12 + 5);
    expect(rules.find(({ month }) => month === 2015 * 12 + 3)).toMatchObject({
      kind: "added",
      basis: "rule",
      fromClass: null,
      toClass: "stalking-and-harassment",
    });
    expect(rules.every(({ month }) => month >= 2011 * 12)).toBe(true);
    expect(events.map(({ date }) => date)).toContain("2018-02-06");
  });

  it("leaves out what came later when asked as of a day", async () => {
    const { question, notes } = await ask("kent", "stalking-and-harassment", {
      from: "2016",
      to: "2017",
      knownOn: "2018-01-01",
    });
    expect(question.context.audits.every(({ last }) => last < 2018 * 12)).toBe(true);
    expect(question.context.rules.every(({ month }) => month < 2018 * 12)).toBe(true);
    expect(question.panel.series("recorded", "kent", "stalking-and-harassment")).toBeUndefined();
    expect(notes.at(-1)).toBe("Answered with what had been released and found by 1 January 2018.");
  });

  it("refuses periods out of order, and names that it does not know", async () => {
    await expect(ask("kent", "8L", { from: "2017", to: "2016" })).rejects.toThrow(/E_PERIOD_ORDER/);
    await expect(ask("kent", "8L", { from: "2017", to: "YE-2018-06" })).rejects.toThrow(/E_PERIOD_ORDER/);
    await expect(ask("kint", "8L", { from: "2016", to: "2017" })).rejects.toThrow(/E_AREA/);
    await expect(ask("kent", "8LL", { from: "2016", to: "2017" })).rejects.toThrow(/E_CLASS/);
  });
});

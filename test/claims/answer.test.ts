import { describe, expect, test } from "vitest";
import { summarise } from "../../src/claims/index.ts";
import { checkAgainst } from "./held.ts";

const ROBBERY = { robbery: { "2018": 276, "2019": 318 } };

describe("summarise(checked)", () => {
  test("says that nothing was found", () => {
    expect(summarise([])).toEqual({
      headline: "Cannot tell: no claim about numbers of crimes was found in this text",
      sentences: ["There is nothing to confirm or to correct."],
      findings: [],
      counts: {
        claims: 0,
        kinds: {},
        arithmetic: { inconsistent: 0, truncated: 0, consistent: 0, "not-checkable": 0 },
        figures: { agrees: 0, differs: 0, "not-comparable": 0, none: 0 },
      },
    });
  });

  test("puts the gravest finding first, whatever the order of the text", async () => {
    const { summary } = await checkAgainst(
      { ...ROBBERY, burglary: { "2018": 1000, "2019": 1300 } },
      "Robbery in Mockton rose from 276 in 2018 to 318 in 2019, up 15%. Burglary in Mockton rose from 1,000 in 2018 to 1,200 in 2019. Stalking in Mockton rose from 100 in 2018 to 150 in 2019, an increase of 90%.",
    );
    expect(summary.findings[0]).toMatchObject({ grade: "inconsistent", quote: expect.stringContaining("90%") });
    expect(summary.findings.map(({ grade }) => grade).indexOf("differs")).toBeLessThan(
      summary.findings.map(({ grade }) => grade).indexOf("holds"),
    );
  });

  test("counts kinds, verdicts and figures", async () => {
    const { summary, claims } = await checkAgainst(
      ROBBERY,
      "Robbery in Mockton rose from 276 in 2018 to 318 in 2019, up 15%.",
    );
    const { counts } = summary;
    expect(counts.claims).toBe(claims.length);
    for (const each of [counts.kinds, counts.arithmetic, counts.figures])
      expect(Object.values(each).reduce((a, b) => a + b, 0)).toBe(claims.length);
    expect(summary.sentences).toContain(`Recorded figures agree with ${counts.figures.agrees}.`);
  });

  test("says what a text leaves out: the size of a change, numbers under a percentage, periods that are not alike", async () => {
    const size = await checkAgainst({}, "Robbery in Mockton rose from 276 in 2018 to 318 in 2019.");
    expect(leftOut(size)).toEqual(["The text does not say how much that is: 42 more (+15.2 %)."]);
    const alone = await checkAgainst({}, "Robbery in Mockton rose by 15% in 2019.");
    expect(leftOut(alone)).toEqual(["A percentage without the numbers it rests on."]);
    const unlike = await checkAgainst(ROBBERY, "Robbery in Mockton rose from 276 in 2018 to 318 in 2019, up 15%.", [
      "a counting rule lies between",
    ]);
    expect(leftOut(unlike)).toContain("The two periods are not alike: a counting rule lies between.");
  });

  test("gives no percentage of its own on a base under 50", async () => {
    const { summary } = await checkAgainst(
      { robbery: { "2018": 10, "2019": 15 } },
      "Robbery in Mockton rose from 10 in 2018 to 15 in 2019.",
    );
    expect(JSON.stringify(summary)).not.toContain("%");
    expect(JSON.stringify(summary)).toContain("10 in 2018, 15 in 2019, 5 more");
  });

  test("tells what cannot be told without accusing anybody", async () => {
    const { summary } = await checkAgainst({}, "There were 12 burglaries.");
    expect(summary.findings.map(({ grade }) => grade)).toEqual(["cannot-tell"]);
    expect(summary.sentences).toContain("No recorded figure is held beside any of the numbers.");
  });
});

describe("summarise(checked) of causes and dates", () => {
  const TEXT =
    "Robbery in Mockton rose from 276 in 2018 to 318 in 2019. Chief Constable Ada Mockname said the rise was due to better recording by officers. Stalking became a specific offence in November 2012.";

  test("says once who gives a cause and that nothing says why", async () => {
    const { claims } = await checkAgainst({}, TEXT);
    const cause = claims.find(({ kind }) => kind === "cause");
    const stated = cause?.cause;
    if (cause === undefined || stated === undefined) throw new Error("no cause was read");
    const another = { ...cause, cause: { ...stated, speaker: "Commissioner Bo Fakely", strength: "partly" as const } };
    const summary = summarise([cause, another]);
    expect(summary.findings).toMatchObject([{ grade: "cause-unproven", claims: [1, 2] }]);
    expect(summary.findings[0]?.text).toMatch(
      /^Recording, given as a cause by .*Ada Mockname and Commissioner Bo Fakely \(in part\): no evidence is given\.$/,
    );
    expect(summary.sentences).toContain("2 causes are stated without evidence: nothing here says why.");
    expect(summary.headline).toBe("2 claims read: 2 stated causes");
  });

  test("tells a cause whose evidence is mentioned, and one ruled out, from one that is merely given", async () => {
    const { claims } = await checkAgainst({}, TEXT);
    const cause = claims.find(({ kind }) => kind === "cause");
    const stated = cause?.cause;
    if (cause === undefined || stated === undefined) throw new Error("no cause was read");
    const { findings } = summarise([
      { ...cause, cause: { ...stated, evidence: "An audit" } },
      { ...cause, cause: { ...stated, strength: "denied" } },
    ]);
    expect(findings.map(({ grade, text }) => [grade, text])).toEqual([
      ["cause-unproven", expect.stringContaining("ruled out as a cause")],
      ["cannot-tell", expect.stringContaining("an audit is mentioned, but not how much that explains")],
    ]);
  });

  test("holds dates against the law, not against figures", async () => {
    const { summary } = await checkAgainst({}, TEXT);
    expect(summary.sentences).toContain("Dates of law: 1 as the law has it.");
    expect(summary.sentences).toContain("No recorded figure is held beside any of the numbers.");
  });
});

function leftOut({ summary }: Awaited<ReturnType<typeof checkAgainst>>): string[] {
  return summary.findings.filter(({ grade }) => grade === "left-out").map(({ text }) => text);
}

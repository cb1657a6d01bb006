import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { checkText, lawNames } from "../../src/claims/index.ts";
import { answerFigures, openArchive } from "../../src/figures/index.ts";
import { loadLaw } from "../../src/law/index.ts";

const ARTICLE = path.resolve(import.meta.dirname, "../../../shared/article/kent-stalking-2018.txt");

describe.skipIf(!existsSync(ARTICLE))("checkText(the article) on its date and its causes (needs ../shared)", () => {
  async function check() {
    const law = loadLaw();
    const archive = await openArchive(path.join(tmpdir(), "no-such-store"), law);
    const text = readFileSync(ARTICLE, "utf8");
    try {
      const finder = (question: Parameters<typeof answerFigures>[0]) => answerFigures(question, archive);
      const names = lawNames(law);
      await checkText(text, { law: names, finder, dated: "2018-02-07" });
      const before = performance.now();
      const checked = await checkText(text, { law: names, finder, dated: "2018-02-07" });
      return { text, ms: performance.now() - before, ...checked };
    } finally {
      archive.session.close();
    }
  }

  test("finds at least ten claims within a second, each an exact stretch of the text", async () => {
    const { text, claims, ms } = await check();
    expect(claims.length).toBeGreaterThanOrEqual(10);
    expect(ms).toBeLessThan(1000);
    for (const { quote, start, end } of claims) expect(text.slice(start, end)).toBe(quote);
    expect(claims.map(({ start }) => start)).toEqual(claims.map(({ start }) => start).toSorted((a, b) => a - b));
  });

  test("confirms November 2012, and says that with April 2014 it cannot explain the rise", async () => {
    const { claims } = await check();
    const dates = claims.filter(({ kind }) => kind === "date");
    expect(dates).toHaveLength(2);
    for (const { figures, finding, period, subject } of dates) {
      expect({ status: figures.status, period, subject }).toEqual({
        status: "agrees",
        period: "2012-11",
        subject: "stalking",
      });
      expect(finding).toContain("True: stalking became an offence on 25 November 2012");
      expect(finding).toContain("(8Q) starts in April 2014; neither date can explain a rise from 2016 to 2017");
    }
    expect(dates[1]?.finding).toContain("is loose: section 2 of the Protection from Harassment Act 1997 needed none");
    expect(dates[1]?.finding).toContain("(not confirmed)");
  });

  test("finds the four stated causes, with who said each and how strongly", async () => {
    const { claims } = await check();
    const stated = claims.flatMap(({ cause, subject, period, basePeriod }) =>
      cause === undefined
        ? []
        : [[cause.topic, cause.cause, cause.strength, role(cause.speaker), subject, basePeriod, period]],
    );
    expect(stated).toEqual([
      ["awareness", "reporting", "is", "chief constable", "stalking", "2016", "2017"],
      ["understanding among officers", "classification", "is", "chief constable", "stalking", "2016", "2017"],
      ["awareness", "reporting", "likely", "crime commissioner", "stalking", "2016", "2017"],
      ["Brexit", "event", "may", "police chief", "hate-crime", null, null],
      ["Brexit", "event", "partly", "chief constable", "hate-crime", null, null],
      ["willingness to report", "reporting", "is", "chief constable", "hate-crime", null, null],
      ["willingness to report", "reporting", "is", "chief constable", "hate-crime", null, null],
      ["Brexit", "event", "partly", "chief constable", "hate-crime", null, null],
    ]);
  });

  test("says of each cause that it cannot tell, and brings the inspection only with its source", async () => {
    const { claims } = await check();
    const causes = claims.filter(({ kind }) => kind === "cause");
    for (const { finding } of causes) expect(finding).toContain("Cannot tell from the text. It gives no evidence.");
    expect(causes[0]?.finding).toMatch(/published on 15 June 2017 .*83\.6 per cent .*\(HMICFRS/);
  });

  /** Only the role: names of real people stay in the article. */
  function role(speaker: string | null): string | null {
    return (
      /chief constable|crime commissioner|police chief(?! constable)/i.exec(speaker ?? "")?.[0].toLowerCase() ?? speaker
    );
  }
});

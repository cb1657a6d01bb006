import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { checkText, lawNames } from "../../src/claims/index.ts";
import { answerFigures, openArchive } from "../../src/figures/index.ts";
import { loadLaw } from "../../src/law/index.ts";

const ARTICLE = path.resolve(import.meta.dirname, "../../../shared/article/kent-stalking-2018.txt");

describe.skipIf(!existsSync(ARTICLE))("checkText(the article, the published figures) (needs ../shared)", () => {
  async function check() {
    const law = loadLaw();
    const archive = await openArchive(path.join(tmpdir(), "no-such-store"), law);
    const text = readFileSync(ARTICLE, "utf8");
    try {
      const finder = (question: Parameters<typeof answerFigures>[0]) => answerFigures(question, archive);
      const checked = await checkText(text, { law: lawNames(law), finder, dated: "2018-02-07" });
      return { text, ...checked, claims: checked.claims.filter(({ values }) => values.length > 0) };
    } finally {
      archive.session.close();
    }
  }

  test("finds the rise in harassment, the count, the difference and the cut-off percentage, each placed", async () => {
    const { text, claims } = await check();
    expect(
      claims.map(({ kind, subject, area, period, basePeriod, values, arithmetic }) => ({
        kind,
        subject,
        area,
        period,
        basePeriod,
        values: values.map(({ role, value }) => `${role} ${value}`),
        arithmetic,
      })),
    ).toEqual([
      {
        kind: "change",
        subject: "harassment",
        area: "kent",
        period: "2017",
        basePeriod: "2016",
        values: ["from 1135", "to 3941"],
        arithmetic: "consistent",
      },
      {
        kind: "count",
        subject: "stalking",
        area: "kent",
        period: "2017",
        basePeriod: null,
        values: ["count 340"],
        arithmetic: "consistent",
      },
      {
        kind: "difference",
        subject: "stalking",
        area: "kent",
        period: "2017",
        basePeriod: "2016",
        values: ["difference 213"],
        arithmetic: "consistent",
      },
      {
        kind: "percentage-change",
        subject: "stalking",
        area: "kent",
        period: "2017",
        basePeriod: "2016",
        values: ["percent 167"],
        arithmetic: "truncated",
      },
    ]);
    for (const { quote, start, end } of claims) expect(text.slice(start, end)).toBe(quote);
    expect(claims.slice(1).map(({ recomputed }) => recomputed.base)).toEqual([127, 127, 127]);
    expect(claims[3]?.finding).toContain("167 % is 213 ÷ 127 = 167.7 % cut off, not rounded: 168 %.");
    expect(claims[0]?.finding).toContain("1,135 → 3,941 is +2,806, +247.2 %, 3.5 times; the text gives no percentage.");
  });

  test("shows the recorded group beside them as not comparable, because it holds more classes", async () => {
    const { claims } = await check();
    for (const { figures } of claims) expect(figures.status).toBe("not-comparable");
    const group = claims[0]?.figures.compared.find(({ classes }) => classes.length === 4);
    expect(group).toMatchObject({ base: 6335, value: 11_761, classes: ["8L", "8M", "8Q", "8R"] });
    expect(group?.reason).toMatch(/^more classes: /);
    expect(claims[1]?.figures.compared[0]?.reason).toBe("only April to December 2017 is held: 276");
  });
});

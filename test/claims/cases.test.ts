import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { checkText } from "../../src/claims/index.ts";
import { inventedLaw, nothingHeld } from "./law.ts";

const CASES = path.join(import.meta.dirname, "cases");
const law = inventedLaw();

interface Expected {
  readonly dated?: string;
  readonly claims: readonly unknown[];
}

describe("checkText(text, {law, finder, dated}) on each folder of test/claims/cases", () => {
  test.each(readdirSync(CASES))("reads %s as its expected.json says", async (name) => {
    const text = readFileSync(path.join(CASES, name, "given.txt"), "utf8");
    const expected = JSON.parse(readFileSync(path.join(CASES, name, "expected.json"), "utf8")) as Expected;
    const { claims } = await checkText(text, { law, finder: nothingHeld, dated: expected.dated });
    const seen = claims.map(({ quote, kind, subject, area, period, values, arithmetic }) => ({
      quote,
      kind,
      subject,
      area,
      period,
      values: values.map(({ role, value }) => ({ role, value })),
      arithmetic,
    }));
    expect(seen).toEqual(expected.claims);
    for (const { quote, start, end } of claims) expect(text.slice(start, end)).toBe(quote);
  });

  test.each([
    ["from-to-percent-word", "from-to-percent-sign"],
    ["from-to-percent-word", "from-to-percent-one-word"],
    ["words-for-hundreds", "digits-for-hundreds"],
    ["two-years-listed", "two-years-listed-backwards"],
  ])("reads %s and %s alike, apart from the quote", (one, other) => {
    const [a, b] = [one, other].map((name) => {
      const { claims } = JSON.parse(readFileSync(path.join(CASES, name, "expected.json"), "utf8")) as Expected;
      return claims.map((claim) => JSON.stringify(Object.assign({}, claim, { quote: "" }))).toSorted();
    });
    expect(a).toEqual(b);
  });
});

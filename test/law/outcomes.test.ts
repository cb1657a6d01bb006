import { describe, expect, test } from "vitest";
import { loadLaw, outcomeOf, strands } from "../../src/law/index.ts";

const law = loadLaw();

describe("outcomeOf(law, codeOrText)", () => {
  test.each([
    ["1", "1"],
    ["01", "1"],
    ["Charged/Summonsed", "1"],
    ["caution – adults", "3"],
    ["Community Resolution", "8"],
    ["time limit expired", "17"],
    ["0", "0"],
    ["Not yet assigned an outcome", "0"],
  ])("knows %j as outcome %s", (text, code) => {
    expect(outcomeOf(law, text)?.code).toBe(code);
  });

  test("has 0 to 22 and nothing for another text", () => {
    expect(law.outcomeCodes.map(({ code }) => Number(code))).toEqual(Array.from({ length: 23 }, (_, i) => i));
    expect(outcomeOf(law, "23")).toBeUndefined();
    expect(outcomeOf(law, "")).toBeUndefined();
  });
});

describe("strands(law)", () => {
  test("has the five that are monitored nationally", () => {
    expect(
      strands(law)
        .filter(({ monitored }) => monitored === "national")
        .map(({ slug }) => slug),
    ).toEqual(["race", "religion", "sexual-orientation", "disability", "transgender"]);
  });
});

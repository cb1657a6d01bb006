import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DICTIONARY_PAGE, dictionaryPage } from "../scripts/make-dictionary.ts";

describe("docs/data-dictionary.md", () => {
  it("is what the declared tables say", () => {
    expect(readFileSync(DICTIONARY_PAGE, "utf8")).toBe(dictionaryPage());
  });

  it("gives every column a meaning", () => {
    const rows = dictionaryPage()
      .split("\n")
      .filter((line) => line.startsWith("| ") && !line.startsWith("| column") && !line.startsWith("| ---"));
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.filter((row) => (row.split(" | ")[4] ?? "").length < 5)).toEqual([]);
  });
});

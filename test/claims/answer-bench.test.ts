import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { claimReviews } from "../../src/claims/index.ts";
import { checkAgainst } from "./held.ts";

const folder = path.resolve(import.meta.dirname, "../../bench/claims");
const files = globSync("*/given.txt", { cwd: folder }).toSorted();
const ACCUSING = /\b(?:wrong|false|incorrect|mislead\w*|untrue|does not hold)\b/i;

describe("the answer to each labelled text of the bench", () => {
  test.each(files)("%s: every claim has a finding, and nobody is accused of what is not inconsistent", async (file) => {
    const text = readFileSync(path.join(folder, file), "utf8");
    const { claims, summary, reply } = await checkAgainst({}, text);
    const found = new Set(summary.findings.flatMap((each) => each.claims));
    expect([...found].toSorted((a, b) => a - b)).toEqual(claims.map((_, i) => i + 1));
    const own = reply.replaceAll(/“[^”]*”/g, "");
    const contradicts = claims.some(({ arithmetic }) => arithmetic === "inconsistent");
    expect(contradicts ? null : own.match(ACCUSING)).toBeNull();
    expect(reply.length).toBeLessThan(12_000);
    const reviews = claimReviews(claims, { url: null, textDigest: "0".repeat(64), datePublished: "2020-01-01" });
    for (const { claimReviewed } of reviews) expect(text).toContain(claimReviewed);
  });
});

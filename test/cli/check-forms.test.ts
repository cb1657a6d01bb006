import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "../../src/base/index.ts";
import { runCli } from "./run.ts";

const TEXT = "Burglary in Kent rose from 1,000 in 2016 to 1,500 in 2017, an increase of 90%.\n";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "check-forms-"));
  await writeFile(path.join(folder, "text.txt"), TEXT);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe("throughline check FILE", () => {
  it("begins with the summary, the gravest finding first", async () => {
    const { code, stdout } = await runCli(folder, "check", "text.txt");
    expect(code).toBe(0);
    const lines = stdout.split("\n");
    expect(lines[0]).toMatch(/^\d+ claims? read: /);
    expect(lines.find((line) => line.startsWith("- "))).toMatch(/^- The arithmetic does not hold \(/);
  });

  it("--json adds the summary and the reply to the claims", async () => {
    const { stdout } = await runCli(folder, "check", "text.txt", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      claims: expect.any(Array),
      summary: { findings: expect.arrayContaining([expect.objectContaining({ grade: "inconsistent" })]) },
      reply: expect.stringContaining("What does not hold:"),
    });
  });

  it("--reply prints the reply, --summary the summary alone", async () => {
    const reply = await runCli(folder, "check", "text.txt", "--reply", "--dated", "2018-02-07");
    expect(reply.stdout).toMatch(/^We have read the text of 7 February 2018/);
    const summary = await runCli(folder, "check", "text.txt", "--summary");
    expect(summary.stdout).not.toContain("arithmetic inconsistent; figures");
  });

  it("--claim-review prints a JSON array that names the text by its digest", async () => {
    const { stdout } = await runCli(folder, "check", "text.txt", "--claim-review");
    const reviews = JSON.parse(stdout) as { itemReviewed: { appearance: { identifier: { value: string } } } }[];
    expect(reviews.length).toBeGreaterThan(0);
    expect(reviews[0]?.itemReviewed.appearance.identifier.value).toBe(sha256(TEXT));
  });

  it("refuses two of them at once", async () => {
    const { code, stderr } = await runCli(folder, "check", "text.txt", "--reply", "--claim-review");
    expect([code, stderr]).toEqual([2, expect.stringContaining("one of --summary, --reply and --claim-review")]);
  });
});

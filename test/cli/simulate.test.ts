import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "./run.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "simulate '[1]* "));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe("throughline simulate", () => {
  it("writes a force and says how many rows, with progress on standard error", async () => {
    const ran = await runCli(folder, "simulate", "--people", "40", "--seed", "x", "--out", "a force", "--json");
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({ people: 40, seed: "x", world: "default", out: "a force" });
    expect(ran.stderr).toContain("40 of 40 people");
  });

  it.each([
    ["E_WORLD", "--people", "40", "--seed", "1", "--out", "no", "--world", "utopia"],
    ["E_PEOPLE", "--people", "many", "--seed", "1", "--out", "no"],
    ["E_PEOPLE", "--people", "0", "--seed", "1", "--out", "no"],
    ["E_OPTION", "--people", "40", "--out", "no"],
    ["E_OPTION", "--people", "40", "--seed", "1"],
  ])("says %s and exits with 2, and writes nothing", async (code, ...args) => {
    const ran = await runCli(folder, "simulate", ...args);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toMatch(new RegExp(`^${code}: `));
    expect(existsSync(path.join(folder, "no"))).toBe(false);
  });
});

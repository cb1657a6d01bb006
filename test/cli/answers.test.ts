import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "./run.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "answers '[1]* "));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const ASKED = ["figures", "--area", "kent", "--class", "8Q", "--from", "2016", "--to", "2017"];

interface Figures {
  readonly figures: readonly { readonly id: string; readonly value: number | null }[];
}

/** The one document that a command printed; anything before or behind it is no JSON. */
async function document<T>(...args: readonly string[]): Promise<T> {
  const { code, stdout, stderr } = await runCli(folder, ...args, "--json");
  expect([code, code === 0 ? "" : stderr]).toEqual([0, ""]);
  return JSON.parse(stdout) as T;
}

describe("throughline COMMAND --json", () => {
  it("prints one document on standard output for each command, from an empty folder to a store and back", async () => {
    const without = await document<Figures>(...ASKED);
    const made = await document<{ store: string; build: string; rows: number }>("demo", "--store", "made up");
    expect(made).toMatchObject({ store: "made up", build: expect.stringMatching(/^[0-9a-f]{16}$/) });
    const build = await document<{ build: string; digest: string; steps: object[] }>("build", "--store", "made up");
    expect(build.build).toBe(made.build);
    const again = await document<{ batches: object[] }>(
      "ingest",
      path.resolve(import.meta.dirname, "../../reference/published"),
      "--store",
      "made up",
    );
    expect(again.batches).toMatchObject([{ alreadyHeld: true }]);
    const within = await document<Figures>(...ASKED, "--store", "made up");
    expect(within.figures.map(({ value }) => value)).toEqual(without.figures.map(({ value }) => value));
    const step = await document<{ step: string; rows: object[] }>("build", "--store", "made up", "--step", "unmapped");
    expect(step).toMatchObject({ step: "unmapped", rows: [] });
    const empty = await document<{ asOf: string; digest: string }>(
      "build",
      "--store",
      "made up",
      "--as-of",
      "2001-01-01",
    );
    expect(empty.asOf).toBe("2001-01-01T23:59:59.999Z");
    expect(empty.digest).not.toBe(build.digest);
  });

  it.each(["duckdb", "trino"])("shows the plan for %s and runs nothing", async (engine) => {
    const shown = await document<{ engine: string; sql: string }>("build", "--explain", "--engine", engine);
    expect(shown.engine).toBe(engine);
    expect(shown.sql).toMatch(/^-- \w+: reads /);
  });
});

describe("throughline help", () => {
  it.each([["help"], ["--help"], ["-h"], []])("lists the commands: %s", async (...args) => {
    const { code, stdout, stderr } = await runCli(folder, ...args);
    expect([code, stderr]).toEqual([0, ""]);
    for (const command of ["ingest", "build", "figures", "check", "serve"]) expect(stdout).toContain(`  ${command} `);
  });

  it("tells of one command with its options", async () => {
    const { code, stdout } = await runCli(folder, "figures", "--help");
    expect(code).toBe(0);
    expect(stdout).toMatch(/throughline figures \[options\][\s\S]*--known-on DATE[\s\S]*--json/);
  });

  it("tells the version", async () => {
    const { code, stdout } = await runCli(folder, "--version");
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^throughline \d+\.\d+\.\d+\n$/)]);
  });
});

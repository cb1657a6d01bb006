import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { killOverAndOver } from "../bench/lib/kills.ts";

let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), "kill-"));
});
afterAll(async () => {
  await rm(scratch, { recursive: true, force: true });
});

describe("killOverAndOver({root, scratch, kills, seed})", () => {
  it("finds nothing torn, nothing half served, and the same digest after a rerun; `npm run bench -- kill` does it 200 times", async () => {
    const root = path.resolve(import.meta.dirname, "..");
    const outcome = await killOverAndOver({ root, scratch, kills: 8, seed: 20_170_531, progress: () => {} });
    expect(outcome.faults).toEqual([]);
    expect(outcome.landed).toBeGreaterThanOrEqual(8);
    expect(outcome.digest).toMatch(/^[0-9a-f]{64}$/);
  }, 180_000);
});

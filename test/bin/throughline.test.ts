import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const command = path.resolve(import.meta.dirname, "../../bin/throughline");

describe("bin/throughline", () => {
  let place = "";
  beforeAll(() => void (place = mkdtempSync(path.join(os.tmpdir(), "throughline-bin "))));
  afterAll(() => rmSync(place, { recursive: true }));

  it("runs through a chain of links, absolute and relative, from another folder", () => {
    symlinkSync(command, path.join(place, "first"));
    symlinkSync("first", path.join(place, "second"));
    const run = spawnSync(path.join(place, "second"), ["--help"], { cwd: place, encoding: "utf8" });
    expect(run).toMatchObject({ status: 0, stderr: "" });
    expect(run.stdout).toContain("throughline COMMAND");
  });

  it("passes its arguments on as they are, and the exit code back", () => {
    const run = spawnSync(command, ["no such", "--command"], { encoding: "utf8" });
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toContain("no such");
  });

  it("says what to do when nothing is installed", () => {
    mkdirSync(path.join(place, "bare/bin"), { recursive: true });
    copyFileSync(command, path.join(place, "bare/bin/throughline"));
    const run = spawnSync("sh", [path.join(place, "bare/bin/throughline")], { encoding: "utf8" });
    expect(run).toMatchObject({ status: 1, stdout: "" });
    expect(run.stderr).toMatch(/^E_NOT_INSTALLED: .*npm ci/);
  });
});

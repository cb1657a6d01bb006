import { spawnSync } from "node:child_process";
import path from "node:path";
import { describe, expect, it } from "vitest";

const main = path.resolve(import.meta.dirname, "../../src/cli/main.ts");

describe("throughline … | head", () => {
  it("ends without a word when the reader has seen enough", () => {
    const line = `"${process.execPath}" "${main}" build --explain | true; echo "\${PIPESTATUS[0]}"`;
    const run = spawnSync("bash", ["-c", line], { encoding: "utf8" });
    expect(run.stderr).toBe("");
    expect(run.stdout.trim()).toBe("0");
  });
});

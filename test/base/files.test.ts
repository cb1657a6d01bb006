import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  moveDurably,
  removeQuietly,
  sha256,
  sha256OfFile,
  syncFile,
  writeFileAtomically,
} from "../../src/base/index.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "files '[1]* "));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe("writeFileAtomically(file, text)", () => {
  it("leaves the text and nothing beside it", async () => {
    const file = path.join(folder, "manifest.json");
    await writeFileAtomically(file, "old");
    await writeFileAtomically(file, "new – ünïcode");
    expect(readFileSync(file, "utf8")).toBe("new – ünïcode");
    expect(readdirSync(folder)).toEqual(["manifest.json"]);
  });

  it("keeps the old text when the new one cannot be written", async () => {
    const file = path.join(folder, "manifest.json");
    await writeFileAtomically(file, "old");
    await mkdir(`${file}.half`);
    await expect(writeFileAtomically(file, "new")).rejects.toThrow("EISDIR");
    expect(readFileSync(file, "utf8")).toBe("old");
  });

  it("shows a reader the old text or the new while it is written", async () => {
    const file = path.join(folder, "big");
    const [a, b] = ["a".repeat(1_000_000), "b".repeat(1_500_000)];
    await writeFileAtomically(file, a);
    const writing = new AbortController();
    const reading = (async () => {
      while (!writing.signal.aborted) {
        const text = readFileSync(file, "utf8");
        expect(text === a || text === b).toBe(true);
        await wait(1);
      }
    })();
    for (let i = 0; i < 10; i++) await writeFileAtomically(file, i % 2 === 0 ? b : a);
    writing.abort();
    await reading;
  });

  it("leaves the old text or the new when the writer is killed, and can be called again", async () => {
    const file = path.join(folder, "killed");
    writeFileSync(file, "a".repeat(3_000_000));
    const source = path.resolve(import.meta.dirname, "../../src/base/index.ts");
    const script = `const { writeFileAtomically } = await import(${JSON.stringify(source)});
      console.log("ready");
      for (let i = 0; ; i++) await writeFileAtomically(${JSON.stringify(file)}, "ab"[i % 2].repeat(3_000_000));`;
    for (const ms of [3, 11]) {
      const child = spawn(process.execPath, ["--input-type=module", "-e", script]);
      await new Promise((resolve) => child.stdout.once("data", resolve));
      await wait(ms);
      child.kill("SIGKILL");
      await new Promise((resolve) => child.once("close", resolve));
      expect(readFileSync(file, "utf8")).toMatch(/^(?:a{3000000}|b{3000000})$/);
    }
    await writeFileAtomically(file, "again");
    expect(readdirSync(folder)).toEqual(["killed"]);
  });
});

describe("moveDurably(from, to) and removeQuietly(target)", () => {
  it("moves a folder with what is in it, and does not put it into another that is not empty", async () => {
    const [from, to] = [path.join(folder, "from"), path.join(folder, "to")];
    await mkdir(from);
    writeFileSync(path.join(from, "a"), "1");
    await syncFile(path.join(from, "a"));
    await moveDurably(from, to);
    expect([existsSync(from), readFileSync(path.join(to, "a"), "utf8")]).toEqual([false, "1"]);
    await mkdir(from);
    await expect(moveDurably(from, to)).rejects.toThrow("ENOTEMPTY");
  });

  it("removes a full folder, and is content when there is none", async () => {
    await mkdir(path.join(folder, "full", "deep"), { recursive: true });
    await removeQuietly(path.join(folder, "full"));
    await removeQuietly(path.join(folder, "full"));
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("sha256(content) and sha256OfFile(file)", () => {
  it("are the digest that everybody computes, of text and of any bytes", async () => {
    expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    const file = path.join(folder, "bytes");
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
        writeFileSync(file, bytes);
        const expected = createHash("sha256").update(bytes).digest("hex");
        expect([sha256(bytes), await sha256OfFile(file)]).toEqual([expected, expected]);
      }),
      { numRuns: 30 },
    );
  });

  it("reads a file longer than one chunk whole", async () => {
    const file = path.join(folder, "long");
    const bytes = Buffer.alloc(300_001, "throughline");
    writeFileSync(file, bytes);
    expect(await sha256OfFile(file)).toBe(sha256(bytes));
  });
});

import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { quietEffects, realEffects } from "../../src/base/index.ts";
import { withLock } from "../../src/engine/index.ts";

let store: string;
beforeEach(async () => {
  store = await mkdtemp(path.join(tmpdir(), "lock-"));
});
afterEach(async () => {
  await rm(store, { recursive: true });
});

const lockFile = (): string => path.join(store, "lock");
const startedAt = (pid: number): string => {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
};
const locked = (): Promise<string> => withLock(store, realEffects(), async () => "done");

describe("withLock(store, effects, use)", () => {
  it("holds the store while it is used, makes it where there is none, and leaves nothing behind", async () => {
    const deep = path.join(store, "made", "here");
    const seen = await withLock(deep, quietEffects(), async () => readdirSync(deep));
    expect(seen.toSorted()).toEqual(["lock", `lock.${process.pid}.id-1`]);
    expect(readdirSync(deep)).toEqual([]);
  });

  it("refuses a second writer in the same process, and lets it in afterwards", async () => {
    const inside = withLock(store, realEffects(), async () => locked());
    await expect(inside).rejects.toMatchObject({ code: "E_STORE_BUSY", misuse: false });
    expect(await locked()).toBe("done");
  });

  it("lets one of several in at a time", async () => {
    let within = 0;
    const use = async (): Promise<number> => {
      const now = ++within;
      await wait(20);
      within--;
      return now;
    };
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => withLock(store, realEffects(), use)));
    const let_in = all.filter((each) => each.status === "fulfilled");
    expect(let_in.map((each) => each.value)).toEqual([1]);
    expect(readdirSync(store)).toEqual([]);
  });

  it("refuses a second writer in another process, and says which holds it", async () => {
    const child = spawn("sleep", ["30"]);
    const pid = child.pid ?? 0;
    writeFileSync(lockFile(), JSON.stringify({ pid, startedAt: startedAt(pid) }));
    await expect(locked()).rejects.toThrow(`written by process ${pid}`);
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("close", resolve));
    expect(await locked()).toBe("done");
  });

  it("is released after an error, which is handed on", async () => {
    const failing = withLock(store, realEffects(), async () => {
      throw new Error("half way");
    });
    await expect(failing).rejects.toThrow("half way");
    expect(readdirSync(store)).toEqual([]);
  });

  it.each([
    ["of a process that is gone", () => JSON.stringify({ pid: 4_194_303, startedAt: "1" })],
    ["whose number another process has since", () => JSON.stringify({ pid: process.pid, startedAt: "1" })],
    ["that a power cut left empty", () => ""],
    ["that is not what a lock looks like", () => "null"],
    ["cut short", () => `{"pid": ${process.pid}, "star`],
  ])("takes over a lock %s", async (_, text) => {
    writeFileSync(lockFile(), text());
    expect(await locked()).toBe("done");
    expect(readdirSync(store)).toEqual([]);
  });

  it("takes over the lock of a process that is dead and only waits to be counted", async () => {
    const parent = spawn("sh", ["-c", "sleep 0.3 & echo $!; exec sleep 30"]);
    const pid = Number(await new Promise((resolve) => parent.stdout.once("data", resolve)));
    while (!/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"))) await wait(10);
    writeFileSync(lockFile(), JSON.stringify({ pid, startedAt: startedAt(pid) }));
    expect(await locked()).toBe("done");
    parent.kill("SIGKILL");
  });

  it("takes over from one that was killed while it took over from another", async () => {
    const dead = JSON.stringify({ pid: 4_194_303, startedAt: "1" });
    for (const left of ["lock", "lock.clearing", "lock.clearing.clearing"]) writeFileSync(path.join(store, left), dead);
    expect(await locked()).toBe("done");
    expect(existsSync(lockFile())).toBe(false);
  });

  it("sweeps the names that killed processes left, and not those of the living", async () => {
    writeFileSync(path.join(store, "lock.4194303.a"), "");
    writeFileSync(path.join(store, `lock.${process.ppid}.b`), "");
    await locked();
    expect(readdirSync(store)).toEqual([`lock.${process.ppid}.b`]);
  });

  it("says that a file is no store", async () => {
    const file = path.join(store, "file");
    writeFileSync(file, "");
    await expect(withLock(file, quietEffects(), async () => 1)).rejects.toMatchObject({
      code: "E_STORE",
      misuse: true,
    });
  });

  it("never lets two in when many processes find the same dead lock", async () => {
    const engine = path.resolve(import.meta.dirname, "../../src/engine/lock.ts");
    const base = path.resolve(import.meta.dirname, "../../src/base/index.ts");
    // Each that is let in makes a folder that must not be there; outside, each leaves the lock of a dead process where there is none.
    const script = `const [{ withLock }, { realEffects }, fs] = await Promise.all([import(${JSON.stringify(engine)}), import(${JSON.stringify(base)}), import("node:fs")]);
      const store = ${JSON.stringify(store)};
      const dead = store + "/dead." + process.pid;
      let entered = 0;
      const until = performance.now() + 1500;
      while (performance.now() < until) {
        fs.rmSync(dead, { force: true });
        fs.writeFileSync(dead, JSON.stringify({ pid: 4194303, startedAt: String(Math.random()) }));
        try { fs.linkSync(dead, store + "/lock"); } catch {}
        await withLock(store, realEffects(), async () => {
          fs.mkdirSync(store + "/inside");
          entered++;
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 3));
          fs.rmdirSync(store + "/inside");
        }).catch((error) => { if (error.code !== "E_STORE_BUSY") throw error; });
      }
      console.log(entered);`;
    const runs = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const child = spawn(process.execPath, ["--input-type=module", "-e", script]);
        let [out, err] = ["", ""];
        child.stdout.on("data", (chunk) => (out += String(chunk)));
        child.stderr.on("data", (chunk) => (err += String(chunk)));
        const code = await new Promise((resolve) => child.once("close", resolve));
        return { code, err, entered: Number(out) };
      }),
    );
    expect(runs.map(({ code, err }) => [code, err])).toEqual(runs.map(() => [0, ""]));
    expect(runs.reduce((sum, { entered }) => sum + entered, 0)).toBeGreaterThan(20);
  });
});

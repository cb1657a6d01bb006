import { link, mkdir, readFile, rename, unlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { type Effects, UserError } from "../base/index.ts";

/**
 * Holds a store for one writer while `use` runs. A lock left by a process that is gone is taken over, so a
 * killed run never locks anybody out; a lock of a living one is refused with its process number.
 */
export async function withLock<T>(store: string, effects: Effects, use: () => Promise<T>): Promise<T> {
  await mkdir(store, { recursive: true });
  const lock = path.join(store, "lock");
  const mine = path.join(store, `lock.${process.pid}.${effects.newId()}`);
  await writeFile(mine, JSON.stringify(await whoAmI()));
  try {
    await take(lock, mine);
    try {
      return await use();
    } finally {
      await unlink(lock);
    }
  } finally {
    await unlink(mine);
  }
}

interface Holder {
  readonly pid: number;
  /** Start time of the process in clock ticks since boot, where the system tells it: a number reused is told apart. */
  readonly startedAt: string;
}

async function take(lock: string, mine: string): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      await link(mine, lock);
      return;
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
      await clearIfStale(lock, mine, cause);
    }
  }
  throw busy("another process");
}

async function clearIfStale(lock: string, mine: string, cause: unknown): Promise<void> {
  const text = await readFile(lock, "utf8").catch(() => "");
  const holder = parseHolder(text);
  if (holder !== undefined && (await startOf(holder.pid)) === holder.startedAt) {
    throw busy(`process ${holder.pid}`, cause);
  }
  const aside = `${mine}.stale`;
  await rename(lock, aside).catch(() => {});
  await unlink(aside).catch(() => {});
}

function parseHolder(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return undefined;
  }
}

async function whoAmI(): Promise<Holder> {
  return { pid: process.pid, startedAt: (await startOf(process.pid)) ?? "" };
}

/** When a living process started; undefined for one that is gone. */
async function startOf(pid: number): Promise<string | undefined> {
  try {
    process.kill(pid, 0);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ESRCH") return undefined;
  }
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

function busy(holder: string, cause?: unknown): UserError {
  return new UserError(
    {
      code: "E_STORE_BUSY",
      found: `the store is being written by ${holder}`,
      expected: "one writer at a time",
      remedy: "Wait for it to end, then call again; what was served goes on being served.",
    },
    { cause },
  );
}

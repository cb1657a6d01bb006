import { link, mkdir, readdir, readFile, unlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { type Effects, misuse, removeQuietly, UserError } from "../base/index.ts";

/**
 * Holds a store for one writer while `use` runs. A lock left by a process that is gone is taken over, so a
 * killed run never locks anybody out; a lock of a living one is refused with its process number.
 */
export async function withLock<T>(store: string, effects: Effects, use: () => Promise<T>): Promise<T> {
  await makeFolder(store);
  const lock = path.join(store, "lock");
  const mine = path.join(store, `lock.${process.pid}.${effects.newId()}`);
  await writeFile(mine, JSON.stringify(await whoAmI()));
  try {
    await take(lock, mine);
    try {
      await sweepNames(store);
      return await use();
    } finally {
      await unlink(lock);
    }
  } finally {
    await unlink(mine);
  }
}

async function makeFolder(store: string): Promise<void> {
  await mkdir(store, { recursive: true }).catch((cause: Error) => {
    throw misuse({
      code: "E_STORE",
      found: `${store} cannot be a store (${cause.message})`,
      expected: "a folder that can be written, or a place for one",
    });
  });
}

interface Holder {
  readonly pid: number;
  /** Start time of the process in clock ticks since boot, where the system tells it: a number reused is told apart. */
  readonly startedAt: string;
}

/** A name is linked with its holder already in it, so that a lock is never seen without one. */
async function take(lock: string, mine: string): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt++) {
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

/**
 * A dead process's lock is removed under a lock of its own, which is taken over in the same way. Without it, of two
 * processes that find the same dead lock the slower one would remove the lock that the quicker one has just made.
 */
async function clearIfStale(lock: string, mine: string, cause: unknown): Promise<void> {
  const text = await readIfThere(lock);
  if (text === undefined) return;
  const holder = parseHolder(text);
  if (holder !== undefined && (await isAlive(holder))) throw busy(`process ${holder.pid}`, cause);
  const clearing = `${lock}.clearing`;
  await take(clearing, mine);
  try {
    if ((await readIfThere(lock)) === text) await unlink(lock);
  } finally {
    await unlink(clearing);
  }
}

/** Killed processes leave the names that they made their locks from. */
async function sweepNames(store: string): Promise<void> {
  for (const entry of await readdir(store)) {
    const pid = /^lock\.(\d+)\./.exec(entry)?.[1];
    if (pid !== undefined && (await startOf(Number(pid))) === undefined) await removeQuietly(path.join(store, entry));
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  return readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return undefined;
    throw cause;
  });
}

/** Nothing for a lock that a power cut left without its text. */
function parseHolder(text: string): Holder | undefined {
  try {
    return (JSON.parse(text) as Holder | null) ?? undefined;
  } catch {
    return undefined;
  }
}

async function whoAmI(): Promise<Holder> {
  return { pid: process.pid, startedAt: (await startOf(process.pid)) ?? "" };
}

async function isAlive({ pid, startedAt }: Holder): Promise<boolean> {
  return (await startOf(pid)) === startedAt;
}

/** When a living process started; undefined for one that is gone, or is dead and only waits to be counted by its parent. */
async function startOf(pid: number): Promise<string | undefined> {
  try {
    process.kill(pid, 0);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ESRCH") return undefined;
  }
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return state === "Z" ? undefined : (fields[18] ?? "");
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

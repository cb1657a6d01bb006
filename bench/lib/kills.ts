import { spawn } from "node:child_process";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { brokenIn, servedDigest } from "./whole.ts";

export interface KillPlan {
  readonly root: string;
  readonly scratch: string;
  readonly kills: number;
  readonly seed: number;
  readonly progress: (line: string) => void;
}

export interface KillOutcome {
  /** Runs that a kill was aimed at. */
  readonly tries: number;
  /** Kills that came before the command had ended by itself. */
  readonly landed: number;
  /** What was found torn, served half-made, or different after a rerun. */
  readonly faults: readonly string[];
  readonly digest: string;
}

/**
 * Kills `ingest` and `build` at random moments, over and over. After each kill nothing half-made may be
 * visible and the build served must be the old one or the new; a rerun must complete with the same digest.
 */
export async function killOverAndOver({ root, scratch, kills, seed, progress }: KillPlan): Promise<KillOutcome> {
  const random = seededRandom(seed);
  const run = (args: readonly string[], killAfterMs?: number) => runCommand(root, args, killAfterMs);
  const before = path.join(scratch, "before");
  const deliveries = await makeDeliveries(path.join(scratch, "deliveries"));
  await run(["demo", "--store", before]);
  const oldDigest = await servedDigest(before);
  const whole = path.join(scratch, "whole");
  await cp(before, whole, { recursive: true, verbatimSymlinks: true });
  const lasts = {
    ingest: (await run(["ingest", deliveries, "--store", whole])).ms,
    build: (await run(["build", "--store", whole])).ms,
  };
  const newDigest = await servedDigest(whole);
  const faults: string[] = [];
  let tries = 0;
  let landed = 0;
  const store = path.join(scratch, "store");
  while (landed < kills && tries < kills * MOST_TRIES_A_KILL) {
    await rm(store, { recursive: true, force: true });
    await cp(before, store, { recursive: true, verbatimSymlinks: true });
    for (const command of ["ingest", "build"] as const) {
      const args = command === "ingest" ? [command, deliveries, "--store", store] : [command, "--store", store];
      const killed = await run(args, random() * lasts[command]);
      tries++;
      if (killed.killed) landed++;
      else lasts[command] = killed.ms;
      const served = await servedDigest(store);
      if (served !== oldDigest && served !== newDigest) faults.push(`${command}: a third build is served`);
      faults.push(...(await brokenIn(store)));
      const again = await run(args);
      if (again.code !== 0) faults.push(`${command}: the rerun failed: ${again.stderr}`);
    }
    if ((await servedDigest(store)) !== newDigest) faults.push("the rerun's digest differs");
    progress(`${landed} of ${kills} kills landed in ${tries} tries, ${faults.length} faults`);
  }
  return { tries, landed, faults, digest: newDigest ?? "" };
}

/** A kill that comes after the command has ended is tried again; a machine that never lets one land must not run for ever. */
const MOST_TRIES_A_KILL = 4;

interface Ran {
  readonly code: number | null;
  readonly killed: boolean;
  readonly ms: number;
  readonly stderr: string;
}

function runCommand(root: string, args: readonly string[], killAfterMs?: number): Promise<Ran> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [path.join(root, "src/cli/main.ts"), ...args], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfterMs);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      clearTimeout(timer);
      resolve({ code, killed: signal === "SIGKILL", ms: performance.now() - startedAt, stderr });
    });
  });
}

/** Three made-up deliveries of recorded crime, each a quarter of an invented year. */
async function makeDeliveries(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const header =
    "Financial Year,Financial Quarter,Force Name,Offence Description,Offence Group,Offence Subgroup,Offence Code,Number of Offences";
  for (const quarter of [1, 2, 3]) {
    const rows = Array.from(
      { length: 8000 },
      (_, i) => `2030/31,${quarter},Kent,Made up,Made up,Made up,8L, ${(i * quarter) % 97} `,
    );
    await writeFile(path.join(folder, `made-up-q${quarter}.csv`), `${[header, ...rows].join("\n")}\n`);
  }
  return folder;
}

/** A small seeded generator (mulberry32): the same seed kills at the same fractions. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

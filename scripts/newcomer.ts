import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** Seconds a stranger waits: the first time, with nothing installed, and every time after. */
const LIMITS = { first: 120, warm: 5, stop: 10 };

/** How long it is waited before giving up, in seconds; beyond the limits, so that the real time is reported. */
const PATIENCE = 300;

const [clone = ""] = process.argv.slice(2);
const problems: string[] = [];
problems.push(...(await startAndStop("first start, nothing installed", LIMITS.first)));
problems.push(...(await startAndStop("second start, warm", LIMITS.warm)));
if (process.env["NEWCOMER_TEST"] === "1") problems.push(...(await runTests()));
for (const problem of problems) say(`PROBLEM: ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;

async function startAndStop(title: string, limit: number): Promise<string[]> {
  const port = await freePort();
  const began = performance.now();
  const run = startNpm(["start"], { PORT: String(port) });
  try {
    const address = await addressThatAnswers(run);
    if (address === undefined) return [`${title}: no page answered; it said:\n${run.said()}`];
    const seconds = (performance.now() - began) / 1000;
    say(`${title}: ${address} answered 200 after ${seconds.toFixed(1)} s (limit ${limit} s)`);
    return [
      ...(seconds <= limit ? [] : [`${title} took ${seconds.toFixed(1)} s; expected at most ${limit} s`]),
      ...(new URL(address).port === String(port) ? [] : [`${title}: PORT=${port} was given, ${address} was opened`]),
      ...(await stop(run, address)),
    ];
  } finally {
    run.killAll();
  }
}

/** The first address printed, once it answers 200. */
async function addressThatAnswers(run: NpmRun): Promise<string | undefined> {
  const giveUp = performance.now() + PATIENCE * 1000;
  while (performance.now() < giveUp && run.child.exitCode === null) {
    const address = /https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d+\S*/.exec(run.said())?.[0];
    if (address !== undefined && (await answers(address))) return address;
    await sleep(50);
  }
  return undefined;
}

async function stop(run: NpmRun, address: string): Promise<string[]> {
  const began = performance.now();
  run.child.kill("SIGTERM");
  while (run.isAlive() && performance.now() - began < LIMITS.stop * 1000) await sleep(20);
  if (run.isAlive()) return [`SIGTERM did not stop it within ${LIMITS.stop} s`];
  const { exitCode, signalCode } = run.child;
  say(`SIGTERM stopped it after ${((performance.now() - began) / 1000).toFixed(1)} s, exit ${exitCode ?? signalCode}`);
  return [
    ...(exitCode === 0 ? [] : [`it ended with ${exitCode ?? signalCode} on SIGTERM; expected exit 0`]),
    ...((await answers(address)) ? [`${address} still answers after SIGTERM`] : []),
  ];
}

async function runTests(): Promise<string[]> {
  const run = startNpm(["test"], {});
  const [exitCode] = await once(run.child, "exit");
  say(`npm test: exit ${exitCode}`);
  return exitCode === 0 ? [] : [`npm test failed in a fresh clone:\n${run.said().slice(-4000)}`];
}

interface NpmRun {
  readonly child: ChildProcess;
  /** All it has printed so far. */
  said(): string;
  /** Whether npm or anything it started still runs. */
  isAlive(): boolean;
  killAll(): void;
}

/** Starts npm in the clone, in a process group of its own so that nothing of it is left behind. */
function startNpm(args: readonly string[], env: Readonly<Record<string, string>>): NpmRun {
  const child = spawn("npm", args, {
    cwd: clone,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += String(chunk)));
  const signalGroup = (signal: NodeJS.Signals | 0): boolean => {
    try {
      return child.pid !== undefined && process.kill(-child.pid, signal);
    } catch {
      return false;
    }
  };
  return { child, said: () => said, isAlive: () => signalGroup(0), killAll: () => signalGroup("SIGKILL") };
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { headers: { connection: "close" } })).status === 200;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function say(line: string): void {
  process.stdout.write(`   ${line}\n`);
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { Readable } from "node:stream";

/** Runs it, and says how many seconds it took. */
export async function timed<T>(run: () => T | Promise<T>): Promise<{ readonly value: T; readonly seconds: number }> {
  const began = performance.now();
  const value = await run();
  return { value, seconds: (performance.now() - began) / 1000 };
}

/** The middle of some numbers; the mean of the middle two when they are even in number. */
export function median(numbers: readonly number[]): number {
  if (numbers.length === 0) throw new RangeError("median of no numbers");
  const sorted = numbers.toSorted((a, b) => a - b);
  const upper = sorted.length >> 1;
  const lower = (sorted.length - 1) >> 1;
  return ((sorted[lower] as number) + (sorted[upper] as number)) / 2;
}

/** What a Node program in a process of its own used and printed. */
export interface ChildUse {
  readonly exitCode: number | null;
  readonly seconds: number;
  /** The most memory it held at once (maximum resident set), in bytes. */
  readonly peakBytes: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `node …args` in a process of its own and says its peak memory, which the operating system counts, native memory included. */
export async function peakMemoryOf(
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<ChildUse> {
  const began = performance.now();
  const reporter = `data:text/javascript,${encodeURIComponent(REPORT_AT_EXIT)}`;
  const child = spawn(process.execPath, ["--import", reporter, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const [, stdout, stderr, report] = child.stdio.map((stream) =>
    stream instanceof Readable ? collect(stream) : () => "",
  );
  const [exitCode] = (await once(child, "close")) as [number | null];
  const seconds = (performance.now() - began) / 1000;
  const kilobytes = report?.() ?? "";
  if (kilobytes === "")
    throw new Error(`node ${args.join(" ")} was killed before it could say its memory: ${stderr?.()}`);
  return { exitCode, seconds, peakBytes: Number(kilobytes) * 1024, stdout: stdout?.() ?? "", stderr: stderr?.() ?? "" };
}

/** `maxRSS` is in kilobytes on every system; it goes to descriptor 3 so that the program's own output is left alone. */
const REPORT_AT_EXIT = `
  import { writeSync } from "node:fs";
  process.on("exit", () => writeSync(3, String(process.resourceUsage().maxRSS)));
`;

function collect(stream: Readable): () => string {
  let text = "";
  stream.on("data", (chunk) => (text += String(chunk)));
  return () => text;
}

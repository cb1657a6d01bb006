import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Bench } from "./lib/bench.ts";
import { thisMachine } from "./lib/machine.ts";
import { sayResult } from "./lib/say.ts";

const root = path.resolve(import.meta.dirname, "..");
process.exitCode = await main(process.argv.slice(2));

/** `npm run bench -- NAME [--json] [ARG…]`: exit 0 when it was measured, bars met or not; 2 for an unknown name. */
async function main(args: readonly string[]): Promise<number> {
  const { values, tokens } = parseArgs({
    args: [...args],
    options: { json: { type: "boolean" } },
    strict: false,
    tokens: true,
  });
  const [name, ...rest] = tokens.filter((token) => token.kind !== "option" || token.name !== "json").map(asWritten);
  const names = await benchNames();
  if (name === undefined || !names.includes(name)) return listBenches(names, name);

  const bench = await loadBench(name);
  const scratch = await mkdtemp(path.join(os.tmpdir(), "throughline-bench-"));
  try {
    const result = await bench.run({ root, shared: sharedFolder(), scratch, args: rest, progress });
    const machine = thisMachine();
    const met = result.figures.every((figure) => figure.met !== false);
    const document = { name: bench.name, summary: bench.summary, met, ...result, machine };
    process.stdout.write(
      values["json"] === true ? `${JSON.stringify(document, undefined, 2)}\n` : sayResult(bench, result, machine),
    );
    return 0;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function asWritten(token: { kind: string; rawName?: string; value?: string | undefined }): string {
  if (token.kind === "option-terminator") return "--";
  return token.kind === "option"
    ? [token.rawName, token.value].filter((part) => part !== undefined).join("=")
    : (token.value ?? "");
}

async function benchNames(): Promise<string[]> {
  const files = await readdir(import.meta.dirname);
  return files
    .filter((file) => file.endsWith(".ts") && file !== "run.ts")
    .map((file) => file.slice(0, -".ts".length))
    .toSorted();
}

async function listBenches(names: readonly string[], asked: string | undefined): Promise<number> {
  const found = asked === undefined ? "no bench was named" : `there is no bench "${asked}"`;
  progress(`E_BENCH: ${found}; expected one of:`);
  for (const name of names) progress(`  ${name}: ${(await loadBench(name)).summary}`);
  return 2;
}

async function loadBench(name: string): Promise<Bench> {
  const loaded = (await import(`./${name}.ts`)) as { readonly bench?: Bench; readonly default?: Bench };
  const bench = loaded.bench ?? loaded.default;
  if (bench === undefined) throw new Error(`bench/${name}.ts exports no \`bench\``);
  return bench;
}

function sharedFolder(): string | undefined {
  const folder = path.resolve(root, "../shared");
  return existsSync(folder) ? folder : undefined;
}

function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}

import { parseArgs } from "node:util";
import { misuse, realEffects, UserError } from "../base/index.ts";
import { type Answer, type Command, helpOf, JSON_OPTION } from "./command.ts";

/** Each command is loaded only when it is called, so that a quick one starts quickly. */
const COMMANDS: Readonly<Record<string, { summary: string; load: () => Promise<Command> }>> = {
  start: {
    summary: "makes the demonstration store when there is none, and serves the workbench",
    load: async () => (await import("./start.ts")).start,
  },
  demo: {
    summary: "makes the demonstration store from the published facts that ship with Throughline",
    load: async () => (await import("./demo.ts")).demo,
  },
  ingest: {
    summary: "takes files into a store: published tables, in CSV, ODS, XLSX, zip or gzip",
    load: async () => (await import("./ingest.ts")).ingestCommand,
  },
  build: {
    summary: "derives everything from the records as received, and serves it from then on",
    load: async () => (await import("./build.ts")).build,
  },
  figures: {
    summary: "how many offences were recorded, how that changed, and what each number rests on",
    load: async () => (await import("./figures.ts")).figures,
  },
  explain: {
    summary: "why a figure moved: rival causes weighed, from published figures or from files",
    load: async () => (await import("./explain.ts")).explain,
  },
  scan: {
    summary: "what changed in every force and class, and what kind of change, false discoveries held",
    load: async () => (await import("./scan.ts")).scan,
  },
  check: {
    summary: "reads the claims out of a text and checks them",
    load: async () => (await import("./check.ts")).check,
  },
  simulate: {
    summary: "invents a police force over six years, with the truth known, to try things on",
    load: async () => (await import("./simulate.ts")).simulate,
  },
  serve: {
    summary: "serves the workbench on this machine",
    load: async () => (await import("./serve.ts")).serve,
  },
};

/** Runs one command line; gives the exit code: 0 done, 1 fault, 2 misuse. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    return await dispatch(args);
  } catch (cause) {
    if (!(cause instanceof UserError)) throw cause;
    process.stderr.write(`${cause.message}\n`);
    return cause.misuse ? 2 : 1;
  }
}

async function dispatch([commandName = "help", ...rest]: readonly string[]): Promise<number> {
  if (["help", "--help", "-h"].includes(commandName)) return say(overview(), 0);
  if (["--version", "version"].includes(commandName)) return say(await version(), 0);
  const known = Object.hasOwn(COMMANDS, commandName) ? COMMANDS[commandName] : undefined;
  if (known === undefined) {
    throw misuse({
      code: "E_COMMAND",
      found: `no command is called "${commandName}"`,
      expected: Object.keys(COMMANDS).join(", "),
      remedy: "throughline help lists them.",
    });
  }
  const command = await known.load();
  const { values, positionals } = parse(command, rest);
  if (values["help"] === true) return say(helpOf(command), 0);
  const answer = await command.run({
    options: textsOf(values),
    flags: new Set(Object.keys(values).filter((key) => values[key] === true)),
    positionals,
    effects: realEffects(),
  });
  return answer === undefined ? 0 : print(answer, values["json"] === true);
}

function parse(command: Command, args: readonly string[]): ReturnType<typeof parseArgs> {
  const all = { ...command.options, json: JSON_OPTION, help: { type: "flag", meaning: "this help" } as const };
  const options = Object.fromEntries(
    Object.entries(all).map(([key, { type }]) => [key, { type: type === "flag" ? "boolean" : "string" } as const]),
  );
  try {
    return parseArgs({ args: [...args], options, allowPositionals: command.positionals !== undefined, strict: true });
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw misuse({
      code: "E_OPTION",
      found,
      expected: `the options of ${command.name}`,
      remedy: `throughline ${command.name} --help`,
    });
  }
}

function textsOf(values: Readonly<Record<string, unknown>>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

function print({ json, lines, failed = false }: Answer, asJson: boolean): number {
  say(asJson ? JSON.stringify(json, null, 2) : lines.join("\n"), 0);
  return failed ? 1 : 0;
}

function say(text: string, code: number): number {
  process.stdout.write(`${text}\n`);
  return code;
}

function overview(): string {
  const rows = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`);
  return ["throughline COMMAND [options]", "", ...rows, "", "throughline COMMAND --help tells more."].join("\n");
}

async function version(): Promise<string> {
  const { default: manifest } = await import("../../package.json", { with: { type: "json" } });
  return `throughline ${manifest.version}`;
}

/** A reader that has seen enough, such as `head`, closes the pipe: that is no fault. */
function endWithReader(): void {
  process.stdout.on("error", (cause: NodeJS.ErrnoException) => {
    if (cause.code !== "EPIPE") throw cause;
    process.exit(process.exitCode ?? 0);
  });
}

if (import.meta.main) endWithReader();
if (import.meta.main) process.exitCode = await main(process.argv.slice(2));

import type { Effects } from "../base/index.ts";

export interface Option {
  readonly type: "text" | "flag";
  readonly meaning: string;
  /** A value as an example in the help: `AREA`, `DIR`. */
  readonly value?: string;
  readonly needed?: boolean;
}

/** What a command is given: its options as text, the rest of the line, and its effects. */
export interface Given {
  readonly options: Readonly<Record<string, string | undefined>>;
  readonly flags: ReadonlySet<string>;
  readonly positionals: readonly string[];
  readonly effects: Effects;
}

/** What a command answers: a document for `--json`, lines for people, and whether something could not be done. */
export interface Answer {
  readonly json: unknown;
  readonly lines: readonly string[];
  readonly failed?: boolean;
}

/** A command as a plain object; help is made from it. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly positionals?: string;
  readonly options: Readonly<Record<string, Option>>;
  /** Nothing for a command that has already said what it had to. */
  readonly run: (given: Given) => Promise<Answer | undefined>;
}

/** Options that several commands share. */
export const STORE: Option = { type: "text", value: "DIR", meaning: "the store; ./store by default" };

/** Help for one command. */
export function helpOf(command: Command): string {
  const usage = `throughline ${command.name}${command.positionals === undefined ? "" : ` ${command.positionals}`} [options]`;
  const rows = Object.entries({ ...command.options, json: JSON_OPTION }).map(([option, { value, meaning, needed }]) => {
    const flag = `--${option}${value === undefined ? "" : ` ${value}`}`;
    return `  ${flag.padEnd(24)} ${meaning}${needed === true ? " (needed)" : ""}`;
  });
  return [`${usage}`, "", `  ${command.summary}`, "", ...rows].join("\n");
}

export const JSON_OPTION: Option = { type: "flag", meaning: "print one JSON document on standard output" };

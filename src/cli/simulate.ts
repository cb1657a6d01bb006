import { misuse } from "../base/index.ts";
import { WORLD_NAMES, writeForce } from "../simulate/index.ts";
import type { Command, Given } from "./command.ts";

export const simulate: Command = {
  name: "simulate",
  summary:
    "Invents a police force over six years in the record profile, with the truth beside it; equal seeds, equal bytes.",
  options: {
    people: {
      type: "text",
      value: "N",
      meaning: "how many people come to notice; mentions are about 2.5 each",
      needed: true,
    },
    seed: { type: "text", value: "S", meaning: "a number or a word that decides everything", needed: true },
    out: { type: "text", value: "DIR", meaning: "the folder to write into", needed: true },
    world: { type: "text", value: "NAME", meaning: `${WORLD_NAMES.join(", ")}; default when left out` },
  },
  run: async ({ options, effects }) => {
    const out = needed(options, "out");
    const question = {
      people: countOf(needed(options, "people")),
      seed: needed(options, "seed"),
      world: options["world"] ?? "default",
    };
    const files = writeForce(out, question, effects);
    const lines = files.map(({ path, rows }) => `${path}: ${rows} rows`);
    return {
      json: { ...question, out, files },
      lines: [...lines, `in ${out}, world ${question.world}, seed ${question.seed}`],
    };
  },
};

const MOST_PEOPLE = 2_000_000;

function countOf(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= MOST_PEOPLE) return count;
  throw misuse({
    code: "E_PEOPLE",
    found: `--people is ${text}`,
    expected: `a whole number from 1 to ${MOST_PEOPLE}`,
    remedy: "throughline simulate --help",
  });
}

function needed(options: Given["options"], option: string): string {
  const value = options[option];
  if (value !== undefined && value.trim() !== "") return value;
  throw misuse({
    code: "E_OPTION",
    found: `--${option} is missing`,
    expected: `--${option}`,
    remedy: "throughline simulate --help",
  });
}

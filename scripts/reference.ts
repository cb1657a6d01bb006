import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { answers } from "./reference/answers.ts";
import { type Case, parseCase } from "./reference/case.ts";
import { compare, type Tolerance } from "./reference/compare.ts";
import { tolerancesOf } from "./reference/tolerances.ts";

/** What became of one case: null when it passed, otherwise why not. */
export interface Outcome {
  readonly name: string;
  readonly fault: string | null;
}

/** Runs every case of a folder through the routines of `src/stats`. */
export function runFolder(folder: string): readonly Outcome[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .toSorted()
    .map((file) => runFile(path.join(folder, file)));
}

function runFile(file: string): Outcome {
  const found = parseCase(readFileSync(file, "utf8"));
  if ("fault" in found) return { name: path.basename(file), fault: found.fault };
  return { name: `${found.id} (${found.task})`, fault: faultOf(found) };
}

function faultOf(found: Case): string | null {
  const answer = answers[found.task];
  if (answer === undefined) return `no routine for task ${found.task}`;
  let got: unknown;
  try {
    got = answer(found);
  } catch (error) {
    return String(error);
  }
  const difference = compare(got, found.expected, toleranceIn(found));
  return difference && `at ${difference.at}: got ${difference.got}, want ${difference.want}`;
}

function toleranceIn(found: Case): (at: string) => Tolerance | "given" {
  const special = tolerancesOf(found.task);
  return (at) => special.find(({ where }) => where.test(at))?.tolerance ?? { relative: found.relativeTolerance };
}

if (import.meta.main) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined || !existsSync(folder)) {
    process.stderr.write(`npm run reference -- DIR: ${folder ?? "no folder"} is not a folder of cases\n`);
    process.exitCode = 2;
  } else {
    const outcomes = runFolder(folder);
    for (const { name, fault } of outcomes)
      process.stdout.write(fault === null ? `passed  ${name}\n` : `FAILED  ${name}: ${fault}\n`);
    const passed = outcomes.filter(({ fault }) => fault === null).length;
    process.stdout.write(`passed ${passed} of ${outcomes.length}\n`);
    process.exitCode = passed === outcomes.length ? 0 : 1;
  }
}

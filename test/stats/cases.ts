import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Case, parseCase } from "../../scripts/reference/case.ts";
import { compare } from "../../scripts/reference/compare.ts";
import { tolerancesOf } from "../../scripts/reference/tolerances.ts";

const folder = path.resolve(import.meta.dirname, "../../../shared/reference");

/** Whether the reference results lie beside the checkout. */
export const hasReference = existsSync(folder);

/** The cases whose file names match, without their endings. */
export function referenceNames(pattern: RegExp): readonly string[] {
  if (!hasReference) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith(".json") && pattern.test(file));
  return files.map((file) => path.basename(file, ".json")).toSorted();
}

/** Where an answer first misses the case's expected result by more than its tolerance; null where it nowhere does. */
export function differenceFrom(name: string, answer: (asked: Case) => unknown): unknown {
  const found = parseCase(readFileSync(path.join(folder, `${name}.json`), "utf8"));
  if ("fault" in found) return found.fault;
  const special = tolerancesOf(found.task);
  const toleranceAt = (at: string) =>
    special.find(({ where }) => where.test(at))?.tolerance ?? { relative: found.relativeTolerance };
  return compare(answer(found), found.expected, toleranceAt);
}

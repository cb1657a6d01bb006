import { UserError } from "../base/index.ts";
import { type Filled, filled } from "./gaps.ts";
import type { Held } from "./held.ts";
import { readRows } from "./observation-rows.ts";
import type { Months, Panel } from "./panel.ts";
import { panelOf } from "./panel-of.ts";
import { type Stepped, steppedOf } from "./steps.ts";
import { readText } from "./text-file.ts";

/** A panel, and what was decided in making it that a reader should know. */
export interface Observations {
  readonly panel: Panel;
  readonly notes: readonly string[];
}

/**
 * Reads an observations file: CSV `area,class,measure,period,value`, rows in any order. Each measure of each class in
 * each area becomes one evenly spaced series of its finest usable step. `asked` is the period that years should meet
 * when they could begin in several months. Throws `E_OBSERVATIONS` with lines, or `E_FILE`.
 */
export async function readObservations(file: string, asked?: Months): Promise<Observations> {
  return observationsOf(await readText(file, LARGEST_FILE_BYTES), file, asked);
}

/** The same from a text; `file` is the name to tell faults under. */
export async function observationsOf(text: string, file: string, asked?: Months): Promise<Observations> {
  const held = await readRows(text, file);
  const phases = phasesOf(held, asked);
  const all = held.map((each) => steppedOf(each, phases));
  refuseLongReach(all, file);
  const series = filled(all);
  const panel = panelOf(series.map(({ stepped, series: each }) => ({ ...stepped, series: each })));
  return { panel, notes: notesOf(series) };
}

const LARGEST_FILE_BYTES = 400 * 1024 * 1024;

/** In which months years may begin: where the asked period does, then the commonest of the file. */
function phasesOf(held: readonly Held[], asked: Months | undefined): number[] {
  const counts = Array.from({ length: 12 }, () => 0);
  for (const { byMonths } of held) for (const start of byMonths[12].keys()) counts[start % 12]! += 1;
  const isWanted = (phase: number) => (asked !== undefined && asked.first % 12 === phase ? 1 : 0);
  return counts
    .map((count, phase) => ({ count, phase }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => isWanted(b.phase) - isWanted(a.phase) || b.count - a.count || a.phase - b.phase)
    .map(({ phase }) => phase);
}

const LONGEST_REACH_YEARS = 100;

/** A year mistyped would make a series of thousands of empty months. */
function refuseLongReach(all: readonly Stepped[], file: string): void {
  let [first, last] = [Infinity, -Infinity];
  for (const { values } of all) {
    for (const start of values.keys()) [first, last] = [Math.min(first, start), Math.max(last, start)];
  }
  if (last - first <= LONGEST_REACH_YEARS * 12) return;
  throw new UserError({
    code: "E_OBSERVATIONS",
    found: `${file} reaches from ${Math.floor(first / 12)} to ${Math.floor(last / 12)}`,
    expected: `at most ${LONGEST_REACH_YEARS} years`,
    remedy: "Look for a year that was mistyped.",
  });
}

function notesOf(series: readonly Filled[]): string[] {
  const taken = series.filter(({ stepped }) => stepped.rolling === "taken-apart");
  const thinned = series.filter(({ stepped }) => stepped.rolling === "thinned");
  const doubted = series.filter((each) => each.doubted.length > 0);
  const count = doubted.reduce((sum, each) => sum + each.doubted.length, 0);
  return [
    ...(taken.length === 0
      ? []
      : [
          `Rolling years of ${named(taken)} were taken apart into the ${taken[0]?.stepped.months === 1 ? "months" : "quarters"} that they add up.`,
        ]),
    ...(thinned.length === 0
      ? []
      : [
          `Years of ${named(thinned)} overlap and cannot be taken apart, as no year is known by its parts: only years that follow one another are used.`,
        ]),
    ...(count === 0
      ? []
      : [
          `${count} ${count === 1 ? "nought is" : "noughts are"} not believed beside what is usual (${named(doubted)}): read as not known.`,
        ]),
  ];
}

function named(series: readonly Filled[]): string {
  const names = series.map(({ stepped }) => `${stepped.measure} ${stepped.className} in ${stepped.area}`);
  return names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");
}

import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parsePeriod } from "../src/base/index.ts";
import {
  type Cause,
  CAUSES,
  contextOf,
  explain,
  type Explanation,
  monthsOf,
  observationsOf,
} from "../src/explain/index.ts";
import { contextJson, observationsCsv, type TrueCause, type World, worldOf } from "../src/simulate/index.ts";
import { type Bench, type BenchFigure, benchFigure } from "./lib/bench.ts";
import { median, timed } from "./lib/measure.ts";

const SEED = 20_180_301;
const WORLDS = 600;

/**
 * Explains panels whose cause is known. Words after the name: `worlds N`, `seed S`, `from N` (the first world's number),
 * `misses` (each miss as a line), `dump N FOLDER` (writes one world's files and truth there and explains that one alone).
 */
export const bench: Bench = {
  name: "causes",
  summary: "how well the cause of a change is found in invented panels whose cause is known",
  async run({ args, progress }) {
    const settings = settingsOf(args);
    if (settings.dump !== undefined) dump(worldOf(settings.seed, settings.dump.number), settings.dump.folder);
    const results: Result[] = [];
    const began = performance.now();
    for (const number of settings.numbers) {
      results.push(await judged(worldOf(settings.seed, number)));
      if (results.length % 50 === 0) progress(`${results.length} worlds, ${secondsSince(began)} s`);
    }
    for (const line of settings.misses ? results.flatMap(missLine) : []) progress(line);
    return {
      figures: figuresOf(results),
      detail: { seed: settings.seed, worlds: results.length, ...detailOf(results) },
    };
  },
};

interface Settings {
  readonly seed: number;
  readonly numbers: readonly number[];
  readonly misses: boolean;
  readonly dump: { readonly number: number; readonly folder: string } | undefined;
}

function settingsOf(args: readonly string[]): Settings {
  const after = (word: string, offset = 1): string | undefined =>
    args.includes(word) ? args[args.indexOf(word) + offset] : undefined;
  const [folder, first] = [after("dump", 2), Number(after("from") ?? 0)];
  const dump = folder === undefined ? undefined : { number: Number(after("dump")), folder };
  return {
    seed: Number(after("seed") ?? SEED),
    numbers:
      dump === undefined
        ? Array.from({ length: Number(after("worlds") ?? WORLDS) }, (_, i) => first + i)
        : [dump.number],
    misses: args.includes("misses"),
    dump,
  };
}

/** Leaves the two files and, apart, what is true and what to ask. */
function dump(world: World, folder: string): void {
  const { question, shape, truth } = world;
  const ask = ["explain", "--observations", "observations.csv", "--context", "context.json"];
  const command = ["throughline", ...ask, "--area", question.area, "--class", question.class];
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  write("observations.csv", observationsCsv(world));
  write("context.json", contextJson(world));
  write("truth.json", `${JSON.stringify({ question, shape, truth }, undefined, 2)}\n`);
  write("ask.sh", `${[...command, "--from", question.from, "--to", question.to].join(" ")}\n`);
}

interface Result {
  readonly number: number;
  readonly question: World["question"];
  readonly shape: World["shape"];
  readonly truth: World["truth"];
  readonly explanation: Explanation | undefined;
  /** Why there is no explanation. */
  readonly fault: string | undefined;
  readonly seconds: { readonly read: number; readonly explained: number };
}

/** Asks as the command would: the rows as text, through its readers. */
async function judged(world: World): Promise<Result> {
  const { number, question, shape, truth } = world;
  const known = { number, question, shape, truth };
  try {
    const read = await timed(() => questionOf(world));
    const explained = await timed(() => explain(read.value));
    const seconds = { read: read.seconds, explained: explained.seconds };
    return { ...known, explanation: explained.value, fault: undefined, seconds };
  } catch (fault) {
    return { ...known, explanation: undefined, fault: String(fault), seconds: { read: 0, explained: 0 } };
  }
}

async function questionOf(world: World) {
  const { area, class: className, from, to } = world.question;
  const [first, last] = [monthsOf(parsePeriod(from)), monthsOf(parsePeriod(to))];
  const { panel } = await observationsOf(observationsCsv(world), "observations.csv", last);
  const { context } = await contextOf(contextJson(world), "context.json", panel);
  return { area, className, classes: [className], from: first, to: last, panel, context };
}

const VISIBLE = 3;

/** The acting causes that are there to be seen; chance where none is at work. */
function rightCauses({ causes }: World["truth"]): Cause[] {
  const acting = actingOf(causes);
  if (acting.length === 0) return ["chance"];
  return acting.filter(({ visible }) => visible >= VISIBLE).map(({ cause }) => cause);
}

function actingOf(causes: readonly TrueCause[]): TrueCause[] {
  return causes.filter(({ cause }) => cause !== "chance");
}

/** The largest, or chance alone. */
function mainCause({ causes }: World["truth"]): Cause {
  return causes[0]?.cause ?? "chance";
}

function firstCause({ explanation }: Result): Cause | "none" {
  return explanation?.causes[0]?.cause ?? "none";
}

function isRightFirst(result: Result): boolean {
  return rightCauses(result.truth).some((cause) => cause === firstCause(result));
}

function standingOf({ explanation }: Result, cause: Cause): string {
  return explanation?.causes.find((each) => each.cause === cause)?.standing ?? "none";
}

/** Neither of the two is supported without the other, and both are said to be one group or not to be told. */
function isSaidInseparable(result: Result): boolean {
  const pair = result.truth.inseparable ?? [];
  const standings = pair.map((cause) => standingOf(result, cause));
  if (standings.filter((each) => each === "supported").length === 1) return false;
  const groups = result.explanation?.inseparable ?? [];
  const areGrouped = groups.some((group) => pair.every((cause) => group.includes(cause)));
  return areGrouped || standings.every((each) => each === "cannot-tell");
}

function areBothCannotTell(result: Result): boolean {
  return (result.truth.inseparable ?? []).every((cause) => standingOf(result, cause) === "cannot-tell");
}

/** Of what could be told: the verdict or the largest cause's standing is that one cannot tell. */
function isCannotTell(result: Result): boolean {
  if (result.explanation?.verdict === "cannot-tell") return true;
  return standingOf(result, mainCause(result.truth)) === "cannot-tell";
}

/** Causes held to be supported that are not at work; chance, where a cause has shown that is there to be seen. */
function falselySupported(result: Result): Cause[] {
  const acting = new Set(actingOf(result.truth.causes).map(({ cause }) => cause));
  const isSeen = result.truth.shown && rightCauses(result.truth).some((cause) => cause !== "chance");
  return CAUSES.filter((cause) => standingOf(result, cause) === "supported").filter((cause) =>
    cause === "chance" ? isSeen : !acting.has(cause),
  );
}

interface StatedShare {
  readonly cause: Cause;
  readonly truth: number;
  /** Chance without the drift of population, which some count as population's. */
  readonly orElse: number;
  readonly stated: { readonly low: number; readonly high: number } | null;
  /** Whether a range is owed: the world is decidable and this cause is there to be seen. */
  readonly owed: boolean;
}

/** What is said of the shares of the causes at work; of chance where nothing else is. */
function sharesOf(result: Result): StatedShare[] {
  const { causes, decidable, drift, logChange } = result.truth;
  const right = rightCauses(result.truth);
  const acting = actingOf(causes);
  return (acting.length === 0 ? causes : acting).flatMap(({ cause, share }) => {
    if (share === null) return [];
    const stated = result.explanation?.causes.find((each) => each.cause === cause)?.share ?? null;
    const orElse = cause === "chance" ? share - drift / logChange : share;
    return [{ cause, truth: share, orElse, stated, owed: decidable && right.includes(cause) }];
  });
}

function holds({ truth, orElse, stated }: StatedShare): boolean {
  return stated !== null && [truth, orElse].some((share) => stated.low <= share && share <= stated.high);
}

function widths(shares: readonly StatedShare[]): number {
  const all = shares.flatMap(({ stated }) => (stated === null ? [] : [stated.high - stated.low]));
  return all.length === 0 ? 0 : rounded(median(all));
}

function figuresOf(results: readonly Result[]): BenchFigure[] {
  const decidable = results.filter(({ truth }) => truth.decidable);
  const alike = results.filter(({ truth }) => truth.inseparable !== null);
  const shares = results.flatMap(sharesOf).filter(({ stated, owed }) => stated !== null || owed);
  const owed = shares.filter((each) => each.owed);
  const isMain = (result: Result): boolean => firstCause(result) === mainCause(result.truth);
  return [
    benchFigure("worlds", results.length, "worlds"),
    benchFigure("decidable worlds", decidable.length, "worlds"),
    benchFigure("right cause first, of the decidable", part(decidable, isRightFirst), "fraction", { atLeast: 0.9 }),
    benchFigure("largest cause first, of the decidable", part(decidable, isMain), "fraction"),
    benchFigure("worlds whose causes were made alike", alike.length, "worlds"),
    benchFigure("said to be inseparable, of those", part(alike, isSaidInseparable), "fraction", { atLeast: 0.9 }),
    benchFigure("both standing as cannot tell, of those", part(alike, areBothCannotTell), "fraction"),
    benchFigure("cannot tell said of the decidable", part(decidable, isCannotTell), "fraction", { atMost: 0.1 }),
    benchFigure(
      "panels with a false cause supported",
      part(results, (each) => falselySupported(each).length > 0),
      "fraction",
      { atMost: 0.04 },
    ),
    benchFigure("true share within the stated range", part(shares, holds), "fraction", { atLeast: 0.9 }),
    benchFigure("true share within the stated range, of the decidable", part(owed, holds), "fraction"),
    benchFigure("median width of the stated range", widths(shares), "of the log change", { atMost: 0.5 }),
    benchFigure("median width of the stated range, of the decidable", widths(owed), "of the log change"),
    benchFigure("not answered", results.filter(({ fault }) => fault !== undefined).length, "worlds", { atMost: 0 }),
    benchFigure("explaining, median", rounded(median(results.map((each) => each.seconds.explained))), "s"),
    benchFigure("explaining, slowest", rounded(Math.max(...results.map((each) => each.seconds.explained))), "s"),
    benchFigure("reading, median", rounded(median(results.map((each) => each.seconds.read))), "s"),
  ];
}

function detailOf(results: readonly Result[]) {
  const decidable = results.filter(({ truth }) => truth.decidable);
  const singles = decidable.filter(({ truth }) => truth.causes.length < 3);
  return {
    confusion: {
      decidable: confusionOf(decidable),
      decidableAlone: confusionOf(singles),
      all: confusionOf(results),
    },
    alike: tableBy(
      results.filter(({ truth }) => truth.inseparable !== null),
      ({ truth }) => `${truth.inseparable?.join(" + ")}, ${truth.causes.length === 3 ? "both" : "one"} at work`,
    ),
    falselySupported: countsOf(results.flatMap(falselySupported)),
    shares: sharesByCause(results),
    byCauses: tableBy(results, ({ truth }) => namesOf(truth)),
    byNumberOfCauses: tableBy(results, ({ truth }) => String(actingOf(truth.causes).length)),
    byEffect: tableBy(results, ({ truth }) => truth.effect),
    byAreas: tableBy(results, ({ shape }) =>
      shape.areas < 20 ? "12 to 19" : shape.areas < 32 ? "20 to 31" : "32 to 44",
    ),
    byMonths: tableBy(results, ({ shape }) =>
      shape.months < 48 ? "24 to 47" : shape.months < 84 ? "48 to 83" : "84 to 120",
    ),
    byStep: tableBy(results, ({ shape }) => (shape.step === 1 ? "months" : "quarters")),
    byBase: tableBy(results, ({ shape }) =>
      shape.base < 30 ? "under 30" : shape.base < 150 ? "30 to 149" : "150 and more",
    ),
    bySpread: tableBy(results, ({ shape }) => shape.spread),
    byMeasures: tableBy(results, ({ shape }) => `${shape.measures.length} optional measures`),
    byPeriod: tableBy(results, ({ question }) => lengthOf(question.to)),
    byMisleading: tableBy(results, ({ truth }) => (truth.misleading.length > 0 ? "misleading context" : "none")),
    byDecider: tableBy(decidable, ({ truth }) => `${mainCause(truth)} by ${truth.causes[0]?.decidedBy?.join(" and ")}`),
    faults: results.flatMap(({ number, fault }) => (fault === undefined ? [] : [{ number, fault }])),
  };
}

/** By the largest true cause, how often each cause came first. */
function confusionOf(results: readonly Result[]): Record<string, Record<string, number>> {
  const groups = Map.groupBy(results, ({ truth }) => mainCause(truth));
  const rows = CAUSES.flatMap((cause) => {
    const group = groups.get(cause);
    return group === undefined ? [] : [[cause, countsOf(group.map(firstCause))] as const];
  });
  return Object.fromEntries(rows);
}

function countsOf(words: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    [...Map.groupBy(words, (word) => word)]
      .map(([word, all]) => [word, all.length] as const)
      .toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])),
  );
}

function tableBy(results: readonly Result[], by: (result: Result) => string) {
  const groups = [...Map.groupBy(results, by)].toSorted(([a], [b]) => a.localeCompare(b));
  return Object.fromEntries(groups.map(([key, group]) => [key, rowOf(group)]));
}

function rowOf(results: readonly Result[]) {
  const decidable = results.filter(({ truth }) => truth.decidable);
  const alike = results.filter(({ truth }) => truth.inseparable !== null);
  const shares = results.flatMap(sharesOf).filter(({ stated, owed }) => stated !== null || owed);
  return {
    worlds: results.length,
    decidable: decidable.length,
    rightFirst: part(decidable, isRightFirst),
    cannotTell: part(decidable, isCannotTell),
    alike: alike.length,
    saidInseparable: part(alike, isSaidInseparable),
    falselySupported: part(results, (each) => falselySupported(each).length > 0),
    covered: part(shares, holds),
    width: widths(shares),
  };
}

function sharesByCause(results: readonly Result[]) {
  const shares = results.flatMap(sharesOf).filter(({ stated, owed }) => stated !== null || owed);
  const groups = [...Map.groupBy(shares, ({ cause }) => cause)].toSorted(([a], [b]) => a.localeCompare(b));
  return Object.fromEntries(
    groups.map(([cause, group]) => {
      const missing = group.filter(({ stated }) => stated === null).length;
      return [cause, { stated: group.length - missing, missing, covered: part(group, holds), width: widths(group) }];
    }),
  );
}

function namesOf({ causes }: World["truth"]): string {
  const acting = actingOf(causes).map(({ cause }) => cause);
  return acting.length === 0 ? "chance" : acting.toSorted().join(" + ");
}

function lengthOf(period: string): string {
  if (period.includes("-Q")) return "quarter";
  return /^\d{4}-\d\d$/.test(period) ? "month" : "year";
}

/** What was wrong of a world, with its number, so that it can be dumped. */
function missLine(result: Result): string[] {
  const { truth, explanation, fault } = result;
  const wrong = [
    ...(fault === undefined ? [] : [`fault ${fault}`]),
    ...(truth.decidable && !isRightFirst(result) ? [`first ${firstCause(result)}`] : []),
    ...(truth.decidable && isCannotTell(result) ? ["cannot tell"] : []),
    ...(truth.inseparable !== null && !isSaidInseparable(result) ? ["not said to be inseparable"] : []),
    ...falselySupported(result).map((cause) => `${cause} supported`),
    ...sharesOf(result)
      .filter((share) => (share.stated !== null || share.owed) && !holds(share))
      .map(({ cause, truth: share, stated }) => `share of ${cause} ${rounded(share)} ${sayRange(stated)}`),
  ];
  if (wrong.length === 0) return [];
  const standings = explanation?.causes
    .filter(({ standing }) => standing !== "ruled-out")
    .map(({ cause, standing, share }) => `${cause} ${standing} ${sayRange(share)}`);
  return [
    `world ${result.number}: ${wrong.join("; ")}`,
    `    true: ${truth.causes.map(sayTrue).join("; ")}${truth.inseparable === null ? "" : "; made alike"}`,
    `    said: ${explanation?.verdict}; ${standings?.join("; ")}`,
    `    ${JSON.stringify(result.question)} ${JSON.stringify(result.shape)} ${truth.misleading.join(", ")}`,
  ];
}

function sayTrue({ cause, share, visible, decidedBy, description }: TrueCause): string {
  const decider = decidedBy === null ? "nothing" : decidedBy.join(" and ");
  return `${cause} ${rounded(share ?? 0)} (${visible.toFixed(1)} noises, told by ${decider}: ${description})`;
}

function sayRange(range: { readonly low: number; readonly high: number } | null): string {
  return range === null ? "(no range)" : `${rounded(range.low)} to ${rounded(range.high)}`;
}

function part<T>(list: readonly T[], is: (item: T) => boolean): number {
  return list.length === 0 ? 0 : rounded(list.filter(is).length / list.length);
}

function rounded(value: number): number {
  return Number(value.toFixed(3));
}

function secondsSince(began: number): number {
  return Math.round((performance.now() - began) / 1000);
}

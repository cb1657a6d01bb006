import { writeFileSync } from "node:fs";
import path from "node:path";
import { type Beyond, beyondOrdinary, type Points } from "../src/stats/index.ts";
import { type Bench, type BenchFigure, benchFigure } from "./lib/bench.ts";
import { timed } from "./lib/measure.ts";
import { USUAL_TESTS } from "./lib/usual-tests.ts";
import { drawPanel, type Drawing, MONTHS, type World, WORLDS } from "./lib/worlds.ts";

/**
 * The question is the product's: the newest twelve months against the twelve before. A step at a known date is asked
 * besides. A first argument takes fewer series; `write` stores the table where the product shows it.
 */
export const bench: Bench = {
  name: "false-alarms",
  summary: "how often series in which nothing changed are called changed, and a rise by 35 per cent is seen",
  async run({ root, args, progress }) {
    const series = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 2000);
    const { value: rows, seconds } = await timed(() => WORLDS.map((world) => rowOf(world, series, progress)));
    const power = powerOf(series, progress);
    progress(`${seconds.toFixed(0)} s for the nine worlds`);
    const detail = { question: QUESTION, seed: SEED, series, sizes: sizesOf(series), worlds: rows, power };
    if (args.includes("write")) writeFileSync(path.join(root, TABLE), `${JSON.stringify(detail, undefined, 2)}\n`);
    return { figures: figuresOf(rows, power), detail };
  },
};

const QUESTION = "the newest 12 months of 96 against the 12 before";
/** Fixed before anything was measured. */
const SEED = 20_180_605;
const TABLE = "docs/measured/false-alarms.json";

const YEARS = { from: { from: MONTHS - 23, to: MONTHS - 12 }, to: { from: MONTHS - 11, to: MONTHS } };
/** A date five years after the beginning: the year before it against all months since. */
const DATE = { from: { from: 49, to: 60 }, to: { from: 61, to: MONTHS } };
const RISE = 1.35;

/** Fewer series for what has no bar: the others' shared noise and the known date need fewer, the usual tests fewest. */
function sizesOf(series: number) {
  return { alone: series, others: series, sharedNoise: series / 4, date: series / 4, usual: series / 5 };
}

/** Per cent of the series of one world that were called changed. */
interface Row {
  readonly kind: World["kind"];
  readonly mean: number;
  readonly alone: Calls;
  readonly others: Calls;
  readonly sharedNoise: Calls;
  readonly date: Calls;
  readonly usual: Readonly<Record<string, number>>;
}

interface Calls {
  readonly changed: number;
  readonly cannotTell: number;
}

function rowOf(world: World, series: number, progress: (line: string) => void): Row {
  const sizes = sizesOf(series);
  const [alone, others, shared] = [setting(world, 0), setting(world, 11), setting(world, 11, true)];
  const row = {
    kind: world.kind,
    mean: world.mean,
    alone: callsOf(world, sizes.alone, alone, YEARS),
    others: callsOf(world, sizes.others, others, YEARS),
    sharedNoise: callsOf(world, sizes.sharedNoise, shared, YEARS),
    date: callsOf(world, sizes.date, alone, DATE),
    usual: usualOf(world, sizes.usual, alone),
  };
  const said = [row.alone, row.others, row.sharedNoise, row.date].map(({ changed }) => changed);
  progress(`${world.kind}, ${world.mean} a month: changed in ${said.join(", ")} % (alone, others, shared noise, date)`);
  return row;
}

type Setting = Omit<Drawing, "which">;

/** Every world draws from a seed of its own, so that none depends on what was drawn before. */
function setting(world: World, others: number, isShared = false, change = 1): Setting {
  return { seed: SEED + 1000 * WORLDS.indexOf(world), others, isShared, change };
}

interface Stretches {
  readonly from: Points;
  readonly to: Points;
}

function callsOf(world: World, series: number, drawing: Setting, stretches: Stretches): Calls {
  const verdicts = Array.from({ length: series }, (_, which) => {
    const { counts, others } = drawPanel(world, { ...drawing, which });
    return beyondOrdinary({ counts, ...stretches, season: 12, peers: others }).verdict;
  });
  const share = (verdict: Beyond["verdict"]) => percent(verdicts.filter((one) => one === verdict).length, series);
  return { changed: share("changed"), cannotTell: share("cannot-tell") };
}

function usualOf(world: World, series: number, drawing: Setting): Readonly<Record<string, number>> {
  const drawn = Array.from({ length: series }, (_, which) => drawPanel(world, { ...drawing, which }).counts);
  return Object.fromEntries(
    USUAL_TESTS.map(({ name, signals }) => [name, percent(drawn.filter((counts) => signals(counts)).length, series)]),
  );
}

function percent(part: number, whole: number): number {
  return Math.round((1000 * part) / whole) / 10;
}

/** Per cent of overdispersed series of 45 a month in which a rise by 35 per cent is seen. */
function powerOf(series: number, progress: (line: string) => void) {
  const world = WORLDS.find(({ kind, mean }) => kind === "overdispersed" && mean === 45)!;
  const sizes = sizesOf(series);
  const rising = (others: number, isShared = false) => ({ ...setting(world, others, isShared, RISE), seed: SEED - 1 });
  const power = {
    alone: callsOf(world, sizes.alone, rising(0), YEARS).changed,
    others: callsOf(world, sizes.others, rising(11), YEARS).changed,
    sharedNoise: callsOf(world, sizes.sharedNoise, rising(11, true), YEARS).changed,
    usual: usualOf(world, sizes.usual, rising(0)),
  };
  progress(
    `a rise by 35 % is seen in ${power.alone}, ${power.others}, ${power.sharedNoise} % (alone, others, shared noise)`,
  );
  return power;
}

function figuresOf(rows: readonly Row[], power: ReturnType<typeof powerOf>): readonly BenchFigure[] {
  const six = rows.filter(({ kind }) => kind !== "autocorrelated");
  const three = rows.filter(({ kind }) => kind === "autocorrelated");
  const most = (some: readonly Row[], by: Way) => Math.max(...some.map((row) => row[by].changed));
  const mean = (some: readonly Row[], by: Way) => some.reduce((sum, row) => sum + row[by].changed / some.length, 0);
  return [
    benchFigure("alone: most false alarms of the six worlds without autocorrelation", most(six, "alone"), "%", {
      atMost: 7,
    }),
    benchFigure("alone: most of the three with it", most(three, "alone"), "%", { atMost: 10 }),
    benchFigure("alone: power for +35 % at 45 a month, overdispersed", power.alone, "%", { atLeast: 80 }),
    benchFigure("with eleven others: mean of the six", mean(six, "others"), "%", { atMost: 5 }),
    benchFigure("with eleven others: mean of the three", mean(three, "others"), "%", { atMost: 7 }),
    benchFigure("with eleven others: power", power.others, "%", { atLeast: 90 }),
    benchFigure("with eleven others of the same noise: mean of the six", mean(six, "sharedNoise"), "%", { atMost: 5 }),
    benchFigure("with eleven others of the same noise: mean of the three", mean(three, "sharedNoise"), "%", {
      atMost: 7,
    }),
    benchFigure("with eleven others of the same noise: power", power.sharedNoise, "%", { atLeast: 90 }),
    benchFigure("a known date, alone: most of the six", most(six, "date"), "%"),
    benchFigure("a known date, alone: most of the three", most(three, "date"), "%"),
    ...USUAL_TESTS.map(({ name }) => benchFigure(`${name}: most of the nine`, worst(rows, name), "%")),
  ];
}

type Way = "alone" | "others" | "sharedNoise" | "date";

function worst(rows: readonly Row[], test: string): number {
  return Math.max(...rows.map(({ usual }) => usual[test]!));
}

import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import {
  farringtonFlexible,
  findBreaks,
  fitCounts,
  harmonicSeason,
  intercept,
  seasonalTrendOf,
  slope,
  slopeFrom,
  step,
} from "../src/stats/index.ts";
import { type Bench, type BenchFigure, benchFigure } from "./lib/bench.ts";
import { drawsFrom } from "./lib/draws.ts";
import { median } from "./lib/measure.ts";

/**
 * The routines that are run on thousands of series at once, on made-up monthly counts of ten years. R, where it is
 * installed with the packages concerned, is timed on the same series; its figures have no bar.
 */
export const bench: Bench = {
  name: "stats",
  summary: "seconds for 1,000 monthly series of ten years on one core, and R's beside ours",
  async run({ scratch, progress }) {
    const series = madeUpSeries();
    const ours = ROUTINES.map((routine): BenchFigure => {
      const seconds = secondsPerThousand(series, routine);
      progress(`${routine.name}: ${seconds.toFixed(3)} s`);
      return benchFigure(`${routine.name} (R: ${routine.inR} s)`, seconds, "s per 1,000", { atMost: routine.atMost });
    });
    const { figures, missing } = await timesOfR(series, scratch, progress);
    return { figures: [...ours, ...figures], detail: { months: MONTHS, series: series.length, missing } };
  },
};

const MONTHS = 120;
const SERIES = 250;
const ROUNDS = 5;

interface Routine {
  readonly name: string;
  /** What `stats.R` calls it. */
  readonly key: string;
  /** R 4.2.2 when the bar was set. */
  readonly inR: number;
  readonly atMost: number;
  readonly run: (counts: readonly number[], logs: readonly number[]) => unknown;
}

const DESIGN = [
  intercept(MONTHS),
  slope(MONTHS, 12),
  step(MONTHS, 85),
  slopeFrom(MONTHS, 85, 12),
  ...harmonicSeason(MONTHS, 12, 2),
];
const FARRINGTON = { frequency: 12, halfWindow: 1, periods: 4, alpha: 0.025, method: "nbPlugin" } as const;
const STL = seasonalTrendOf(MONTHS, { period: 12, robust: true });

const ROUTINES: readonly Routine[] = [
  {
    name: "farringtonFlexible, newest month",
    key: "farrington",
    inR: 4.1,
    atMost: 0.8,
    run: (counts) => farringtonFlexible(counts, FARRINGTON),
  },
  {
    name: "quasi-Poisson regression, eight terms, with summary",
    key: "regression",
    inR: 0.86,
    atMost: 0.2,
    run: (counts) => fitCounts({ counts, design: DESIGN }),
  },
  { name: "breaks in level", key: "breaks-level", inR: 16, atMost: 2, run: (_, logs) => findBreaks(logs) },
  {
    name: "breaks in trend",
    key: "breaks-trend",
    inR: 79,
    atMost: 4,
    run: (_, logs) => findBreaks(logs, { model: "trend" }),
  },
  { name: "robust STL", key: "robust-stl", inR: 0.36, atMost: 0.3, run: (_, logs) => STL(logs) },
];

/** Overdispersed counts of 45 a month with a season. */
function madeUpSeries(): readonly (readonly number[])[] {
  return Array.from({ length: SERIES }, (_, which) => {
    const draws = drawsFrom(20_180_606, which);
    return Array.from({ length: MONTHS }, (_month, t) => {
      const season = 1 + 0.12 * Math.sin((2 * Math.PI * (t + 1)) / 12);
      return draws.poisson((45 * season * draws.gamma(30)) / 30);
    });
  });
}

/** The middle of some rounds over all series, after one that is not counted. */
function secondsPerThousand(series: readonly (readonly number[])[], { run }: Routine): number {
  const prepared = series.map((counts) => ({ counts, logs: counts.map((count) => Math.log(count + 0.5)) }));
  const rounds = Array.from({ length: ROUNDS + 1 }, () => {
    const began = process.cpuUsage();
    for (const { counts, logs } of prepared) run(counts, logs);
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1e6;
  });
  return (1000 * median(rounds.slice(1))) / series.length;
}

/** R's times on the same series; nothing but what is missing where R or a package is. */
async function timesOfR(series: readonly (readonly number[])[], scratch: string, progress: (line: string) => void) {
  const file = path.join(scratch, "series.csv");
  writeFileSync(file, `${series.map((counts) => counts.join(",")).join("\n")}\n`);
  const script = path.join(import.meta.dirname, "lib/stats.R");
  const output = await promisify(execFile)("Rscript", ["--vanilla", script, file]).then(
    ({ stdout }) => stdout,
    (error: unknown) => {
      progress(`R was not run: ${String(error)}`);
      return "";
    },
  );
  const lines = output
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.trim().split(" "));
  const figures = ROUTINES.flatMap(({ name, key }) => {
    const seconds = Number(lines.find(([said]) => said === key)?.[1]);
    return Number.isFinite(seconds) ? [benchFigure(`R: ${name}`, seconds, "s per 1,000")] : [];
  });
  const missing =
    output === "" ? ["R"] : lines.filter(([, said]) => said === "missing").map(([, , name]) => name ?? "");
  for (const name of missing) progress(`${name} is not installed: not timed in R`);
  return { figures, missing: [...new Set(missing)] };
}

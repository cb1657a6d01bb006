import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { type Bench, type BenchContext, benchFigure } from "./lib/bench.ts";
import { median, timed } from "./lib/measure.ts";

const RUNS = 9;
/** Of what takes seconds. */
const FEW = 3;
const SPAN = "--from 2016 --to 2017 --json".split(" ");
const EXPLAIN = ["explain", "--area", "kent", "--class", "stalking-and-harassment", ...SPAN];
const SCAN = ["scan", ...SPAN];
const FIGURES = "figures --area kent --class stalking-and-harassment --from 2016 --to 2017 --json".split(" ");
/** Used where the article is not beside the project. */
const INVENTED = "Recorded stalking in Kent rose from 127 in 2016 to 340 in 2017, an increase of 168%.\n";

export const bench: Bench = {
  name: "cli",
  summary: "whole-process times of figures, check, explain and scan, from the shell's call to its end",
  run: async (context) => {
    const { shared, scratch } = context;
    const article = shared === undefined ? "" : path.join(shared, "article/kent-stalking-2018.txt");
    const text = existsSync(article) ? article : path.join(scratch, "invented.txt");
    if (text !== article) await writeFile(text, INVENTED);
    const figures = await runs(context, FIGURES);
    const check = await runs(context, ["check", text, "--json"]);
    const explain = await runs(context, EXPLAIN);
    const scan = await runs(context, SCAN, FEW);
    return {
      figures: [
        benchFigure("figures, median", median(figures), "s", { atMost: 0.7 }),
        benchFigure("figures, slowest", Math.max(...figures), "s"),
        benchFigure("check, median", median(check), "s", { atMost: 1 }),
        benchFigure("check, slowest", Math.max(...check), "s"),
        benchFigure("explain, median", median(explain), "s", { atMost: 2 }),
        benchFigure("scan of all forces and groups, median", median(scan), "s", { atMost: 20 }),
      ],
      detail: { runs: RUNS, text: path.basename(text) },
    };
  },
};

/** The command's own store is not there, so all answer from the published facts; the first run warms the cache. */
async function runs(
  { root, scratch, progress }: BenchContext,
  args: readonly string[],
  times = RUNS,
): Promise<number[]> {
  const command = path.join(root, "bin/throughline");
  const env = { ...process.env, NODE_COMPILE_CACHE: path.join(scratch, "compile-cache") };
  const seconds: number[] = [];
  for (let i = 0; i <= times; i++) {
    const run = await timed(() => spawnSync(command, args, { cwd: scratch, env, encoding: "utf8" }));
    if (run.value.status !== 0) throw new Error(`throughline ${args.join(" ")} failed: ${run.value.stderr}`);
    if (i > 0) seconds.push(run.seconds);
  }
  progress(`${args[0]}: ${seconds.map((each) => each.toFixed(2)).join(" ")} s`);
  return seconds;
}

import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { type Bench, type BenchContext, benchFigure } from "./lib/bench.ts";
import { median, peakMemoryOf } from "./lib/measure.ts";

const RUNS = 9;
const FIGURES = "figures --area kent --class stalking-and-harassment --from 2016 --to 2017 --json".split(" ");
/** Used where the article is not beside the project. */
const INVENTED = "Recorded stalking in Kent rose from 127 in 2016 to 340 in 2017, an increase of 168%.\n";

export const bench: Bench = {
  name: "cli",
  summary: "whole-process times of figures and check, from the shell's call to its end",
  run: async (context) => {
    const { root, shared, scratch } = context;
    const article = shared === undefined ? "" : path.join(shared, "article/kent-stalking-2018.txt");
    const text = existsSync(article) ? article : path.join(scratch, "invented.txt");
    if (text !== article) await writeFile(text, INVENTED);
    const main = path.join(root, "src/cli/main.ts");
    const figures = await runs(context, [main, ...FIGURES]);
    const check = await runs(context, [main, "check", text, "--json"]);
    return {
      figures: [
        benchFigure("figures, median", median(figures), "s", { atMost: 0.7 }),
        benchFigure("figures, slowest", Math.max(...figures), "s"),
        benchFigure("check, median", median(check), "s", { atMost: 1 }),
        benchFigure("check, slowest", Math.max(...check), "s"),
      ],
      detail: { runs: RUNS, text: path.basename(text) },
    };
  },
};

/** The command's own store is not there, so both answer from the published facts. */
async function runs({ scratch, progress }: BenchContext, args: readonly string[]): Promise<number[]> {
  const env = { NODE_COMPILE_CACHE: path.join(scratch, "compile-cache") };
  const seconds: number[] = [];
  for (let i = 0; i <= RUNS; i++) {
    const use = await peakMemoryOf(args, { cwd: scratch, env });
    if (use.exitCode !== 0) throw new Error(`node ${args.join(" ")} failed: ${use.stderr}`);
    if (i > 0) seconds.push(use.seconds);
  }
  progress(`${args[1]}: ${seconds.map((each) => each.toFixed(2)).join(" ")} s`);
  return seconds;
}

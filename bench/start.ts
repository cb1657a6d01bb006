import { spawnSync } from "node:child_process";
import path from "node:path";
import { type Bench, benchFigure } from "./lib/bench.ts";
import { median, peakMemoryOf, timed } from "./lib/measure.ts";

/** How long a command takes before it begins its own work. */
export const bench: Bench = {
  name: "start",
  summary: "what `throughline --help` costs: process start, modules, compile cache",
  async run({ root }) {
    const command = path.join(root, "bin", "throughline");
    const seconds: number[] = [];
    for (let i = 0; i < 7; i++) {
      const run = await timed(() => spawnSync(command, ["--help"], { encoding: "utf8" }));
      if (run.value.status !== 0) throw new Error(`throughline --help failed: ${run.value.stderr}`);
      seconds.push(run.seconds);
    }
    const use = await peakMemoryOf([path.join(root, "src/cli/main.ts"), "--help"], { cwd: root });
    return {
      figures: [
        benchFigure("median start", median(seconds.slice(1)), "s", { atMost: 0.3 }),
        benchFigure("peak memory", use.peakBytes / 2 ** 20, "MiB"),
      ],
      detail: { seconds },
    };
  },
};

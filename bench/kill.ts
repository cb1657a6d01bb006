import { type Bench, benchFigure } from "./lib/bench.ts";
import { killOverAndOver } from "./lib/kills.ts";

const KILLS = 200;

export const bench: Bench = {
  name: "kill",
  summary: `kill -9 of ingest and build, ${KILLS} times: nothing torn, nothing half served, the same digest after a rerun`,
  run: async ({ root, scratch, args, progress }) => {
    const kills = Number(args[0] ?? KILLS);
    const { tries, landed, faults, digest } = await killOverAndOver({
      root,
      scratch,
      kills,
      seed: 20_181_231,
      progress,
    });
    return {
      figures: [
        benchFigure("kills that landed", landed, "kills", { atLeast: KILLS }),
        benchFigure("runs that one was aimed at", tries, "runs"),
        benchFigure("faults", faults.length, "faults", { atMost: 0 }),
      ],
      detail: { digest, faults: faults.slice(0, 20) },
    };
  },
};

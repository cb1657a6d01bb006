import { type Bench, benchFigure } from "./lib/bench.ts";
import { killOverAndOver } from "./lib/kills.ts";

const KILLS = 200;

export const bench: Bench = {
  name: "kill",
  summary: `kill -9 of ingest and build, ${KILLS} times: nothing torn, nothing half served, the same digest after a rerun`,
  run: async ({ root, scratch, args, progress }) => {
    const kills = Number(args[0] ?? KILLS);
    const { inTime, faults, digest } = await killOverAndOver({ root, scratch, kills, seed: 20_181_231, progress });
    return {
      figures: [
        benchFigure("kills", kills, "kills", { atLeast: KILLS }),
        benchFigure("kills before the command had ended", inTime, "kills"),
        benchFigure("faults", faults.length, "faults", { atMost: 0 }),
      ],
      detail: { digest, faults: faults.slice(0, 20) },
    };
  },
};

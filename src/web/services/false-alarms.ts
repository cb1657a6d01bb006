import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/** Per cent of series, from 0 to 100. */
const calls = z.object({ changed: z.number(), cannotTell: z.number() });
const usual = z.record(z.string(), z.number());

const MEASURED = z.object({
  question: z.string(),
  seed: z.number(),
  series: z.number(),
  sizes: z.object({ alone: z.number(), others: z.number(), usual: z.number() }),
  worlds: z.array(z.object({ kind: z.string(), mean: z.number(), alone: calls, others: calls, usual })),
  power: z.object({ alone: z.number(), others: z.number(), usual }),
});

/** How often changes are called where nothing changed, as the bench measured it. */
export type FalseAlarms = z.infer<typeof MEASURED>;

const FILE = path.resolve(import.meta.dirname, "../../../docs/measured/false-alarms.json");

/** Reads what `npm run bench -- false-alarms write` stored; nothing where it has not been run. */
export function falseAlarmsMeasured(file: string = FILE): FalseAlarms | null {
  return existsSync(file) ? MEASURED.parse(JSON.parse(readFileSync(file, "utf8"))) : null;
}

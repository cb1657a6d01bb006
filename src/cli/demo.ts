import type { Effects } from "../base/index.ts";
import { Lake } from "../engine/index.ts";
import { PUBLISHED_FOLDER } from "../figures/index.ts";
import { ingest } from "../intake/index.ts";
import { loadLaw, type Law } from "../law/index.ts";
import { buildStore } from "../pipeline.ts";
import { type Command, STORE } from "./command.ts";

export const demo: Command = {
  name: "demo",
  summary: "Makes the demonstration store from the published facts that ship with Throughline.",
  options: { store: STORE },
  run: async ({ options, effects }) => {
    const made = await makeDemo(options["store"] ?? "./store", loadLaw(), effects);
    return { json: made, lines: [`${made.store}: build ${made.build}, ${made.rows} rows of published facts`] };
  },
};

/** Takes the published facts into a store and builds it; a store that has them already is only built anew where needed. */
export async function makeDemo(
  store: string,
  law: Law,
  effects: Effects,
): Promise<{ store: string; build: string; rows: number }> {
  const { failures } = await ingest({ store, paths: [PUBLISHED_FOLDER] }, effects);
  if (failures.length > 0) throw new Error(`the published facts could not be read: ${JSON.stringify(failures)}`);
  const { build } = await buildStore({ store, law }, effects);
  const batches = await new Lake(store).batches();
  return { store, build, rows: batches.reduce((sum, each) => sum + each.accepted, 0) };
}

import { misuse } from "../base/index.ts";
import { ingest, type IngestReport } from "../intake/index.ts";
import { type Command, STORE } from "./command.ts";

export const ingestCommand: Command = {
  name: "ingest",
  summary: "Takes files into a store, each table as a batch of its own; the same content again is recognised.",
  positionals: "PATH…",
  options: {
    store: STORE,
    as: { type: "text", value: "PROFILE", meaning: "read as this profile, whatever the headers say" },
    release: { type: "text", value: "NAME", meaning: "the release the files belong to" },
    released: { type: "text", value: "DATE", meaning: "the day that release came out" },
  },
  run: async ({ options, positionals, effects }) => {
    if (positionals.length === 0) {
      throw misuse({ code: "E_NO_PATH", found: "no file was named", expected: "throughline ingest PATH…" });
    }
    const { store = "./store", as, release, released } = options;
    const report = await ingest({ store, paths: positionals, as, release, released }, effects);
    return { json: report, lines: linesOf(report), failed: report.failures.length > 0 };
  },
};

function linesOf({ batches, failures, passedOver }: IngestReport): string[] {
  return [
    ...batches.map((each) =>
      each.alreadyHeld
        ? `${each.source}: already held as batch ${each.id}`
        : `${each.source}: ${each.accepted} rows accepted, ${each.rejected} rejected, as ${each.profile} (batch ${each.id})`,
    ),
    ...passedOver.map(({ source }) => `${source}: passed over, not a table that is known`),
    ...failures.map(({ source, message }) => `${source}: not read. ${message}`),
  ];
}

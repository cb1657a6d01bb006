import { misuse } from "../base/index.ts";
import { duckdbDialect, explainPlan, planFor, type StepReport, trinoDialect } from "../engine/index.ts";
import { loadLaw } from "../law/index.ts";
import { buildStore, showStep, wholePlan } from "../pipeline.ts";
import { type Command, STORE } from "./command.ts";

export const build: Command = {
  name: "build",
  summary: "Derives everything from the records as received, and serves it from then on.",
  options: {
    store: STORE,
    "as-of": {
      type: "text",
      value: "TIME",
      meaning: "only what had been received by then; served until the next build",
    },
    engine: { type: "text", value: "ENGINE", meaning: "duckdb (default); trino only with --explain" },
    explain: { type: "flag", meaning: "show the plan's SQL and run nothing" },
    step: { type: "text", value: "NAME", meaning: "run up to this step and show its table" },
  },
  run: async ({ options, flags, effects }) => {
    const { store = "./store", step, engine = "duckdb" } = options;
    if (!["duckdb", "trino"].includes(engine))
      throw misuse({ code: "E_ENGINE", found: `--engine ${engine}`, expected: "duckdb or trino" });
    const asOf = momentOf(options["as-of"]);
    if (flags.has("explain")) {
      const plan = step === undefined ? wholePlan(asOf) : planFor(wholePlan(asOf), step);
      const text = explainPlan(plan, engine === "trino" ? trinoDialect : duckdbDialect);
      return { json: { engine, sql: text }, lines: [text] };
    }
    if (engine === "trino") {
      throw misuse({
        code: "E_ENGINE",
        found: "--engine trino",
        expected: "duckdb",
        remedy: "Trino's SQL can be read with --explain; it cannot be run yet.",
      });
    }
    if (step !== undefined) {
      const rows = await showStep({ store, law: loadLaw(), asOf, step });
      return { json: { step, rows }, lines: rows.map((row) => JSON.stringify(row)) };
    }
    const manifest = await buildStore({ store, law: loadLaw(), asOf }, effects);
    const { build: id, steps, digest } = manifest;
    return {
      json: { build: id, asOf: manifest.asOf, steps, digest },
      lines: [...steps.map(sayStep), `build ${id}`, `digest ${digest}`],
    };
  },
};

function sayStep({ name, rows, seconds }: StepReport): string {
  return `${name.padEnd(28)} ${String(rows).padStart(10)} rows ${seconds.toFixed(2).padStart(8)} s`;
}

/** A moment as the manifest writes it: a day means its end. */
function momentOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return `${Temporal.PlainDate.from(text).toString()}T23:59:59.999Z`;
    return Temporal.Instant.from(text).toString({ smallestUnit: "millisecond" });
  } catch (cause) {
    throw misuse({
      code: "E_TIME",
      found: `"${text}" is not a moment (${(cause as Error).message})`,
      expected: "2018-03-01 or 2018-03-01T09:00:00Z",
    });
  }
}

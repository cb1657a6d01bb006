import { type Effects, sha256 } from "./base/index.ts";
import {
  type Batch,
  type BuildManifest,
  Builds,
  columnList,
  duckdbDialect,
  explainPlan,
  Lake,
  orderOf,
  type Plan,
  plan,
  planFor,
  runPlan,
  Session,
  sql,
  type Step,
  type Table,
  withLock,
  withSession,
} from "./engine/index.ts";
import { observationPlan, OBSERVERS, offenceClass, offenceClassRows } from "./figures/index.ts";
import {
  areaName,
  areaNameRows,
  classifySteps,
  classLabel,
  classLabelRows,
  type Law,
  offenceName,
  offenceNameRows,
  offenceRule,
  offenceRuleRows,
} from "./law/index.ts";
import {
  AS_OF_TABLES,
  asOfSteps,
  batchRelease,
  classified,
  FORCE_TABLES,
  includedOffence,
  observation,
  unmapped,
} from "./records/index.ts";

/*
 *   files ──intake──▶ records as received (the lake)
 *                        │
 *   rules ──law──────────┤
 *                        ▼
 *        observations ──figures──▶ answers ──web, cli──▶ people
 *        events, mentions, actions … as of a moment, events classified by rule
 *                                               ▲
 *   texts ──claims──────────────────────────────┘
 *
 * Everything derived is rebuilt from records as received, decisions by people, and versioned rules.
 */

/** The stages in order. */
export function wholePlan(asOf?: string): Plan {
  return plan([...observationPlan().steps, ...asOfSteps(asOf), ...classifySteps()]);
}

/** What a build keeps of what its plan makes. */
export const KEPT: readonly Table[] = [observation, unmapped, ...AS_OF_TABLES, classified, includedOffence];

export interface BuildOptions {
  readonly store: string;
  readonly law: Law;
  readonly asOf?: string | undefined;
}

/** Runs the pipeline over what a store has received, and serves the result from then on. */
export async function buildStore({ store, law, asOf }: BuildOptions, effects: Effects): Promise<BuildManifest> {
  return withLock(store, effects, async () => {
    const lake = new Lake(store);
    const builds = new Builds(store);
    await lake.sweep();
    await builds.sweep();
    const batches = await batchesBy(lake, asOf);
    const session = await Session.open({ spillTo: `${store}/scratch` });
    try {
      await showInputs(session, { lake, batches, law });
      const made = await builds.make(session, {
        asOf: asOf ?? null,
        inputs: inputsOf(batches, law, asOf),
        plan: wholePlan(asOf),
        keeps: KEPT,
        madeAt: effects.now().toString({ smallestUnit: "millisecond" }),
        onStep: ({ name, rows, seconds }) => effects.progress(`${name}: ${rows} rows in ${seconds} s`),
      });
      await builds.serve(made.manifest.build);
      return made.manifest;
    } finally {
      session.close();
    }
  });
}

/** The rows of one step's table, in the order of its key; nothing is kept or served. */
export async function showStep(wanted: BuildOptions & { readonly step: string }): Promise<Record<string, unknown>[]> {
  const { store, law, asOf, step } = wanted;
  const lake = new Lake(store);
  const batches = await batchesBy(lake, asOf);
  return withSession({}, async (session) => {
    await showInputs(session, { lake, batches, law });
    const upTo = planFor(wholePlan(asOf), step);
    await runPlan(upTo, session);
    const { makes } = upTo.steps.at(-1) as Step;
    return session.rows(
      sql`SELECT ${columnList(makes)} FROM ${makes} ORDER BY ${orderOf(makes)} LIMIT ${MOST_ROWS_SHOWN}`,
    );
  });
}

const MOST_ROWS_SHOWN = 200;

/** Makes the tables that the plan is given visible: records as received, and what law knows of names. */
export async function showInputs(
  session: Session,
  given: { lake: Lake; batches: readonly Batch[]; law: Law },
): Promise<void> {
  const { lake, batches, law } = given;
  await session.fill(areaName, areaNameRows(law));
  await session.fill(classLabel, classLabelRows(law));
  await session.fill(offenceClass, offenceClassRows(law));
  await session.fill(offenceRule, offenceRuleRows(law));
  await session.fill(offenceName, offenceNameRows(law));
  await session.fill(
    batchRelease,
    batches.map(({ id, release: { dataset, release, released } }) => ({ batch: id, dataset, release, released })),
  );
  for (const table of [...OBSERVERS.map(({ from }) => from), ...FORCE_TABLES]) {
    await lake.show(
      session,
      table,
      batches.filter((batch) => batch.table === table.name),
    );
  }
}

/**
 * The batches that a build as of a moment may know of. Of published tables, those received by then; a force's own records say
 * row by row when they were entered, however much later the files were loaded.
 */
async function batchesBy(lake: Lake, asOf: string | undefined): Promise<Batch[]> {
  const forceTables = new Set(FORCE_TABLES.map((table) => table.name));
  const batches = await lake.batches();
  return batches.filter((batch) => asOf === undefined || forceTables.has(batch.table) || batch.receivedAt <= asOf);
}

/** Everything that decides the rows of a build. */
function inputsOf(batches: readonly Batch[], law: Law, asOf: string | undefined): Record<string, unknown> {
  return {
    batches: batches
      .map(({ id, release: { release, released } }) => ({ id, release, released }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    names: sha256(JSON.stringify([areaNameRows(law), classLabelRows(law), offenceClassRows(law)])),
    offences: sha256(JSON.stringify([offenceRuleRows(law), offenceNameRows(law)])),
    plan: sha256(explainPlan(wholePlan(asOf), duckdbDialect)),
  };
}

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
import { areaName, areaNameRows, classLabel, classLabelRows, type Law } from "./law/index.ts";
import { batchRelease, observation, unmapped } from "./records/index.ts";

/*
 *   files ──intake──▶ records as received (the lake)
 *                        │
 *   rules ──law──────────┤
 *                        ▼
 *                  observations ──figures──▶ answers ──web, cli──▶ people
 *                                               ▲
 *   texts ──claims──────────────────────────────┘
 *
 * Everything derived is rebuilt from records as received, decisions by people, and versioned rules.
 */

/** The stages in order. */
export function wholePlan(): Plan {
  return observationPlan();
}

/** What a build keeps of what its plan makes. */
export const KEPT: readonly Table[] = [observation, unmapped];

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
    const batches = (await lake.batches()).filter((batch) => asOf === undefined || batch.receivedAt <= asOf);
    const session = await Session.open({ spillTo: `${store}/scratch` });
    try {
      await showInputs(session, { lake, batches, law });
      const made = await builds.make(session, {
        asOf: asOf ?? null,
        inputs: inputsOf(batches, law),
        plan: wholePlan(),
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
  const batches = (await lake.batches()).filter((batch) => asOf === undefined || batch.receivedAt <= asOf);
  return withSession({}, async (session) => {
    await showInputs(session, { lake, batches, law });
    const upTo = planFor(wholePlan(), step);
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
  await session.fill(
    batchRelease,
    batches.map(({ id, release: { dataset, release, released } }) => ({ batch: id, dataset, release, released })),
  );
  for (const { from } of OBSERVERS) {
    await lake.show(
      session,
      from,
      batches.filter((batch) => batch.table === from.name),
    );
  }
}

/** Everything that decides the rows of a build. */
function inputsOf(batches: readonly Batch[], law: Law): Record<string, unknown> {
  return {
    batches: batches
      .map(({ id, release: { release, released } }) => ({ id, release, released }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    names: sha256(JSON.stringify([areaNameRows(law), classLabelRows(law), offenceClassRows(law)])),
    plan: sha256(explainPlan(wholePlan(), duckdbDialect)),
  };
}

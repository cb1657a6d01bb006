import { existsSync } from "node:fs";
import path from "node:path";
import { misuse } from "../base/index.ts";
import {
  type Batch,
  Builds,
  columnList,
  join,
  Lake,
  name,
  type OpenBuild,
  Session,
  showBuild,
  sql,
} from "../engine/index.ts";
import type { Law } from "../law/index.ts";
import { observation, type Observation, publishedFact } from "../records/index.ts";

/** The observations that figures are answered from, open for questions until closed. */
export interface Archive {
  readonly law: Law;
  readonly session: Session;
  /** The build that is answered from; null when it is the published facts that ship with Throughline. */
  readonly build: OpenBuild | null;
  /** The deliveries behind the observations. */
  readonly batches: readonly Batch[];
  readonly store: string | null;
}

/** Where the published facts that ship with Throughline lie. */
export const PUBLISHED_FOLDER = path.resolve(import.meta.dirname, "../../reference/published");
export const PUBLISHED_FACTS = path.join(PUBLISHED_FOLDER, "facts.csv");

/**
 * Opens the build being served from a store; without a store, the published facts that ship with
 * Throughline. A store that was named but holds no build is refused.
 */
export async function openArchive(store: string, law: Law, { mustExist = false } = {}): Promise<Archive> {
  const build = await new Builds(store).current();
  if (build === undefined && (mustExist || existsSync(path.join(store, "lake")))) throw noBuild(store);
  const session = await Session.open();
  try {
    if (build === undefined) {
      await showPublished(session);
      return { law, session, build: null, batches: [], store: null };
    }
    await showBuild(session, build, [observation]);
    return { law, session, build, batches: await new Lake(store).batches(), store };
  } catch (cause) {
    session.close();
    throw cause;
  }
}

/** Observations of a measure in some areas under any of some labels; ordered by the key. */
export async function observationsOf(
  archive: Archive,
  wanted: { areas: readonly string[]; labels: readonly string[]; measure: string },
): Promise<Observation[]> {
  const { areas, labels, measure } = wanted;
  if (areas.length === 0 || labels.length === 0) return [];
  return archive.session.rows<Observation>(sql`SELECT ${columnList(observation)} FROM ${observation}
WHERE measure = ${measure}
  AND area IN (${join(areas.map((each) => sql`${each}`))})
  AND class IN (${join(labels.map((each) => sql`${each}`))})
ORDER BY ${join(observation.key.map((key) => name(key)))}`);
}

/** The published facts read straight from their file: line N of the file is row N. */
async function showPublished(session: Session): Promise<void> {
  if (!existsSync(PUBLISHED_FACTS)) {
    throw misuse({
      code: "E_NO_FACTS",
      found: `${PUBLISHED_FACTS} is missing`,
      expected: "the published facts that ship with Throughline",
    });
  }
  const columns = join(FACT_COLUMNS.map((column) => sql`${column}: 'VARCHAR'`));
  await session.run(sql`CREATE VIEW facts AS SELECT ROW_NUMBER() OVER () + 1 AS line, *
FROM READ_CSV(${PUBLISHED_FACTS}, header = true, auto_detect = false, columns = {${columns}})`);
  await session.run(sql`CREATE TABLE ${observation} AS
SELECT area, class, measure, COALESCE(part, '') AS part, CAST(period_from AS DATE) AS period_from,
  CAST(period_to AS DATE) AS period_to, CAST(value AS DECIMAL(20,6)) AS value, dataset, release,
  CAST(released AS DATE) AS released, 'published' AS batch, line AS source_line, 1 AS source_rows
FROM facts`);
}

/** The file has the columns of its lake table, but for those that only a batch has. */
const FACT_COLUMNS = Object.keys(publishedFact.columns).filter((each) => each !== "batch" && each !== "source_line");

function noBuild(store: string): Error {
  return misuse({
    code: "E_NO_BUILD",
    found: `${store} holds no finished build`,
    expected: "a store with a build being served",
    remedy: `Run: throughline build --store ${store}`,
  });
}

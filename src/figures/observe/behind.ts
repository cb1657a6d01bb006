import { join, type Sql, sql } from "../../engine/index.ts";
import type { Law } from "../../law/index.ts";
import type { Observation } from "../../records/index.ts";
import type { Observer, Reading } from "./observer.ts";

/** What the rows behind an observation are looked for in. */
export interface Received {
  /** The rows of the batch, such as `READ_PARQUET(…)`. */
  readonly rows: Sql;
  readonly law: Law;
}

/**
 * The source rows behind an observation, as `FROM … WHERE …` over `r`: those that one of the observer's readings
 * makes this number of. A line alone does not tell, as a line of a wide table gives many rows.
 */
export function fromRowsBehind({ readings }: Observer, observed: Observation, { rows, law }: Received): Sql {
  const ways = readings
    .filter((each) => each.measure === observed.measure)
    .map((each) => sql`(${conditionOf(each, observed, law)})`);
  return sql`FROM ${rows} AS r
CROSS JOIN (SELECT CAST(${observed.release} AS VARCHAR) AS release) AS b
WHERE ${ways.length === 0 ? sql`r.source_line = ${observed.source_line}` : join(ways, sql`\n  OR `)}`;
}

function conditionOf(reading: Reading, observed: Observation, law: Law): Sql {
  const { area, class: classSlug, part, period_from, period_to, source_line } = observed;
  const areas = [...law.areaByName].filter(([, { slug }]) => slug === area).map(([name]) => name);
  const labels = [...law.classOfLabel].filter(([, meaning]) => meaning === classSlug).map(([label]) => label);
  return join(
    [
      sql`(${reading.where ?? sql`TRUE`})`,
      sql`${reading.periodFrom} = CAST(${period_from} AS DATE)`,
      sql`${reading.periodTo} = CAST(${period_to} AS DATE)`,
      sql`${reading.part ?? sql`''`} = ${part}`,
      isOneOf(reading.area, areas),
      // The class that a table beside the rows tells (an offence code on a day) follows from the part and the period.
      ...(reading.classFrom === undefined ? [isOneOf(reading.class, labels)] : []),
      ...(reading.groupBy === undefined ? [sql`r.source_line = ${source_line}`] : []),
    ],
    sql` AND `,
  );
}

function isOneOf(spelling: Sql, known: readonly string[]): Sql {
  if (known.length === 0) return sql`FALSE`;
  return sql`LOWER(TRIM(${spelling})) IN (${join(known.map((each) => sql`${each}`))})`;
}

import { defineTable, maybeColumn, name, type Sql, sql, type Step, step, type Table } from "../../engine/index.ts";
import { areaName, classLabel } from "../../law/index.ts";
import { batchRelease, type Measure, observation } from "../../records/index.ts";

/** How one lake table becomes observations. */
export interface Observer {
  readonly from: Table;
  readonly step: Step;
  /** How its rows are read; none where a row is an observation already. */
  readonly readings: readonly Reading[];
}

/** One reading of a lake table: expressions over its row `r`. */
export interface Reading {
  /** The area as written: a spelling, looked up without case. */
  readonly area: Sql;
  /** The class as written: a code or a label, looked up without case. */
  readonly class: Sql;
  readonly measure: Measure;
  readonly part?: Sql;
  readonly periodFrom: Sql;
  readonly periodTo: Sql;
  readonly value: Sql;
  /** Rows that carry this reading; all by default. */
  readonly where?: Sql;
  /** Rows are counted or added up within these columns instead of standing one by one. */
  readonly groupBy?: readonly Sql[];
  /** What a group must meet to be stated: that nothing of the whole is missing. */
  readonly having?: Sql;
  /** A table that tells the class of a row: its columns as `k`, joined where `on` holds, at most one row each. */
  readonly classFrom?: { readonly table: Table; readonly on: Sql };
}

/** A step that reads a lake table in one or more ways into rows shaped like observations. */
export function observe(from: Table, readings: readonly Reading[]): Observer {
  const makes = observedTable(`observed_${from.name}`);
  const bodies = readings.map((reading) => selectReading(from, reading));
  const body = bodies.reduce((all, each) => sql`${all}\nUNION ALL\n${each}`);
  const beside = new Set(readings.flatMap(({ classFrom }) => (classFrom === undefined ? [] : [classFrom.table])));
  return { from, readings, step: step(makes, { reads: [from, areaName, classLabel, batchRelease, ...beside] }, body) };
}

/** Observations before they are known to be placed: area and class may be missing. */
function observedTable(tableName: string): Table {
  return defineTable({
    name: tableName,
    meaning: "Observations of one lake table, some of which may not be placed yet.",
    key: observation.key as never,
    columns: {
      ...observation.columns,
      area: maybeColumn("text", "Area slug, where the spelling is known."),
      class: maybeColumn("text", "Class or group, where the label is known."),
      area_found: maybeColumn("text", "The area as written."),
      class_found: maybeColumn("text", "The class as written."),
    },
  });
}

function selectReading(from: Table, reading: Reading): Sql {
  const { groupBy, having, classFrom } = reading;
  const line = groupBy === undefined ? sql`r.source_line` : sql`MIN(r.source_line)`;
  const rows = groupBy === undefined ? sql`1` : sql`COUNT(*)`;
  const group =
    groupBy === undefined
      ? sql``
      : sql`\nGROUP BY ${groupBy.reduce((all, each) => sql`${all}, ${each}`)}, r.batch, ${classFrom === undefined ? sql`` : sql`${reading.class}, `}a.area, c.class, b.dataset, b.release, b.released`;
  return sql`SELECT a.area AS area, c.class AS class, ${reading.measure} AS measure, ${reading.part ?? sql`''`} AS part,
  ${reading.periodFrom} AS period_from, ${reading.periodTo} AS period_to, ${reading.value} AS ${name("value")},
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, ${line} AS source_line, ${rows} AS source_rows,
  ${reading.area} AS area_found, ${reading.class} AS class_found
FROM ${from} AS r
JOIN ${batchRelease} AS b ON b.batch = r.batch${classFrom === undefined ? sql`` : sql`\nLEFT JOIN ${classFrom.table} AS k ON ${classFrom.on}`}
LEFT JOIN ${areaName} AS a ON a.name = LOWER(TRIM(${reading.area}))
LEFT JOIN ${classLabel} AS c ON c.label = LOWER(TRIM(${reading.class}))
WHERE ${reading.where ?? sql`TRUE`}${group}${having === undefined ? sql`` : sql`\nHAVING ${having}`}`;
}

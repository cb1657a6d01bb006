import { duckdbDialect } from "./duckdb-dialect.ts";
import type { Plan, Step } from "./plan.ts";
import type { Session } from "./session.ts";
import { join, name, render, rowHash, type Sql, sql } from "./sql.ts";
import { type Column, selectDeclared, type Table } from "./table.ts";
import type { Dialect } from "./dialect.ts";

export interface StepReport {
  readonly name: string;
  readonly rows: number;
  readonly seconds: number;
}

/** Runs a plan's steps in order on DuckDB; the given tables must be there. Reports each step as it ends. */
export async function runPlan(
  whole: Plan,
  session: Session,
  onStep: (report: StepReport, step: Step) => void = () => {},
): Promise<StepReport[]> {
  const reports: StepReport[] = [];
  for (const each of whole.steps) {
    const startedAt = performance.now();
    await runStep(each, session);
    const report = { name: each.name, rows: await countRows(session, each.makes), seconds: secondsSince(startedAt) };
    reports.push(report);
    onStep(report, each);
  }
  return reports;
}

async function runStep(each: Step, session: Session): Promise<void> {
  try {
    await session.run(sql`CREATE TABLE ${each.makes} AS
${selectDeclared(each.makes, each.body, duckdbDialect)}`);
    await refuseEmptyCells(each.makes, session);
  } catch (cause) {
    throw new Error(`step ${each.name} failed: ${(cause as Error).message}`, { cause });
  }
}

/** One scan afterwards: NOT NULL constraints nearly doubled the time of a step of five million rows, this does not show. */
async function refuseEmptyCells(table: Table, session: Session): Promise<void> {
  const needed = Object.keys(table.columns).filter((key) => table.columns[key]?.nullable === false);
  if (needed.length === 0) return;
  const counts = needed.map((key) => sql`COUNT(*) - COUNT(${name(key)}) AS ${name(key)}`);
  const [row] = await session.rows<Record<string, number>>(sql`SELECT ${join(counts)} FROM ${table}`);
  const empty = Object.entries(row ?? {}).find(([, count]) => count > 0);
  if (empty === undefined) return;
  throw new Error(`${empty[1]} rows have no ${empty[0]}, which ${table.name} declares always to have a value`);
}

/** How many rows a table holds. */
export async function countRows(session: Session, table: Table): Promise<number> {
  const [row] = await session.rows<{ n: number }>(sql`SELECT COUNT(*) AS n FROM ${table}`);
  return row?.n ?? 0;
}

/**
 * A digest of a table's rows, whatever their order: the count, and the sum of a 60-bit hash of each row's
 * text. Engines agree on it because both parts are sums of whole numbers.
 */
export function tableDigest(table: Table): Sql {
  const cells = Object.entries(table.columns).map(([key, { type }]) => cellText(name(key), type));
  return sql`SELECT COUNT(*) AS n, CAST(COALESCE(SUM(CAST(${rowHashOf(cells)} AS DECIMAL(38,0))), 0) AS VARCHAR) AS total
FROM ${table}`;
}

/** The text of a plan in a dialect, for `--explain`, for snapshots, and as part of a build's identity. */
export function explainPlan(whole: Plan, dialect: Dialect): string {
  return whole.steps
    .map((each) => {
      const reads = each.reads.map((table) => table.name).join(", ");
      return `-- ${each.name}: reads ${reads}; makes ${each.makes.name}\n${render(selectDeclared(each.makes, each.body, dialect), dialect)};\n`;
    })
    .join("\n");
}

/**
 * A cell as text that begins with its own length, so that no two rows read the same: `3:8L|` is not `2:8L` and more,
 * and nothing (`~`) is not the text `1:~`. Engines print moments differently, so a moment is its milliseconds.
 */
function cellText(cell: Sql, type: Column["type"]): Sql {
  const text =
    type === "timestamp"
      ? sql`CAST(DATE_DIFF('millisecond', TIMESTAMP '1970-01-01 00:00:00', ${cell}) AS VARCHAR)`
      : sql`CAST(${cell} AS VARCHAR)`;
  return sql`COALESCE(CAST(LENGTH(${text}) AS VARCHAR) || ':' || ${text}, '~')`;
}

function rowHashOf(cells: readonly Sql[]): Sql {
  return rowHash(join(cells, sql` || '|' || `));
}

function secondsSince(startedAt: number): number {
  return Math.round(performance.now() - startedAt) / 1000;
}

import { existsSync } from "node:fs";
import path from "node:path";
import { misuse, periodBetween } from "../base/index.ts";
import { type Batch, join, name, type Sql, sql, type Table } from "../engine/index.ts";
import { MEASURES, type Observation } from "../records/index.ts";
import { answerFigures } from "./answer.ts";
import { type Archive, PUBLISHED_FACTS } from "./archive.ts";
import type { Figure } from "./figure.ts";
import { questionOfId } from "./make.ts";
import { fromRowsBehind, OBSERVERS } from "./observe/index.ts";

/** A row of a source as received, with the delivery that brought it. */
export interface SourceRow {
  readonly batch: Batch | null;
  readonly file: string;
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A figure found again by its id. */
export interface Reopened {
  readonly figure: Figure;
  /** Whether it still rests on the releases it rested on when the id was given. */
  readonly same: boolean;
}

/** Finds a figure by its id, as it stands now; throws `E_FIGURE` for what is no id of one. */
export async function figureById(archive: Archive, id: string): Promise<Reopened> {
  const parts = questionOfId(id);
  const measure = MEASURES.find((each) => each === parts?.measure);
  if (parts === undefined || measure === undefined || !isStretch(parts.from, parts.to)) throw noFigure(id);
  const period = periodBetween(parts.from, parts.to);
  const question = { area: parts.area, classes: parts.classes, from: period, to: period, measure };
  const { figures } = await answerFigures(parts.part === "" ? question : { ...question, part: parts.part }, archive);
  const [figure] = figures;
  if (figure === undefined) throw noFigure(id);
  return { figure, same: figure.id === id };
}

/** Two days that exist, in order, and no further apart than any figure's. */
function isStretch(from: string, to: string): boolean {
  if (![from, to].every(isDay) || from > to) return false;
  return Temporal.PlainDate.from(from).until(to, { largestUnit: "years" }).years < LONGEST_FIGURE_YEARS;
}

const LONGEST_FIGURE_YEARS = 30;

function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
}

function noFigure(id: string): Error {
  return misuse({
    code: "E_FIGURE",
    found: `"${id.slice(0, 120)}" is no figure's id`,
    expected: "an id as `figures --json` prints it",
  });
}

/** The source rows behind a figure, in the order of its parts; at most `limit`, and how many there are in all. */
export async function sourceRowsOf(
  archive: Archive,
  figure: Figure,
  limit = 100,
): Promise<{ rows: SourceRow[]; total: number }> {
  const observations = figure.rests.map(({ observation }) => observation);
  const rows: SourceRow[] = [];
  for (const each of observations) {
    if (rows.length >= limit) break;
    rows.push(...(await rowsBehind(archive, each, limit - rows.length)));
  }
  return { rows, total: observations.reduce((sum, each) => sum + each.source_rows, 0) };
}

async function rowsBehind(archive: Archive, observed: Observation, limit: number): Promise<SourceRow[]> {
  if (archive.store === null) return factRow(archive, observed);
  const batch = archive.batches.find(({ id }) => id === observed.batch);
  const observer = OBSERVERS.find(({ from }) => from.name === batch?.table);
  if (batch === undefined || observer === undefined) return [];
  const file = path.join(archive.store, "lake", batch.table, `batch=${batch.id}`, "part-0.parquet");
  if (!existsSync(file)) return [];
  const behind = fromRowsBehind(observer, observed, { rows: sql`READ_PARQUET(${file})`, law: archive.law });
  const rows = await archive.session.rows(sql`SELECT ${columnsOf(observer.from)}
${behind}
ORDER BY source_line
LIMIT ${limit}`);
  return rows.map(({ source_line, ...cells }) => ({
    batch,
    file: batch.source,
    line: Number(source_line),
    cells: textsOf(cells),
  }));
}

function columnsOf(table: Table): Sql {
  return join(
    Object.keys(table.columns)
      .filter((each) => each !== "batch")
      .map((each) => name("r", each)),
  );
}

async function factRow({ session }: Archive, observed: Observation): Promise<SourceRow[]> {
  const rows = await session.rows(sql`SELECT * FROM facts WHERE line = ${observed.source_line}`);
  return rows.map(({ line, ...cells }) => ({
    batch: null,
    file: path.basename(PUBLISHED_FACTS),
    line: Number(line),
    cells: textsOf(cells),
  }));
}

function textsOf(cells: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(cells).map(([key, value]) => [key, textOf(value)]));
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

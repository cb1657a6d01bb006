import { join, sql } from "../engine/index.ts";
import { DATASETS, type Measure, observation } from "../records/index.ts";
import type { Archive } from "./archive.ts";
import { compareTexts } from "./pool.ts";

/** One number as the source to prefer states it. */
export interface StatedNumber {
  readonly area: string;
  readonly class: string;
  /** First and last day of its period. */
  readonly from: string;
  readonly to: string;
  readonly value: number;
  readonly dataset: string;
  readonly release: string;
}

export interface StatedQuestion {
  readonly areas: readonly string[];
  /** Codes and groups, as sources state them. */
  readonly labels: readonly string[];
  readonly measure: Measure;
  /** Only what had been released by this day. */
  readonly knownOn?: string | undefined;
}

/**
 * Everything that is stated of some classes in some areas, in one query: for each area, class and period the number
 * that `answerFigures` would prefer. Nothing is added up or worked out; parts of a measure are left out.
 */
export async function statedNumbers(archive: Archive, question: StatedQuestion): Promise<StatedNumber[]> {
  const { areas, labels, measure, knownOn } = question;
  if (areas.length === 0 || labels.length === 0) return [];
  const known = knownOn === undefined ? sql`` : sql`AND released <= ${knownOn}`;
  const rows = await archive.session.rows<Row>(sql`SELECT area, class, period_from, period_to, dataset, release,
  released, CAST(SUM(value) AS DOUBLE) AS value
FROM ${observation}
WHERE measure = ${measure} AND part = '' ${known}
  AND area IN (${join(areas.map((each) => sql`${each}`))})
  AND class IN (${join(labels.map((each) => sql`${each}`))})
GROUP BY area, class, period_from, period_to, dataset, release, released`);
  const reach = reachOf(rows);
  const best = new Map<string, Row>();
  for (const row of rows) {
    const place = `${row.area} ${row.class} ${row.period_from} ${row.period_to}`;
    const other = best.get(place);
    if (other === undefined || compare(row, other, reach) < 0) best.set(place, row);
  }
  return [...best.values()].map(numberOf).toSorted(byPlace);
}

interface Row {
  readonly area: string;
  readonly class: string;
  readonly period_from: string;
  readonly period_to: string;
  readonly dataset: string;
  readonly release: string;
  readonly released: string | null;
  readonly value: number;
}

function numberOf({
  area,
  class: label,
  period_from: from,
  period_to: to,
  value,
  dataset,
  release,
}: Row): StatedNumber {
  return { area, class: label, from, to, value: Math.round(value * 1e6) / 1e6, dataset, release };
}

const RANKS: ReadonlyMap<string, number> = new Map(DATASETS.map(({ dataset }, i) => [dataset, i]));

/** Datasets in their order, then the newest release, as in `pool.ts`. */
function compare(a: Row, b: Row, reach: ReadonlyMap<string, string>): number {
  const rank = (row: Row) => RANKS.get(row.dataset) ?? RANKS.size;
  return (
    rank(a) - rank(b) ||
    compareTexts(b.released ?? "", a.released ?? "") ||
    compareTexts(reach.get(b.release) ?? "", reach.get(a.release) ?? "") ||
    compareTexts(a.release, b.release)
  );
}

function reachOf(rows: readonly Row[]): ReadonlyMap<string, string> {
  const reach = new Map<string, string>();
  for (const { release, period_to: to } of rows) if ((reach.get(release) ?? "") < to) reach.set(release, to);
  return reach;
}

function byPlace(a: StatedNumber, b: StatedNumber): number {
  return (
    compareTexts(a.area, b.area) ||
    compareTexts(a.class, b.class) ||
    compareTexts(a.from, b.from) ||
    compareTexts(a.to, b.to)
  );
}

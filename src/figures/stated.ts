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

/** Numbers by area, by label, and by the first and last day of their period, in order. */
export type StatedByArea = ReadonlyMap<string, ReadonlyMap<string, StatedShelf>>;
/** What is stated of one class in one area. */
export type StatedShelf = ReadonlyMap<string, StatedNumber>;

/** Answers a question of what is stated: straight from the archive, or from what was read before. */
export type Stated = (question: StatedQuestion) => Promise<StatedByArea>;

/**
 * Everything that is stated of some classes in some areas, in one query: for each area, class and period the number
 * that `answerFigures` would prefer. Nothing is added up or worked out; parts of a measure are left out.
 */
export async function statedNumbers(archive: Archive, question: StatedQuestion): Promise<StatedByArea> {
  if (question.areas.length === 0 || question.labels.length === 0) return new Map();
  return chosenFor(rivalsOf(await statedRows(archive, question)), question);
}

/**
 * The same for many questions about some areas: what is stated of a measure is read when it is first asked about, under
 * all labels, and a shelf without rivals is the same object each time. Questions beyond the areas go to the archive.
 */
export function statedOnce(archive: Archive, areas: readonly string[]): Stated {
  const within = new Set(areas);
  const known = new Map<string, Promise<Rivals>>();
  return async (question) => {
    const { measure, knownOn } = question;
    if (!question.areas.every((each) => within.has(each))) return statedNumbers(archive, question);
    const rivals = known.getOrInsertComputed(`${measure} ${knownOn ?? ""}`, async () =>
      rivalsOf(await statedRows(archive, { areas, measure, knownOn })),
    );
    return chosenFor(await rivals, question);
  };
}

/** Every source's word, not yet chosen among; under all labels where none are named. */
async function statedRows(
  archive: Archive,
  { areas, labels, measure, knownOn }: Omit<StatedQuestion, "labels"> & Partial<Pick<StatedQuestion, "labels">>,
): Promise<StatedRow[]> {
  const known = knownOn === undefined ? sql`` : sql`AND released <= ${knownOn}`;
  const wanted = labels === undefined ? sql`` : sql`AND class IN (${join(labels.map((each) => sql`${each}`))})`;
  return archive.session.rows<StatedRow>(sql`SELECT area, class, period_from, period_to, dataset, release,
  released, CAST(SUM(value) AS DOUBLE) AS value
FROM ${observation}
WHERE measure = ${measure} AND part = '' ${known}
  AND area IN (${join(areas.map((each) => sql`${each}`))})
  ${wanted}
GROUP BY area, class, period_from, period_to, dataset, release, released`);
}

/** All that sources say of one class in one area, by period. */
interface Rivalry {
  readonly places: ReadonlyMap<string, readonly StatedRow[]>;
  /** What is stated, where no two sources speak of the same period. */
  readonly undisputed: StatedShelf | null;
}

/** By area and label. */
type Rivals = ReadonlyMap<string, Rivalry>;

function rivalsOf(rows: readonly StatedRow[]): Rivals {
  const shelves = Map.groupBy(rows, (row) => `${row.area} ${row.class}`);
  return new Map([...shelves].map(([shelf, held]) => [shelf, rivalryOf(held)]));
}

function rivalryOf(rows: readonly StatedRow[]): Rivalry {
  const byPeriod = Map.groupBy(rows, (row) => `${row.period_from} ${row.period_to}`);
  const places = new Map([...byPeriod].toSorted(([a], [b]) => compareTexts(a, b)));
  return { places, undisputed: places.size === rows.length ? shelfOf(places, NO_REACH) : null };
}

/** Newer releases reach further; what counts as further depends on what is asked about. */
function chosenFor(rivals: Rivals, { areas, labels }: StatedQuestion): StatedByArea {
  const ordered = [...new Set(labels)].toSorted(compareTexts);
  const found = [...new Set(areas)].toSorted(compareTexts).map((area) => {
    const here = ordered.flatMap((label) => {
      const rivalry = rivals.get(`${area} ${label}`);
      return rivalry === undefined ? [] : [{ label, ...rivalry }];
    });
    return { area, here };
  });
  const all = found.flatMap(({ here }) => here);
  const reach = all.every(({ undisputed }) => undisputed !== null)
    ? NO_REACH
    : reachOf(all.flatMap(({ places }) => [...places.values()].flat()));
  const shelvesOf = (here: typeof all) =>
    new Map(here.map(({ label, places, undisputed }) => [label, undisputed ?? shelfOf(places, reach)]));
  return new Map(found.filter(({ here }) => here.length > 0).map(({ area, here }) => [area, shelvesOf(here)]));
}

function shelfOf(places: Rivalry["places"], reach: ReadonlyMap<string, string>): StatedShelf {
  return new Map(
    [...places].flatMap(([place, rows]) => {
      const [best] = rows.toSorted((a, b) => compare(a, b, reach));
      return best === undefined ? [] : [[place, numberOf(best)]];
    }),
  );
}

const NO_REACH: ReadonlyMap<string, string> = new Map();

interface StatedRow {
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
}: StatedRow): StatedNumber {
  return { area, class: label, from, to, value: Math.round(value * 1e6) / 1e6, dataset, release };
}

const RANKS: ReadonlyMap<string, number> = new Map(DATASETS.map(({ dataset }, i) => [dataset, i]));

/** Datasets in their order, then the newest release, as in `pool.ts`. */
function compare(a: StatedRow, b: StatedRow, reach: ReadonlyMap<string, string>): number {
  const rank = (row: StatedRow) => RANKS.get(row.dataset) ?? RANKS.size;
  return (
    rank(a) - rank(b) ||
    compareTexts(b.released ?? "", a.released ?? "") ||
    compareTexts(reach.get(b.release) ?? "", reach.get(a.release) ?? "") ||
    compareTexts(a.release, b.release)
  );
}

function reachOf(rows: readonly StatedRow[]): ReadonlyMap<string, string> {
  const reach = new Map<string, string>();
  for (const { release, period_to: to } of rows) if ((reach.get(release) ?? "") < to) reach.set(release, to);
  return reach;
}

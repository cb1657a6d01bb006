import type { Stated, StatedByArea, StatedNumber } from "../figures/index.ts";
import { type Area, type Law, membersOf } from "../law/index.ts";
import type { Measure } from "../records/index.ts";
import { monthOf } from "./months.ts";
import type { Months, Series } from "./panel.ts";
import type { PlacedSeries } from "./panel-of.ts";
import { evenSeries, type SeriesOf } from "./built-in-series.ts";
import { type AreaNumbers, labelsOf, neighboursOf, type Unit } from "./units.ts";

/** Where numbers are asked for, and the knowledge base in whose names they are held. */
export interface Holdings {
  readonly law: Law;
  readonly stated: Stated;
  readonly seriesOf: SeriesOf;
}

export interface Gathering {
  readonly place: Area;
  readonly areas: readonly string[];
  readonly unit: Unit;
  readonly ends: { readonly from: Months; readonly to: Months };
  readonly measure: Measure;
  readonly knownOn: string | undefined;
}

export interface Gathered {
  readonly placed: readonly PlacedSeries[];
  readonly units: readonly Unit[];
  /** The panel's classes that are asked about. */
  readonly classes: readonly string[];
  /** Whether they are known in both periods. */
  readonly isCovered: boolean;
  /** What is stated of the classes asked about in the area. */
  readonly numbers: readonly StatedNumber[];
}

/**
 * The series of the classes asked about and of their neighbours, in every area. First the area asked about is looked at
 * with all that could stand beside it; of the others only what stays is fetched.
 */
export async function gathered(holdings: Holdings, gathering: Gathering): Promise<Gathered> {
  const { law, stated, seriesOf } = holdings;
  const { place, areas, unit, ends, measure, knownOn } = gathering;
  const neighbours = neighboursOf(law, unit);
  const own = await ownNumbers(holdings, gathering, {
    labels: labelsOf(law, [unit, ...neighbours]),
    needed: labelsOf(law, [unit]),
  });
  const looked = (each: Unit) => {
    const placed = seriesOf(each, { area: place.slug, numbers: own.numbers }, ends.to);
    const series = placed?.series;
    return { unit: each, placed, series, isCovered: covers(series, ends.from) && covers(series, ends.to) };
  };
  const whole = looked(unit);
  const parts = unit.codes
    .map((code) => looked({ name: code, codes: [code] }))
    .filter(({ series }) => heldAtAll(series));
  const asked = whole.isCovered || parts.length < 2 || !parts.every((each) => each.isCovered) ? [whole] : parts;
  const large = neighbours.map(looked).filter(({ series }) => countOver(series, ends.from) >= FEWEST_TOLD);
  const kept = [...asked, ...disjoint(large.filter((each) => each.isCovered))];
  const units = kept.map((each) => each.unit);
  const others = areas.filter((each) => each !== place.slug);
  const theirs = await stated({ areas: others, labels: labelsOf(law, units), measure, knownOn });
  const beside = units.flatMap((each) =>
    [...theirs].flatMap(([area, numbers]) => seriesOf(each, { area, numbers }, ends.to) ?? []),
  );
  return {
    placed: [...kept.flatMap((each) => each.placed ?? []), ...beside],
    units,
    classes: asked.map((each) => each.unit.name),
    isCovered: asked.every((each) => each.isCovered),
    numbers: own.stated,
  };
}

interface Own {
  readonly numbers: AreaNumbers;
  /** What is stated of the classes asked about: of the area, or of its members. */
  readonly stated: readonly StatedNumber[];
}

interface Labels {
  readonly labels: readonly string[];
  /** Those without which an area is made up of its members. */
  readonly needed: readonly string[];
}

async function ownNumbers(
  { law, stated: ask }: Holdings,
  { place, measure, knownOn }: Gathering,
  { labels, needed }: Labels,
): Promise<Own> {
  const asked = { labels, measure, knownOn };
  const found = await ask({ ...asked, areas: [place.slug] });
  const numbers: AreaNumbers = found.get(place.slug) ?? new Map();
  const stated = numbersUnder(found, needed);
  const members = membersOf(law, place.slug);
  if (members.length === 0 || stated.length > 0) return { numbers, stated };
  const parts = await ask({ ...asked, areas: members });
  const sums = sumOfMembers(parts, members);
  return { numbers: new Map([...sums, ...numbers]), stated: numbersUnder(parts, needed) };
}

/** What is stated under some labels, in the order of areas and labels. */
function numbersUnder(stated: StatedByArea, labels: readonly string[]): StatedNumber[] {
  return [...stated.values()].flatMap((shelves) =>
    [...shelves].flatMap(([label, shelf]) => (labels.includes(label) ? [...shelf.values()] : [])),
  );
}

/** What all members have, added up, where the whole states nothing itself. */
function sumOfMembers(numbers: StatedByArea, members: readonly string[]): AreaNumbers {
  const [first, ...others] = members.map((each) => numbers.get(each));
  return new Map(
    [...(first ?? [])].map(([label, periods]) => [
      label,
      new Map(
        [...periods].flatMap(([period, number]) => {
          const parts = others.map((each) => each?.get(label)?.get(period));
          if (parts.includes(undefined)) return [];
          const value = parts.reduce((sum, each) => sum + (each?.value ?? 0), number.value);
          return [[period, { ...number, value }] as const];
        }),
      ),
    ]),
  );
}

function heldAtAll(series: Series | undefined): boolean {
  return series !== undefined && series.values.some((each) => each !== null);
}

/** Whether every step that a stretch meets is known. */
function covers(series: Series | undefined, { first, last }: Months): boolean {
  if (series === undefined) return false;
  const { months, start, values } = series;
  const [from, to] = [Math.floor((first - start) / months), Math.floor((last - start) / months)];
  for (let i = from; i <= to; i++) if ((values[i] ?? null) === null) return false;
  return true;
}

/** A class with fewer than this says nothing of how others moved. */
const FEWEST_TOLD = 50;

function countOver(series: Series | undefined, { first, last }: Months): number {
  if (series === undefined) return 0;
  const { months, start, values } = series;
  const within = values.filter((_, i) => start + i * months >= first && start + (i + 1) * months <= last + 1);
  return within.reduce<number>((sum, each) => sum + (each ?? 0), 0);
}

/** Of units that overlap only one stays: the one with the longest history, then the widest. */
function disjoint<T extends { readonly unit: Unit; readonly series: Series | undefined }>(
  candidates: readonly T[],
): T[] {
  const reach = (series: Series | undefined) => (series === undefined ? 0 : series.values.length * series.months);
  const ordered = candidates.toSorted(
    (a, b) =>
      reach(b.series) - reach(a.series) ||
      b.unit.codes.length - a.unit.codes.length ||
      (a.unit.name < b.unit.name ? -1 : 1),
  );
  const taken = new Set<string>();
  return ordered.filter(({ unit: { codes } }) => {
    const free = codes.every((code) => !taken.has(code));
    if (free) for (const code of codes) taken.add(code);
    return free;
  });
}

/** Residents of every area, and what the survey says of the same crimes in the nation. */
export async function besides(
  { law, stated }: Omit<Holdings, "seriesOf">,
  { areas, unit, knownOn }: Pick<Gathering, "areas" | "unit" | "knownOn">,
): Promise<PlacedSeries[]> {
  const residents = allOf(await stated({ areas, labels: ["all"], measure: "population", knownOn }));
  const label = `survey-${unit.name}`;
  const surveyed = law.groupBySlug.has(label)
    ? allOf(await stated({ areas: [NATION], labels: [label], measure: "survey-prevalence", knownOn }))
    : [];
  const levels = [
    ...residents.map((each) => ({ ...each, measure: "population" as const, className: "all" })),
    // Published as shares of adults; a panel has percentages.
    ...surveyed.map((each) => ({ ...each, measure: "survey" as const, className: unit.name, value: each.value * 100 })),
  ];
  const held = Map.groupBy(levels, ({ measure, area }) => `${measure} ${area}`);
  return [...held.values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const years = new Map(rows.filter(isYear).map(({ from, value }) => [monthOf(from), value]));
    const { measure, area, className } = first;
    return evenSeries({ measure, area, className, byMonths: { 1: new Map(), 3: new Map(), 12: years } }, YEARS) ?? [];
  });
}

function allOf(stated: StatedByArea): StatedNumber[] {
  return [...stated.values()].flatMap((shelves) => [...shelves.values()].flatMap((shelf) => [...shelf.values()]));
}

const NATION = "england-and-wales";
/** Any calendar year. */
const YEARS: Months = { first: 0, last: 11 };

function isYear({ from, to }: { readonly from: string; readonly to: string }): boolean {
  return monthOf(to) - monthOf(from) === 11;
}

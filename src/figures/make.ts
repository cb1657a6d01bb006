import { type Period, sha256 } from "../base/index.ts";
import { type Area, type ClassSelection, existsIn, membersOf } from "../law/index.ts";
import { DATASETS, type Measure, type Observation } from "../records/index.ts";
import { type Archive, observationsOf } from "./archive.ts";
import { COUNTED, countInterval } from "./change.ts";
import type { Basis, Contribution, Figure, FigureQuestion, Flag } from "./figure.ts";
import { waysToFind, whyMissing } from "./find.ts";
import { flagsBetween } from "./flags.ts";
import { type Pool, poolOf, sumOf } from "./pool.ts";
import { rateOf } from "./rate.ts";
import type { Counted, Found } from "./way.ts";

export interface Request {
  readonly question: FigureQuestion;
  readonly archive: Archive;
  readonly place: Area;
  readonly selection: ClassSelection;
  readonly periods: readonly Period[];
}

/** One figure a period, from the observations of the area or, where it has none, of its members. */
export async function makeFigures(request: Request): Promise<Figure[]> {
  const { question, archive, place, selection, periods } = request;
  const measure = question.measure ?? "recorded";
  const members = membersOf(archive.law, place.slug);
  const labels = [...selection.codes, ...(selection.groupSlug === null ? [] : [selection.groupSlug])];
  const areas = [place.slug, ...members];
  const all = await observationsOf(archive, { areas, labels: measure === "population" ? ["all"] : labels, measure });
  const known = all.filter((each) => isWanted(each, question));
  const pools = new Map(
    areas.map((area) => [
      area,
      poolOf(
        known.filter((each) => each.area === area),
        ORDER,
      ),
    ]),
  );
  const counted: Counted = {
    codes: selection.codes,
    group: selection.groupSlug,
    existsIn: (code, period) => existsIn(archive.law, code, period.from, period.to),
  };
  const rate = question.per === undefined ? () => null : await rateOf(archive, areas, question.per);
  return periods.map((period) => {
    const ways = waysIn(pools, { area: place.slug, members, counted, period });
    return figureOf(request, { measure, period, ways, pool: pools.get(place.slug) as Pool, counted, rate });
  });
}

const ORDER = DATASETS.map((each) => each.dataset);

/** Counts of parts add up to the whole; shares and scores do not, so without a part only the whole is wanted. */
function isWanted(each: Observation, { part, knownOn, measure = "recorded" }: FigureQuestion): boolean {
  if (part !== undefined ? each.part !== part : each.part !== "" && !COUNTED.has(measure)) return false;
  return knownOn === undefined || (each.released !== null && each.released <= knownOn);
}

interface Place {
  readonly area: string;
  readonly members: readonly string[];
  readonly counted: Counted;
  readonly period: Period;
}

/** The area's own numbers first; else the sum over its members, when every one of them has a number. */
function waysIn(pools: ReadonlyMap<string, Pool>, { area, members, counted, period }: Place): Found[] {
  const own = waysToFind(pools.get(area) as Pool, counted, period);
  if (own.length > 0 || members.length === 0) return own;
  const parts = members.map((member) => waysToFind(pools.get(member) as Pool, counted, period)[0]);
  const found = parts.filter((each) => each !== undefined);
  if (found.length < parts.length) return [];
  const basis: Basis = found.some((each) => each.basis === "derived") ? "derived" : "summed";
  return [{ value: sumOf(found.map((each) => each.value)), basis, rests: found.flatMap((each) => each.rests) }];
}

interface Making {
  readonly measure: Measure;
  readonly period: Period;
  readonly ways: readonly Found[];
  readonly pool: Pool;
  readonly counted: Counted;
  readonly rate: (value: number | null, period: Pick<Period, "from" | "to">) => Figure["rate"];
}

function figureOf(
  { question, archive, place, selection }: Request,
  { measure, period, ways, pool, counted, rate }: Making,
): Figure {
  const best = ways[0];
  const { from, to, label } = period;
  const own = best === undefined ? [missingFlag(whyMissing(pool, counted, period))] : wayFlags(best, ways);
  const rests = best?.rests ?? [];
  const flags = flagsBetween(archive.law, { area: place.slug, selection, span: period, datasets: datasetsOf(rests) });
  return {
    id: idOf({ area: place.slug, classes: selection.expression, measure, part: question.part ?? "", from, to }, rests),
    area: place.slug,
    areaName: place.name,
    classes: selection.codes,
    className: selection.title,
    measure,
    part: question.part ?? "",
    period: { from, to, label },
    value: best?.value ?? null,
    basis: best?.basis ?? "none",
    ...provenanceOf(rests),
    flags: [...own, ...flags],
    interval: best !== undefined && COUNTED.has(measure) ? countInterval(best.value) : null,
    rate: rate(best?.value ?? null, period),
    yearOnYear: null,
    rests,
  };
}

function missingFlag(text: string): Flag {
  return { code: text.includes("un-summed") ? "not-derivable" : "missing", text };
}

/** Whether other releases and other ways say the same; they are reported beside the number, never merged into it. */
function wayFlags(best: Found, ways: readonly Found[]): Flag[] {
  const flags: Flag[] = [];
  if (best.basis === "derived") {
    flags.push({
      code: "derived",
      text: "Worked out from rolling years, anchored on a year whose quarters are known; no source states it.",
    });
  }
  for (const other of ways.slice(1)) {
    const source = provenanceOf(other.rests);
    const sameDataset = source.source === provenanceOf(best.rests).source;
    const code = other.value === best.value ? "confirmed" : sameDataset ? "revised" : "vintages-differ";
    const how = { published: "states", summed: "adds up to", derived: "works out at", none: "has" }[other.basis];
    flags.push({
      code,
      text: `${source.source} (${source.release}) ${how} ${other.value.toLocaleString("en-GB")}.`,
      ...releasedOf(source.released),
    });
  }
  return flags;
}

function releasedOf(released: string | null): { date?: string } {
  return released === null ? {} : { date: released };
}

function provenanceOf(rests: readonly Contribution[]): Pick<Figure, "source" | "release" | "released" | "licence"> {
  const observations = rests.map((each) => each.observation);
  const datasets = distinct(observations.map((each) => each.dataset));
  const known = datasets.map((each) => DATASETS.find(({ dataset }) => dataset === each));
  const released = distinct(observations.map((each) => each.released ?? ""));
  return {
    source: known.map((each, i) => (each === undefined ? datasets[i] : `${each.publisher}, ${each.title}`)).join("; "),
    release: distinct(observations.map((each) => each.release)).join("; "),
    released: released.length === 1 && released[0] !== "" ? (released[0] ?? null) : null,
    licence: distinct(known.map((each) => each?.licence ?? "as the source says")).join("; "),
  };
}

interface Identity {
  readonly area: string;
  readonly classes: string;
  readonly measure: string;
  readonly part: string;
  readonly from: string;
  readonly to: string;
}

/** A figure's id is its question and a digest of the releases it rests on: `kent~8Q~recorded~~2017-01-01~2017-12-31~3f2a91bc`. */
function idOf({ area, classes, measure, part, from, to }: Identity, rests: readonly Contribution[]): string {
  const stands = rests.map(({ sign, observation: o }) => [
    sign,
    o.dataset,
    o.release,
    o.class,
    o.area,
    o.period_from,
    o.period_to,
  ]);
  return [area, classes, measure, part, from, to, sha256(JSON.stringify(stands)).slice(0, 8)].join("~");
}

/** The question that an id asks, so that a figure's page can be found again. */
export function questionOfId(id: string): (Identity & { digest: string }) | undefined {
  const parts = id.split("~");
  if (parts.length !== 7) return undefined;
  const [area, classes, measure, part, from, to, digest] = parts as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  return { area, classes, measure, part, from, to, digest };
}

/** The datasets that some contributions come from. */
export function datasetsOf(rests: readonly Contribution[]): string[] {
  return distinct(rests.map(({ observation }) => observation.dataset));
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

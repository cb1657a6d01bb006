import type { Period } from "../base/index.ts";
import { area as areaNamed, parseClasses } from "../law/index.ts";
import type { Measure, Observation } from "../records/index.ts";
import { type Archive, observationsOf } from "./archive.ts";
import { percentOf } from "./outcomes.ts";
import { compareTexts, sumOf } from "./pool.ts";

const STAGES = ["prosecuted", "convicted", "sentenced"] as const satisfies readonly Measure[];

/** Defendants at each stage for one offence code in one year. A defendant is not an offence. */
export interface ProsecutionRow {
  readonly code: string;
  readonly class: string;
  readonly year: number;
  readonly prosecuted: number | null;
  readonly convicted: number | null;
  readonly sentenced: number | null;
  /** Convicted in the year per 100 prosecuted in it, not of the same people; null on a base under 50. */
  readonly convictedPer100: number | null;
}

export interface ProsecutionsAnswer {
  readonly areaName: string;
  readonly className: string;
  readonly rows: readonly ProsecutionRow[];
  readonly notes: readonly string[];
}

/** The courts' table names no force: it counts all of this. */
const COURTS_AREA = "england-and-wales";

/** Prosecutions by offence code and calendar year from the Ministry of Justice's table, for England and Wales. */
export async function answerProsecutions(
  question: { readonly classes: string; readonly from: Period; readonly to: Period },
  archive: Archive,
): Promise<ProsecutionsAnswer> {
  const place = areaNamed(archive.law, COURTS_AREA);
  const selection = parseClasses(archive.law, question.classes);
  const labels = [...selection.codes, ...(selection.groupSlug === null ? [] : [selection.groupSlug])];
  const stages = await Promise.all(
    STAGES.map((measure) => observationsOf(archive, { areas: [place.slug], labels, measure })),
  );
  const all = stages
    .flat()
    .filter((each) => each.period_from >= question.from.from && each.period_to <= question.to.to);
  const byCodeAndYear = Map.groupBy(all, (each) => `${each.part} ${each.period_from.slice(0, 4)}`);
  return {
    areaName: place.name,
    className: selection.title,
    rows: [...byCodeAndYear.values()].map(rowOf).toSorted((a, b) => compareTexts(a.code, b.code) || a.year - b.year),
    notes: notesOf(all, question),
  };
}

function rowOf(observations: readonly Observation[]): ProsecutionRow {
  const [first] = observations as readonly [Observation];
  const count = (measure: Measure): number | null => {
    const there = observations.filter((each) => each.measure === measure);
    return there.length === 0 ? null : sumOf(there.map((each) => each.value));
  };
  const [prosecuted, convicted, sentenced] = STAGES.map(count) as [number | null, number | null, number | null];
  return {
    code: first.part,
    class: first.class,
    year: Number(first.period_from.slice(0, 4)),
    prosecuted,
    convicted,
    sentenced,
    convictedPer100: prosecuted === null || convicted === null ? null : percentOf(convicted, prosecuted),
  };
}

/** The day from which stalking is an offence of its own (Protection of Freedoms Act 2012, sections 111 and 112). */
const STALKING_OFFENCE_FROM = "2012-11-25";

function notesOf(all: readonly Observation[], { from }: { readonly from: Period }): string[] {
  if (all.length === 0)
    return ["Cannot tell: no table of prosecutions that is held covers these classes and these years."];
  const earliest = all.map((each) => each.period_from).toSorted(compareTexts)[0] ?? "";
  const before =
    earliest >= STALKING_OFFENCE_FROM
      ? "Nothing is held from before 25 November 2012, when stalking became an offence of its own: cannot tell how prosecutions divided before it."
      : "Before 25 November 2012 stalking was prosecuted under the harassment offences.";
  return [
    "Defendants are counted, not offences; the year is that of the proceedings.",
    ...(from.from < "2015-01-01" || earliest >= STALKING_OFFENCE_FROM ? [before] : []),
  ];
}

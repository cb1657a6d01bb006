import { setImmediate } from "node:timers/promises";
import { type Archive, labelsHeld, statedOnce } from "../figures/index.ts";
import { existsIn, type Law, parseClasses } from "../law/index.ts";
import { contextFromLaw } from "./built-in-context.ts";
import { builtInQuestion, holdingsOf } from "./built-in.ts";
import type { Holdings } from "./built-in-panel.ts";
import { endsOf } from "./ends.ts";
import { discoveries } from "./discoveries.ts";
import { explain } from "./explain.ts";
import type { ChangeQuestion } from "./explanation.ts";
import { meanOver } from "./grid.ts";
import { daysOf } from "./say.ts";
import { sharedSeries, type Tested, testOf } from "./scan-test.ts";
import type { Months } from "./panel.ts";
import type { Scan, ScanAsked, ScanKind, ScanRow } from "./scanned.ts";
import { labelsOf } from "./units.ts";

/** The part of false ones among those held. */
const FALSE_DISCOVERIES = 0.05;
/** More than this are ranked without being weighed, so that a scan takes seconds. */
const MOST_WEIGHED = 300;
/** A group that fewer forces have is not scanned. */
const FEWEST_FORCES = 4;

/** Scans every force and class for changes beyond ordinary variation, false discoveries held at one in twenty (Benjamini and Hochberg). */
export async function scanChanges(archive: Archive, asked: ScanAsked): Promise<Scan> {
  const { law } = archive;
  const ends = endsOf(asked.from, asked.to);
  const forces = law.areas.filter(({ kind }) => kind === "force").map(({ slug }) => slug);
  const classes = asked.classes ?? (await groupsHeld(archive, { forces, asked }));
  const found: Found[] = [];
  const holdings = holdingsOf(archive, statedOnce(archive, forces));
  for (const each of classes) found.push(...(await testedIn(archive, { asked, classes: each, forces, holdings })));
  const told = found.filter(({ tested }) => tested.p !== null);
  const isHeld = discoveries(told.map(({ tested }) => tested.p!));
  const held = new Set(told.filter((_, i) => isHeld[i] === true));
  const ranked = found.toSorted(
    (a, b) => Number(held.has(b)) - Number(held.has(a)) || leastSize(b) - leastSize(a) || chance(a) - chance(b),
  );
  const weighed = new Set(ranked.filter((each) => held.has(each)).slice(0, MOST_WEIGHED));
  return {
    from: daysOf(ends.from),
    to: daysOf(ends.to),
    areas: new Set(found.map(({ question }) => question.area)).size,
    classes: [...new Map(found.map((each) => [each.class, each.question.className]))].map(([slug, className]) => ({
      class: slug,
      className,
    })),
    tested: told.length,
    held: held.size,
    weighed: weighed.size,
    falseDiscoveries: FALSE_DISCOVERIES,
    rows: await rowsOf(ranked, { law, asked, held, weighed }),
  };
}

interface Ranking extends Known {
  readonly held: ReadonlySet<Found>;
  readonly weighed: ReadonlySet<Found>;
}

/** Weighing takes seconds: others that share the process have their turn in between. */
async function rowsOf(ranked: readonly Found[], { held, weighed, ...known }: Ranking): Promise<readonly ScanRow[]> {
  const rows: ScanRow[] = [];
  for (const each of ranked) {
    if (weighed.has(each)) await setImmediate();
    rows.push(rowOf(each, { ...known, isHeld: held.has(each), isWeighed: weighed.has(each) }));
  }
  return rows;
}

/** The named groups that enough forces have numbers of, as stated or code by code. */
async function groupsHeld(
  archive: Archive,
  { forces, asked }: { readonly forces: readonly string[]; readonly asked: ScanAsked },
): Promise<readonly string[]> {
  const { law } = archive;
  const held = await labelsHeld(archive, { areas: forces, measure: "recorded" });
  const has = (label: string) => (held.get(label) ?? 0) >= FEWEST_FORCES;
  const days = [asked.from.from, asked.to.to] as const;
  return law.groups
    .filter(({ kind }) => kind === "codes")
    .filter(({ slug }) => {
      const { codes } = parseClasses(law, slug);
      const stated = labelsOf(law, [{ name: slug, codes }]).filter((label) => !codes.includes(label));
      return stated.some(has) || codes.filter((code) => existsIn(law, code, ...days)).every(has);
    })
    .map(({ slug }) => slug);
}

interface Found {
  readonly class: string;
  readonly question: ChangeQuestion;
  readonly tested: Tested;
  readonly from: number | null;
  readonly to: number | null;
}

interface Looked {
  readonly asked: ScanAsked;
  readonly classes: string;
  readonly forces: readonly string[];
  readonly holdings: Holdings;
}

/** One class in all forces: what is held is gathered once. */
async function testedIn(archive: Archive, looked: Looked): Promise<readonly Found[]> {
  const { classes, forces } = looked;
  const question = await gatheredOnce(archive, looked);
  const series = sharedSeries(question);
  return forces
    .filter((area) => question.panel.areas.includes(area))
    .map((area) => {
      const own = { ...question, area, areaName: archive.law.areaBySlug.get(area)?.name ?? area };
      const counts = { from: countOf(own, own.from), to: countOf(own, own.to) };
      return { class: classes, question: own, tested: testOf(own, series), ...counts };
    });
}

/** Gathered for the first force that has the class in both periods; the panel holds all others too. */
async function gatheredOnce(archive: Archive, { asked, classes, forces, holdings }: Looked): Promise<ChangeQuestion> {
  const { from, to, knownOn } = asked;
  const gather = (area: string) => builtInQuestion(archive, { area, classes, from, to, knownOn }, holdings);
  let { question } = await gather(forces[0]!);
  for (const area of forces.slice(1, MOST_TRIED)) {
    if (countOf(question, question.from) !== null && countOf(question, question.to) !== null) break;
    question = (await gather(area)).question;
  }
  return question;
}

/** What so many forces do not have is had by few. */
const MOST_TRIED = 4;

function countOf({ panel, area, classes }: ChangeQuestion, period: Months): number | null {
  const parts = classes.map((each) => {
    const series = panel.series("recorded", area, each);
    return series === undefined ? null : meanOver(series, period, "count");
  });
  if (parts.length === 0 || parts.includes(null)) return null;
  return Math.round(parts.reduce<number>((sum, part) => sum + part!, 0) * (period.last - period.first + 1));
}

/** How large a change is at the least, as a log ratio, by the end of its interval that is nearer to none. */
function leastSize({ tested: { interval } }: Found): number {
  if (interval === null) return -1;
  return Math.max(0, Math.log(interval.low), -Math.log(interval.high));
}

function chance({ tested }: Found): number {
  return tested.p ?? 2;
}

interface Known {
  readonly law: Law;
  readonly asked: ScanAsked;
}

function rowOf(
  { class: slug, question, tested, from, to }: Found,
  { law, asked, isHeld, isWeighed }: Known & { readonly isHeld: boolean; readonly isWeighed: boolean },
): ScanRow {
  const isKnown = from !== null && to !== null;
  const ratio = isKnown && from > 0 ? to / from : null;
  return {
    area: question.area,
    areaName: question.areaName ?? question.area,
    class: slug,
    className: question.className,
    from,
    to,
    difference: isKnown ? to - from : null,
    ratio,
    percent: ratio === null || from! < SMALLEST_BASE ? null : Math.round((ratio - 1) * 1000) / 10,
    interval: tested.interval,
    p: tested.p,
    held: isHeld,
    reach: isHeld ? (REACH[tested.why] ?? null) : null,
    kind: isWeighed ? kindOf(question, { law, asked }) : null,
  };
}

/** A percentage on a base under this says less than the numbers. */
const SMALLEST_BASE = 50;

const REACH: Readonly<Partial<Record<Tested["why"], NonNullable<ScanRow["reach"]>>>> = {
  here: "local",
  everywhere: "national",
  "here-and-everywhere": "both",
};

/** The first cause of a change, weighed with what is known of its own area. */
function kindOf(question: ChangeQuestion, { law, asked }: Known): ScanKind | null {
  const { panel, area, from } = question;
  const since = daysOf({ first: from.first - 12, last: from.first }).first;
  const units = panel.classes.map((name) => ({ name, codes: law.codesOfGroup.get(name) ?? name.split("+") }));
  const context = contextFromLaw(law, { area, areas: panel.areas, units, since, knownOn: asked.knownOn });
  const { verdict, causes, inseparable } = explain({ ...question, context });
  const [first] = causes;
  return first === undefined
    ? null
    : { verdict, cause: first.cause, standing: first.standing, share: first.share, inseparable };
}

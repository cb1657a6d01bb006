import type { ChangeQuestion } from "./explanation.ts";
import { meanOver } from "./grid.ts";
import type { MeasureOfChange } from "./panel.ts";
import type { Witness } from "./signatures.ts";

/** Whose change a witness speaks of: the area's apart from the others, the others', or the area's as it is. */
export type Scope = "local" | "national" | "own";

/** How something other than the counts asked about changed between the two periods. */
export interface Testimony {
  readonly witness: Witness;
  readonly scope: Scope;
  /** The class that was looked at. */
  readonly className: string;
  /** Log change, per resident where residents are known. */
  readonly estimate: number;
  readonly variance: number;
  /** The area's own values before and after, a month or a level; null for what is said of others. */
  readonly seen: { readonly before: number; readonly after: number } | null;
}

/** Everything that can testify to a change of `classes` in the area: the optional measures and the sibling classes. */
export function testimonies(question: ChangeQuestion): readonly Testimony[] {
  const { panel, classes } = question;
  const siblings = panel.classes.filter((each) => !classes.includes(each));
  const measured = MEASURED.flatMap((each) => testimonyOf(question, each, classNames(question, each.measure)));
  const recorded: Looked = { witness: "sibling", measure: "recorded", kind: "count", per: null };
  return [...measured, ...siblings.flatMap((each) => testimonyOf(question, recorded, [each]))];
}

interface Looked {
  readonly witness: Witness;
  readonly measure: MeasureOfChange;
  readonly kind: "count" | "level";
  /** Taken as a part of another measure. */
  readonly per: MeasureOfChange | null;
}

const MEASURED: readonly Looked[] = [
  { witness: "calls", measure: "calls", kind: "count", per: null },
  { witness: "survey", measure: "survey", kind: "level", per: null },
  { witness: "historic", measure: "historic", kind: "count", per: "recorded" },
  { witness: "reporting_delay", measure: "reporting_delay", kind: "level", per: null },
  { witness: "incidents", measure: "incidents", kind: "count", per: null },
  { witness: "cancelled", measure: "cancelled", kind: "count", per: null },
];

/** The classes under which a measure is held: those asked about, or all together. */
function classNames({ panel, classes, area }: ChangeQuestion, measure: MeasureOfChange): readonly string[] {
  const own = classes.filter((each) => panel.areas.some((place) => panel.series(measure, place, each) !== undefined));
  if (own.length > 0 && (own.length === classes.length || panel.series(measure, area, "all") === undefined)) return own;
  return ["all"];
}

/** Fewer areas than this say nothing about how areas differ. */
const FEWEST_PEERS = 4;
/** What areas and years differ by anyway, as a variance of the log change, where it cannot be seen from the areas. */
const UNSEEN: Readonly<Record<Looked["kind"], number>> = { count: 0.06 ** 2, level: 0.1 ** 2 };
/** How much a nation's level may drift between two years without any of the causes. */
const DRIFT = 0.03 ** 2;

function testimonyOf(question: ChangeQuestion, looked: Looked, classes: readonly string[]): readonly Testimony[] {
  const { area, panel } = question;
  const change = (place: string) => changeIn(question, looked, { place, classes });
  const own = change(area);
  const peers = (question.peers ?? panel.areas).filter((each) => each !== area).flatMap((each) => change(each) ?? []);
  const named = { witness: looked.witness, className: classes.join("+") };
  if (peers.length < FEWEST_PEERS) {
    const nation = own ?? peers[0];
    if (nation === undefined) return [];
    const variance = nation.chance + UNSEEN[looked.kind];
    return [
      { ...named, scope: own === null ? "national" : "own", estimate: nation.log, variance, seen: own?.seen ?? null },
    ];
  }
  const common = middle(peers.map(({ log }) => log));
  const between = (1.4826 * middle(peers.map(({ log }) => Math.abs(log - common)))) ** 2;
  const extra = Math.max(LEAST_BETWEEN, between - peers.reduce((sum, { chance }) => sum + chance, 0) / peers.length);
  const ofCommon = between / peers.length + DRIFT;
  const national: Testimony = { ...named, scope: "national", estimate: common, variance: ofCommon, seen: null };
  if (own === null) return [national];
  const apart = own.log - common;
  return [national, { ...named, scope: "local", estimate: apart, variance: own.chance + extra, seen: own.seen }];
}

/** Areas are never more alike than this. */
const LEAST_BETWEEN = 0.015 ** 2;

interface Moved {
  readonly log: number;
  /** The variance that counts of this size have by chance. */
  readonly chance: number;
  readonly seen: { readonly before: number; readonly after: number };
}

function changeIn(
  { panel, from, to }: ChangeQuestion,
  { measure, kind, per }: Looked,
  { place, classes }: { readonly place: string; readonly classes: readonly string[] },
): Moved | null {
  const total = (of: MeasureOfChange, period: typeof from) => {
    const parts = classes.flatMap((each) => {
      const series = panel.series(of, place, each);
      return series === undefined ? [] : [meanOver(series, period, kind)];
    });
    return parts.length === 0 || parts.includes(null) ? null : parts.reduce<number>((sum, part) => sum + part!, 0);
  };
  const [before, after] = [total(measure, from), total(measure, to)];
  if (before === null || after === null) return null;
  const moved = kind === "count" ? ofCounts({ before, after, from, to }) : ofLevels(before, after);
  if (per === null) {
    const residents = kind === "count" ? residentsLog(panel, place, { from, to }) : 0;
    return { ...moved, log: moved.log - residents };
  }
  const [whole0, whole1] = [total(per, from), total(per, to)];
  if (whole0 === null || whole1 === null || whole0 <= 0 || whole1 <= 0) return null;
  const seen = { before: before / whole0, after: after / whole1 };
  return { ...moved, log: moved.log - Math.log(whole1 / whole0), seen };
}

type Ends = Pick<ChangeQuestion, "from" | "to">;

/** A mean a month becomes the count of its whole period again, so that chance is told from size. */
function ofCounts({ before, after, from, to }: Ends & { readonly before: number; readonly after: number }): Moved {
  const counts = [before * (from.last - from.first + 1) + 0.5, after * (to.last - to.first + 1) + 0.5] as const;
  const log = Math.log(counts[1] / (to.last - to.first + 1)) - Math.log(counts[0] / (from.last - from.first + 1));
  return { log, chance: 1 / counts[0] + 1 / counts[1], seen: { before, after } };
}

function ofLevels(before: number, after: number): Moved {
  return { log: Math.log((after + 1e-3) / (before + 1e-3)), chance: 0, seen: { before, after } };
}

/** The log change in residents; 0 where they are not known. */
export function residentsLog(panel: ChangeQuestion["panel"], area: string, { from, to }: Ends): number {
  const residents = panel.series("population", area, "all");
  if (residents === undefined) return 0;
  const [before, after] = [meanOver(residents, from, "level"), meanOver(residents, to, "level")];
  return before === null || after === null || before <= 0 || after <= 0 ? 0 : Math.log(after / before);
}

export function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

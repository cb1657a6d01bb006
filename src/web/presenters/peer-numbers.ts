import type { ChangeQuestion, Months } from "../../explain/index.ts";
import { type Funnel, funnel, type FunnelPoint } from "../../stats/index.ts";
import { type Step, stepsOf } from "./question-series.ts";

/** One area among the others. */
export interface Peer {
  readonly area: string;
  readonly name: string;
  readonly steps: readonly Step[];
  readonly from: number | null;
  readonly to: number | null;
  /** Residents in the later period; null where they are not known. */
  readonly residents: number | null;
  readonly point: FunnelPoint | null;
}

export interface Peers {
  readonly own: Peer;
  /** All areas with the one asked about, by name. */
  readonly all: readonly Peer[];
  /** What the funnel sets the later count over: residents, or the earlier count where residents are not known. */
  readonly over: "residents" | "earlier count";
  readonly funnel: Funnel | null;
  /** The place of the area among those whose rate (or count, without residents) is known, in each year to the end of the later period. */
  readonly ranks: readonly Rank[];
}

export interface Rank {
  readonly months: Months;
  /** 1 is the highest. */
  readonly rank: number;
  readonly of: number;
}

/** Fewer areas make no funnel. */
const FEWEST = 5;

/** Sets the area asked about beside all others of the panel. */
export function peersOf(question: ChangeQuestion, nameOf: (area: string) => string): Peers {
  const found = question.panel.areas.map((area) => peerOf(question, area, nameOf(area)));
  const known = (over: (peer: Bare) => number | null) =>
    found.filter((each) => each.to !== null && (over(each) ?? 0) > 0);
  const own =
    found.find(({ area }) => area === question.area) ?? peerOf(question, question.area, nameOf(question.area));
  const byResidents = known(({ residents }) => residents);
  const isByResidents = byResidents.length >= FEWEST && byResidents.some(({ area }) => area === own.area);
  const units = isByResidents ? byResidents : known(({ from }) => from);
  const drawn = units.length >= FEWEST && units.some(({ to }) => to! > 0);
  const made = drawn
    ? funnel(units.map(({ to, from, residents }) => ({ count: to!, exposure: isByResidents ? residents! : from! })))
    : null;
  const pointOf = (area: string) => made?.points[units.findIndex((each) => each.area === area)] ?? null;
  const all = found.map((each): Peer => ({ ...each, point: pointOf(each.area) }));
  return {
    own: { ...own, point: pointOf(own.area) },
    all: all.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    over: isByResidents ? "residents" : "earlier count",
    funnel: made,
    ranks: ranksOf(question, all, isByResidents),
  };
}

type Bare = Omit<Peer, "point">;

function peerOf(question: ChangeQuestion, area: string, name: string): Bare {
  const steps = stepsOf(question, area);
  return {
    area,
    name,
    steps,
    from: countIn(steps, question.from),
    to: countIn(steps, question.to),
    residents: residentsIn(question, area, question.to),
  };
}

/** The count of a stretch that whole steps fill; null for any other. */
function countIn(steps: readonly Step[], { first, last }: Months): number | null {
  const inside = steps.filter(({ months }) => months.first >= first && months.last <= last);
  const filled = inside.reduce((sum, { months }) => sum + months.last - months.first + 1, 0);
  if (filled !== last - first + 1 || inside.some(({ value }) => value === null)) return null;
  return inside.reduce((sum, { value }) => sum + value!, 0);
}

/** Residents as counted in the year that holds the middle of a stretch, or the nearest one known. */
function residentsIn({ panel }: ChangeQuestion, area: string, { first, last }: Months): number | null {
  const series = panel.series("population", area, "all");
  if (series === undefined) return null;
  const middle = (first + last + 1) / 2;
  const near = series.values
    .map((value, i) => ({ value, away: Math.abs(series.start + (i + 0.5) * series.months - middle) }))
    .filter(({ value }) => value !== null)
    .toSorted((a, b) => a.away - b.away);
  return near[0]?.value ?? null;
}

/** Fewer areas than this make no order. */
const FEWEST_RANKED = 5;
const MOST_YEARS = 12;

function ranksOf(question: ChangeQuestion, peers: readonly Peer[], byResidents: boolean): readonly Rank[] {
  const length = 12;
  const firsts = Array.from({ length: MOST_YEARS }, (_, i) => question.to.last + 1 - length * (MOST_YEARS - i));
  return firsts.flatMap((first) => {
    const months = { first, last: first + length - 1 };
    const levels = peers.flatMap(({ area, steps }) => {
      const count = countIn(steps, months);
      const over = byResidents ? residentsIn(question, area, months) : 1;
      return count === null || over === null || over <= 0 ? [] : [{ area, level: count / over }];
    });
    const own = levels.find(({ area }) => area === question.area);
    if (own === undefined || levels.length < FEWEST_RANKED) return [];
    return [{ months, rank: levels.filter(({ level }) => level > own.level).length + 1, of: levels.length }];
  });
}

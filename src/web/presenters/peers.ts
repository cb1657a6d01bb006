import { sayPeriod } from "../../base/index.ts";
import { daysOf } from "../../explain/index.ts";
import type { Law } from "../../law/index.ts";
import type { FieldError, Read } from "../query.ts";
import type { Gathered } from "../services/explained.ts";
import { askForm, type AskForm, type Query } from "./ask-form.ts";
import type { ChartView } from "./chart.ts";
import type { UnfoldedTable } from "./explain.ts";
import { addressOf, fieldsOf } from "./links.ts";
import { funnelChart, rankChart, type SmallMultiple, smallMultiples } from "./peer-charts.ts";
import { type Peer, type Peers, peersOf } from "./peer-numbers.ts";
import { lowerFirst, sayNumber, sayRatio } from "./say.ts";

export interface PeersPage {
  readonly title: string;
  readonly errors: readonly FieldError[];
  readonly form: AskForm;
  readonly result: PeersResult | null;
}

export interface PeersResult {
  readonly lead: string;
  readonly funnel: ChartView | null;
  readonly over: Peers["over"];
  readonly multiples: readonly SmallMultiple[];
  readonly rank: ChartView | null;
  readonly ranks: UnfoldedTable;
  readonly columns: readonly string[];
  readonly rows: readonly PeerRow[];
  readonly notes: readonly string[];
  readonly links: Readonly<Record<string, string>>;
}

export interface PeerRow {
  readonly name: string;
  readonly isOwn: boolean;
  readonly cells: readonly string[];
}

/** The area among the others: its rate in the funnel, every area's course, and its place from year to year. */
export function presentPeers(given: { query: Query; read: Read<Gathered>; law: Law }): PeersPage {
  const { query, read, law } = given;
  const form = askForm(query, law, read.ok ? [] : read.errors);
  if (!read.ok) return { title: "That comparison cannot be made", errors: read.errors, form, result: null };
  const found = read.value;
  const peers = peersOf(found.question, (area) => law.areaBySlug.get(area)?.name ?? area);
  const title = sayPeers(found, peers);
  return { title, errors: [], form, result: resultOf(found, peers, title) };
}

/** `Recorded stalking and harassment in Kent: 11,761 in 2017, 6.43 per 1,000 residents, the 2nd highest of 42 areas`. */
function sayPeers({ question, areaName }: Gathered, { own, ranks, over }: Peers): string {
  const subject = `recorded ${lowerFirst(question.className)} in ${areaName}`;
  const when = periodSaid(question.to);
  if (own.to === null) return `Cannot tell: ${subject} in ${when}, beside the other areas`;
  const rate =
    over === "residents" && own.residents !== null ? `, ${sayRate(own.to, own.residents)} per 1,000 residents` : "";
  const last = ranks.at(-1);
  const isLast = last !== undefined && last.months.first === question.to.first && last.months.last === question.to.last;
  const place = isLast ? `, ${sayPlace(last.rank)} of ${sayNumber(last.of)} areas` : "";
  return `${subject.charAt(0).toUpperCase()}${subject.slice(1)}: ${sayNumber(own.to)} in ${when}${rate}${place}`;
}

function sayRate(count: number, residents: number): string {
  const rate = (count / residents) * 1000;
  return rate >= 100 ? sayNumber(Math.round(rate)) : rate.toFixed(rate < 1 ? 3 : 2);
}

/** `the highest`, `the 2nd highest`, `the 13th highest`. */
function sayPlace(rank: number): string {
  if (rank === 1) return "the highest";
  const teens = rank % 100 >= 11 && rank % 100 <= 13;
  const ending = teens ? "th" : (["th", "st", "nd", "rd"][rank % 10] ?? "th");
  return `the ${rank}${ending} highest`;
}

function periodSaid(months: Gathered["question"]["to"]): string {
  const { first, last } = daysOf(months);
  return sayPeriod({ from: first, to: last });
}

function resultOf(found: Gathered, peers: Peers, title: string): PeersResult {
  const { question, asked, notes } = found;
  const fields = fieldsOf(asked);
  const [before, after] = [periodSaid(question.from), periodSaid(question.to)];
  const isRate = peers.over === "residents";
  return {
    lead: sayFunnel(peers, found.areaName),
    over: peers.over,
    funnel: funnelChart(peers, title),
    multiples: smallMultiples(question, peers),
    rank: rankChart(peers, { title: `${found.areaName} among the other areas`, isRate }),
    ranks: {
      summary: "The places as a table",
      caption: `Place of ${found.areaName} by ${isRate ? "rate" : "count"}, 1 the highest`,
      columns: ["Twelve months", "Place", "Of"],
      numbers: 2,
      rows: peers.ranks.map(({ months, rank, of }) => [periodSaid(months), sayNumber(rank), sayNumber(of)]),
    },
    columns: ["Area", before, after, "Times", ...(isRate ? ["Per 1,000 residents"] : []), "Over the average", "Limits"],
    rows: peers.all.map((peer) => rowOf(peer, { isRate, isOwn: peer.area === peers.own.area })),
    notes,
    links: {
      change: addressOf("/explain", fields),
      control: addressOf("/explain/control", fields),
      figures: addressOf("/figures", fields),
      scan: addressOf("/scan", { from: fields["from"], to: fields["to"], "known-on": fields["known-on"] }),
    },
  };
}

/** Whether the area lies outside what ordinary differences among areas leave open. */
function sayFunnel({ own, over, funnel }: Peers, areaName: string): string {
  if (funnel === null || own.point === null) return "Too few areas are held with what is needed to compare them.";
  const { ratio, overdispersed, isBeyondSpread } = own.point;
  const { low, high } = overdispersed.at998;
  const what = over === "residents" ? "The rate" : "The later over the earlier count";
  const where = isBeyondSpread
    ? `outside the limits of ${sayRatio(Math.max(0, low))} to ${sayRatio(high)}`
    : `within the limits of ${sayRatio(Math.max(0, low))} to ${sayRatio(high)}`;
  return `${what} in ${areaName} is ${sayRatio(ratio)} times that of all areas together, ${where} that ordinary differences among areas leave open (99.8 per cent, widened by the areas’ own spread).`;
}

/** The smallest base that bears a ratio. */
const SMALLEST_BASE = 50;

function rowOf(
  { name, from, to, residents, point }: Peer,
  { isRate, isOwn }: { readonly isRate: boolean; readonly isOwn: boolean },
): PeerRow {
  const count = (value: number | null) => (value === null ? "not known" : sayNumber(value));
  const times = from === null || to === null || from < SMALLEST_BASE ? "" : sayRatio(to / from);
  const rate = to === null || residents === null ? "" : sayRate(to, residents);
  const limits = point?.overdispersed.at998;
  return {
    name,
    isOwn,
    cells: [
      count(from),
      count(to),
      times,
      ...(isRate ? [rate] : []),
      point === null ? "" : sayRatio(point.ratio),
      limits === undefined
        ? ""
        : `${sayRatio(Math.max(0, limits.low))} to ${sayRatio(limits.high)}${point!.isBeyondSpread ? ", outside" : ""}`,
    ],
  };
}

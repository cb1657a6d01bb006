import { sayPeriod } from "../../base/index.ts";
import { sayKind, type Scan, type ScanRow } from "../../explain/index.ts";
import type { FieldError, Read } from "../query.ts";
import type { Query } from "./ask-form.ts";
import { csvCell } from "./figures-csv.ts";
import { addressOf } from "./links.ts";
import { lowerFirst, sayNumber, sayRatio } from "./say.ts";

export interface ScanPage {
  readonly title: string;
  readonly errors: readonly FieldError[];
  readonly form: {
    readonly from: string;
    readonly to: string;
    readonly knownOn: string;
    readonly error: Readonly<Record<string, { readonly text: string }>>;
  };
  readonly result: ScanResult | null;
}

export interface ScanResult {
  readonly lead: string;
  readonly rows: readonly ScanView[];
  readonly leftOut: string;
  readonly kinds: readonly { readonly kind: string; readonly count: string }[];
  readonly classes: string;
  readonly before: string;
  readonly after: string;
  readonly json: string;
  readonly csv: string;
}

export interface ScanView {
  readonly where: string;
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly times: string;
  readonly limits: string;
  readonly kind: string;
  readonly href: string;
}

/** More rows than this are in the files alone, so that the page stays light. */
const MOST_ROWS = 120;

/** What changed, and what kind of change, in one ranked list. */
export function presentScan(query: Query, read: Read<Scan>): ScanPage {
  const errors = read.ok ? [] : read.errors;
  const form = {
    from: query["from"] ?? "2016",
    to: query["to"] ?? "2017",
    knownOn: query["known-on"] ?? "",
    error: Object.fromEntries(errors.map(({ field, text }) => [field, { text }])),
  };
  if (!read.ok) return { title: "That scan cannot be made", errors, form, result: null };
  return { title: sayScan(read.value), errors, form, result: resultOf(read.value, query) };
}

/** `28 of 176 changes between 2016 and 2017 are beyond ordinary variation`. */
function sayScan({ held, tested, from, to }: Scan): string {
  const [before, after] = [from, to].map(({ first, last }) => sayPeriod({ from: first, to: last }));
  if (tested === 0) return `Cannot tell what changed between ${before} and ${after}: too little is held`;
  const verb = held === 1 ? "is" : "are";
  return `${sayNumber(held)} of ${sayNumber(tested)} changes between ${before} and ${after} ${verb} beyond ordinary variation`;
}

function resultOf(scan: Scan, query: Query): ScanResult {
  const { rows, tested, areas, classes, from, to } = scan;
  const held = rows.filter((row) => row.held);
  const search = new URLSearchParams(query).toString();
  const untold = rows.length - tested;
  const [before, after] = [from, to].map(({ first, last }) => sayPeriod({ from: first, to: last }));
  const asked = { from: query["from"] ?? "2016", to: query["to"] ?? "2017", "known-on": query["known-on"] };
  return {
    lead: `${sayNumber(areas)} forces and ${sayNumber(classes.length)} classes were looked at; of ${sayNumber(untold)} too little is held. With so many looked at, some would stand out by chance: the list is cut so that about one in twenty of it is false.`,
    rows: held.slice(0, MOST_ROWS).map((row) => viewOf(row, asked)),
    leftOut: held.length > MOST_ROWS ? `${sayNumber(held.length - MOST_ROWS)} more are in the files below.` : "",
    kinds: [...Map.groupBy(held, kindOnly)].map(([kind, { length }]) => ({ kind, count: sayNumber(length) })),
    classes: classes.map(({ className }) => lowerFirst(className)).join(", "),
    before: before ?? "",
    after: after ?? "",
    json: `/scan.json?${search}`,
    csv: `/scan.csv?${search}`,
  };
}

/** Without its share, so that like kinds are counted together. */
function kindOnly(row: ScanRow): string {
  return sayKind(row.kind === null ? row : { ...row, kind: { ...row.kind, share: null } });
}

function viewOf(row: ScanRow, asked: Readonly<Record<"from" | "to" | "known-on", string | undefined>>): ScanView {
  const { from, to, ratio, interval } = row;
  const count = (each: number | null) => (each === null ? "not known" : sayNumber(each));
  return {
    where: row.areaName,
    what: lowerFirst(row.className),
    from: count(from),
    to: count(to),
    times: ratio === null || (from ?? 0) < SMALLEST_BASE ? "" : sayRatio(ratio),
    limits:
      interval === null || interval.high > WIDEST ? "" : `${sayRatio(interval.low)} to ${sayRatio(interval.high)}`,
    kind: sayKind(row),
    href: addressOf("/explain", { area: row.area, class: row.class, ...asked }),
  };
}

/** The smallest base that bears a ratio. */
const SMALLEST_BASE = 50;
/** Limits that reach further say nothing. */
const WIDEST = 100;

const HEADER = [
  "area",
  "class",
  "from",
  "to",
  "ratio",
  "low",
  "high",
  "p",
  "held",
  "reach",
  "cause",
  "standing",
  "kind",
];

/** Every row of a scan as CSV (RFC 4180). */
export function scanCsv({ rows }: Scan): string {
  const lines = rows.map((row) => [
    row.area,
    row.class,
    row.from,
    row.to,
    row.ratio,
    row.interval?.low ?? null,
    row.interval?.high ?? null,
    row.p,
    row.held ? "yes" : "no",
    row.reach,
    row.kind?.cause ?? null,
    row.kind?.standing ?? null,
    sayKind(row),
  ]);
  return [HEADER, ...lines].map((line) => `${line.map(csvCell).join(",")}\r\n`).join("");
}

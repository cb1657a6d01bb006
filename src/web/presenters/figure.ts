import { sayDay, sayPeriod } from "../../base/index.ts";
import type { Batch } from "../../engine/index.ts";
import type { Figure, Reopened, SourceRow } from "../../figures/index.ts";
import { type Law, titleOf } from "../../law/index.ts";
import { BASIS_WORDS, sayLimits } from "./figure-rows.ts";
import { type FlagView, presentFlags } from "./flags.ts";
import { MEASURE_WORDS, sayFinding, sayNumber, sayReleased, saySigned } from "./say.ts";

export interface FigurePage {
  readonly title: string;
  readonly same: boolean;
  readonly id: string;
  readonly facts: readonly Fact[];
  readonly rests: readonly PartRow[];
  readonly flags: readonly FlagView[];
  readonly tables: readonly RowsTable[];
  readonly rowsShown: string;
  readonly files: readonly FileView[];
}

interface Fact {
  readonly key: { readonly text: string };
  readonly value: { readonly text: string };
}

/** One observation, with the sign with which it enters. */
interface PartRow {
  readonly sign: string;
  readonly what: string;
  readonly period: string;
  readonly value: string;
  readonly release: string;
}

/** Source rows that have the same columns, as a table. */
interface RowsTable {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface FileView {
  readonly name: string;
  readonly sha256: string;
  readonly received: string;
}

export interface FoundFigure extends Reopened {
  readonly source: { readonly rows: readonly SourceRow[]; readonly total: number };
}

/** A figure's page: the number, what it means, what bears on it, and the rows that it rests on. */
export function presentFigure({ figure, same, source }: FoundFigure, law: Law): FigurePage {
  const { rows, total } = source;
  return {
    title: sayFinding([figure], null),
    same,
    id: figure.id,
    facts: factsOf(figure, law),
    rests: figure.rests.map(({ sign, observation }) => ({
      sign: sign === 1 ? "+" : "−",
      what: titled(law, observation.class),
      period: sayPeriod({ from: observation.period_from, to: observation.period_to }),
      value: sayNumber(observation.value),
      release: observation.release,
    })),
    flags: presentFlags(figure.flags),
    tables: tablesOf(rows),
    rowsShown: rows.length < total ? `The first ${rows.length} of ${sayNumber(total)} source rows` : "",
    files: filesOf(rows),
  };
}

function factsOf(figure: Figure, law: Law): Fact[] {
  const {
    areaName,
    classes,
    measure,
    part,
    period,
    basis,
    source,
    release,
    released,
    licence,
    interval,
    rate,
    yearOnYear,
  } = figure;
  const rows: (readonly [string, string] | null)[] = [
    ["What is counted", `${MEASURE_WORDS[measure]}${part === "" ? "" : ` (${part})`}`],
    ["Classes", classes.map((code) => titled(law, code)).join("; ")],
    ["Area", areaName],
    ["Period", `${sayDay(period.from)} to ${sayDay(period.to)}`],
    ["How it was had", BASIS_WORDS[basis]],
    interval === null
      ? null
      : ["95 per cent limits", `${sayLimits(interval)}, were the offences independent of one another`],
    rate === null ? null : ["Rate", `${sayNumber(rate.value)} per ${sayNumber(rate.per)} residents of ${rate.year}`],
    yearOnYear === null
      ? null
      : ["On the year before", `${saySigned(yearOnYear.difference)} on ${sayNumber(yearOnYear.base)}`],
    source === "" ? null : ["Source", `${source}; licence ${licence}`],
    source === "" ? null : ["Release", `${release}, ${sayReleased(released)}`],
  ];
  return rows.filter((row) => row !== null).map(([key, text]) => ({ key: { text: key }, value: { text } }));
}

/** `8Q Stalking`; a group by its title. */
function titled(law: Law, label: string): string {
  if (label === "all") return "All";
  const known = law.classByCode.has(label.toLowerCase());
  return known ? `${label} ${titleOf(law, label)}` : (law.groupBySlug.get(label)?.title ?? label);
}

function tablesOf(rows: readonly SourceRow[]): RowsTable[] {
  const alike = Map.groupBy(rows, ({ file, cells }) => `${file}\n${Object.keys(cells).join("\n")}`);
  return [...alike.values()].map((group) => {
    const columns = Object.keys(group[0]?.cells ?? {}).filter((column) =>
      group.some(({ cells }) => cells[column] !== ""),
    );
    return {
      file: group[0]?.file ?? "",
      columns: ["line", ...columns].map((column) => column.replaceAll("_", " ")),
      rows: group.map(({ line, cells }) => [String(line), ...columns.map((column) => cells[column] ?? "")]),
    };
  });
}

function filesOf(rows: readonly SourceRow[]): FileView[] {
  const batches = rows.map(({ batch }) => batch).filter((each): each is Batch => each !== null);
  return [...new Map(batches.map((each) => [each.id, each])).values()].map(({ source, sha256, receivedAt }) => ({
    name: source,
    sha256,
    received: sayMoment(receivedAt),
  }));
}

/** `24 November 2026, 13:08 UTC`. */
export function sayMoment(instant: string): string {
  const moment = Temporal.Instant.from(instant).toZonedDateTimeISO("UTC");
  return `${sayDay(moment.toPlainDate().toString())}, ${moment.toPlainTime().toString({ smallestUnit: "minute" })} UTC`;
}

import type { BarSpec, LineSpec, Mark, Point } from "./spec.ts";

export type Cell = string | number | null;

/** What a chart shows, for those who cannot see it or want the numbers. The first column names the row. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The table of a line chart (a row a date, a column a series, notes) or of a bar chart (a row a bar). */
export function chartTable(spec: LineSpec | BarSpec): ChartTable {
  return "bars" in spec ? barTable(spec) : lineTable(spec);
}

function lineTable({ points, marks = [] }: LineSpec): ChartTable {
  const series = [...new Set(points.map((point) => point.series))];
  const dates = [...new Set([...points, ...marks].map(({ date }) => date))].sort();
  const rows = dates.map((date) => lineRow(date, { series, points, marks }));
  const hasNotes = rows.some((row) => row.at(-1) !== "");
  const columns = ["Date", ...series, "Notes"];
  return hasNotes ? { columns, rows } : { columns: columns.slice(0, -1), rows: rows.map((row) => row.slice(0, -1)) };
}

function lineRow(
  date: string,
  { series, points, marks }: { series: readonly string[]; points: readonly Point[]; marks: readonly Mark[] },
): readonly Cell[] {
  const here = points.filter((point) => point.date === date);
  const label = here.find((point) => point.label !== undefined)?.label ?? date;
  const broken = here.filter((point) => point.broken === true).map((point) => `${point.series} drawn broken`);
  const notes = [...marks.filter((mark) => mark.date === date).map((mark) => mark.label), ...broken];
  return [label, ...series.map((name) => here.find((point) => point.series === name)?.value ?? null), notes.join("; ")];
}

function barTable({ bars, xLabel }: BarSpec): ChartTable {
  const withLimits = bars.some((bar) => typeof bar.low === "number" || typeof bar.high === "number");
  const columns = ["Label", xLabel, ...(withLimits ? ["Low", "High"] : [])];
  const rows = bars.map((bar) => [bar.label, bar.value, ...(withLimits ? [bar.low ?? null, bar.high ?? null] : [])]);
  return { columns, rows };
}

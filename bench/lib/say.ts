import type { Bench, BenchFigure, BenchResult } from "./bench.ts";
import type { Machine } from "./machine.ts";

/** A bench's result as a table for a person. */
export function sayResult(bench: Bench, result: BenchResult, machine: Machine): string {
  const { cpu, cores, memory, node, date } = machine;
  const rows = result.figures.map(({ name, value, unit, ...rest }) => [
    name,
    `${sayNumber(value)} ${unit}`,
    sayBar(rest),
  ]);
  return [
    `${bench.name}: ${bench.summary}`,
    ...alignColumns(rows).map((row) => `  ${row}`),
    `${cpu}, ${cores} cores, ${memory} GiB, Node ${node}, ${date}`,
    "",
  ].join("\n");
}

function sayBar({ bar, met }: Pick<BenchFigure, "bar" | "met">): string {
  if (bar === undefined) return "";
  const limit = "atMost" in bar ? `at most ${sayNumber(bar.atMost)}` : `at least ${sayNumber(bar.atLeast)}`;
  return `${limit}: ${met === true ? "met" : "NOT MET"}`;
}

/** Whole numbers in full, others to four significant digits. */
function sayNumber(value: number): string {
  return Number.isInteger(value)
    ? value.toLocaleString("en-GB")
    : value.toLocaleString("en-GB", { maximumSignificantDigits: 4 });
}

function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = [0, 1].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

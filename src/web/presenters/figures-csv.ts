import type { FiguresAnswer } from "../../figures/index.ts";

const HEADER = [
  "area",
  "classes",
  "measure",
  "period_from",
  "period_to",
  "value",
  "basis",
  "source",
  "release",
  "released",
  "licence",
  "id",
];

/** Figures as CSV (RFC 4180), one a line; empty where the number cannot be told. */
export function figuresCsv({ figures }: Pick<FiguresAnswer, "figures">): string {
  const lines = figures.map((each) => [
    each.area,
    each.classes.join("+"),
    each.measure,
    each.period.from,
    each.period.to,
    each.value,
    each.basis,
    each.source,
    each.release,
    each.released,
    each.licence,
    each.id,
  ]);
  return [HEADER, ...lines].map((line) => `${line.map(csvCell).join(",")}\r\n`).join("");
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
export function csvCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

import { maybePeriod } from "../base/index.ts";
import type { Change } from "./changes.ts";
import type { NumberMention } from "./numbers.ts";
import type { Part } from "./parts.ts";
import type { Surroundings } from "./place.ts";
import type { PeriodMention } from "./when.ts";

/** The head of a table in a text: how its lines are cut, and what each column holds. */
export interface TableHead {
  readonly separator: RegExp;
  readonly columns: readonly Column[];
}

type Column =
  | { readonly kind: "period"; readonly label: string }
  | { readonly kind: "change" }
  | { readonly kind: "other" };

/** One change, or one count, of a row, with the periods of its columns. */
export interface TableChange {
  readonly change: Change;
  readonly period: string | null;
  readonly basePeriod: string | null;
}

/** The head of a table, when a line is one: at least two cells, of which one or more are periods and nothing else. */
export function maybeTableHead(line: string, start: number, periods: readonly PeriodMention[]): TableHead | undefined {
  if (periods.length === 0 || line.length > 500) return undefined;
  const separator = SEPARATORS.find((each) => cellsOf(line, start, each).length > 1);
  if (separator === undefined) return undefined;
  const columns = cellsOf(line, start, separator).map((cell) => columnOf(line, cell, start, periods));
  return columns.slice(1).some(({ kind }) => kind === "period") && columns[0]?.kind === "other"
    ? { separator, columns }
    : undefined;
}

/** The changes and counts of a row below a head; nothing when the line is no row of it, an empty list when it is about nothing we know. */
export function maybeRow(
  line: string,
  head: TableHead,
  around: Surroundings,
  numbers: ReadonlyMap<number, NumberMention>,
): TableChange[] | undefined {
  const { start } = around.sentence;
  const cells = cellsOf(line, start, head.separator);
  const [label] = cells;
  if (label === undefined || cells.length !== head.columns.length) return undefined;
  const found = cells.map((cell) => [...numbers.values()].find((n) => n.start === cell.start && n.end === cell.end));
  if (found.every((number) => number === undefined)) return undefined;
  const subject = around.subjects.find((s) => s.start >= label.start && s.end <= label.end);
  return subject === undefined ? [] : changesOfRow(head, found, subject.start);
}

interface Cell {
  readonly start: number;
  readonly end: number;
}

const SEPARATORS: readonly RegExp[] = [/\|/g, /\t/g, / {2,}/g, /;/g, /, /g];

function cellsOf(line: string, start: number, separator: RegExp): Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  for (const match of [...line.matchAll(separator), { index: line.length, 0: "" }]) {
    const text = line.slice(at, match.index);
    const from = at + (text.length - text.trimStart().length);
    if (text.trim() !== "") cells.push({ start: start + from, end: start + from + text.trim().length });
    at = match.index + match[0].length;
  }
  return cells;
}

function columnOf(line: string, cell: Cell, start: number, periods: readonly PeriodMention[]): Column {
  const period = periods.find((p) => p.start === cell.start && p.end === cell.end);
  if (period !== undefined && period.label !== null) return { kind: "period", label: period.label };
  return CHANGE.test(line.slice(cell.start - start, cell.end - start)) ? { kind: "change" } : { kind: "other" };
}

const CHANGE =
  /^(?:%|per ?cent(?:age)?)?\s*(?:change|difference|increase|rise|\+\/-|diff)\.?\s*(?:\(?(?:%|per ?cent|no\.?|number)\)?)?$|^[+-]?%$/i;

function changesOfRow(
  { columns }: TableHead,
  found: readonly (NumberMention | undefined)[],
  start: number,
): TableChange[] {
  const levels = columns.flatMap((column, i) => {
    const number = found[i];
    return column.kind === "period" && number?.unit === "count" ? [{ label: column.label, number }] : [];
  });
  const derived = columns.flatMap((column, i) => (column.kind === "change" ? (found[i] ?? []) : [])).map(derivedPart);
  const [earlier, later] = levels.toSorted((a, b) => startOf(a.label).localeCompare(startOf(b.label)));
  if (levels.length !== 2 || derived.length === 0 || earlier === undefined || later === undefined) {
    return levels.map(({ label, number }) => countAlone(label, number, start));
  }
  const end = Math.max(earlier.number.end, later.number.end);
  const level: Part = { rule: "table-row", start, end, numbers: { from: earlier.number, to: later.number } };
  return [{ change: { level, derived }, period: later.label, basePeriod: earlier.label }];
}

function derivedPart(number: NumberMention): Part {
  const role = number.unit === "percent" ? "pct" : number.unit === "points" ? "points" : "diff";
  return { rule: "table-change", start: number.start, end: number.end, numbers: { [role]: number } };
}

function countAlone(label: string, number: NumberMention, start: number): TableChange {
  const level: Part = {
    rule: "table-cell",
    start: Math.min(start, number.start),
    end: number.end,
    numbers: { count: number },
  };
  return { change: { level, derived: [] }, period: label, basePeriod: null };
}

function startOf(label: string): string {
  return maybePeriod(label)?.from ?? "";
}

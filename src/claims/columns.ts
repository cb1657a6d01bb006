import { maybePeriod } from "../base/index.ts";
import type { NumberMention } from "./numbers.ts";
import { firstFrom, type Mentions } from "./mentions.ts";
import type { Cell } from "./table-lines.ts";

/** What a column of a table holds. */
export interface Column {
  readonly index: number;
  readonly kind: "label" | "level" | "change" | "share" | "note";
  readonly head: Cell | undefined;
  /** Label of the period that its head names, and its first day. */
  readonly period: string | null;
  readonly starts: string | null;
  readonly isPercent: boolean;
  readonly isTotal: boolean;
}

/** The columns under a head, matched from the right when the first has no head; nothing when they do not fit. */
export function columnsOf(
  head: readonly Cell[],
  width: number,
  mentions: Mentions,
  rows: readonly (readonly (NumberMention | undefined)[])[],
): Column[] | undefined {
  if (head.length !== 0 && head.length !== width && head.length !== width - 1) return undefined;
  const shift = head.length === width ? 0 : 1;
  const columns = Array.from({ length: width }, (_, index) => columnOf(index, head[index - shift], mentions, rows));
  return asShares(columns, rows);
}

function columnOf(
  index: number,
  head: Cell | undefined,
  { periods }: Mentions,
  rows: readonly (readonly (NumberMention | undefined)[])[],
): Column {
  const found = head === undefined ? undefined : firstFrom(periods, head.start);
  const period = found !== undefined && head !== undefined && found.end <= head.end ? found.label : null;
  const text = head?.text ?? "";
  const numbers = rows.map((row) => row[index]).filter((number) => number !== undefined);
  const isSigned = numbers.some(({ direction }) => direction !== null);
  const isPercent = /%|\bpct|\bper ?cent/i.test(text);
  const kind =
    index === 0 && numbers.length === 0
      ? "label"
      : numbers.length === 0
        ? "note"
        : period === null && (CHANGE.test(text) || isSigned)
          ? "change"
          : "level";
  const starts = period === null ? null : (maybePeriod(period)?.from ?? null);
  return { index, kind, head, period, starts, isPercent, isTotal: /^\W*(?:grand )?(?:total|all)\b/i.test(text) };
}

/** A column of percentages that says no change: of the whole beside a count; of change where the columns are periods, or the rows. */
function asShares(columns: readonly Column[], rows: readonly (readonly (NumberMention | undefined)[])[]): Column[] {
  const byPeriod = columns.filter(({ period }) => period !== null).length >= 2;
  return columns.map((column) => {
    if (column.kind !== "level" || column.period !== null) return column;
    const numbers = rows.map((row) => row[column.index]).filter((number) => number !== undefined);
    if (!column.isPercent && !numbers.every(({ unit }) => unit === "percent")) return column;
    if (byPeriod) return { ...column, kind: "change" };
    const isBesideCount = columns.some(
      ({ kind, index, isPercent }) => kind === "level" && index === column.index - 1 && !isPercent,
    );
    return isBesideCount ? { ...column, kind: "share" } : column;
  });
}

const CHANGE =
  /\b(?:change|chg|difference|diff|increase|decrease|rise|fall|variance|trend)\b|\+\s?\/\s?[-\u2013\u2212]|\u00B1|^pct\.?$/i;

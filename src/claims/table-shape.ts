import type { NumberMention } from "./numbers.ts";
import type { Cell, TableLine } from "./table-lines.ts";

/** A line of a table: its cells, and the number that fills each. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly numbers: readonly (NumberMention | undefined)[];
  readonly isTotal: boolean;
}

/** The width that most rows have. */
export function widthOf(rows: readonly Row[]): number {
  const counts = Map.groupBy(rows, ({ cells }) => cells.length);
  return [...counts].toSorted((a, b) => b[1].length - a[1].length || b[0] - a[0])[0]?.[0] ?? 0;
}

/** Two heads set close together, “% chg Harassment”, are taken apart. */
export function asWide(head: readonly Cell[], width: number): readonly Cell[] {
  if (head.length >= width - 1 && head.length !== width - 1) return head;
  return head.flatMap((cell) => {
    const split = /^((?:%|per cent|pct)?\s?(?:change|chg|diff(?:erence)?)?\.?) (?=[A-Z][a-z])/.exec(cell.text)?.[1];
    if (split === undefined || split.trim() === "") return [cell];
    const at = cell.start + split.length + 1;
    return [
      { start: cell.start, end: cell.start + split.length, text: split },
      { start: at, end: cell.end, text: cell.text.slice(split.length + 1) },
    ];
  });
}

interface Alignment {
  readonly lines: readonly TableLine[];
  readonly width: number;
  readonly model: Row | undefined;
}

/** A row with gaps in it, in a table set with spaces: each cell goes to the column that ends where it ends. */
export function aligned(row: Row, { lines, width, model }: Alignment): Row {
  const separator = lines[0]?.separator;
  if (row.cells.length === width - 1 && (separator === "tabs" || separator === "bars")) return filledUp(row);
  if (row.cells.length >= width || model === undefined || separator !== "spaces") return row;
  const at = (cell: Cell): number =>
    cell.end - (lines.find(({ start, end }) => cell.start >= start && cell.end <= end)?.start ?? 0);
  const ends = model.cells.map(at);
  const cells: Cell[] = ends.map(() => ({ start: row.cells[0]?.end ?? 0, end: row.cells[0]?.end ?? 0, text: "" }));
  const numbers: (NumberMention | undefined)[] = ends.map(() => undefined);
  row.cells.forEach((cell, i) => {
    const column =
      i === 0
        ? 0
        : ends.reduce(
            (best, end, k) => (Math.abs(end - at(cell)) < Math.abs((ends[best] ?? 0) - at(cell)) ? k : best),
            1,
          );
    cells[column] = cell;
    numbers[column] = row.numbers[i];
  });
  return { ...row, cells, numbers };
}

/** “2015 | 1,000 |”: nothing stands in the last column. */
function filledUp(row: Row): Row {
  const end = row.cells.at(-1)?.end ?? 0;
  return { ...row, cells: [...row.cells, { start: end, end, text: "" }], numbers: [...row.numbers, undefined] };
}

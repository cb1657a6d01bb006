import { checkPanel, type PanelQuestion } from "./synthetic.ts";
import { choleskyInPlace, solveCholesky } from "./triangular.ts";

/** By how much one unit's counts changed against the others', in logarithms. */
export interface DifferenceInDifferences {
  readonly logRatio: number;
  /** Quasi-Poisson: widened by the root of the dispersion. */
  readonly error: number;
  /** Clustered by unit. With one unit changed it is far too small: kept for checking, not for inference. */
  readonly clusteredError: number;
  readonly dispersion: number;
}

/**
 * Poisson two-way model count = unit × time × (ratio for one unit from a time on). That unit is taken as two rows, one
 * before and one after, so the model is a table with gaps, fitted by its margins; the ratio is that of the two rows.
 * Null when the unit has no event on one of the two sides.
 */
export function differenceInDifferences(question: PanelQuestion): DifferenceInDifferences | null {
  checkPanel(question);
  const table = splitRows(question);
  const [before, after] = [table.rows.length - 2, table.rows.length - 1];
  if (table.rows[before]!.total === 0 || table.rows[after]!.total === 0) return null;
  const fit = fitMargins(table);
  const { contrast, variance } = contrastOf(table, fit, [before, after]);
  const dispersion = dispersionOf(table, fit, question.counts.length);
  return {
    logRatio: Math.log(fit.row[after]! / fit.row[before]!),
    error: Math.sqrt(dispersion * variance),
    clusteredError: clusteredError(table, fit, contrast),
    dispersion,
  };
}

interface Row {
  readonly counts: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly total: number;
}

/** Rows with events; the last two are the unit asked about, before and after. */
interface Table {
  readonly times: number;
  readonly rows: readonly Row[];
  readonly columnTotals: readonly number[];
}

function splitRows({ counts, unit, from }: PanelQuestion): Table {
  const times = counts[0]!.length;
  const rowOf = (row: readonly number[], start: number, end: number): Row => ({
    counts: row,
    from: start,
    to: end,
    total: row.slice(start, end).reduce((sum, count) => sum + count, 0),
  });
  const others = counts.filter((_, i) => i !== unit).map((row) => rowOf(row, 0, times));
  const own = counts[unit]!;
  return {
    times,
    rows: [...others.filter((row) => row.total > 0), rowOf(own, 0, from), rowOf(own, from, times)],
    columnTotals: own.map((_, t) => counts.reduce((sum, row) => sum + row[t]!, 0)),
  };
}

interface Fit {
  readonly row: Float64Array;
  readonly column: Float64Array;
}

/** Scales rows and columns in turn until both margins are met: the maximum of the likelihood. */
function fitMargins({ rows, columnTotals, times }: Table): Fit {
  const row = new Float64Array(rows.length).fill(1);
  const column = new Float64Array(times).fill(1);
  for (let round = 0; round < 10_000; round++) {
    let moved = 0;
    for (const [i, { from, to, total }] of rows.entries()) {
      let reach = 0;
      for (let t = from; t < to; t++) reach += column[t]!;
      const scaled = total / reach;
      moved = Math.max(moved, Math.abs(scaled / row[i]! - 1));
      row[i] = scaled;
    }
    const reach = new Float64Array(times);
    for (const [i, { from, to }] of rows.entries()) for (let t = from; t < to; t++) reach[t]! += row[i]!;
    for (let t = 0; t < times; t++) column[t] = columnTotals[t]! / reach[t]!;
    if (moved < 1e-13) break;
  }
  return { row, column };
}

/** Solves the information of the rows, times taken out, for the difference of two of them; the first row is held at 0. */
function contrastOf({ rows, columnTotals, times }: Table, { row, column }: Fit, pair: readonly [number, number]) {
  const n = rows.length - 1;
  const information = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      const [a, b] = [rows[i + 1]!, rows[j + 1]!];
      let sum = i === j ? a.total : 0;
      const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
      for (let t = from; t < to; t++)
        if (columnTotals[t]! > 0) sum -= (row[i + 1]! * row[j + 1]! * column[t]! ** 2) / columnTotals[t]!;
      information[i * n + j] = information[j * n + i] = sum;
    }
  const solved = new Float64Array(n);
  solved[pair[0] - 1] = -1;
  solved[pair[1] - 1] = 1;
  if (!choleskyInPlace(information, n)) throw new RangeError("the other units' counts do not determine a ratio");
  solveCholesky(information, solved);
  const ofRow = Float64Array.from([0, ...solved]);
  const ofColumn = Float64Array.from({ length: times }, (_, t) => {
    const fitted = (i: number) => (t >= rows[i]!.from && t < rows[i]!.to ? row[i]! * column[t]! : 0);
    return columnTotals[t]! > 0 ? -ofRow.reduce((sum, x, i) => sum + x * fitted(i), 0) / columnTotals[t]! : 0;
  });
  return { contrast: { row: ofRow, column: ofColumn }, variance: ofRow[pair[1]]! - ofRow[pair[0]]! };
}

function dispersionOf({ rows, times }: Table, { row, column }: Fit, units: number): number {
  let sum = 0;
  for (const [i, { counts, from, to }] of rows.entries())
    for (let t = from; t < to; t++) {
      const fitted = row[i]! * column[t]!;
      if (fitted > 0) sum += (counts[t]! - fitted) ** 2 / fitted;
    }
  return sum / (units * times - (units + times));
}

function clusteredError({ rows }: Table, { row, column }: Fit, contrast: Fit): number {
  const scores = rows.map(({ counts, from, to }, i) => {
    let sum = 0;
    for (let t = from; t < to; t++)
      sum += (contrast.row[i]! + contrast.column[t]!) * (counts[t]! - row[i]! * column[t]!);
    return sum;
  });
  const [before, after] = scores.splice(-2);
  const clusters = [...scores, before! + after!];
  const squares = clusters.reduce((sum, score) => sum + score * score, 0);
  return Math.sqrt((squares * clusters.length) / (clusters.length - 1));
}

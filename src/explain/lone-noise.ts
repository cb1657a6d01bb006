import type { Grid } from "./grid.ts";
import { FADING_A_MONTH, LEAST, leastSlope, type Noise } from "./noise.ts";
import { middle } from "./witnesses.ts";

/** The noise of one series, the variance of its counts apart, with no others to set beside it: from its usual moves, of which steps and spikes are a few. */
export function loneNoise(
  { logs, variance }: { readonly logs: Float64Array; readonly variance: number },
  grid: Grid,
): Noise {
  const fading = FADING_A_MONTH ** grid.months;
  const values = unseasoned(logs, 12 / grid.months);
  const [near, far] = [1, APART].map((lag) => usualMove(values, lag));
  const known = values.filter((value) => !Number.isNaN(value)).length;
  if (near === undefined || far === undefined || known <= 2 * APART) {
    return { ...ROUGHEST, fading, sloping: leastSlope(grid) };
  }
  const lasting = (far - near) / (2 * (fading - fading ** APART));
  const single = near / 2 - Math.max(0, lasting) * (1 - fading) - variance;
  const mixed = (part: "own" | "shared", seen: number) =>
    Math.min(
      ROUGHEST[part],
      (known * Math.max(LEAST, seen) + BELIEVED.steps * BELIEVED[part]) / (known + BELIEVED.steps),
    );
  const sloping = Math.max(leastSlope(grid), usualSlope(values, 12 / grid.months) ** 2);
  return { own: mixed("own", single), shared: mixed("shared", lasting), fading, sloping };
}

/** What a lone series is believed to scatter by before it is looked at, and as how many of its own steps that counts. */
const BELIEVED = { own: 0.03 ** 2, shared: 0.08 ** 2, steps: 12 };
/** One series alone holds changes too, which are no noise; it is not believed to be rougher than this. */
const ROUGHEST = { own: 0.15 ** 2, shared: 0.12 ** 2 };
/** Steps apart at which a lone series is compared with itself, beside one step. */
const APART = 6;

/** What a lone series usually gains a step, from one year to the next: a trend it had before anything happened. */
function usualSlope(values: Float64Array, perYear: number): number {
  return middleOf(movesOf(values, perYear)) / perYear;
}

function movesOf(values: Float64Array, lag: number): readonly number[] {
  return Array.from(values.slice(lag), (value, i) => value - values[i]!).filter((move) => !Number.isNaN(move));
}

/** The variance of the moves over some steps, as their median has it. */
function usualMove(values: Float64Array, lag: number): number {
  const moves = movesOf(values, lag);
  const usual = middleOf(moves);
  return (1.4826 * middleOf(moves.map((move) => Math.abs(move - usual)))) ** 2;
}

/** Without what each time of the year usually stands above or below the year around it; as it is when under three years. */
function unseasoned(values: Float64Array, perYear: number): Float64Array {
  if (perYear < 2 || values.length < 3 * perYear) return values;
  const above = values.map((value, i) => {
    const first = Math.min(Math.max(0, i - perYear / 2), values.length - perYear);
    const year = values.slice(first, first + perYear);
    return value - year.reduce((sum, each) => sum + each, 0) / perYear;
  });
  const usual = Array.from({ length: perYear }, (_, phase) =>
    middleOf([...above].filter((each, i) => i % perYear === phase && !Number.isNaN(each))),
  );
  return values.map((value, i) => value - usual[i % perYear]!);
}

function middleOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : middle(values);
}

import { addTimes, choleskyInPlace, dot, orthonormal, type Square } from "./triangular.ts";

/** How the points of a series scatter: each by its own variance, and together by a part that fades with distance. */
export interface Scatter {
  /** One variance a point, > 0. */
  readonly own: ArrayLike<number>;
  /** Variance of the part that neighbours share, ≥ 0. */
  readonly shared: number;
  /** Correlation of that part one step apart, in [0, 1). */
  readonly fading: number;
  /** Where each point stands, in steps; the gaps between points need not be even. */
  readonly at: ArrayLike<number>;
  /** Variance of a slope that nobody asked about, per step, ≥ 0. */
  readonly sloping: number;
}

/** What a series says of columns when some others (a level, a season) may be anything. */
export interface Scores {
  /** Xᵀ Σ⁻¹ y, a number a column. */
  readonly scores: Float64Array;
  /** Xᵀ Σ⁻¹ X, row after row. */
  readonly information: Square;
  /** What is left of yᵀ Σ⁻¹ y with no column but the nuisance: compare with the points less the nuisance columns. */
  readonly left: number;
  readonly points: number;
}

/** Generalised least squares in its sufficient numbers, so that any few of many columns can be fitted at no cost. */
export function generalisedScores(
  values: ArrayLike<number>,
  columns: readonly ArrayLike<number>[],
  { scatter, nuisance }: { readonly scatter: Scatter; readonly nuisance: readonly ArrayLike<number>[] },
): Scores {
  const lower = choleskyOf(scatter);
  const white = (column: ArrayLike<number>) => forward(lower, Float64Array.from(column));
  const basis = independent(nuisance.map(white));
  const clear = (column: Float64Array) => {
    for (const each of basis) addTimes(column, -dot(each, column), each);
    return column;
  };
  const y = clear(white(values));
  const cleared = columns.map((column) => clear(white(column)));
  const p = columns.length;
  const information = new Float64Array(p * p);
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) {
      const product = dot(cleared[i]!, cleared[j]!);
      information[i * p + j] = product;
      information[j * p + i] = product;
    }
  }
  return {
    scores: Float64Array.from(cleared, (column) => dot(column, y)),
    information,
    left: dot(y, y),
    points: y.length - basis.length,
  };
}

/** Σ = diag(own) + shared × fading^distance + sloping × distances from the middle, as its lower triangle. */
function choleskyOf({ own, shared, fading, at, sloping }: Scatter): Square {
  const n = own.length;
  const middle = n === 0 ? 0 : (at[0]! + at[n - 1]!) / 2;
  const sigma = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const slope = sloping * (at[i]! - middle) * (at[j]! - middle);
      const together = shared * fading ** Math.abs(at[i]! - at[j]!) + slope + (i === j ? own[i]! : 0);
      sigma[i * n + j] = together;
      sigma[j * n + i] = together;
    }
  }
  if (!choleskyInPlace(sigma, n)) throw new RangeError("the points' own variances must be above 0");
  return sigma;
}

/** Solves L x = b, written over b. */
function forward(lower: Square, b: Float64Array): Float64Array {
  const n = b.length;
  for (let i = 0; i < n; i++) {
    let sum = b[i]!;
    const row = i * n;
    for (let k = 0; k < i; k++) sum -= lower[row + k]! * b[k]!;
    b[i] = sum / lower[row + i]!;
  }
  return b;
}

/** The columns made orthonormal, without those that earlier ones make up. */
function independent(columns: readonly Float64Array[]): readonly Float64Array[] {
  let kept = [...columns];
  for (;;) {
    const { columns: done, dependent } = orthonormal(kept);
    if (dependent < 0) return done;
    kept = kept.filter((_, i) => i !== dependent);
  }
}

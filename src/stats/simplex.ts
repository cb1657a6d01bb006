import { choleskyInPlace, solveCholesky } from "./triangular.ts";

/**
 * Weights of columns, none below 0 and 1 in all, whose mix lies nearest a target by least squares. A little of the
 * weights' own squares (`ridge`) makes them unique where columns are many. By an active set: exact, and mostly zeros.
 */
export function nearestMix(
  target: ArrayLike<number>,
  columns: readonly ArrayLike<number>[],
  { ridge = 1e-8 }: { readonly ridge?: number } = {},
): Float64Array {
  const n = columns.length;
  if (n === 0) throw new RangeError("a mix needs a column");
  const squares = squaresAbout(target, columns, ridge);
  const weights = new Float64Array(n);
  let chosen = [smallestOnDiagonal(squares, n)];
  weights[chosen[0]!] = 1;
  for (let round = 0; round < 20 * n; round++) {
    const entering = mostHelpful(squares, weights, chosen);
    if (entering === -1) break;
    chosen = settle(squares, weights, [...chosen, entering]);
  }
  return weights;
}

/** Σ (xᵢ − target)(xⱼ − target): as the weights add up to 1, the mix's squared distance is wᵀ squares w. */
function squaresAbout(target: ArrayLike<number>, columns: readonly ArrayLike<number>[], ridge: number): Float64Array {
  const n = columns.length;
  const apart = columns.map((column) => Float64Array.from(column, (value, t) => value - target[t]!));
  const squares = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = i === j ? ridge : 0;
      for (let t = 0; t < target.length; t++) sum += apart[i]![t]! * apart[j]![t]!;
      squares[i * n + j] = squares[j * n + i] = sum;
    }
  return squares;
}

function smallestOnDiagonal(squares: Float64Array, n: number): number {
  let best = 0;
  for (let i = 1; i < n; i++) if (squares[i * n + i]! < squares[best * n + best]!) best = i;
  return best;
}

/** The unchosen column towards which the distance falls fastest; −1 when it falls towards none. */
function mostHelpful(squares: Float64Array, weights: Float64Array, chosen: readonly number[]): number {
  const n = weights.length;
  const slopeOf = (i: number) => chosen.reduce((sum, j) => sum + squares[i * n + j]! * weights[j]!, 0);
  const level = chosen.reduce((sum, j) => sum + weights[j]! * slopeOf(j), 0);
  let [best, steepest] = [-1, level - 1e-10 * Math.max(level, 1e-6)];
  for (let i = 0; i < n; i++) {
    if (weights[i] !== 0 || chosen.includes(i)) continue;
    const slope = slopeOf(i);
    if (slope < steepest) [best, steepest] = [i, slope];
  }
  return best;
}

/** Moves to the best mix of the chosen columns, dropping each that would fall below 0 on the way. */
function settle(squares: Float64Array, weights: Float64Array, candidates: readonly number[]): number[] {
  let chosen = [...candidates];
  for (;;) {
    const best = bestMixOf(squares, weights.length, chosen);
    const step = chosen.reduce((least, j, k) => {
      const to = best[k]!;
      return to <= 0 ? Math.min(least, weights[j]! / (weights[j]! - to || 1)) : least;
    }, 1);
    for (const [k, j] of chosen.entries()) weights[j] = weights[j]! + step * (best[k]! - weights[j]!);
    if (step === 1) return chosen;
    for (const j of chosen) if (weights[j]! <= 1e-14) weights[j] = 0;
    chosen = chosen.filter((j) => weights[j] !== 0);
  }
}

/** With only their sum fixed, the best weights go as the solution of squares w = 1. */
function bestMixOf(squares: Float64Array, n: number, chosen: readonly number[]): Float64Array {
  const p = chosen.length;
  const part = Float64Array.from({ length: p * p }, (_, at) => {
    const [i, j] = [chosen[Math.floor(at / p)]!, chosen[at % p]!];
    return squares[i * n + j]!;
  });
  const mix = new Float64Array(p).fill(1);
  if (!choleskyInPlace(part, p)) throw new RangeError("columns too alike to be told apart: a larger ridge is needed");
  solveCholesky(part, mix);
  const total = mix.reduce((sum, weight) => sum + weight, 0);
  return mix.map((weight) => weight / total);
}

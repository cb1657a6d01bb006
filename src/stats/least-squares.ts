import { backFromOrthonormal, dot, orthonormal, solveUpper, type Square } from "./triangular.ts";

/** Ordinary least squares. */
export interface LeastSquares {
  readonly coefficients: Float64Array;
  readonly rss: number;
}

/** Coefficients and residual sum of squares; a column that the others make up is a bug. */
export function leastSquares(values: ArrayLike<number>, columns: readonly ArrayLike<number>[]): LeastSquares {
  const basis = orthonormal(columns);
  if (basis.dependent >= 0) throw new RangeError(`column ${basis.dependent} depends on those before it`);
  const residuals = Float64Array.from(values);
  const coefficients = Float64Array.from(basis.columns, (column) => {
    const part = dot(residuals, column);
    for (let i = 0; i < residuals.length; i++) residuals[i]! -= part * column[i]!;
    return part;
  });
  solveUpper(basis.upper, coefficients);
  return { coefficients, rss: dot(residuals, residuals) };
}

/** variance × (Xᵀ X)⁻¹; null if the columns depend on each other. */
export function covarianceOf(columns: readonly ArrayLike<number>[], variance: number): Square | null {
  const basis = orthonormal(columns);
  if (basis.dependent >= 0) return null;
  const p = columns.length;
  const unit = new Float64Array(p * p);
  for (let i = 0; i < p; i++) unit[i * p + i] = variance;
  return backFromOrthonormal(unit, basis.upper, p);
}

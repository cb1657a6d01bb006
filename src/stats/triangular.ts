/** A square matrix, row after row. */
export type Square = Float64Array;

/** Columns made orthonormal, and the upper triangle R that leads back: old = Q R. */
export interface Orthonormal {
  readonly columns: readonly Float64Array[];
  readonly upper: Square;
  /** The first column that the earlier ones make up, counted from 0; -1 if there is none. */
  readonly dependent: number;
}

/** A column keeps its place if at least this part of its length is its own. */
const LEAST_OWN = 1e-8;

/** Modified Gram–Schmidt: Q R is the columns to rounding, and Q near enough to orthonormal for normal equations. */
export function orthonormal(columns: readonly ArrayLike<number>[]): Orthonormal {
  const p = columns.length;
  const upper = new Float64Array(p * p);
  const done: Float64Array[] = [];
  for (let k = 0; k < p; k++) {
    const column = Float64Array.from(columns[k]!);
    const before = length(column);
    for (let j = 0; j < k; j++) {
      const part = dot(done[j]!, column);
      addTimes(column, -part, done[j]!);
      upper[j * p + k] = part;
    }
    const own = length(column);
    if (!(own > LEAST_OWN * before)) return { columns: done, upper, dependent: k };
    upper[k * p + k] = own;
    for (let i = 0; i < column.length; i++) column[i]! /= own;
    done.push(column);
  }
  return { columns: done, upper, dependent: -1 };
}

/** A pivot below this part of its diagonal is taken for zero. */
const LEAST_PIVOT = 1e-13;

/** Cholesky's lower triangle L of a symmetric matrix A = L Lᵀ, written over it; false if A is not positive definite. */
export function choleskyInPlace(a: Square, p: number): boolean {
  for (let j = 0; j < p; j++) {
    const diagonal = a[j * p + j]!;
    let pivot = diagonal;
    for (let k = 0; k < j; k++) pivot -= a[j * p + k]! ** 2;
    if (!(pivot > LEAST_PIVOT * diagonal)) return false;
    const root = Math.sqrt(pivot);
    a[j * p + j] = root;
    for (let i = j + 1; i < p; i++) {
      let sum = a[i * p + j]!;
      for (let k = 0; k < j; k++) sum -= a[i * p + k]! * a[j * p + k]!;
      a[i * p + j] = sum / root;
    }
  }
  return true;
}

/** Solves L Lᵀ x = b, written over b. */
export function solveCholesky(lower: Square, b: Float64Array): void {
  const p = b.length;
  for (let i = 0; i < p; i++) {
    let sum = b[i]!;
    for (let k = 0; k < i; k++) sum -= lower[i * p + k]! * b[k]!;
    b[i] = sum / lower[i * p + i]!;
  }
  for (let i = p - 1; i >= 0; i--) {
    let sum = b[i]!;
    for (let k = i + 1; k < p; k++) sum -= lower[k * p + i]! * b[k]!;
    b[i] = sum / lower[i * p + i]!;
  }
}

/** Solves R x = b for an upper triangle R, written over b. */
export function solveUpper(upper: Square, b: Float64Array): void {
  const p = b.length;
  for (let i = p - 1; i >= 0; i--) {
    let sum = b[i]!;
    for (let k = i + 1; k < p; k++) sum -= upper[i * p + k]! * b[k]!;
    b[i] = sum / upper[i * p + i]!;
  }
}

/** (L Lᵀ)⁻¹, whole. */
export function inverseOfCholesky(lower: Square, p: number): Square {
  const inverse = new Float64Array(p * p);
  const unit = new Float64Array(p);
  for (let j = 0; j < p; j++) {
    unit.fill(0);
    unit[j] = 1;
    solveCholesky(lower, unit);
    for (let i = 0; i < p; i++) inverse[i * p + j] = unit[i]!;
  }
  return inverse;
}

/** A = R⁻¹ B R⁻ᵀ: a covariance of the coefficients of Q made one of the coefficients of the columns. */
export function backFromOrthonormal(b: Square, upper: Square, p: number): Square {
  const half = new Float64Array(p * p);
  const work = new Float64Array(p);
  for (let j = 0; j < p; j++) {
    for (let i = 0; i < p; i++) work[i] = b[i * p + j]!;
    solveUpper(upper, work);
    for (let i = 0; i < p; i++) half[i * p + j] = work[i]!;
  }
  const whole = new Float64Array(p * p);
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < p; j++) work[j] = half[i * p + j]!;
    solveUpper(upper, work);
    for (let j = 0; j < p; j++) whole[i * p + j] = work[j]!;
  }
  return whole;
}

/** a · b, over the length of a. Four sums at once, because an addition waits for the one before it. */
export function dot(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  const whole = n - (n % 4);
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let i = 0; i < whole; i += 4) {
    first += a[i]! * b[i]!;
    second += a[i + 1]! * b[i + 1]!;
    third += a[i + 2]! * b[i + 2]!;
    fourth += a[i + 3]! * b[i + 3]!;
  }
  for (let i = whole; i < n; i++) first += a[i]! * b[i]!;
  return first + second + (third + fourth);
}

/** xᵀ A x. */
export function quadraticForm(a: Square, x: ArrayLike<number>): number {
  const p = x.length;
  let sum = 0;
  for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) sum += x[i]! * a[i * p + j]! * x[j]!;
  return sum;
}

function length(a: Float64Array): number {
  return Math.sqrt(dot(a, a));
}

/** to += factor × from. */
export function addTimes(to: Float64Array, factor: number, from: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i]! += factor * from[i]!;
}

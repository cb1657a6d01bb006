/** One named column of a regression. */
export interface Column {
  readonly name: string;
  readonly values: Float64Array;
}

/** The columns of a regression, all of one length. Points are counted from 1, as the months of a series are. */
export type Design = readonly Column[];

/** A column of ones. */
export function intercept(n: number): Column {
  return column("intercept", n, () => 1);
}

/** Time since the first point in units of `per` points: years, for monthly points and `per` 12. */
export function slope(n: number, per: number): Column {
  return column("slope", n, (i) => (i - 1) / per);
}

/** 0 before point `from`, 1 from it on. */
export function step(n: number, from: number, name = "step"): Column {
  return column(name, n, (i) => (i >= from ? 1 : 0));
}

/** 1 from point `from` to point `to`, both included, and 0 elsewhere: a pulse, if they are the same. */
export function pulse(n: number, { from, to }: { readonly from: number; readonly to: number }, name = "pulse"): Column {
  return column(name, n, (i) => (i >= from && i <= to ? 1 : 0));
}

/** Time since point `from` in units of `per` points, 0 before it: a slope that changes there. */
export function slopeFrom(n: number, from: number, per: number, name = "slope change"): Column {
  return column(name, n, (i) => (i >= from ? (i - from) / per : 0));
}

/** 1 at point `from`, halved with every `halfLife` points after it, 0 before: a rise that dies away. */
export function decay(n: number, from: number, halfLife: number, name = "decay"): Column {
  if (!(halfLife > 0)) throw new RangeError(`a half-life must be positive: ${halfLife}`);
  return column(name, n, (i) => (i >= from ? 2 ** (-(i - from) / halfLife) : 0));
}

/** Sine and cosine of the year, its half, its third …: two columns for each of `harmonics`, `period` points a year. */
export function harmonicSeason(n: number, period: number, harmonics: number): Design {
  const fits = Number.isInteger(harmonics) && harmonics >= 0 && harmonics <= period / 2;
  if (!fits) throw new RangeError(`${harmonics} harmonics do not fit a year of ${period} points`);
  return Array.from({ length: harmonics }, (_, index) => waves(n, period, index + 1)).flat();
}

/** One column for each place in the year but the first; `first` is the place of point 1, counted from 1. */
export function seasonDummies(n: number, period: number, first = 1): Design {
  return Array.from({ length: period - 1 }, (_, index) =>
    column(`season ${index + 2}`, n, (i) => ((i + first - 2) % period === index + 1 ? 1 : 0)),
  );
}

function waves(n: number, period: number, k: number): Design {
  const turn = (2 * Math.PI * k) / period;
  const sine = column(`sin ${k}`, n, (i) => Math.sin(turn * i));
  const cosine = column(`cos ${k}`, n, (i) => Math.cos(turn * i));
  return 2 * k === period ? [cosine] : [sine, cosine];
}

function column(name: string, n: number, at: (i: number) => number): Column {
  return { name, values: Float64Array.from({ length: n }, (_, index) => at(index + 1)) };
}

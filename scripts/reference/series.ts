/** A series as the cases hold it. */
export interface Series {
  readonly values: readonly number[];
  readonly frequency: number;
}

/** The values of a case's series, or their logarithms where the case asks for them. */
export function valuesOf({ series, log }: { readonly series: Series; readonly log?: boolean }): readonly number[] {
  return log === true ? series.values.map(Math.log) : series.values;
}

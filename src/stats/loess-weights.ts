/** The weights of a fit's neighbours, and what the fit makes of them where all are trusted alike. */
export interface Weights {
  /** So many neighbours at the near end of the reach weigh nothing; they and those at its far end are left out. */
  readonly skipped: number;
  /** How far each is from the place, those before it below 0. */
  readonly distances: Float64Array;
  readonly tricube: Float64Array;
  readonly whole: Float64Array;
}

interface Reach {
  readonly n: number;
  readonly span: number;
  readonly degree: 0 | 1;
}

/** Tricube weights of `length` neighbours of a place among them (or one before or after them). */
export function weightsOf(place: number, length: number, { n, span, degree }: Reach): Weights {
  const reach = Math.max(place, length - 1 - place) + (span > n ? Math.floor((span - n) / 2) : 0);
  const tricube = new Float64Array(length);
  let total = 0;
  for (let i = 0; i < length; i++) {
    const distance = Math.abs(i - place);
    const part = distance / reach;
    const rest = 1 - part * part * part;
    tricube[i] = distance > 0.999 * reach ? 0 : distance <= 0.001 * reach ? 1 : rest * rest * rest;
    total += tricube[i]!;
  }
  const whole = withSlope(tricube, { place, total, least: degree === 0 ? Infinity : 0.001 * (n - 1) });
  const [skipped, end] = [tricube.findIndex((each) => each > 0), tricube.findLastIndex((each) => each > 0) + 1];
  const distances = Float64Array.from({ length: end - skipped }, (_, i) => i + skipped - place);
  return { skipped, distances, tricube: tricube.slice(skipped, end), whole: whole.slice(skipped, end) };
}

/** Weights that give the local line's value at its place, or the local mean's where the neighbours lie too close. */
function withSlope(weights: Float64Array, { place, total, least }: { place: number; total: number; least: number }) {
  let [centre, spread] = [0, 0];
  for (let i = 0; i < weights.length; i++) centre += (weights[i]! * (i - place)) / total;
  for (let i = 0; i < weights.length; i++) spread += (weights[i]! * (i - place - centre) ** 2) / total;
  const slope = Math.sqrt(spread) > least ? -centre / spread : 0;
  return weights.map((weight, i) => (weight / total) * (1 + slope * (i - place - centre)));
}

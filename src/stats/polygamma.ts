const LEAST_FOR_SERIES = 12;

/** The first two derivatives of ln Γ. */
export interface Polygamma {
  readonly digamma: number;
  readonly trigamma: number;
}

/** Both derivatives of ln Γ(x), x > 0: the series of Abramowitz and Stegun 6.3.18 and 6.4.12 above 12, the recurrence below. */
export function polygamma(x: number): Polygamma {
  let digamma = 0;
  let trigamma = 0;
  let b = x;
  for (; b < LEAST_FOR_SERIES; b++) {
    digamma -= 1 / b;
    trigamma += 1 / (b * b);
  }
  const s = 1 / (b * b);
  digamma += Math.log(b) - 1 / (2 * b);
  digamma -= s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132 - (s * 691) / 32760)))));
  trigamma += 1 / b + s / 2;
  trigamma += (s / b) * (1 / 6 - s * (1 / 30 - s * (1 / 42 - s * (1 / 30 - s * (5 / 66 - (s * 691) / 2730)))));
  return { digamma, trigamma };
}

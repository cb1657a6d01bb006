import {
  betaQuantile,
  betaTails,
  binomialQuantile,
  binomialTails,
  chiSquaredQuantile,
  chiSquaredTails,
  gammaQuantile,
  gammaTails,
  negativeBinomialQuantile,
  negativeBinomialTails,
  normalQuantile,
  normalTails,
  poissonQuantile,
  poissonTails,
  studentQuantile,
  studentTails,
  type Tail,
  type Tails,
  varianceRatioQuantile,
  varianceRatioTails,
} from "../../src/stats/index.ts";
import type { Case } from "./case.ts";

/** Task 12: one tail or quantile a row, named as R names it. */
export function answerDistributions({ input }: Case): unknown {
  const { rows } = input as unknown as { readonly rows: readonly Row[] };
  return {
    values: rows.map(({ fn, args: [first = Number.NaN, ...parameters], upper }) => {
      const [a = Number.NaN, b = Number.NaN] = parameters;
      const family = FAMILIES[fn.slice(1)];
      if (family === undefined) throw new Error(`no distribution for ${fn}`);
      if (fn.startsWith("p")) return family.tails(first, a, b)[upper ? "upper" : "lower"];
      return family.quantile(upper ? { upper: first } : { lower: first }, a, b);
    }),
  };
}

interface Row {
  readonly fn: string;
  readonly args: readonly number[];
  readonly upper: boolean;
}

interface Family {
  readonly tails: (x: number, a: number, b: number) => Tails;
  readonly quantile: (tail: Tail, a: number, b: number) => number;
}

/** R's parameters: gamma by shape and rate, negative binomial by size and probability. */
const FAMILIES: Readonly<Record<string, Family>> = {
  gamma: {
    tails: (x, shape, rate) => gammaTails(x * rate, shape),
    quantile: (tail, shape, rate) => gammaQuantile(tail, shape) / rate,
  },
  chisq: { tails: chiSquaredTails, quantile: chiSquaredQuantile },
  pois: { tails: poissonTails, quantile: poissonQuantile },
  nbinom: {
    tails: (x, size, p) => negativeBinomialTails(x, { size, mean: (size * (1 - p)) / p }),
    quantile: (tail, size, p) => negativeBinomialQuantile(tail, { size, mean: (size * (1 - p)) / p }),
  },
  binom: {
    tails: (x, trials, chance) => binomialTails(x, { trials, chance }),
    quantile: (tail, trials, chance) => binomialQuantile(tail, { trials, chance }),
  },
  beta: { tails: (x, a, b) => betaTails(x, { a, b }), quantile: (tail, a, b) => betaQuantile(tail, { a, b }) },
  t: { tails: studentTails, quantile: studentQuantile },
  f: {
    tails: (x, above, below) => varianceRatioTails(x, { above, below }),
    quantile: (tail, above, below) => varianceRatioQuantile(tail, { above, below }),
  },
  norm: {
    tails: (x, mean, sd) => normalTails((x - mean) / sd),
    quantile: (tail, mean, sd) => mean + sd * normalQuantile(tail),
  },
};

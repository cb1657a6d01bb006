import { describe, expect, test } from "vitest";
import {
  betaQuantile,
  betaTails,
  binomialQuantile,
  binomialTails,
  chiSquaredQuantile,
  chiSquaredTails,
  gammaQuantile,
  gammaTails,
  logGamma,
  negativeBinomialQuantile,
  negativeBinomialTails,
  normalQuantile,
  normalTails,
  poissonQuantile,
  poissonTails,
  studentQuantile,
  studentTails,
  type Tails,
  varianceRatioQuantile,
  varianceRatioTails,
} from "../../src/stats/index.ts";
import { expectClose, hasReference, readReference } from "./reference.ts";

interface Row {
  readonly fn: string;
  readonly args: readonly [number, number, number];
  readonly upper: boolean;
}

type Args = Row["args"];

const quantiles: Record<string, (args: Args) => number> = {
  qgamma: ([lower, shape]) => gammaQuantile({ lower }, shape),
  qchisq: ([lower, freedom]) => chiSquaredQuantile({ lower }, freedom),
  qpois: ([lower, mean]) => poissonQuantile({ lower }, mean),
  qnbinom: ([lower, size, chance]) => negativeBinomialQuantile({ lower }, overdispersed(size, chance)),
  qbeta: ([lower, a, b]) => betaQuantile({ lower }, { a, b }),
  qt: ([lower, freedom]) => studentQuantile({ lower }, freedom),
  qf: ([lower, above, below]) => varianceRatioQuantile({ lower }, { above, below }),
  qnorm: ([lower]) => normalQuantile({ lower }),
  qbinom: ([lower, trials, chance]) => binomialQuantile({ lower }, { trials, chance }),
};

const tails: Record<string, (args: Args) => Tails> = {
  pgamma: ([x, shape]) => gammaTails(x, shape),
  pchisq: ([x, freedom]) => chiSquaredTails(x, freedom),
  ppois: ([k, mean]) => poissonTails(k, mean),
  pnbinom: ([k, size, chance]) => negativeBinomialTails(k, overdispersed(size, chance)),
  pbeta: ([x, a, b]) => betaTails(x, { a, b }),
  pt: ([t, freedom]) => studentTails(t, freedom),
  pnorm: ([z]) => normalTails(z),
  pbinom: ([k, trials, chance]) => binomialTails(k, { trials, chance }),
};

function overdispersed(size: number, chance: number): { mean: number; size: number } {
  return { size, mean: (size * (1 - chance)) / chance };
}

function answer({ fn, args, upper }: Row): number {
  const quantile = quantiles[fn];
  if (quantile !== undefined) return quantile(args);
  const both = tails[fn]?.(args);
  if (both === undefined) throw new Error(`no such function here: ${fn}`);
  return upper ? both.upper : both.lower;
}

describe.skipIf(!hasReference)("distributions against R's nmath (needs ../shared)", () => {
  const { input, expected, relativeTolerance } = hasReference
    ? readReference<{ rows: readonly Row[] }, { values: readonly number[] }>("distributions")
    : { input: { rows: [] }, expected: { values: [] }, relativeTolerance: 0 };

  test("every row agrees; none is skipped", () => {
    expect(input.rows.length).toBeGreaterThan(0);
    for (const [i, row] of input.rows.entries()) {
      expectClose(answer(row), expected.values[i] ?? Number.NaN, relativeTolerance, JSON.stringify(row));
    }
  });

  test("a small tail or quantile keeps its own digits, to 1e-9 of itself", () => {
    for (const [i, row] of input.rows.entries()) {
      const want = expected.values[i] ?? 0;
      // R's qf takes 1/q − 1 with q near 1 and is itself off by 3e-9 for p = 1e-10; the round trip below holds ours.
      if (row.fn === "qf" || want === 0 || Math.abs(want) < 1e-290) continue;
      const got = answer(row);
      expect(Math.abs(got / want - 1), `${JSON.stringify(row)}: got ${got}, want ${want}`).toBeLessThan(1e-9);
    }
  });
});

test("a variance-ratio quantile far down the tail goes back to its probability", () => {
  const freedom = { above: 3, below: 40 };
  const ratio = varianceRatioQuantile({ lower: 1e-10 }, freedom);
  expect(varianceRatioTails(ratio, freedom).lower / 1e-10).toBeCloseTo(1, 12);
});

test("logGamma is ln 1 at 1 and 2, and ln 9! at 10", () => {
  expect(logGamma(1)).toBeCloseTo(0, 14);
  expect(logGamma(2)).toBeCloseTo(0, 14);
  expect(logGamma(10)).toBeCloseTo(Math.log(362880), 13);
});

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerRegression } from "../../scripts/reference/regression.ts";
import {
  autocorrelation,
  counterfactual,
  type CountData,
  type CountFit,
  decay,
  type Design,
  fitCounts,
  fitNegativeBinomial,
  harmonicSeason,
  intercept,
  interruptedSeries,
  ljungBox,
  logGamma,
  neweyWest,
  type NoFit,
  pearsonResiduals,
  pulse,
  ratioInterval,
  seasonDummies,
  serialWidening,
  slope,
  slopeFrom,
  step,
} from "../../src/stats/index.ts";
import { polygamma } from "../../src/stats/polygamma.ts";
import { differenceFrom, hasReference, referenceNames } from "./cases.ts";

describe.skipIf(!hasReference)("count regression against R (needs ../shared)", () => {
  test.each(referenceNames(/^(its|glm)-/))("%s", (name) => {
    expect(differenceFrom(name, answerRegression)).toBeNull();
  });
});

const counts = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 14, maxLength: 60 });
const lively = counts.filter((all) => all.filter((count) => count > 0).length > all.length / 2);

function settled<Fit extends { readonly converged: true }>(fit: Fit | NoFit): Fit {
  if (!fit.converged) throw new Error(`${fit.reason}: ${fit.detail}`);
  return fit;
}

const trendOf = (n: number): Design => [intercept(n), slope(n, 12)];

/** Poisson log likelihood without the terms that hold no coefficient. */
function logLikelihood({ counts, design, offset = null }: CountData, beta: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    const eta = design.reduce((total, { values }, k) => total + values[i]! * beta[k]!, offset?.[i] ?? 0);
    sum += counts[i]! * eta - Math.exp(eta);
  }
  return sum;
}

/** The place of the greatest value of a function with one hump, by cutting off thirds. */
function greatest(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (high - low > 1e-11 * Math.max(1, Math.abs(high))) {
    const third = (high - low) / 3;
    if (f(low + third) < f(high - third)) low += third;
    else high -= third;
  }
  return (low + high) / 2;
}

/** The slow twin: the hump of the likelihood in the slope, and for each slope the hump in the level. */
function climb(data: CountData): readonly [number, number] {
  const levelAt = (rise: number) => greatest((level) => logLikelihood(data, [level, rise]), -12, 12);
  const rise = greatest((at) => logLikelihood(data, [levelAt(at), at]), -6, 6);
  return [levelAt(rise), rise];
}

describe("fitCounts({counts, design, offset}, {model})", () => {
  test("finds what climbing the likelihood finds", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 8, maxLength: 14 }), (all) => {
        fc.pre(all[0]! > 0 && all.at(-1)! > 0);
        const data = { counts: all, design: trendOf(all.length) };
        const [level, rise] = climb(data);
        const fit = settled(fitCounts(data));
        expect(fit.coefficients[0]).toBeCloseTo(level, 4);
        expect(fit.coefficients[1]).toBeCloseTo(rise, 4);
      }),
      { numRuns: 12 },
    );
  });

  test("gives two groups their means, and errors by the textbook", () => {
    const fit = settled(
      fitCounts({ counts: [4, 6, 5, 20, 22, 18], design: [intercept(6), step(6, 4)] }, { model: "poisson" }),
    );
    expect(fit.coefficients[0]).toBeCloseTo(Math.log(5), 12);
    expect(fit.coefficients[1]).toBeCloseTo(Math.log(4), 12);
    expect(fit.standardErrors[1]).toBeCloseTo(Math.sqrt(1 / 15 + 1 / 60), 8);
    expect(fit.dispersion).toBe(1);
  });

  test("leaves residuals that are orthogonal to every column", () => {
    fc.assert(
      fc.property(lively, (all) => {
        const n = all.length;
        const fit = fitCounts({ counts: all, design: [...trendOf(n), ...harmonicSeason(n, 12, 1)] });
        fc.pre(fit.converged);
        const total = all.reduce((sum, count) => sum + count, 0);
        for (const { values } of fit.data.design) {
          const score = values.reduce((sum, x, i) => sum + x * (all[i]! - fit.fitted[i]!), 0);
          expect(Math.abs(score)).toBeLessThan(1e-6 * Math.max(1, total));
        }
      }),
    );
  });

  test("does not mind where and in what unit time is counted", () => {
    fc.assert(
      fc.property(lively, (all) => {
        const n = all.length;
        const own = fitCounts({ counts: all, design: trendOf(n) });
        const years = { name: "year", values: Float64Array.from({ length: n }, (_, i) => 2016 + i / 365) };
        const other = fitCounts({ counts: all, design: [intercept(n), years] });
        fc.pre(own.converged && other.converged);
        expect(other.deviance).toBeCloseTo(own.deviance, 6);
        expect(other.statistics[1]).toBeCloseTo(own.statistics[1]!, 6);
        expect(other.coefficients[1]! / 365).toBeCloseTo(own.coefficients[1]! / 12, 8);
      }),
    );
  });

  test("moves the level alone when everybody is counted over ten times as many people", () => {
    fc.assert(
      fc.property(lively, (all) => {
        const n = all.length;
        const few = fitCounts({ counts: all, design: trendOf(n), offset: new Float64Array(n) });
        const many = fitCounts({ counts: all, design: trendOf(n), offset: new Float64Array(n).fill(Math.log(10)) });
        fc.pre(few.converged && many.converged);
        expect(many.coefficients[0]).toBeCloseTo(few.coefficients[0]! - Math.log(10), 8);
        expect(many.coefficients[1]).toBeCloseTo(few.coefficients[1]!, 8);
        expect(many.nullDeviance).toBeCloseTo(few.nullDeviance, 6);
      }),
    );
  });

  test("widens Poisson errors by the root of the dispersion", () => {
    fc.assert(
      fc.property(lively, (all) => {
        const data = { counts: all, design: trendOf(all.length) };
        const [quasi, poisson] = [fitCounts(data), fitCounts(data, { model: "poisson" })];
        fc.pre(quasi.converged && poisson.converged);
        const factor = Math.sqrt(quasi.dispersion);
        expect(quasi.standardErrors[1]).toBeCloseTo(poisson.standardErrors[1]! * factor, 8);
        expect(quasi.logLikelihood).toBe(poisson.logLikelihood);
      }),
    );
  });

  test("gives no number where a term alone explains nothing but zeros", () => {
    const fit = fitCounts({ counts: [5, 6, 4, 5, 0, 0, 0], design: [intercept(7), step(7, 5)] });
    expect(fit).toMatchObject({ converged: false, reason: "unbounded" });
    expect(fit).not.toHaveProperty("coefficients");
    expect(fitCounts({ counts: [0, 0, 0, 0], design: [intercept(4)] })).toMatchObject({ reason: "unbounded" });
  });

  test("says which column adds nothing, and when points are too few", () => {
    const design = [...trendOf(9), slopeFrom(9, 1, 12, "again")];
    expect(fitCounts({ counts: [1, 2, 3, 4, 5, 6, 7, 8, 9], design })).toMatchObject({
      reason: "dependent",
      detail: expect.stringContaining("“again”") as string,
    });
    expect(fitCounts({ counts: [1, 2], design: trendOf(2) })).toMatchObject({ reason: "too-few" });
  });

  test("refuses what cannot be a count, an offset or a column", () => {
    expect(() => fitCounts({ counts: [1, -2, 3], design: [intercept(3)] })).toThrow(RangeError);
    expect(() => fitCounts({ counts: [1, Number.NaN, 3], design: [intercept(3)] })).toThrow(RangeError);
    expect(() => fitCounts({ counts: [1, 2, 3], design: [intercept(4)] })).toThrow("4 values for 3 counts");
    expect(() => fitCounts({ counts: [1, 2], design: [intercept(2)], offset: [0, Math.log(0)] })).toThrow("offset");
  });

  test("settles counts of a million and counts of nearly nothing", () => {
    const rising = Array.from({ length: 60 }, (_, i) => Math.round(1e6 * Math.exp(i / 20)));
    expect(settled(fitCounts({ counts: rising, design: trendOf(60) })).coefficients[1]).toBeCloseTo(0.6, 6);
    const rare = Array.from({ length: 60 }, (_, i) => (i % 20 === 7 ? 1 : 0));
    expect(settled(fitCounts({ counts: rare, design: trendOf(60) })).fitted.every((mean) => mean < 0.2)).toBe(true);
  });
});

/** Log likelihood of a negative binomial about one mean, written out. */
function negativeBinomialLog(all: readonly number[], mean: number, size: number): number {
  return all.reduce(
    (sum, y) =>
      sum +
      logGamma(y + size) -
      logGamma(size) -
      logGamma(y + 1) +
      size * Math.log(size / (size + mean)) +
      (y === 0 ? 0 : y * Math.log(mean / (size + mean))),
    0,
  );
}

describe("fitNegativeBinomial({counts, design, offset})", () => {
  test("finds the size that climbing the likelihood finds, when there is only a level", () => {
    const spread = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 20, maxLength: 40 });
    fc.assert(
      fc.property(spread, (all) => {
        const fit = fitNegativeBinomial({ counts: all, design: [intercept(all.length)] });
        fc.pre(fit.converged && fit.finite);
        const mean = all.reduce((sum, y) => sum + y, 0) / all.length;
        const twin = Math.exp(greatest((log) => negativeBinomialLog(all, mean, Math.exp(log)), -5, 12));
        expect(fit.fitted[0]).toBeCloseTo(mean, 8);
        expect(fit.size / twin).toBeCloseTo(1, 4);
        expect(fit.logLikelihood).toBeCloseTo(negativeBinomialLog(all, mean, fit.size), 7);
      }),
      { numRuns: 40 },
    );
  });

  test("gives Poisson's fit, and says so, where counts spread no more than that", () => {
    const data = { counts: [5, 6, 5, 4, 5, 6, 5, 4, 5, 5], design: [intercept(10)] };
    const fit = settled(fitNegativeBinomial(data));
    expect(fit).toMatchObject({ finite: false, model: "poisson", size: Infinity });
    expect(fit.coefficients).toEqual(settled(fitCounts(data, { model: "poisson" })).coefficients);
  });

  test("never does worse than Poisson", () => {
    fc.assert(
      fc.property(lively, (all) => {
        const data = { counts: all, design: trendOf(all.length) };
        const [own, poisson] = [fitNegativeBinomial(data), fitCounts(data, { model: "poisson" })];
        fc.pre(own.converged && poisson.converged);
        expect(own.logLikelihood).toBeGreaterThanOrEqual(poisson.logLikelihood - 1e-7);
      }),
    );
  });

  test("gives no number where Poisson has none", () => {
    const data = { counts: [5, 60, 4, 55, 0, 0, 0], design: [intercept(7), step(7, 5)] };
    expect(fitNegativeBinomial(data)).toMatchObject({ converged: false, reason: "unbounded" });
  });
});

describe("polygamma(x)", () => {
  test("gives the slopes of ln Γ", () => {
    for (const x of [0.01, 0.5, 1, 3.7, 12, 80, 1e4]) {
      const step = 1e-4 * x;
      const slopeOfLog = (logGamma(x + step) - logGamma(x - step)) / (2 * step);
      const bend = (polygamma(x + step).digamma - polygamma(x - step).digamma) / (2 * step);
      expect(polygamma(x).digamma / slopeOfLog).toBeCloseTo(1, 5);
      expect(polygamma(x).trigamma / bend).toBeCloseTo(1, 5);
    }
    expect(polygamma(1).digamma).toBeCloseTo(-0.5772156649015329, 13);
    expect(polygamma(1).trigamma).toBeCloseTo(Math.PI ** 2 / 6, 13);
  });
});

describe("columns of a design", () => {
  const shown = ({ values }: { readonly values: Float64Array }) => Array.from(values);

  test("count points from 1", () => {
    expect(shown(step(5, 3))).toEqual([0, 0, 1, 1, 1]);
    expect(shown(slope(3, 12))).toEqual([0, 1 / 12, 2 / 12]);
    expect(shown(slopeFrom(5, 3, 2))).toEqual([0, 0, 0, 0.5, 1]);
    expect(shown(pulse(5, { from: 2, to: 3 }))).toEqual([0, 1, 1, 0, 0]);
  });

  test("halve a decay with each half-life", () => {
    expect(shown(decay(7, 2, 1))).toEqual([0, 1, 0.5, 0.25, 0.125, 0.0625, 0.03125]);
    expect(() => decay(7, 2, 0)).toThrow(RangeError);
  });

  test("make seasons that add up to nothing over a year, and dummies that leave out the first place", () => {
    for (const { values } of harmonicSeason(24, 12, 6)) {
      expect(values.slice(3, 15).reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 12);
    }
    expect(harmonicSeason(24, 12, 6)).toHaveLength(11);
    expect(seasonDummies(8, 4, 3).map(shown)).toEqual([
      [0, 0, 0, 1, 0, 0, 0, 1],
      [1, 0, 0, 0, 1, 0, 0, 0],
      [0, 1, 0, 0, 0, 1, 0, 0],
    ]);
    expect(() => harmonicSeason(24, 12, 7)).toThrow(RangeError);
  });

  test("explain the same with six harmonics as with eleven dummies", () => {
    const all = Array.from({ length: 60 }, (_, i) => 20 + ((i * 7919) % 23));
    const waves = settled(fitCounts({ counts: all, design: [intercept(60), ...harmonicSeason(60, 12, 6)] }));
    const dummies = settled(fitCounts({ counts: all, design: [intercept(60), ...seasonDummies(60, 12)] }));
    expect(waves.deviance).toBeCloseTo(dummies.deviance, 8);
  });
});

/** Newey and West's errors from the double sum over pairs of points, nothing shared. */
function neweyWestBySumming(fit: CountFit, lag: number): readonly number[] {
  const n = fit.fitted.length;
  const residuals = fit.fitted.map((mean, i) => (fit.data.counts[i]! - mean) / (1 + mean / fit.size));
  const p = fit.names.length;
  return fit.names.map((_, k) => {
    const part = Array.from({ length: n }, (_, i) =>
      fit.data.design.reduce((sum, { values }, a) => sum + fit.covariance[k * p + a]! * values[i]! * residuals[i]!, 0),
    );
    let sum = 0;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) sum += Math.max(0, 1 - Math.abs(i - j) / (lag + 1)) * part[i]! * part[j]!;
    }
    return Math.sqrt(sum) / fit.dispersion;
  });
}

describe("serial correlation", () => {
  test("neweyWest(fit, lag) is the double sum over pairs of points", () => {
    fc.assert(
      fc.property(lively, fc.integer({ min: 0, max: 13 }), (all, lag) => {
        const data = { counts: all, design: trendOf(all.length) };
        for (const fit of [fitCounts(data), fitNegativeBinomial(data)]) {
          fc.pre(fit.converged);
          const twin = neweyWestBySumming(fit, lag);
          neweyWest(fit, lag).forEach((error, k) => expect(error).toBeCloseTo(twin[k]!, 9));
        }
      }),
      { numRuns: 30 },
    );
  });

  test("autocorrelation(values, lags) lies within 1 and is 0 for a flat series", () => {
    fc.assert(
      fc.property(counts, (all) => {
        for (const r of autocorrelation(all, 20)) expect(Math.abs(r)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
    expect(Array.from(autocorrelation([3, 3, 3], 2))).toEqual([0, 0]);
    expect(autocorrelation([1, 2, 3, 4], 1)[0]).toBeCloseTo(0.25, 12);
  });

  test("ljungBox(values, lags) sees a wave and not a scramble", () => {
    const wave = Array.from({ length: 80 }, (_, i) => Math.sin(i / 6));
    const scramble = Array.from({ length: 80 }, (_, i) => (((i + 3) ** 3 * 7919) % 1009) % 97);
    expect(ljungBox(wave, 12).p).toBeLessThan(1e-10);
    expect(ljungBox(scramble, 12).p).toBeGreaterThan(0.01);
  });

  test("serialWidening(fit) is never below 1 and follows the residuals' lag 1", () => {
    fc.assert(
      fc.property(lively, (all) => {
        const fit = fitCounts({ counts: all, design: trendOf(all.length) });
        fc.pre(fit.converged);
        const r = Math.min(0.99, Math.max(0, autocorrelation(pearsonResiduals(fit), 1)[0]!));
        expect(serialWidening(fit)).toBeCloseTo(Math.sqrt((1 + r) / (1 - r)), 12);
        expect(serialWidening(fit)).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});

describe("interruptedSeries({counts, at, …})", () => {
  const before = [40, 44, 39, 41, 43, 38, 42, 40, 41, 39, 43, 40];
  const series = [...before, ...before, ...before.map((count) => 2 * count)];
  const found = () => {
    const result = interruptedSeries({ counts: series, at: 25, harmonics: 1, slopeChange: false });
    if ("reason" in result) throw new Error(result.detail);
    return result;
  };

  test("finds a doubling and what would have been recorded without it", () => {
    const { stepRatio, widenedStepRatio, counterfactual } = found();
    expect(stepRatio.ratio).toBeCloseTo(2, 1);
    expect(stepRatio.low).toBeGreaterThan(1.8);
    expect(widenedStepRatio.low).toBeLessThan(stepRatio.low);
    expect(widenedStepRatio.high!).toBeGreaterThan(stepRatio.high!);
    expect(counterfactual).toMatchObject({ points: 12, observed: 980 });
    expect(Math.abs(counterfactual.expected - 490)).toBeLessThan(3 * counterfactual.standardError);
  });

  test("counterfactual(fit, {from, without}) sums the means with the terms put to 0", () => {
    const {
      quasiPoisson: { fit },
    } = found();
    const twin = fit.data.design[0]!.values.slice(24).map((_, i) =>
      Math.exp(
        fit.names.reduce(
          (sum, name, k) => sum + (name === "step" ? 0 : fit.coefficients[k]! * fit.data.design[k]!.values[24 + i]!),
          0,
        ),
      ),
    );
    const { perPoint, expected, observed, excess } = counterfactual(fit, { from: 25, without: ["step"] });
    perPoint.forEach((mean, i) => expect(mean).toBeCloseTo(twin[i]!, 9));
    expect(expected).toBeCloseTo(
      twin.reduce((sum, mean) => sum + mean, 0),
      8,
    );
    expect(excess).toBeCloseTo(observed - expected, 9);
  });

  test("ratioInterval(fit, name, reach) refuses a column the fit has not", () => {
    expect(() => ratioInterval(found().quasiPoisson.fit, "ramp")).toThrow("no column “ramp”");
  });

  test("has no answer for a change that is all zero afterwards", () => {
    const counts = [...before, ...before.map(() => 0)];
    expect(interruptedSeries({ counts, at: 13, harmonics: 1 })).toMatchObject({
      converged: false,
      reason: "unbounded",
    });
  });
});

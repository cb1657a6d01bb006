import {
  equalRatesP,
  percentChange,
  poissonInterval,
  proportionInterval,
  rateDifference,
  rateRatioInterval,
  rateRatioWald,
} from "../../src/stats/index.ts";
import type { Case } from "./case.ts";

/** Task 2: pairs of counts, single counts and proportions, each by every method. */
export function answerRateRatios({ input, expected }: Case): unknown {
  const { pairs = [], proportions = [] } = input as unknown as Asked;
  const wanted = expected as unknown as { readonly counts?: readonly CountAsked[] };
  return { pairs: pairs.map(pair), counts: (wanted.counts ?? []).map(count), proportions: proportions.map(proportion) };
}

interface Asked {
  readonly pairs?: readonly PairAsked[];
  readonly proportions?: readonly (readonly [number, number])[];
}

interface PairAsked {
  readonly before: number;
  readonly after: number;
  readonly exposureBefore: number;
  readonly exposureAfter: number;
  readonly conf: number;
}

/** Each count is asked for at more than one level; only the expected rows say at which. */
interface CountAsked {
  readonly x: number;
  readonly conf: number;
}

function pair({ before, after, exposureBefore, exposureAfter, conf }: PairAsked): unknown {
  const counts = { x1: after, e1: exposureAfter, x0: before, e0: exposureBefore };
  const exact = rateRatioInterval(counts, conf, "exact");
  const mid = rateRatioInterval(counts, conf, "mid-p");
  const wilson = rateRatioInterval(counts, conf, "wilson");
  const wald = rateRatioWald(counts, conf);
  const { difference, low, high } = rateDifference(counts, conf);
  return {
    before,
    after,
    exposureBefore,
    exposureAfter,
    conf,
    difference: after - before,
    percentChange: percentChange(before, after),
    rateRatio: exact.ratio,
    exactLower: exact.low,
    exactUpper: exact.high,
    exactP: equalRatesP(counts, "exact"),
    midpLower: mid.low,
    midpUpper: mid.high,
    midp: equalRatesP(counts, "mid-p"),
    wilsonScoreLower: wilson.low,
    wilsonScoreUpper: wilson.high,
    scoreP: equalRatesP(counts, "score"),
    waldLower: wald?.low ?? null,
    waldUpper: wald?.high ?? null,
    rateDiff: difference,
    rateDiffLower: low,
    rateDiffUpper: high,
  };
}

function count({ x, conf }: CountAsked): unknown {
  const exact = poissonInterval(x, conf, "exact");
  const byar = poissonInterval(x, conf, "byar");
  const mid = poissonInterval(x, conf, "mid-p");
  return {
    x,
    conf,
    exactLower: exact.low,
    exactUpper: exact.high,
    byarLower: byar.low,
    byarUpper: byar.high,
    midpLower: mid.low,
    midpUpper: mid.high,
  };
}

function proportion([x, n]: readonly [number, number]): unknown {
  const wilson = proportionInterval({ count: x, of: n }, 0.95, "wilson");
  const exact = proportionInterval({ count: x, of: n }, 0.95, "exact");
  return {
    x,
    n,
    wilsonLower: wilson.low,
    wilsonUpper: wilson.high,
    exactLower: exact.low,
    exactUpper: exact.high,
  };
}

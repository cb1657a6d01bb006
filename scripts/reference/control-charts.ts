import { individualsChart, rateChart, type Signal, westernElectric } from "../../src/stats/index.ts";
import type { Case } from "./case.ts";
import { type Series, valuesOf } from "./series.ts";

/** Task 1: an individuals chart with both ways of screening and the Western Electric rules, or a rate chart. */
export function answerControlChart({ input }: Case): unknown {
  const asked = input as unknown as Individuals | Rates;
  return "den" in asked ? rates(asked) : individuals(asked);
}

interface Individuals {
  readonly series: Series;
  readonly rebaseAt: readonly number[];
  readonly fixN: number | null;
}

interface Rates {
  readonly y: readonly number[];
  readonly den: readonly number[];
  readonly rebaseAt?: readonly number[];
}

function individuals({ series, rebaseAt, fixN }: Individuals): unknown {
  const values = valuesOf({ series });
  const chart = (screened: boolean) => {
    const points = individualsChart(values, { rebaseAt: rebaseAt.map((at) => at - 1), fixFirst: fixN, screened });
    return {
      mean: points.map((point) => point.centre),
      lpl: points.map((point) => point.low),
      upl: points.map((point) => point.high),
      type: points.map((point) => nhsName(point.signal)),
    };
  };
  const { centre, sigma, low, high, hits } = westernElectric(values);
  const [rule1, rule2, rule3, rule4] = hits.map((places) => places.map((i) => i + 1));
  return {
    screened: chart(true),
    unscreened: chart(false),
    westernElectric: { mean: centre, sigma, lower: low, upper: high, rule1, rule2, rule3, rule4 },
  };
}

function nhsName(signal: Signal | null): string {
  if (signal === null) return "Common Cause";
  const isHigh = signal.side === "high";
  switch (signal.rule) {
    case "outside":
      return isHigh ? "Above UCL" : "Below LCL";
    case "trend":
      return `7 Point Trend (${isHigh ? "In" : "De"}creasing)`;
    case "near-limit":
      return `2 in 3 ${isHigh ? "Above" : "Below"} CL`;
    case "run":
      return `7 Points ${isHigh ? "Above" : "Below"} CL`;
  }
}

function rates({ y, den, rebaseAt = [] }: Rates): unknown {
  const points = rateChart(y, den, { rebaseAt: rebaseAt.map((at) => at - 1) });
  return {
    centre: points[0]?.centre,
    uLower: points.map((point) => point.low),
    uUpper: points.map((point) => point.high),
    sigmaZ: points[0]?.sigmaZ,
    laneyLower: points.map((point) => point.laneyLow),
    laneyUpper: points.map((point) => point.laneyHigh),
  };
}

import {
  cusum,
  ears,
  farrington,
  farringtonFlexible,
  type FarringtonSettings,
  type ShortAlarm,
} from "../../src/stats/index.ts";
import type { Case } from "./case.ts";
import type { Series } from "./series.ts";

interface Input {
  readonly series: Series;
  readonly from: number;
  readonly b: number;
  readonly w: number;
  readonly noPeriods: number;
  readonly pastWeeksNotIncluded: number;
  readonly alpha: number;
  readonly thresholdMethod: "delta" | "nbPlugin" | "muan";
  readonly pThresholdTrend: number;
  readonly weightsThreshold: number;
}

/** Task 4: Farrington's methods, EARS and CUSUM, from a point of a series on. */
export function answerFarrington({ input }: Case): unknown {
  const given = input as unknown as Input;
  const { values } = given.series;
  const points = farringtonFlexible(values, settingsOf(given));
  return {
    index: points.map(({ point }) => point),
    expected: points.map(({ expected }) => expected),
    upperbound: points.map(({ upper }) => upper),
    alarm: points.map(({ alarm }) => Number(alarm)),
    pvalue: points.map(({ p }) => p),
    phi: points.map(({ dispersion }) => dispersion),
    trendUsed: points.map(({ trend }) => Number(trend !== null)),
    trendCoef: points.map(({ trend }) => trend),
    farringtonOriginal: original(given),
    earsC1: bounds(ears(values, { method: "C1", from: given.from })),
    earsC2: bounds(ears(values, { method: "C2", from: given.from })),
    earsC3: bounds(ears(values, { method: "C3", from: given.from })),
    cusumRossi: bounds(cusum(values, { from: given.from })),
  };
}

function settingsOf(given: Input): FarringtonSettings {
  return {
    frequency: given.series.frequency,
    from: given.from,
    years: given.b,
    halfWindow: given.w,
    periods: given.noPeriods,
    leaveOut: given.pastWeeksNotIncluded,
    alpha: given.alpha,
    method: given.thresholdMethod,
    trendLimit: given.pThresholdTrend,
    weighDownAbove: given.weightsThreshold,
  };
}

/** The older method, whose missing bounds surveillance writes as 0. */
function original({ series, from, b, w }: Input) {
  const settings = { frequency: series.frequency, from, years: b, halfWindow: Math.min(w, 3), alpha: 0.01 };
  const points = farrington(series.values, settings);
  return {
    upperbound: points.map(({ upper }) => upper ?? 0),
    alarm: points.map(({ alarm }) => Number(alarm)),
  };
}

function bounds(points: readonly Pick<ShortAlarm, "upper" | "alarm">[]) {
  return { upperbound: points.map(({ upper }) => upper), alarm: points.map(({ alarm }) => Number(alarm)) };
}

import { type SeasonSettings, seasonalTrend, seasonalWindows } from "../../src/stats/index.ts";
import type { Case } from "./case.ts";
import { type Series, valuesOf } from "./series.ts";

/** Task 7: a series taken apart into season, trend and remainder. */
export function answerStl({ input }: Case): unknown {
  const asked = input as unknown as Asked;
  const values = valuesOf(asked);
  const settings: SeasonSettings = {
    period: asked.series.frequency,
    seasonal: asked.sWindow,
    robust: asked.robust,
    scale: "as-r",
  };
  const { seasonal, trend, remainder } = seasonalTrend(values, settings);
  const early = asked.robust ? seasonalTrend(values, { ...settings, outer: 2 }).trend : null;
  const { spans, degrees, jumps } = seasonalWindows(values.length, settings);
  return {
    seasonal: [...seasonal],
    trend: [...trend],
    remainder: [...remainder],
    windows: spans,
    degrees,
    jumps,
    inner: asked.robust ? 1 : 2,
    outer: asked.robust ? 15 : 0,
    trendAfterOuter2: early && [...early],
  };
}

interface Asked {
  readonly series: Series;
  readonly log: boolean;
  readonly sWindow: number | "periodic";
  readonly robust: boolean;
}

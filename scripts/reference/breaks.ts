import { findBreaks, findJoins } from "../../src/stats/index.ts";
import type { Case } from "./case.ts";
import { type Series, valuesOf } from "./series.ts";

interface Breaking {
  readonly series: Series;
  readonly h: number;
  readonly trendModel: boolean;
  readonly logY: boolean;
}

interface Joining {
  readonly series: Series;
  readonly npsi: number;
}

/** Task 5: breaks in level or trend, or straight lines that meet. */
export function answerBreaks({ input }: Case): unknown {
  const given = input as unknown as Breaking | Joining;
  return "npsi" in given ? answerJoins(given) : answerBreaking(given);
}

function answerBreaking({ series, h, trendModel, logY }: Breaking): unknown {
  const values = valuesOf({ series, log: logY });
  const found = findBreaks(values, { model: trendModel ? "trend" : "level", least: h });
  if (found === null) return null;
  const { counts, best, limits, tests } = found;
  return {
    rss: counts.map(({ rss }) => rss),
    bic: counts.map(({ bic }) => bic),
    breakpoints: counts.slice(1).map(({ breaks }) => breaks),
    bestBreaks: best,
    best: best === 0 ? null : counts[best]!.breaks,
    confidence: best === 0 ? null : limits.map(({ low, at, high }) => [low, at, high]),
    supF: { statistic: tests.largestF.statistic, p: tests.largestF.p },
    olsCusum: { statistic: tests.cusum.statistic, p: tests.cusum.p },
  };
}

function answerJoins({ series, npsi }: Joining): unknown {
  const { fits } = findJoins(valuesOf({ series, log: true }), { most: npsi });
  const fit = fits[npsi];
  if (fit === undefined) return null;
  return {
    psi: fit.joins.map(({ at }) => at),
    sePsi: fit.joins.map(({ standardError }) => standardError),
    slopes: fit.pieces.map(({ slope }) => slope),
    rss: fit.rss,
    rssNoJoin: fits[0]!.rss,
  };
}

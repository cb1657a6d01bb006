import { funnel, type FunnelPoint } from "../../src/stats/index.ts";
import type { Case } from "./case.ts";

/** Task 6: areas against their average. */
export function answerFunnel({ input }: Case): unknown {
  const { observed, population } = input as unknown as {
    readonly observed: readonly number[];
    readonly population: readonly number[];
  };
  const { average, phi, tau2, points } = funnel(
    observed.map((count, i) => ({ count, exposure: population[i] ?? Number.NaN })),
  );
  return {
    average,
    ratio: points.map((point) => point.ratio),
    poisson95Lower: points.map((point) => point.poisson.at95.low),
    poisson95Upper: points.map((point) => point.poisson.at95.high),
    poisson998Lower: points.map((point) => point.poisson.at998.low),
    poisson998Upper: points.map((point) => point.poisson.at998.high),
    significance: points.map(significance),
    phi,
    tau2,
    od95Lower: points.map((point) => point.overdispersed.at95.low),
    od95Upper: points.map((point) => point.overdispersed.at95.high),
    od998Lower: points.map((point) => point.overdispersed.at998.low),
    od998Upper: points.map((point) => point.overdispersed.at998.high),
  };
}

function significance({ flag }: FunnelPoint): string {
  if (flag === null) return "Not significant";
  return `${flag.side === "high" ? "High" : "Low"} (${flag.beyond === 95 ? "0.025" : "0.001"})`;
}

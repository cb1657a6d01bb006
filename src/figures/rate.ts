import type { Period } from "../base/index.ts";
import { type Archive, observationsOf } from "./archive.ts";
import type { Figure } from "./figure.ts";

/** Gives a figure's rate per so many residents: mid-year population of the year in which most of its days lie. */
export async function rateOf(
  archive: Archive,
  areas: readonly string[],
  per: number,
): Promise<(value: number | null, period: Pick<Period, "from" | "to">) => Figure["rate"]> {
  const all = await observationsOf(archive, { areas: areas.slice(0, 1), labels: ["all"], measure: "population" });
  const byYear = new Map(all.map((each) => [Number(each.period_from.slice(0, 4)), each.value]));
  return (value, period) => {
    const year = middleYear(period);
    const population = byYear.get(year);
    if (population === undefined || value === null || population <= 0) return null;
    return { value: Math.round((value / population) * per * 1000) / 1000, per, population, year };
  };
}

function middleYear({ from, to }: Pick<Period, "from" | "to">): number {
  const start = Temporal.PlainDate.from(from);
  const days = start.until(Temporal.PlainDate.from(to), { largestUnit: "days" }).days;
  return start.add({ days: Math.floor(days / 2) }).year;
}

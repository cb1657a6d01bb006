import { join, sql } from "../engine/index.ts";
import { type Measure, observation } from "../records/index.ts";
import type { Archive } from "./archive.ts";

/** Of how many of some areas each code or group has numbers, as sources state them. */
export async function labelsHeld(
  { session }: Archive,
  { areas, measure }: { readonly areas: readonly string[]; readonly measure: Measure },
): Promise<ReadonlyMap<string, number>> {
  if (areas.length === 0) return new Map();
  const rows = await session.rows<{ label: string; areas: number }>(sql`SELECT class AS label,
  CAST(COUNT(DISTINCT area) AS INTEGER) AS areas
FROM ${observation}
WHERE measure = ${measure} AND part = '' AND area IN (${join(areas.map((each) => sql`${each}`))})
GROUP BY class
ORDER BY class`);
  return new Map(rows.map(({ label, areas: count }) => [label, count]));
}

import { type Batch, type BuildManifest, Lake, type RowOf, showBuild, sql, withSession } from "../../engine/index.ts";
import type { Archive } from "../../figures/index.ts";
import { reject, unmapped } from "../../records/index.ts";

/** What a store holds, and what it could not take. */
export interface Holdings {
  /** Nothing but the published facts that ship with Throughline, when null. */
  readonly build: BuildManifest | null;
  readonly batches: readonly Batch[];
  readonly rejects: readonly RejectCount[];
  readonly unmapped: readonly RowOf<typeof unmapped>[];
}

/** How many rows of a batch were refused for one reason in one column, with an example. */
export interface RejectCount {
  readonly batch: string;
  readonly reason: string;
  readonly column_name: string;
  readonly rows: number;
  readonly example: string;
}

/** Deliveries with their rejects by reason, and the spellings that no area or class is known by. */
export async function holdingsOf({ build, batches, store }: Archive): Promise<Holdings> {
  if (build === null || store === null) return { build: null, batches, rejects: [], unmapped: [] };
  return withSession({}, async (session) => {
    await new Lake(store).show(session, reject, batches);
    await showBuild(session, build, [unmapped]);
    const rejects =
      await session.rows<RejectCount>(sql`SELECT batch, reason, column_name, COUNT(*) AS rows, MIN(found) AS example
FROM ${reject}
GROUP BY batch, reason, column_name
ORDER BY batch, COUNT(*) DESC, reason, column_name`);
    return { build: build.manifest, batches, rejects, unmapped: await session.rowsOf(unmapped) };
  });
}

import type { Batch } from "../../engine/index.ts";
import type { Holdings } from "../services/holdings.ts";
import { sayMoment } from "./figure.ts";
import { sayNumber, sayReleased } from "./say.ts";

export interface DataPage {
  readonly title: string;
  readonly build: string;
  readonly deliveries: readonly DeliveryView[];
  readonly unmapped: readonly {
    readonly found: string;
    readonly kind: string;
    readonly dataset: string;
    readonly rows: string;
  }[];
  readonly unmappedLeftOut: number;
}

export interface DeliveryView {
  readonly source: string;
  readonly title: string;
  readonly release: string;
  readonly licence: string;
  readonly received: string;
  readonly rows: string;
  readonly accepted: string;
  readonly rejected: string;
  readonly sha256: string;
  readonly reasons: readonly string[];
}

/** More spellings than this are counted, not listed. */
const MOST_SPELLINGS = 100;

/** The page on what is held. */
export function presentData({ build, batches, rejects, unmapped }: Holdings): DataPage {
  const rows = batches.reduce((sum, each) => sum + each.rows, 0);
  const byBatch = Map.groupBy(rejects, (each) => each.batch);
  return {
    title:
      build === null
        ? "No delivery is held: answers come from the published facts that ship with Throughline"
        : `${sayNumber(rows)} rows are held, from ${batches.length} ${batches.length === 1 ? "delivery" : "deliveries"}`,
    build: build === null ? "" : `Build ${build.build}, made ${sayMoment(build.madeAt)}, digest ${build.digest}`,
    deliveries: batches.map((batch) => deliveryView(batch, (byBatch.get(batch.id) ?? []).map(sayReason))),
    unmapped: unmapped.slice(0, MOST_SPELLINGS).map(({ found, kind, dataset, source_rows }) => ({
      found,
      kind,
      dataset,
      rows: sayNumber(source_rows),
    })),
    unmappedLeftOut: Math.max(0, unmapped.length - MOST_SPELLINGS),
  };
}

function deliveryView(batch: Batch, reasons: readonly string[]): DeliveryView {
  const { source, release, receivedAt, rows, accepted, rejected, sha256 } = batch;
  return {
    source,
    title: `${release.publisher}, ${release.title}`,
    release: `${release.release}, ${sayReleased(release.released)}`,
    licence: release.licence,
    received: sayMoment(receivedAt),
    rows: sayNumber(rows),
    accepted: sayNumber(accepted),
    rejected: sayNumber(rejected),
    sha256,
    reasons,
  };
}

function sayReason({ reason, column_name, rows, example }: Holdings["rejects"][number]): string {
  const where = column_name === "" ? "" : ` in ${column_name}`;
  return `${reason.replaceAll("-", " ")}${where}: ${sayNumber(rows)} ${rows === 1 ? "row" : "rows"}, such as “${example.slice(0, 60)}”`;
}

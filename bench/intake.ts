import { createReadStream, createWriteStream } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { quietEffects } from "../src/base/index.ts";
import { Lake, Session, sql } from "../src/engine/index.ts";
import { ingest } from "../src/intake/index.ts";
import { crimeOutcome } from "../src/records/index.ts";
import { type Bench, type BenchContext, benchFigure, type BenchResult } from "./lib/bench.ts";
import { median, peakMemoryOf, timed } from "./lib/measure.ts";

/** The folders of recorded crime in the shared data. */
const FOLDERS = [
  "ho-prc-pfa-2017-18",
  "ho-outcomes-2018-19",
  "ons-pfa-rolling-year-2003-2018",
  "kent-stalking-harassment-quarterly",
  "met-borough-monthly",
  "met-vawg-offences-2014-2026",
  "police-uk-monthly-by-force-2015-2018",
  "police-uk-street-kent",
  "police-uk-street-2018-10",
  "police-uk-outcomes-2012-2016",
  "moj-prosecutions-2015-2017",
];
const OUTCOMES = "ho-outcomes-2018-19/outcomes-2018-19-part-a.csv.gz";
const PAIRS = 7;

export const bench: Bench = {
  name: "intake",
  summary:
    "recorded-crime files into the lake: no row lost, and the 62-MB outcomes table against DuckDB's own typed read",
  run: async (context) => {
    if (context.shared === undefined) throw new Error("this bench reads ../shared/data, which is absent");
    const data = path.join(context.shared, "data");
    const files = await ingestEverything(data, context);
    const paired = await pairWithDuckdb(path.join(data, OUTCOMES), context);
    const { peakMb } = await memoryOfIngest(path.join(data, OUTCOMES), context);
    return result(files, paired, peakMb);
  },
};

interface FileCount {
  readonly source: string;
  readonly profile: string;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
}

async function ingestEverything(
  data: string,
  { scratch, progress }: BenchContext,
): Promise<{ batches: FileCount[]; failures: readonly unknown[] }> {
  const paths = FOLDERS.map((each) => path.join(data, each));
  const report = await ingest({ store: path.join(scratch, "all"), paths }, { ...quietEffects(), progress });
  return {
    batches: report.batches.map(({ source, profile, rows, accepted, rejected }) => ({
      source,
      profile,
      rows,
      accepted,
      rejected,
    })),
    failures: report.failures,
  };
}

/** The same unpacked file, read in turn by DuckDB into a typed table and by us into queryable rows of the lake. */
async function pairWithDuckdb(
  file: string,
  { scratch, progress }: BenchContext,
): Promise<{ ours: number[]; peers: number[] }> {
  const csv = path.join(scratch, "outcomes.csv");
  await pipeline(createReadStream(file), createGunzip(), createWriteStream(csv));
  const ours: number[] = [];
  const peers: number[] = [];
  for (let i = 0; i <= PAIRS; i++) {
    const { seconds: peer } = await timed(() => readByDuckdb(csv));
    const { seconds: own } = await timed(() => readByUs(csv, path.join(scratch, `pair-${i}`)));
    progress(`${i === 0 ? "warm-up" : `pair ${i}`}: DuckDB ${peer.toFixed(2)} s, ours ${own.toFixed(2)} s`);
    if (i === 0) continue;
    peers.push(peer);
    ours.push(own);
  }
  return { ours, peers };
}

async function readByDuckdb(csv: string): Promise<void> {
  const session = await Session.open();
  await session.run(sql`CREATE TABLE t AS SELECT * FROM READ_CSV(${csv}, sample_size = -1)`);
  await session.rows(sql`SELECT COUNT(*) AS n FROM t`);
  session.close();
}

async function readByUs(csv: string, store: string): Promise<void> {
  await ingest({ store, paths: [csv] }, quietEffects());
  const session = await Session.open();
  await new Lake(store).show(session, crimeOutcome, await new Lake(store).batches());
  await session.rows(sql`SELECT COUNT(*) AS n, SUM(of_recorded) AS offences FROM ${crimeOutcome}`);
  session.close();
}

async function memoryOfIngest(file: string, { root, scratch }: BenchContext): Promise<{ peakMb: number }> {
  const args = [path.join(root, "src/cli/main.ts"), "ingest", file, "--store", path.join(scratch, "memory")];
  const { peakBytes } = await peakMemoryOf(args);
  return { peakMb: Math.round(peakBytes / 1024 / 1024) };
}

function result(
  { batches, failures }: Awaited<ReturnType<typeof ingestEverything>>,
  { ours, peers }: { ours: number[]; peers: number[] },
  peakMb: number,
): BenchResult {
  const lost = batches.filter((each) => each.rows !== each.accepted + each.rejected);
  const ratios = ours.map((own, i) => own / (peers[i] ?? Number.NaN));
  return {
    figures: [
      benchFigure("files and sheets", batches.length, "batches"),
      benchFigure("files not read", failures.length, "files", { atMost: 0 }),
      benchFigure(
        "rows in",
        batches.reduce((sum, each) => sum + each.rows, 0),
        "rows",
      ),
      benchFigure("batches whose rows in differ from accepted + rejected", lost.length, "batches", { atMost: 0 }),
      benchFigure("outcomes table, DuckDB's typed read_csv", median(peers), "s"),
      benchFigure("outcomes table, file to queryable rows", median(ours), "s"),
      benchFigure("outcomes table, ours over DuckDB's, median of pairs", median(ratios), "times", { atMost: 2.5 }),
      benchFigure("peak memory of ingesting it", peakMb, "MiB", { atMost: 1024 }),
    ],
    detail: { batches, failures, ratios },
  };
}

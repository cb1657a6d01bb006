/*
 * Makes reference/published/facts.csv, the published figures that ship with Throughline, from the public
 * tables beside the project: node scripts/make-facts.ts [FOLDER OF DATA]. Each row keeps source, row, release
 * and licence. Run again with the same tables it gives the same file.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { realEffects } from "../src/base/index.ts";
import { Builds, join, Lake, Session, showBuild, type Sql, sql } from "../src/engine/index.ts";
import { PUBLISHED_FOLDER } from "../src/figures/index.ts";
import { ingest } from "../src/intake/index.ts";
import { loadLaw } from "../src/law/index.ts";
import { buildStore } from "../src/pipeline.ts";
import { DATASETS, observation } from "../src/records/index.ts";

/** The tables, and the name of the release that each belongs to. */
const FILES: readonly (readonly [file: string, release: string])[] = [
  ["ho-prc-pfa-2017-18/prc-pfa-2017-18.csv.gz", "year 2017/18"],
  ["ho-outcomes-2018-19/outcomes-2018-19-part-a.csv.gz", "year 2018/19, part A (21 forces)"],
  ["ons-pfa-rolling-year-2003-2018/rec-crime-pfa.csv.gz", "to December 2018"],
  ["hate-crime-monthly-by-force/kent.csv", "answer to May 2018"],
  ["population/police-force-population-2009-2019.csv", "mid-2019"],
  ["moj-prosecutions-2015-2017/moj-prosecutions-by-offence-2015-2017.csv.gz", "2015 to 2017"],
  ["ons-crime-severity-score/css-pfa-2003-2020-first-vintage.csv.gz", "years to March 2003 to 2020"],
  ["ons-crime-severity-score/css-pfa-2003-2022-revised-vintage.csv.gz", "years to March 2003 to 2022, weights revised"],
];

const HEADER = [
  "area",
  "class",
  "measure",
  "part",
  "period_from",
  "period_to",
  "value",
  "dataset",
  "release",
  "released",
  "source",
  "source_row",
  "licence",
];
const WATCHED = ["8L", "8M", "8Q", "8R"];
const GROUPS = ["stalking-and-harassment", "violence-without-injury", "public-order"];
const PROSECUTED = ["8L", "8M", "8Q", "stalking-and-harassment"];

/** What ships: which rows, and under which class. */
const CHOICES: readonly Sql[] = [
  chosen(
    sql`o.dataset = 'ons-rolling-year' AND (o.class IN (${list(GROUPS)}) OR o.area = 'kent') AND o.period_to BETWEEN DATE '2012-03-31' AND DATE '2018-12-31'`,
  ),
  chosen(sql`o.dataset IN ('ho-recorded-crime', 'ho-outcomes') AND o.measure = 'recorded' AND o.area = 'kent'`),
  chosen(
    sql`o.dataset IN ('ho-recorded-crime', 'ho-outcomes') AND o.measure = 'recorded' AND o.area <> 'kent' AND o.class IN (${list(WATCHED)})`,
  ),
  chosen(
    sql`o.dataset = 'ho-outcomes' AND o.measure <> 'recorded' AND o.area = 'kent' AND o.class IN (${list(WATCHED)})`,
  ),
  chosen(sql`o.measure = 'flagged' AND o.area = 'kent' AND o.class = 'hate-crime'`),
  chosen(sql`o.measure = 'population' AND o.class = 'all'`),
  chosen(sql`o.measure IN ('prosecuted', 'convicted', 'sentenced') AND o.class IN (${list(PROSECUTED)})`),
  chosen(
    sql`o.measure = 'severity-score' AND o.area IN ('kent', 'england-and-wales') AND o.class = 'all-recorded-crime'`,
  ),
  allRecordedCrime(),
];

function list(texts: readonly string[]): Sql {
  return join(texts.map((each) => sql`${each}`));
}

function chosen(where: Sql): Sql {
  return sql`SELECT area, class, measure, part, period_from, period_to, SUM(value) AS value, dataset, release, released, batch,
  MIN(source_line) AS first_line, SUM(source_rows) AS source_rows
FROM observation AS o
WHERE ${where}
GROUP BY ALL`;
}

/** The table has no total: all crime but fraud is the sum of its groups. A year across April 2017 has burglary under both the old and the new headings, each a part. */
function allRecordedCrime(): Sql {
  return sql`SELECT area, 'all-recorded-crime' AS class, measure, part, period_from, period_to, SUM(value) AS value, dataset, release, released, batch,
  MIN(source_line) AS first_line, SUM(source_rows) AS source_rows
FROM observation AS o
WHERE dataset = 'ons-rolling-year' AND period_to BETWEEN DATE '2012-03-31' AND DATE '2018-12-31'
  AND class NOT IN ('fraud-offences', 'fraud', 'action-fraud', 'cifas', 'uk-finance')
  AND area NOT IN ('action-fraud', 'cifas', 'uk-finance')
GROUP BY ALL`;
}

async function main(data: string): Promise<void> {
  const store = await mkdtemp(path.join(tmpdir(), "throughline-facts-"));
  try {
    const effects = realEffects();
    for (const [file, release] of FILES) await ingest({ store, paths: [path.join(data, file)], release }, effects);
    await buildStore({ store, law: loadLaw() }, effects);
    const lines = await factLines(store);
    await writeFile(path.join(PUBLISHED_FOLDER, "facts.csv"), `${[HEADER.join(","), ...lines].join("\n")}\n`);
    effects.progress(`${lines.length} facts`);
  } finally {
    await rm(store, { recursive: true, force: true });
  }
}

interface Fact {
  readonly [column: string]: string | number | null;
}

async function factLines(store: string): Promise<string[]> {
  const build = await new Builds(store).current();
  if (build === undefined) throw new Error("no build was made");
  const batches = new Map((await new Lake(store).batches()).map((batch) => [batch.id, batch]));
  const session = await Session.open();
  await showBuild(session, build, [observation]);
  const facts = await session.rows<Fact>(sql`SELECT * FROM (
${join(CHOICES, sql`\nUNION ALL\n`)}
) AS facts ORDER BY measure, class, area, dataset, release, period_to, period_from, part`);
  session.close();
  return facts.map((fact) => {
    const batch = batches.get(String(fact["batch"]));
    const dataset = DATASETS.find((each) => each.dataset === fact["dataset"]);
    const rows = Number(fact["source_rows"]);
    const row = rows === 1 ? `line ${fact["first_line"]}` : `${rows} rows from line ${fact["first_line"]}`;
    const source = `${dataset?.publisher}; ${dataset?.title}; ${batch?.source}`;
    const full = { ...fact, source, source_row: row, licence: dataset?.licence ?? "" } as Fact;
    return HEADER.map((column) => csvCell(full[column] ?? "")).join(",");
  });
}

function csvCell(value: string | number): string {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

await main(process.argv[2] ?? path.resolve(import.meta.dirname, "../../shared/data"));

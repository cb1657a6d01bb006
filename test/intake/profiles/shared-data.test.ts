import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quietEffects } from "../../../src/base/index.ts";
import { ingest, type IngestReport } from "../../../src/intake/index.ts";
import { needs } from "../../setup/needs.ts";

const shared = needs("shared");

/** By file: its profile and how many rows its description gives; for a wide table, the cells that are not blank. */
const TABLES: Readonly<Record<string, readonly [profile: string, rows: number]>> = {
  "ho-prc-pfa-2017-18/prc-pfa-2017-18.csv.gz": ["ho-recorded-crime", 23_068],
  "ho-outcomes-2018-19/outcomes-2018-19-part-a.csv.gz": ["ho-outcomes", 296_520],
  "ons-pfa-rolling-year-2003-2018/rec-crime-pfa.csv.gz": ["ons-rolling-year", 46_469],
  "kent-stalking-harassment-quarterly/kent-stalking-harassment-quarterly.csv": ["kent-quarterly", 48],
  "met-borough-monthly/met-borough-monthly-2010-04-to-2022-02.csv.gz": ["met-borough-monthly", 1730 * (145 - 3)],
  "met-vawg-offences-2014-2026/met-vawg-offences-by-classification.csv.gz": ["met-vawg", 97_180],
  "police-uk-monthly-by-force-2015-2018/police-uk-monthly-by-force.csv.gz": ["police-uk-monthly", 19_487],
  "police-uk-street-kent/2018-10-kent-street.csv.gz": ["police-uk-street", 19_396],
  "police-uk-street-kent/2018-11-kent-street.csv.gz": ["police-uk-street", 13_818],
  "police-uk-street-kent/2018-12-kent-street.csv.gz": ["police-uk-street", 8438],
  "police-uk-street-kent/2019-01-kent-street.csv.gz": ["police-uk-street", 17_792],
  "police-uk-street-kent/2019-02-kent-street.csv.gz": ["police-uk-street", 16_291],
  "police-uk-street-2018-10/2018-10.zip": ["police-uk-street", 291_675],
  "police-uk-outcomes-2012-2016/outcomes-by-category-force-year.csv.gz": ["police-uk-outcomes-by-year", 47_577],
  "police-uk-outcomes-2012-2016/outcomes-by-force.csv": ["police-uk-outcomes-by-force", 45 * (27 - 1) - 91],
  "moj-prosecutions-2015-2017/moj-prosecutions-by-offence-2015-2017.csv.gz": ["moj-prosecutions", 80_839],
  "population/police-force-population-2009-2019.csv": ["ons-population-force", 11 * (40 - 1)],
  "population/ons-local-authority-population-2001-2019.csv.gz": ["ons-population-authority", 7258],
  "ons-crime-severity-score/css-pfa-2003-2020-first-vintage.csv.gz": ["ons-severity", 6930],
  "ons-crime-severity-score/css-pfa-2003-2022-revised-vintage.csv.gz": ["ons-severity", 7700],
  "csew/csew-partner-abuse-and-stalking-prevalence.csv": ["csew-partner-abuse", 48],
  "csew/csew-proportion-reported-to-police-1981-2019.csv": ["csew-reported", 1166],
  "csew/csew-prevalence-by-offence-1981-2018.csv": ["csew-prevalence", 858],
  "hate-crime-monthly-by-force/merged.csv": ["force-hate-crime-merged", 697],
};

/** Hate crime answers by force, each with its rows. */
const ANSWERS: Readonly<Record<string, number>> = {
  "avon-somerset": 41,
  bedfordshire: 41,
  cambridgeshire: 18,
  chesire: 36,
  derbyshire: 41,
  dorset: 40,
  hertfordshire: 35,
  humberside: 36,
  kent: 40,
  leicestershire: 39,
  lincolnshire: 36,
  norfolk: 39,
  "south-yorkshire": 40,
  staffordshire: 40,
  surrey: 21,
  "thames-valley": 40,
  warwickshire: 96,
  west_mercia: 96,
  west_midlands: 40,
};

/** Folders of things that are none of the published tables: none of their files may be taken for one. */
const STRANGERS = [
  "geography-reference",
  "lapd-west-la-incidents",
  "linkage-fake-1000",
  "linkage-rldata500",
  "name-reference",
  "nypd-hate-crimes",
  "offence-reference",
  "osce-hate-crime",
  "population/local-authority-ethnicity-census-2011-with-force.csv",
  "population/police-force-ethnicity-census-2011.csv",
  "series-nhs-ae-attendances",
  "series-sicily-smoking-ban",
  "series-surveillance-outbreaks",
  "series-uk-road-casualties",
  "west-yorkshire-victim-sample",
];

describe.skipIf(!shared.available)("ingest(…) of the published tables, needs ../shared", () => {
  let store: string;
  beforeAll(async () => {
    store = await mkdtemp(path.join(tmpdir(), "published-"));
  });
  afterAll(async () => {
    await rm(store, { recursive: true });
  });

  it.each(Object.entries(TABLES))("reads %s whole, as %o says", { timeout: 240_000 }, async (file, [profile, rows]) => {
    const report = await take(store, file);
    expect(report.failures).toEqual([]);
    expect([...new Set(report.batches.map((each) => each.profile))]).toEqual([profile]);
    expect(sumOf(report, "rows")).toBe(rows);
    expect(sumOf(report, "accepted")).toBe(rows);
    expect(sumOf(report, "rejected")).toBe(0);
  });

  it.each(Object.entries(ANSWERS))("reads the answer of %s, %d months", async (force, rows) => {
    const report = await take(store, `hate-crime-monthly-by-force/${force}.csv`);
    expect(report.batches).toMatchObject([{ profile: "force-hate-crime", rows, accepted: rows, rejected: 0 }]);
  });

  it("takes no other table for one of them", { timeout: 120_000 }, async () => {
    const report = await take(store, ...STRANGERS);
    expect(report.batches).toEqual([]);
    expect(new Set(report.failures.map(({ code }) => code))).toEqual(new Set(["E_UNRECOGNISED"]));
  });

  it("knows Kent's October 2018 again when it comes in the site's zip and by itself", async () => {
    const report = await take(store, "police-uk-street-kent/2018-10-kent-street.csv.gz", "police-uk-street-2018-10");
    expect(report.batches.every((each) => each.alreadyHeld)).toBe(true);
    expect(new Set(report.batches.map(({ id }) => id)).size).toBe(report.batches.length - 1);
  });
});

function take(store: string, ...files: readonly string[]): Promise<IngestReport> {
  const paths = files.map((file) => path.join(shared.path, "data", file));
  return ingest({ store, paths }, quietEffects());
}

function sumOf({ batches }: IngestReport, count: "rows" | "accepted" | "rejected"): number {
  return batches.reduce((sum, each) => sum + each[count], 0);
}

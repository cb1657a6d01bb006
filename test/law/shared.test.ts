import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { name, Session, type Sql, sql } from "../../src/engine/index.ts";
import { loadLaw, maybeArea, maybeClassesForLabel, offenceOf, outcomeOf, parseClasses } from "../../src/law/index.ts";

const DATA = path.resolve(import.meta.dirname, "../../../shared/data");
const RECORDED = "ho-prc-pfa-2017-18/prc-pfa-2017-18.csv.gz";
const OUTCOMES = "ho-outcomes-2018-19/outcomes-2018-19-part-a.csv.gz";
const ROLLING = "ons-pfa-rolling-year-2003-2018/rec-crime-pfa.csv.gz";
const STREET = "police-uk-monthly-by-force-2015-2018/police-uk-monthly-by-force.csv.gz";
const BOROUGHS = "met-borough-monthly/met-borough-monthly-2010-04-to-2022-02.csv.gz";
const VAWG = "met-vawg-offences-2014-2026/met-vawg-offences-by-classification.csv.gz";
const SEVERITY = "ons-crime-severity-score/css-pfa-2003-2022-revised-vintage.csv.gz";
const LONE_CR = "police-uk-outcomes-2012-2016/outcomes-by-category-force-year.csv.gz";

const law = loadLaw();
let session: Session;

beforeAll(async () => {
  session = await Session.open();
});

afterAll(() => session.close());

function readCsv(file: string): Sql {
  return sql`read_csv(${path.join(DATA, file)}, header = TRUE, all_varchar = TRUE, delim = ',', quote = '"')`;
}

/** The different values of one column. */
async function valuesOf(file: string, column: string): Promise<string[]> {
  const rows = await session.rows<{ found: string }>(
    sql`SELECT DISTINCT TRIM(${name(column)}) AS found FROM ${readCsv(file)} WHERE TRIM(${name(column)}) <> '' ORDER BY found`,
  );
  return rows.map(({ found }) => found);
}

/** The different values of a place in a file whose lines end with CR alone, which DuckDB does not read. */
function valuesOfLoneCr(place: number): string[] {
  const text = gunzipSync(readFileSync(path.join(DATA, LONE_CR))).toString("utf8");
  return [
    ...new Set(
      text
        .split("\r")
        .slice(1)
        .map((line) => line.split(",")[place] ?? ""),
    ),
  ].filter((each) => each !== "");
}

describe.skipIf(!existsSync(DATA))("names in the files of ../shared/data (needs ../shared)", () => {
  const unknownAreas = (names: readonly string[]) => names.filter((each) => maybeArea(law, each) === undefined);
  const unknownClasses = (labels: readonly string[], context?: string) =>
    labels.filter((label) => maybeClassesForLabel(law, label, context) === undefined);

  test.each([
    [RECORDED, "Force Name"],
    [OUTCOMES, "Force Name"],
    [ROLLING, "PFA"],
    [BOROUGHS, "LookUp_BoroughName"],
    [STREET, "county"],
    ["police-uk-street-kent/2018-12-kent-street.csv.gz", "Falls within"],
    ["hate-crime-monthly-by-force/merged.csv", "county"],
    ["hate-crime-monthly-by-force/merged.csv", "county_str"],
    [SEVERITY, "name"],
    [SEVERITY, "code"],
    ["population/police-force-ethnicity-census-2011.csv", "PFA16NM"],
    ["population/local-authority-ethnicity-census-2011-with-force.csv", "PFA16CD"],
    ["geography-reference/lsoa2011-to-police-force.csv.gz", "Police_force"],
    ["west-yorkshire-victim-sample/west-yorkshire-2017-sample.csv.gz", "Reported_by"],
  ])("every area of %s, %s is known", async (file, column) => {
    const names = await valuesOf(file, column);
    expect(names).not.toEqual([]);
    expect(unknownAreas(names)).toEqual([]);
  });

  test("every force and category of the street outcomes is known", () => {
    expect(unknownAreas(valuesOfLoneCr(3))).toEqual([]);
    expect(unknownClasses(valuesOfLoneCr(2), "street")).toEqual([]);
  });

  test("every file of hate crimes and every column of the populations names a force", () => {
    const files = readdirSync(path.join(DATA, "hate-crime-monthly-by-force")).map((file) => file.replace(".csv", ""));
    const [head = ""] = readFileSync(path.join(DATA, "population/police-force-population-2009-2019.csv"), "utf8").split(
      "\n",
    );
    const columns = head.trim().replaceAll('"', "").split(",");
    expect(unknownAreas(files)).toEqual(["merged"]);
    expect(unknownAreas(columns)).toEqual(["year"]);
  });

  test.each([
    [RECORDED, "Offence Code", undefined],
    [RECORDED, "Offence Description", "recorded-title"],
    [RECORDED, "Offence Subgroup", "subgroup"],
    [OUTCOMES, "Offence Code", undefined],
    [OUTCOMES, "Offence Description", "recorded-title"],
    [ROLLING, "Offence", "ons-rolling"],
    [STREET, "crime.type", "street"],
    [BOROUGHS, "MinorText", "met-minor"],
    [SEVERITY, "offence_group", "severity"],
    [VAWG, "offence_code_label", "met-vawg"],
    ["csew/csew-prevalence-by-offence-1981-2018.csv", "offence", "survey"],
    ["csew/csew-proportion-reported-to-police-1981-2019.csv", "category", "survey"],
    ["csew/csew-partner-abuse-and-stalking-prevalence.csv", "type", "survey"],
  ])("every class of %s, %s is known", async (file, column, context) => {
    const labels = await valuesOf(file, column);
    expect(labels).not.toEqual([]);
    expect(unknownClasses(labels, context)).toEqual([]);
  });

  test("every outcome of the Home Office table is known by its number and by its title", async () => {
    const rows = await session.rows<{ code: string; title: string }>(
      sql`SELECT DISTINCT ${name("Outcome Type")} AS code, ${name("Outcome Description")} AS title FROM ${readCsv(OUTCOMES)}`,
    );
    expect(rows.map(({ code }) => outcomeOf(law, code)?.title)).toEqual(rows.map(({ title }) => title));
    expect(rows.map(({ title }) => outcomeOf(law, title)?.code)).toEqual(rows.map(({ code }) => code));
  });

  test.each([
    ["Stalking", "8Q"],
    ["Harassment offences", "8L"],
    ["Malicious Communications", "8R"],
    ["Racially or Religiously Aggravated Harassment", "8M"],
  ])("every wording that London's table counts under %s means an offence of %s", async (label, expected) => {
    const rows = await session.rows<{ wording: string }>(
      sql`SELECT DISTINCT offence_wording AS wording FROM ${readCsv(VAWG)} WHERE offence_code_label = ${label}`,
    );
    expect(rows).not.toEqual([]);
    expect(rows.map(({ wording }) => [wording, classNow(wording)])).toEqual(
      rows.map(({ wording }) => [wording, expected]),
    );
  });

  function classNow(text: string): string | null {
    const meaning = offenceOf(law, text);
    return meaning.unmapped === true ? null : meaning.class;
  }

  test("the groups of the rolling-year table add up from the classes of the code-level table, for Kent to March 2018", async () => {
    const byCode = await session.rows<{ code: string; value: number }>(
      sql`SELECT TRIM(${name("Offence Code")}) AS code, CAST(SUM(TRY_CAST(REPLACE(TRIM(${name("Number of Offences")}), ',', '') AS INTEGER)) AS INTEGER) AS value
FROM ${readCsv(RECORDED)} WHERE ${name("Force Name")} = 'Kent' GROUP BY 1`,
    );
    const published = await session.rows<{ label: string; value: number }>(
      sql`SELECT ${name("Offence")} AS label, CAST(${name("Rolling year total number of offences")} AS INTEGER) AS value
FROM ${readCsv(ROLLING)} WHERE ${name("PFA")} = 'Kent' AND ${name("12 months ending")} = '31-03-2018'`,
    );
    const counts = new Map(byCode.map(({ code, value }) => [code, value]));
    const summed = published.map(({ label }) => {
      const { codes } = parseClasses(law, maybeClassesForLabel(law, label, "ons-rolling")?.slug ?? "");
      return { label, value: codes.reduce((total, code) => total + (counts.get(code) ?? 0), 0) };
    });
    expect(published.length).toBeGreaterThan(15);
    expect(summed).toEqual(published);
  });
});

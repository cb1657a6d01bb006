import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quietEffects } from "../../../src/base/index.ts";
import { Lake, name, runPlan, Session, sql } from "../../../src/engine/index.ts";
import { observationPlan } from "../../../src/figures/index.ts";
import { ingest } from "../../../src/intake/index.ts";
import { loadLaw } from "../../../src/law/index.ts";
import { showInputs } from "../../../src/pipeline.ts";
import { needs } from "../../setup/needs.ts";

const shared = needs("shared");

const FILES = [
  "hate-crime-monthly-by-force",
  "met-vawg-offences-2014-2026",
  "moj-prosecutions-2015-2017",
  "ons-crime-severity-score",
  "police-uk-monthly-by-force-2015-2018",
  "police-uk-street-kent",
  "population/ons-local-authority-population-2001-2019.csv.gz",
  "population/police-force-population-2009-2019.csv",
];

describe.skipIf(!shared.available)("observationPlan() over the published tables, needs ../shared", () => {
  let store: string;
  let session: Session;
  beforeAll(async () => {
    store = await mkdtemp(path.join(tmpdir(), "observed-"));
    await ingest({ store, paths: FILES.map((file) => path.join(shared.path, "data", file)) }, quietEffects());
    session = await Session.open();
    const lake = new Lake(store);
    await showInputs(session, { lake, batches: await lake.batches(), law: loadLaw() });
    await runPlan(observationPlan(), session);
  }, 240_000);
  afterAll(async () => {
    session.close();
    await rm(store, { recursive: true });
  });

  async function valueOf(wanted: Readonly<Record<string, string>>, from: string, to: string): Promise<number> {
    const keys = Object.entries(wanted).map(([key, value]) => sql` AND ${name(key)} = ${value}`);
    const where = keys.reduce((all, each) => sql`${all}${each}`);
    const [row] = await session.rows<{ value: number }>(
      sql`SELECT SUM(value) AS value FROM observation WHERE period_from >= ${from} AND period_to <= ${to}${where}`,
    );
    return row?.value ?? Number.NaN;
  }

  it("adds Kent's answers to the hate crimes of each year, without those of the joined file", async () => {
    const kent = { area: "kent", class: "hate-crime", measure: "flagged", dataset: "force-hate-crime" };
    expect(await valueOf(kent, "2015-01-01", "2015-12-31")).toBe(1120);
    expect(await valueOf(kent, "2016-01-01", "2016-12-31")).toBe(1727);
    expect(await valueOf(kent, "2017-01-01", "2017-12-31")).toBe(3063);
  });

  it("keeps the two releases of the severity score apart", async () => {
    const rows = await session.rows(
      sql`SELECT ROUND(value, 2) AS score FROM observation WHERE area = 'kent' AND class = 'all-recorded-crime'
  AND measure = 'severity-score' AND period_to = '2003-03-31' ORDER BY value`,
    );
    expect(rows).toEqual([{ score: 8.9 }, { score: 10.26 }]);
  });

  it("shows London's counting rules: course of conduct in April 2018, stalking presumed in April 2020", async () => {
    const london = { area: "metropolitan", measure: "recorded-female-victims" };
    expect(await valueOf({ ...london, class: "8L" }, "2018-03-01", "2018-03-31")).toBe(756);
    expect(await valueOf({ ...london, class: "8L" }, "2018-04-01", "2018-04-30")).toBe(1138);
    expect(await valueOf({ ...london, class: "8Q" }, "2020-05-01", "2020-05-31")).toBe(419);
  });

  it("shows the gap in Kent's street files: December 2018 has under half the crimes of January", async () => {
    const kent = { area: "kent", measure: "street-recorded", class: "street-violence-and-sexual-offences" };
    const december = await valueOf(kent, "2018-12-01", "2018-12-31");
    expect(december / (await valueOf(kent, "2019-01-01", "2019-01-31"))).toBeLessThan(0.5);
  });

  it("gives the prosecutions of a code under the class of the day", async () => {
    const sent = { area: "england-and-wales", measure: "prosecuted", part: "871" };
    expect(await valueOf({ ...sent, class: "8L" }, "2017-01-01", "2017-12-31")).toBe(76);
    expect(await valueOf({ ...sent, class: "8R" }, "2017-01-01", "2017-12-31")).toBe(218);
  });

  it("finds residents of Kent, and of England and Wales added over their authorities", async () => {
    const all = { class: "all", measure: "population" };
    expect(await valueOf({ ...all, area: "kent" }, "2017-01-01", "2017-12-31")).toBe(1_832_252);
    expect(await valueOf({ ...all, area: "england-and-wales" }, "2017-01-01", "2017-12-31")).toBe(58_744_595);
  });

  it("leaves nothing unplaced but other authorities and offences that no class counts", async () => {
    const rows = await session.rows(sql`SELECT DISTINCT dataset, kind FROM unmapped ORDER BY dataset`);
    expect(rows).toEqual([
      { dataset: "moj-prosecutions", kind: "class" },
      { dataset: "ons-population-authority", kind: "area" },
    ]);
  });
});

import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Archive, openArchive, sourceRowsOf } from "../../src/figures/index.ts";
import { ingest } from "../../src/intake/index.ts";
import { buildStore } from "../../src/pipeline.ts";
import { ask, effects, law } from "./support.ts";

const data = path.resolve(import.meta.dirname, "../../../shared/data");
const kent = { area: "kent", classes: "stalking-and-harassment" };

describe.skipIf(!existsSync(data))("figures from the real tables, needs ../shared", () => {
  let store = "";
  let archive: Archive;

  beforeAll(async () => {
    store = await mkdtemp(path.join(tmpdir(), "throughline-reconcile-"));
    const paths = ["ho-prc-pfa-2017-18", "ho-outcomes-2018-19", "ons-pfa-rolling-year-2003-2018"].map((each) =>
      path.join(data, each),
    );
    await ingest({ store, paths }, effects);
    await buildStore({ store, law }, effects);
    archive = await openArchive(store, law);
  }, 120_000);
  afterAll(async () => {
    archive.session.close();
    await rm(store, { recursive: true, force: true });
  });

  it.each([
    ["YE-2018-03", 13_446],
    ["YE-2018-06", 16_563],
    ["YE-2018-09", 19_316],
    ["YE-2018-12", 20_958],
  ])("finds Kent's code-level quarters from two tables equal to the rolling year %s", async (year, value) => {
    const { figures } = await ask(archive, { ...kent, from: year, to: year });
    expect(figures[0]).toMatchObject({
      value,
      basis: "published",
      source: expect.stringContaining("Office for National Statistics"),
    });
    const others = figures[0]?.flags.filter((flag) => ["confirmed", "vintages-differ"].includes(flag.code));
    expect(others).toEqual([
      expect.objectContaining({ code: "confirmed", text: expect.stringContaining("Home Office") }),
    ]);
  });

  it("reports the five bodies whose year to March 2018 differs between the tables, and merges none", async () => {
    const differing: string[] = [];
    for (const { slug, kind } of law.areas) {
      if (kind !== "force" && slug !== "btp" && slug !== "british-transport-police") continue;
      const { figures } = await ask(archive, {
        area: slug,
        classes: "stalking-and-harassment",
        from: "YE-2018-03",
        to: "YE-2018-03",
      });
      if (figures[0]?.flags.some((flag) => flag.code === "vintages-differ")) differing.push(slug);
    }
    expect(differing).toHaveLength(5);
    expect(differing).not.toContain("kent");
  }, 60_000);

  it("reproduces every quarter of Kent from 2012 that the rolling years and one base year give", async () => {
    const { figures } = await ask(archive, { ...kent, from: "2012/13-Q1", to: "2018/19-Q4", by: "quarter" });
    expect(figures.map((each) => each.value)).toEqual([
      253, 192, 199, 200, 276, 581, 574, 660, 579, 676, 644, 661, 823, 981, 1143, 1322, 1581, 1737, 1695, 1947, 2691,
      3445, 3678, 3632, 5808, 6198, 5320, 4786,
    ]);
  });

  it("opens a figure that was added over outcomes down to each of its rows", async () => {
    const { figures } = await ask(archive, { area: "kent", classes: "8Q", from: "2018/19-Q1", to: "2018/19-Q1" });
    const [figure] = figures;
    expect(figure?.value).toBe(212);
    const { rows, total } = await sourceRowsOf(archive, figure as NonNullable<typeof figure>);
    expect(rows).toHaveLength(total);
    expect(rows.reduce((sum, { cells }) => sum + Number(cells["of_recorded"]), 0)).toBe(212);
    expect(rows.every(({ cells }) => cells["force_name"] === "Kent" && cells["offence_code"] === "8Q")).toBe(true);
    expect(rows[0]?.batch?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

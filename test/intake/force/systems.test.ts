import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quietEffects } from "../../../src/base/index.ts";
import { Lake, type RowOf, type Table, withSession } from "../../../src/engine/index.ts";
import { FORCE_PROFILES, ingest, type IngestReport } from "../../../src/intake/index.ts";
import { eventVersion, mentionVersion } from "../../../src/records/index.ts";

const EXPORTS = path.join(import.meta.dirname, "exports");

let store: string;
let report: IngestReport;
beforeAll(async () => {
  store = await mkdtemp(path.join(tmpdir(), "systems-"));
  report = await ingest({ store, paths: [EXPORTS] }, quietEffects());
});
afterAll(() => rm(store, { recursive: true }));

async function held<T extends Table>(table: T): Promise<RowOf<T>[]> {
  const lake = new Lake(store);
  return withSession({}, async (session) => {
    await lake.show(session, table, await lake.batches());
    return session.rowsOf(table);
  });
}

describe("ingest({store, paths}) of exports of record systems", () => {
  it("recognises each by its headers, and takes the people of a row as batches of their own", () => {
    expect(report.failures).toEqual([]);
    expect(report.batches.map((each) => [each.source, each.profile, each.accepted, each.rejected])).toEqual([
      ["athena.csv", "athena", 2, 0],
      ["athena.csv", "athena", 1, 0],
      ["athena.csv", "athena", 1, 0],
      ["niche.csv", "niche", 2, 0],
      ["nichepeople.csv", "niche", 2, 0],
      ["pole.csv", "pole", 1, 0],
      ["pole.csv", "pole", 1, 0],
    ]);
    expect(new Set(report.batches.map((each) => each.id)).size).toBe(7);
    expect(new Set(FORCE_PROFILES.map((each) => each.id))).toEqual(new Set(["throughline", "pole", "athena", "niche"]));
  });

  it("reads their events into one table", async () => {
    const events = (await held(eventVersion)).toSorted((a, b) => (a.event_ref < b.event_ref ? -1 : 1));
    expect(events.map((each) => [each.event_ref, each.kind, each.recorded_at, each.class, each.flags])).toEqual([
      ["44180000001", "crime", "2018-03-01T21:05:00.000Z", "8Q", null],
      ["44180000002", "incident", "2018-03-02T21:05:00.000Z", null, null],
      ["46/100/18", "crime", "2018-03-01T21:05:00.000Z", "8Q", "da;cyber"],
      ["46/101/18", "crime", "2018-03-02T09:00:00.000Z", "8L", null],
      ["P1", "crime", null, null, null],
    ]);
    expect(events.at(-1)).toMatchObject({
      offence_code: "8Q",
      occurred_from: "2018-02-24T00:00:00.000Z",
      officer: "401",
    });
  });

  it("reads their people into one table, and nobody where none is named", async () => {
    const people = (await held(mentionVersion)).toSorted((a, b) => (a.mention_ref < b.mention_ref ? -1 : 1));
    expect(people.map((each) => [each.mention_ref, each.role, each.family_name, each.birth_date])).toEqual([
      ["44180000001/suspect/P2", "suspect", "Sample", "03-APR-1979"],
      ["44180000001/victim/P1", "victim", "O'Specimen", "01-FEB-1980"],
      ["46/100/18/suspect/S1", "suspect", "Sample", "03/04/1979"],
      ["46/100/18/victim/V1", "victim", "O'Specimen", "01/02/1980"],
      ["P1/victim/1", "victim", "O'Specimen", "1980-02-01"],
    ]);
  });

  it("takes a file as the profile that is named", async () => {
    const file = path.join(EXPORTS, "athena.csv");
    const elsewhere = path.join(store, "other");
    const asNiche = await ingest({ store: elsewhere, paths: [file], as: "niche" }, quietEffects());
    expect(asNiche.failures[0]?.code).toBe("E_UNRECOGNISED");
    const asAthena = await ingest({ store: elsewhere, paths: [file], as: "athena" }, quietEffects());
    expect(asAthena.batches).toHaveLength(3);
  });
});

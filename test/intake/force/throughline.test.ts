import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quietEffects } from "../../../src/base/index.ts";
import { Lake, type RowOf, type Table, withSession } from "../../../src/engine/index.ts";
import { ingest, type IngestReport } from "../../../src/intake/index.ts";
import {
  actionVersion,
  decisionVersion,
  eventVersion,
  mentionVersion,
  reject,
  trainingVersion,
} from "../../../src/records/index.ts";

const DELIVERIES = path.join(import.meta.dirname, "deliveries");

let store: string;
let report: IngestReport;
beforeAll(async () => {
  store = await mkdtemp(path.join(tmpdir(), "force-"));
  report = await ingest({ store, paths: [DELIVERIES] }, quietEffects());
});
afterAll(() => rm(store, { recursive: true }));

async function held<T extends Table>(table: T): Promise<RowOf<T>[]> {
  const lake = new Lake(store);
  return withSession({}, async (session) => {
    await lake.show(session, table, await lake.batches());
    return session.rowsOf(table);
  });
}

describe("ingest({store, paths}) of a force's own records", () => {
  it("takes each file of each delivery, and accounts for every row", () => {
    expect(report.failures).toEqual([]);
    expect(report.batches.map((each) => [each.profile, each.source, each.rows, each.rejected])).toEqual([
      ["throughline", "actions.csv", 2, 0],
      ["throughline", "decisions.csv", 1, 0],
      ["throughline", "events.csv", 7, 2],
      ["throughline", "orders.csv", 1, 0],
      ["throughline", "people.csv", 5, 1],
      ["throughline", "staff.csv", 2, 0],
      ["throughline", "training.csv", 2, 0],
      ["throughline", "events.csv", 2, 0],
      ["throughline", "people.csv", 2, 0],
    ]);
    expect(report.batches.every((each) => each.accepted + each.rejected === each.rows)).toBe(true);
  });

  it("knows the same delivery again", async () => {
    const again = await ingest({ store, paths: [path.join(DELIVERIES, "first")] }, quietEffects());
    expect(again.batches.map((each) => each.alreadyHeld)).toEqual(again.batches.map(() => true));
  });

  it("rejects a row without its reference, or with a date that cannot be read where one is needed", async () => {
    const rejects = await held(reject);
    expect(rejects.map((each) => [each.source_line, each.reason, each.column_name, each.found])).toEqual(
      expect.arrayContaining([
        [6, "missing-reference", "event_ref", ""],
        [7, "not-a-date", "recorded_at", "the third"],
        [6, "missing-reference", "mention_ref", ""],
      ]),
    );
    expect(rejects.find((each) => each.found === "the third")?.row_text).toContain("W/5,crime,2018-04-03,the third");
  });

  it("reads moments with how much of them was written", async () => {
    const events = await held(eventVersion);
    const first = events.find((each) => each.event_ref === "W/1" && each.class === "8L");
    expect(first).toMatchObject({
      reported_at: "2018-03-01T21:05:00.000Z",
      reported_at_precision: "minute",
      occurred_from: "2017-12-24T00:00:00.000Z",
      occurred_from_precision: "day",
      outcome_at: null,
      outcome_at_precision: null,
      flags: "da;repeat",
      received_at: "2018-07-01T08:00:00.000Z",
      summary: "Followed home, again",
      unread: null,
    });
  });

  it("keeps a row whose other dates are placeholders or cannot be read, and notes what stood there", async () => {
    const events = await held(eventVersion);
    expect(events.find((each) => each.event_ref === "W/2")).toMatchObject({
      occurred_from: null,
      occurred_from_precision: "placeholder",
      entered_at: "2018-03-05T12:00:30.000Z",
      entered_at_precision: "second",
      unread: null,
    });
    expect(events.find((each) => each.event_ref === "W/4")).toMatchObject({
      kind: "crime",
      occurred_from: null,
      occurred_from_precision: "unreadable",
      unread: "occurred_from: 31/02/2018",
    });
    expect(events.find((each) => each.event_ref === "W/6")).toMatchObject({
      kind: "sighting",
      unread: "kind: sighting",
    });
  });

  it("keeps what people are called as written, and reads roles in the words of other systems", async () => {
    const mentions = await held(mentionVersion);
    const [victim, suspect, unnamed, other] = mentions.filter((each) => each.received_at.startsWith("2018-07"));
    expect(victim).toMatchObject({ family_name: "O'Specimen", birth_date: "01/02/1980", phone: "07700 900001" });
    expect(suspect).toMatchObject({ role: "suspect", birth_date: "1979", given_name: "Madeup", middle_names: "van" });
    expect(unnamed).toMatchObject({ role: "victim", given_name: null, birth_date: "01/01/1900" });
    expect(other).toMatchObject({ role: "neighbour", unread: "role: neighbour" });
  });

  it("takes the force from the row, else from the delivery", async () => {
    const events = await held(eventVersion);
    expect(new Set(events.map((each) => `${each.event_ref} ${each.force}`))).toEqual(
      new Set(["W/1 westmark", "W/2 westmark", "W/3 westmark", "W/4 westmark", "W/6 westmark", "E/9 eastmark"]),
    );
  });

  it("reads kinds and verdicts as words, and keeps what has no time", async () => {
    expect((await held(actionVersion)).map(({ kind, entered_at }) => [kind, entered_at])).toEqual([
      ["risk-assessment", "2018-03-02T11:00:00.000Z"],
      ["victim-contact", null],
    ]);
    expect((await held(decisionVersion))[0]).toMatchObject({ verdict: "not-the-same", subject_b: "W/2/a" });
    expect((await held(trainingVersion)).map((each) => each.valid_until)).toEqual(["2020-11-01T00:00:00.000Z", null]);
  });
});

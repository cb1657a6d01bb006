import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quietEffects } from "../../src/base/index.ts";
import { Builds, type OpenBuild, type RowOf, showBuild, type Table, withSession } from "../../src/engine/index.ts";
import { ingest } from "../../src/intake/index.ts";
import { loadLaw } from "../../src/law/index.ts";
import { buildStore } from "../../src/pipeline.ts";
import { decision, event, personMention, trainingRecord } from "../../src/records/index.ts";

const law = loadLaw();
const DELIVERIES = path.join(import.meta.dirname, "../intake/force/deliveries");

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "as-of-"));
  for (const [store, order] of [
    ["there", ["first", "second"]],
    ["back", ["second", "first"]],
  ] as const) {
    for (const each of order) {
      await ingest({ store: path.join(folder, store), paths: [path.join(DELIVERIES, each)] }, quietEffects());
    }
  }
});
afterAll(() => rm(folder, { recursive: true }));

async function built<T extends Table>(table: T, asOf?: string, store = "there"): Promise<RowOf<T>[]> {
  const at = path.join(folder, store);
  const { build } = await buildStore({ store: at, law, asOf }, quietEffects());
  return withSession({}, async (session) => {
    await showBuild(session, (await new Builds(at).open(build)) as OpenBuild, [table]);
    return session.rowsOf(table);
  });
}

describe("asOfSteps(asOf)", () => {
  it("shows each event in the latest version that had been entered", async () => {
    const classOn = async (asOf?: string) =>
      (await built(event, asOf)).filter((each) => each.event_ref === "W/1").map((each) => [each.class, each.version]);
    expect(await classOn("2018-03-02T09:09:00Z")).toEqual([]);
    expect(await classOn("2018-03-02T09:10:00Z")).toEqual([["8L", 1]]);
    expect(await classOn("2018-08-10T08:59:00Z")).toEqual([["8L", 1]]);
    expect(await classOn()).toEqual([["8Q", 2]]);
  });

  it("goes by when a row was received only where it does not say when it was entered", async () => {
    const found = (await built(event)).find((each) => each.event_ref === "W/6");
    expect(found).toMatchObject({ entered_at: "2018-07-01T08:00:00.000Z", entered_basis: "received" });
    expect((await built(event, "2018-06-30T23:59:59.999Z")).map((each) => each.event_ref)).not.toContain("W/6");
    expect(await built(trainingRecord, "2018-06-30T00:00:00Z")).toEqual([]);
  });

  it("enters a mention with the version of its event in the same delivery", async () => {
    const victim = async (asOf?: string) =>
      (await built(personMention, asOf)).find((each) => each.mention_ref === "W/1/a");
    expect(await victim("2018-03-02T09:00:00Z")).toBe(undefined);
    expect(await victim("2018-08-10T08:00:00Z")).toMatchObject({
      family_name: "O'Specimen",
      entered_at: "2018-03-02T09:10:00.000Z",
      version: 1,
    });
    expect(await victim()).toMatchObject({
      family_name: "Ospecimen",
      entered_at: "2018-08-10T09:00:00.000Z",
      version: 2,
    });
  });

  it("lets a decision bind from when it was decided", async () => {
    expect(await built(decision, "2018-06-01T09:59:00Z")).toEqual([]);
    expect(await built(decision, "2018-06-01T10:00:00Z")).toMatchObject([{ entered_basis: "decided" }]);
  });

  it("gives equal builds whatever the order of arrival", async () => {
    const digests = await Promise.all(
      ["there", "back"].map(
        async (store) => (await buildStore({ store: path.join(folder, store), law }, quietEffects())).digest,
      ),
    );
    expect(digests[0]).toBe(digests[1]);
  });
});

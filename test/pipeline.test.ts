import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Effects, quietEffects } from "../src/base/index.ts";
import { Builds, type OpenBuild, showBuild, withSession } from "../src/engine/index.ts";
import { ingest } from "../src/intake/index.ts";
import { loadLaw } from "../src/law/index.ts";
import { buildStore, KEPT, showStep, wholePlan } from "../src/pipeline.ts";
import { observation, unmapped } from "../src/records/index.ts";

const law = loadLaw();
const HEADER =
  "Financial Year,Financial Quarter,Force Name,Offence Description,Offence Group,Offence Subgroup,Offence Code,Number of Offences";

let folder: string;
let files: readonly string[];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pipeline '[1]* "));
  files = [1, 2, 3].map((quarter) => {
    const rows = ["8L", "8Q", "999X"].map(
      (code, i) => `2016/17,${quarter},Kent,Made up,Made up,Made up,${code},${quarter * 10 + i}`,
    );
    const file = path.join(folder, `made-up-q${quarter}.csv`);
    writeFileSync(file, `${[HEADER, ...rows].join("\n")}\n`);
    return file;
  });
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

let stores = 0;
const newStore = (): string => path.join(folder, `store-${++stores}`);

/** Effects whose clock goes on by a day with each reading, so that receive times differ. */
function tickingEffects(from: string): Effects {
  let now = Temporal.Instant.from(from);
  return {
    ...quietEffects(),
    now: () => {
      now = now.add({ hours: 24 });
      return now;
    },
  };
}

async function receive(store: string, paths: readonly string[], effects = quietEffects()): Promise<void> {
  const { failures } = await ingest({ store, paths }, effects);
  expect(failures).toEqual([]);
}

async function rowsOf({ folder: at, manifest }: OpenBuild): Promise<{ counted: number[]; unknown: number }> {
  return withSession({}, async (session) => {
    await showBuild(session, { folder: at, manifest }, KEPT);
    const counted = (await session.rowsOf(observation)).map(({ value }) => value);
    return { counted, unknown: (await session.rowsOf(unmapped)).length };
  });
}

const currentOf = async (store: string): Promise<OpenBuild> => (await new Builds(store).current()) as OpenBuild;

describe("buildStore({store, law, asOf}, effects)", () => {
  it("gives the same build again for the same deliveries, in one store and in another, whatever the clock says", async () => {
    const [one, other] = [newStore(), newStore()];
    await receive(one, files);
    await receive(other, files, tickingEffects("2018-01-01T00:00:00Z"));
    const first = await buildStore({ store: one, law }, quietEffects());
    const again = await buildStore({ store: one, law }, quietEffects("2027-01-01T00:00:00Z"));
    const elsewhere = await buildStore({ store: other, law }, tickingEffects("2019-01-01T00:00:00Z"));
    expect(again).toEqual(first);
    expect([elsewhere.build, elsewhere.digest]).toEqual([first.build, first.digest]);
    expect(readdirSync(path.join(one, "builds"))).toEqual([first.build]);
    expect((await rowsOf(await currentOf(one))).counted.length).toBeGreaterThan(0);
  });

  it("gives the same rows and digest whatever the order in which the files were received", async () => {
    const orders = [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ];
    const digests = await Promise.all(
      orders.map(async (order) => {
        const store = newStore();
        for (const i of order) await receive(store, [files[i] as string], tickingEffects(`201${i}-01-01T00:00:00Z`));
        return (await buildStore({ store, law }, quietEffects())).digest;
      }),
    );
    expect(new Set(digests).size).toBe(1);
  });

  it("gives the same digest when a file is offered twice", async () => {
    const store = newStore();
    await receive(store, files);
    const first = await buildStore({ store, law }, quietEffects());
    await receive(store, files);
    expect(await buildStore({ store, law }, quietEffects())).toEqual(first);
  });

  it("makes an empty build with its own id as of a moment before any delivery, or of a store with none", async () => {
    const store = newStore();
    await receive(store, files, quietEffects("2020-06-01T00:00:00Z"));
    const now = await buildStore({ store, law }, quietEffects());
    const before = await buildStore({ store, law, asOf: "2020-05-31T23:59:59.999Z" }, quietEffects());
    expect(before.asOf).toBe("2020-05-31T23:59:59.999Z");
    expect(before.build).not.toBe(now.build);
    expect(await rowsOf(await currentOf(store))).toEqual({ counted: [], unknown: 0 });
    const nothing = await buildStore({ store: newStore(), law }, quietEffects());
    expect(nothing.digest).toBe(before.digest);
    expect(nothing.build).not.toBe(before.build);
  });

  it("counts a delivery received at the very moment asked for", async () => {
    const store = newStore();
    await receive(store, files, quietEffects("2020-06-01T00:00:00.000Z"));
    await buildStore({ store, law, asOf: "2020-06-01T00:00:00.000Z" }, quietEffects());
    expect((await rowsOf(await currentOf(store))).counted.length).toBeGreaterThan(0);
  });

  it("gives as of a moment the rows that a store had then, after later deliveries too", async () => {
    const [store, then] = [newStore(), newStore()];
    await receive(store, files.slice(0, 1), quietEffects("2020-06-01T00:00:00Z"));
    await receive(store, files.slice(1), quietEffects("2021-06-01T00:00:00Z"));
    await receive(then, files.slice(0, 1), quietEffects("2020-06-01T00:00:00Z"));
    const asOf = await buildStore({ store, law, asOf: "2020-12-31T23:59:59.999Z" }, quietEffects());
    expect(asOf.digest).toBe((await buildStore({ store: then, law }, quietEffects())).digest);
  });

  it("makes a new build of new deliveries and serves it; the old one still opens with its rows", async () => {
    const store = newStore();
    await receive(store, files.slice(0, 2));
    const old = await buildStore({ store, law }, quietEffects());
    const oldRows = await rowsOf(await currentOf(store));
    await receive(store, files.slice(2));
    expect((await currentOf(store)).manifest.build).toBe(old.build);
    const young = await buildStore({ store, law }, quietEffects());
    expect(young.build).not.toBe(old.build);
    expect((await currentOf(store)).manifest).toEqual(young);
    const kept = (await new Builds(store).open(old.build)) as OpenBuild;
    expect(await rowsOf(kept)).toEqual(oldRows);
    expect((await rowsOf(await currentOf(store))).counted.length).toBeGreaterThan(oldRows.counted.length);
  });

  it("sweeps what a killed run left before it builds, and leaves no lock", async () => {
    const store = newStore();
    await receive(store, files);
    await mkdir(path.join(store, "builds", ".half-dead"), { recursive: true });
    await mkdir(path.join(store, "lake", "observation_x", "batch=dead"), { recursive: true });
    const { build } = await buildStore({ store, law }, quietEffects());
    expect(readdirSync(path.join(store, "builds"))).toEqual([build]);
    expect(readdirSync(path.join(store, "lake", "observation_x"))).toEqual([]);
    expect(existsSync(path.join(store, "lock"))).toBe(false);
  });
});

describe("showStep({store, law, asOf, step})", () => {
  it("gives a step's rows and leaves the store as it was", async () => {
    const store = newStore();
    await receive(store, files);
    const before = readdirSync(store, { recursive: true });
    const rows = await showStep({ store, law, step: "observation" });
    expect(rows.length).toBeGreaterThan(0);
    expect(Object.keys(rows[0] ?? {})).toEqual(Object.keys(observation.columns));
    expect(readdirSync(store, { recursive: true })).toEqual(before);
  });
});

describe("wholePlan()", () => {
  it("makes what a build keeps", () => {
    const made = wholePlan().steps.map((each) => each.makes.name);
    expect(KEPT.map((table) => table.name).filter((table) => !made.includes(table))).toEqual([]);
  });
});

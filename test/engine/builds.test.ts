import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  Builds,
  column,
  defineTable,
  type OpenBuild,
  plan,
  showBuild,
  sql,
  step,
  withSession,
} from "../../src/engine/index.ts";
import { openArchive } from "../../src/figures/index.ts";
import { loadLaw } from "../../src/law/index.ts";

const number = (called: string) =>
  defineTable({ name: called, meaning: "Numbers.", key: ["n"], columns: { n: column("integer", "A number.") } });
const [kept, also, passing] = [number("kept"), number("also"), number("passing")];

let store: string;
let builds: Builds;
beforeEach(async () => {
  store = await mkdtemp(path.join(tmpdir(), 'builds \'[1]* "é" '));
  builds = new Builds(store);
});
afterEach(async () => {
  await rm(store, { recursive: true });
});

/** A build whose every row is the number given. */
async function make(n: number, { keeps = [kept], asOf = null as string | null, input = n } = {}): Promise<OpenBuild> {
  const whole = plan([
    step(passing, { reads: [] }, sql`SELECT ${n} AS n UNION ALL SELECT ${n} AS n`),
    step(kept, { reads: [passing] }, sql`SELECT n FROM ${passing}`),
    step(also, { reads: [kept] }, sql`SELECT n FROM ${kept}`),
  ]);
  return withSession({}, (session) =>
    builds.make(session, { asOf, inputs: { input }, plan: whole, keeps, madeAt: `made ${n}` }),
  );
}

async function numbersIn(build: OpenBuild, tables = [kept]): Promise<number[][]> {
  return withSession({}, async (session) => {
    await showBuild(session, build, tables);
    const read = await Promise.all(tables.map((table) => session.rows<{ n: number }>(sql`SELECT n FROM ${table}`)));
    return read.map((rows) => rows.map(({ n }) => n));
  });
}

describe("builds.make(session, request)", () => {
  it("writes what is kept, and a manifest that says what it was made from and what came of it", async () => {
    const made = await make(1);
    expect(await numbersIn(made)).toEqual([[1, 1]]);
    expect(readdirSync(made.folder).toSorted()).toEqual(["kept.parquet", "manifest.json"]);
    expect(made.manifest).toMatchObject({ asOf: null, inputs: { input: 1 }, madeAt: "made 1" });
    expect(made.manifest.steps.map(({ name, rows }) => [name, rows])).toEqual([
      ["passing", 2],
      ["kept", 2],
      ["also", 2],
    ]);
    expect(JSON.parse(readFileSync(path.join(made.folder, "manifest.json"), "utf8"))).toEqual(made.manifest);
    expect(path.basename(made.folder)).toBe(made.manifest.build);
  });

  it("finds the same build made before, by its inputs", async () => {
    const first = await make(1);
    expect(await make(2, { input: 1 })).toEqual(first);
    expect(readdirSync(builds.folder)).toEqual([first.manifest.build]);
  });

  it("gives another id to other inputs, another moment, and other tables kept", async () => {
    const all = [
      await make(1),
      await make(1, { input: 2 }),
      await make(1, { asOf: "2018-01-01" }),
      await make(1, { keeps: [kept, also] }),
    ];
    expect(new Set(all.map(({ manifest }) => manifest.build)).size).toBe(4);
    expect(all[0]?.manifest.digest).toBe(all[1]?.manifest.digest);
    expect(await numbersIn(all[3] as OpenBuild, [kept, also])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  it("gives another digest to other rows", async () => {
    expect((await make(1)).manifest.digest).not.toBe((await make(2)).manifest.digest);
  });

  it("begins anew over what a killed run left of the same build", async () => {
    const { build } = (await make(1)).manifest;
    await rm(path.join(builds.folder, build), { recursive: true });
    await mkdir(path.join(builds.folder, `.half-${build}`, "deep"), { recursive: true });
    expect(await numbersIn(await make(1))).toEqual([[1, 1]]);
    expect(readdirSync(builds.folder)).toEqual([build]);
  });

  it("leaves no build behind when a step fails", async () => {
    const broken = plan([step(kept, { reads: [] }, sql`SELECT nonsense AS n`)]);
    const making = withSession({}, (session) =>
      builds.make(session, { asOf: null, inputs: {}, plan: broken, keeps: [kept], madeAt: "" }),
    );
    await expect(making).rejects.toThrow("step kept failed");
    expect(existsSync(builds.folder) ? readdirSync(builds.folder) : []).toEqual([]);
  });
});

describe("builds.sweep()", () => {
  it("removes what is half made, and no build", async () => {
    await builds.sweep();
    const { manifest } = await make(1);
    await mkdir(path.join(builds.folder, ".half-x"));
    writeFileSync(path.join(builds.folder, ".half-x", "kept.parquet"), "torn");
    await builds.sweep();
    expect(readdirSync(builds.folder)).toEqual([manifest.build]);
  });
});

describe("builds.open(id)", () => {
  it("is nothing for what is not a finished build, nor for a way out of the folder", async () => {
    await mkdir(path.join(builds.folder, "unfinished"), { recursive: true });
    writeFileSync(path.join(store, "manifest.json"), "{}");
    const asked = ["unfinished", "none", "..", ".", "", "../builds", "../../etc"].map((id) => builds.open(id));
    expect(await Promise.all(asked)).toEqual(asked.map(() => undefined));
  });
});

describe("builds.serve(id) and builds.current()", () => {
  it("serve nothing at first, then the one named, then another; the old one still opens", async () => {
    expect(await builds.current()).toBeUndefined();
    const [one, two] = [await make(1), await make(2)];
    expect(await builds.current()).toBeUndefined();
    await builds.serve(one.manifest.build);
    expect(await builds.current()).toEqual(one);
    await builds.serve(two.manifest.build);
    expect(await builds.current()).toEqual(two);
    expect(await builds.open(one.manifest.build)).toEqual(one);
    expect(readdirSync(store).toSorted()).toEqual(["builds", "current"]);
  });

  it("refuse to serve what does not exist, and go on serving what was served", async () => {
    const one = await make(1);
    await builds.serve(one.manifest.build);
    await expect(builds.serve("none")).rejects.toThrow("no finished build none");
    expect(await builds.current()).toEqual(one);
  });

  it("serve over what a killed run left half done", async () => {
    const one = await make(1);
    await symlink("builds/none", path.join(store, ".half-current"));
    await builds.serve(one.manifest.build);
    expect(await builds.current()).toEqual(one);
  });

  it("are nothing, and `openArchive` says E_NO_BUILD, when the link names a build that is gone", async () => {
    await mkdir(path.join(store, "lake"));
    await symlink("builds/gone", path.join(store, "current"));
    expect(await builds.current()).toBeUndefined();
    await expect(openArchive(store, loadLaw())).rejects.toMatchObject({ code: "E_NO_BUILD", misuse: true });
  });

  it("always show a reader one whole build while the one served changes", async () => {
    const two = [await make(1), await make(2)] as const;
    const whole = new Map(two.map(({ manifest }) => [manifest.build, manifest.digest]));
    await builds.serve(two[0].manifest.build);
    const swapping = new AbortController();
    const reading = (async () => {
      const seen = new Set<string>();
      while (!swapping.signal.aborted) {
        const build = await builds.current();
        expect(build?.manifest.digest).toBe(whole.get(build?.manifest.build ?? ""));
        expect(path.basename(build?.folder ?? "")).toBe(build?.manifest.build);
        seen.add(build?.manifest.build ?? "nothing");
      }
      return seen;
    })();
    for (let i = 0; i < 200; i++) {
      await builds.serve((i % 2 === 0 ? two[1] : two[0]).manifest.build);
      await setImmediate();
    }
    swapping.abort();
    expect([...(await reading)].toSorted()).toEqual([...whole.keys()].toSorted());
  });

  it("keep what a reader opened while another is served", async () => {
    const one = await make(1);
    await builds.serve(one.manifest.build);
    const opened = await builds.current();
    await builds.serve((await make(2)).manifest.build);
    expect(await numbersIn(opened as OpenBuild)).toEqual([[1, 1]]);
  });
});

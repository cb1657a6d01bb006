import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runFolder } from "../../scripts/reference.ts";
import { compare } from "../../scripts/reference/compare.ts";

const root = path.resolve(import.meta.dirname, "../..");
const shared = path.resolve(root, "../shared/reference");

describe.skipIf(!existsSync(shared))("runFolder(folder), on results made with R (needs ../shared)", () => {
  test("passes every case", () => {
    const outcomes = runFolder(shared);
    expect(outcomes.filter(({ fault }) => fault !== null)).toEqual([]);
    expect(outcomes).toHaveLength(43);
  });
});

describe("npm run reference -- DIR", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "throughline-reference-"));
  const put = (name: string, value: unknown) =>
    writeFileSync(path.join(folder, name), typeof value === "string" ? value : JSON.stringify(value));
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, ["scripts/reference.ts", ...args], { cwd: root, encoding: "utf8" });
  const chart = {
    id: "made-up-u",
    task: "1-xmr",
    relativeTolerance: 1e-9,
    input: { y: [4, 4], den: [2, 2] },
    expected: { centre: 2, sigmaZ: 0 },
  };

  beforeAll(() => put("a.json", chart));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("passes what is right and exits with 0", () => {
    const { status, stdout } = run(folder);
    expect(stdout).toBe("passed  made-up-u (1-xmr)\npassed 1 of 1\n");
    expect(status).toBe(0);
  });

  test("counts as failed what is wrong, has no routine, throws or is no case, and exits with 1", () => {
    put("b.json", { ...chart, id: "wrong", expected: { centre: 3 } });
    put("c.json", { ...chart, id: "unknown", task: "99-other" });
    put("d.json", { ...chart, id: "throws", input: { y: [1], den: [0] } });
    put("e.json", "{");
    put("f.json", { id: "half" });
    put("note.txt", "not looked at");
    const { status, stdout } = run(folder);
    expect(status).toBe(1);
    expect(stdout).toContain("FAILED  wrong (1-xmr): at centre: got 2, want 3\n");
    expect(stdout).toContain("FAILED  unknown (99-other): no routine for task 99-other\n");
    expect(stdout).toContain("FAILED  throws (1-xmr): RangeError");
    expect(stdout).toContain("FAILED  e.json: not JSON");
    expect(stdout).toContain("FAILED  f.json: not a case: without task, relativeTolerance, input, expected\n");
    expect(stdout).toMatch(/passed 1 of 6\n$/);
  });

  test("exits with 2 where there is no folder", () => {
    expect(run(path.join(folder, "nowhere")).status).toBe(2);
    expect(run().status).toBe(2);
  });

  test("stands in package.json", () => {
    expect(readFileSync(path.join(root, "package.json"), "utf8")).toContain('"reference": "node scripts/reference.ts"');
  });
});

describe("compare(got, want, toleranceAt)", () => {
  const within = (relative: number) => () => ({ relative });

  test("allows the tolerance of the larger of 1 and what is wanted", () => {
    expect(compare(1000.9, 1000, within(1e-3))).toBeNull();
    expect(compare(1001.1, 1000, within(1e-3))).toMatchObject({ want: "1000" });
    expect(compare(0.0009, 0, within(1e-3))).toBeNull();
  });

  test("takes null for what is not finite, and nothing else for null", () => {
    expect(compare(Number.POSITIVE_INFINITY, null, within(1))).toBeNull();
    expect(compare(0, null, within(1))).not.toBeNull();
    expect(compare(Number.NaN, 0, within(1))).not.toBeNull();
    expect(compare(null, 0, within(1))).not.toBeNull();
  });

  test("finds a value that is absent, too many or of another kind, and says where", () => {
    expect(compare({ a: [1, 2] }, { a: [1, 2, 3] }, within(1))).toMatchObject({ at: "a" });
    expect(compare({ a: [1, { b: "x" }] }, { a: [1, { b: "y" }] }, within(1))).toMatchObject({ at: "a.1.b" });
    expect(compare({}, { a: 1 }, within(1))).toMatchObject({ at: "a", got: "nothing" });
    expect(compare({ a: 1, more: 2 }, { a: 1 }, within(0))).toBeNull();
  });
});

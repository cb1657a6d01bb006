import path from "node:path";
import os from "node:os";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parsePeriod } from "../../src/base/index.ts";
import {
  builtInQuestion,
  explain,
  sayCounts,
  sayKind,
  type Scan,
  scanChanges,
  type ScanRow,
} from "../../src/explain/index.ts";
import { type Archive, openArchive } from "../../src/figures/index.ts";
import { loadLaw } from "../../src/law/index.ts";

const [from, to] = [parsePeriod("2016"), parsePeriod("2017")];

describe("scanChanges(archive, {from, to}) over the published facts", () => {
  let archive: Archive;
  let scan: Scan;
  beforeAll(async () => {
    archive = await openArchive(path.join(os.tmpdir(), "throughline-scan-none"), loadLaw());
    scan = await scanChanges(archive, { from, to });
  });
  afterAll(() => archive.session.close());

  it("looks at every force and every group that is held", () => {
    expect(scan.areas).toBe(44);
    expect(scan.classes.map((each) => each.class)).toContain("stalking-and-harassment");
    expect(scan.rows).toHaveLength(scan.areas * scan.classes.length);
  });

  it("holds what Benjamini and Hochberg hold at one in twenty", () => {
    const told = scan.rows.filter(({ p }) => p !== null).toSorted((a, b) => a.p! - b.p!);
    expect(told).toHaveLength(scan.tested);
    let kept = 0;
    for (const [k, { p }] of told.entries()) if (p! <= (0.05 * (k + 1)) / told.length) kept = k + 1;
    expect(scan.held).toBe(kept);
    expect(told.slice(0, kept).every(({ held }) => held)).toBe(true);
    expect(told.slice(kept).some(({ held }) => held)).toBe(false);
  });

  it("ranks those held first, and of them those surely largest", () => {
    const held = scan.rows.findLastIndex((row) => row.held) + 1;
    expect(held).toBe(scan.held);
    const least = scan.rows
      .slice(0, held)
      .map(({ interval }) => Math.max(0, Math.log(interval!.low), -Math.log(interval!.high)));
    expect(least).toEqual(least.toSorted((a, b) => b - a));
  });

  it("weighs as a question about the one change does", async () => {
    const row = scan.rows.find(({ area, class: slug }) => area === "kent" && slug === "stalking-and-harassment")!;
    const { question } = await builtInQuestion(archive, { area: "kent", classes: "stalking-and-harassment", from, to });
    const alone = explain(question);
    expect([row.from, row.to]).toEqual([alone.change.from.count, alone.change.to.count]);
    expect(row.kind).toMatchObject({ verdict: alone.verdict, cause: alone.causes[0]!.cause });
  });

  it("gives no percentage on a base under 50, and says what it cannot tell", () => {
    expect(scan.rows.every(({ percent, from: base }) => percent === null || base! >= 50)).toBe(true);
    const untold = scan.rows.filter(({ p }) => p === null);
    expect(untold.every((row) => !row.held && sayKind(row).startsWith("cannot tell"))).toBe(true);
  });

  it("says nothing of a time that is not held", async () => {
    const early = await scanChanges(archive, { from: parsePeriod("1950"), to: parsePeriod("1951"), classes: ["8L"] });
    expect([early.tested, early.held, early.weighed]).toEqual([0, 0, 0]);
  });
});

const ROW: ScanRow = {
  area: "kent",
  areaName: "Kent",
  class: "8L",
  className: "Harassment",
  from: 1135,
  to: 3941,
  difference: 2806,
  ratio: 3.47,
  percent: 247.2,
  interval: { low: 3, high: 4 },
  p: 0.001,
  held: true,
  reach: "both",
  kind: {
    verdict: "changed",
    cause: "recording",
    standing: "supported",
    share: { low: 0.2, high: 0.4 },
    inseparable: [],
  },
};

describe("sayKind(row), sayCounts(row)", () => {
  it("says cause, part and whether the other areas moved", () => {
    expect(sayKind(ROW)).toBe(
      "recording supported, 0.20 to 0.40 of the change on a log scale; more than in the other areas",
    );
    expect(sayKind({ ...ROW, reach: "local", kind: { ...ROW.kind!, standing: "possible" } })).toBe(
      "recording possible, not shown; unlike the other areas",
    );
  });

  it("names causes that cannot be told apart together", () => {
    const kind = {
      ...ROW.kind!,
      cause: "reporting" as const,
      inseparable: [["reporting" as const, "real-change" as const]],
    };
    expect(sayKind({ ...ROW, reach: null, kind })).toBe("reporting or a real change: these data cannot tell which");
  });

  it("does not name a cause where the change itself is not shown", () => {
    const kind = { ...ROW.kind!, verdict: "not-shown" as const };
    expect(sayKind({ ...ROW, reach: null, kind })).toBe("the cause cannot be told");
    expect(sayKind({ ...ROW, held: false })).toBe("not shown to be beyond ordinary variation");
    expect(sayKind({ ...ROW, p: null, held: false })).toBe("cannot tell: too little is held");
    expect(sayKind({ ...ROW, kind: null, reach: null })).toBe("beyond ordinary variation, not weighed");
  });

  it("says both counts", () => {
    expect(sayCounts(ROW)).toBe("1,135, then 3,941");
    expect(sayCounts({ from: null, to: 4 })).toBe("not known, then 4");
  });
});

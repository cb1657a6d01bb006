import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { drawsFrom } from "../../bench/lib/draws.ts";
import { USUAL_TESTS } from "../../bench/lib/usual-tests.ts";
import { drawPanel, MONTHS, WORLDS } from "../../bench/lib/worlds.ts";
import { beyondOrdinary } from "../../src/stats/index.ts";

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value / values.length, 0);
const variance = (values: readonly number[]) => mean(values.map((value) => value ** 2)) - mean(values) ** 2;
const many = (draw: () => number) => Array.from({ length: 20_000 }, draw);

describe("drawsFrom(seed, which)", () => {
  test("gives the same numbers for the same two, and others for others", () => {
    const [one, again, other] = [drawsFrom(1, 2), drawsFrom(1, 2), drawsFrom(1, 3)].map((draws) => draws.uniform());
    expect(again).toBe(one);
    expect(other).not.toBe(one);
  });

  test.each([0.5, 7, 12, 45, 300])("draws Poisson counts whose mean and variance are %d", (level) => {
    const draws = drawsFrom(3, level);
    const counts = many(() => draws.poisson(level));
    expect(mean(counts) / level).toBeCloseTo(1, 1);
    expect(variance(counts) / level).toBeCloseTo(1, 1);
  });

  test("draws normal and gamma numbers of the variance they should have", () => {
    const draws = drawsFrom(4, 0);
    expect(variance(many(() => draws.normal()))).toBeCloseTo(1, 1);
    expect(variance(many(() => draws.gamma(30))) / 30).toBeCloseTo(1, 1);
  });
});

describe("drawPanel(world, drawing)", () => {
  test("draws series that do not change, but for the area if it is told to", () => {
    const world = WORLDS.find(({ kind, mean: level }) => kind === "Poisson" && level === 300)!;
    const { counts, others } = drawPanel(world, { seed: 1, which: 1, others: 2, isShared: false, change: 2 });
    expect(counts).toHaveLength(MONTHS);
    expect(mean(counts.slice(-12)) / mean(counts.slice(0, -12))).toBeCloseTo(2, 0);
    for (const other of others) expect(mean(other.slice(-12)) / mean(other.slice(0, -12))).toBeCloseTo(1, 0);
  });

  test("is rarely called changed where it did not, though the months are correlated", () => {
    const world = WORLDS.find(({ kind, mean: level }) => kind === "autocorrelated" && level === 45)!;
    const stretches = { from: { from: 73, to: 84 }, to: { from: 85, to: 96 }, season: 12 } as const;
    const called = Array.from({ length: 150 }, (_, which) => {
      const { counts } = drawPanel(world, { seed: 2, which, others: 0, isShared: false, change: 1 });
      return beyondOrdinary({ counts, ...stretches }).verdict;
    }).filter((verdict) => verdict === "changed");
    expect(called.length).toBeLessThanOrEqual(15);
  });
});

describe("the table of docs/methods/verdict.md", () => {
  test("is the one that was measured", () => {
    const docs = path.resolve(import.meta.dirname, "../../docs");
    const page = readFileSync(path.join(docs, "methods/verdict.md"), "utf8").replaceAll(/ +/g, " ");
    const { worlds } = JSON.parse(readFileSync(path.join(docs, "measured/false-alarms.json"), "utf8")) as Measured;
    for (const { kind, mean: level, alone, others, sharedNoise } of worlds)
      expect(page).toContain(`| ${kind}, ${level} | ${alone.changed} | ${others.changed} | ${sharedNoise.changed} |`);
    for (const { usual } of worlds) expect(Object.keys(usual)).toEqual(USUAL_TESTS.map(({ name }) => name));
  });
});

interface Measured {
  readonly worlds: readonly {
    readonly kind: string;
    readonly mean: number;
    readonly alone: { readonly changed: number };
    readonly others: { readonly changed: number };
    readonly sharedNoise: { readonly changed: number };
    readonly usual: Readonly<Record<string, number>>;
  }[];
}

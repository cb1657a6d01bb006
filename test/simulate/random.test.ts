import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { count, normal, randomOf, shuffled } from "../../src/simulate/random.ts";

const seed = fc.integer();

describe("randomOf(...words)", () => {
  it("gives equal streams for equal words, and numbers from 0 up to 1", () => {
    fc.assert(
      fc.property(seed, (n) => {
        const [one, other] = [randomOf(n, "a"), randomOf(n, "a")];
        const drawn = Array.from({ length: 50 }, () => one());
        expect(drawn).toEqual(Array.from({ length: 50 }, () => other()));
        expect(drawn.every((each) => each >= 0 && each < 1)).toBe(true);
      }),
    );
  });

  it("is even: a tenth of the numbers in each tenth", () => {
    const random = randomOf("even");
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 50_000; i++) tenths[Math.floor(random() * 10)]! += 1;
    for (const found of tenths) expect(Math.abs(found - 5000)).toBeLessThan(300);
  });
});

describe("count(random, mean, theta)", () => {
  it.each([0.4, 8, 29, 31, 300, 5000])("has the mean and variance of Poisson at %d", (mean) => {
    const random = randomOf("poisson", mean);
    const { average, variance } = momentsOf(() => count(random, mean));
    expect(Math.abs(average / mean - 1)).toBeLessThan(0.04);
    expect(Math.abs(variance / mean - 1)).toBeLessThan(0.08);
  });

  it.each([8, 300])("varies by mean + mean² / theta at %d", (mean) => {
    const random = randomOf("overdispersed", mean);
    const { average, variance } = momentsOf(() => count(random, mean, 30));
    expect(Math.abs(average / mean - 1)).toBeLessThan(0.03);
    expect(Math.abs(variance / (mean + mean ** 2 / 30) - 1)).toBeLessThan(0.08);
  });

  it("counts in whole numbers from 0, and none where none is expected", () => {
    fc.assert(
      fc.property(seed, fc.double({ min: 0, max: 1e6, noNaN: true }), (n, mean) => {
        const found = count(randomOf(n), mean);
        expect(Number.isSafeInteger(found) && found >= 0 && (mean > 0 || found === 0)).toBe(true);
      }),
    );
  });
});

describe("normal(random)", () => {
  it("has mean 0 and variance 1", () => {
    const random = randomOf("normal");
    const { average, variance } = momentsOf(() => normal(random));
    expect(Math.abs(average)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
  });
});

describe("shuffled(random, list)", () => {
  it("keeps each item once", () => {
    fc.assert(
      fc.property(seed, fc.array(fc.integer()), (n, list) => {
        const inOrder = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
        expect(inOrder(shuffled(randomOf(n), list))).toEqual(inOrder(list));
      }),
    );
  });
});

function momentsOf(draw: () => number): { readonly average: number; readonly variance: number } {
  const drawn = Array.from({ length: 20_000 }, draw);
  const average = drawn.reduce((sum, each) => sum + each, 0) / drawn.length;
  return { average, variance: drawn.reduce((sum, each) => sum + (each - average) ** 2, 0) / drawn.length };
}

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { beyondOrdinary } from "../../src/stats/index.ts";
import { levelQuestions } from "../../src/stats/log-levels.ts";
import { answersUnder, averageOverSpreads, chanceBelow, valueAbove } from "../../src/stats/spread-average.ts";
import { choleskyInPlace, solveCholesky } from "../../src/stats/triangular.ts";

const NEWEST = { from: { from: 73, to: 84 }, to: { from: 85, to: 96 }, season: 12 } as const;

/** Ninety-six months about a level, with a season and a scatter that repeats itself in no year. */
function months(level: number, change = 1, turn = 7): number[] {
  return Array.from({ length: 96 }, (_, t) => {
    const scatter = 1 + 0.2 * Math.sin(turn * t * t);
    return Math.round(level * (1 + 0.12 * Math.sin((2 * Math.PI * t) / 12)) * scatter * (t >= 84 ? change : 1));
  });
}

const others = Array.from({ length: 11 }, (_, k) => months(40 + 5 * k, 1, 7.3 + k));

describe("beyondOrdinary({counts, from, to, season})", () => {
  test("sees a doubling, and none where nothing changed", () => {
    expect(beyondOrdinary({ ...NEWEST, counts: months(45, 2) })).toMatchObject({
      verdict: "changed",
      why: "beyond-own-spread",
      apart: null,
    });
    expect(beyondOrdinary({ ...NEWEST, counts: months(45) })).toMatchObject({
      verdict: "not-shown",
      why: "within-spread",
    });
  });

  test("calls a change exactly where its limits leave out 1", () => {
    for (const change of [0.6, 0.75, 0.8, 0.85, 1.1, 1.2, 1.3, 1.5]) {
      const { verdict, level } = beyondOrdinary({ ...NEWEST, counts: months(45, change) });
      expect(verdict === "changed").toBe(level!.low > 1 || level!.high < 1);
    }
  });

  test("never calls a change where the two counts are the same", () => {
    const count = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(fc.array(count, { minLength: 84, maxLength: 84 }), (counts) => {
        const found = beyondOrdinary({ ...NEWEST, counts: [...counts, ...counts.slice(72)] });
        expect(found.verdict).not.toBe("changed");
      }),
      { numRuns: 40 },
    );
  });

  test("gives limits about the level it gives, whatever the counts and gaps", () => {
    const count = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 400 }) }, fc.constant(null));
    fc.assert(
      fc.property(fc.array(count, { minLength: 96, maxLength: 96 }), (counts) => {
        const found = beyondOrdinary({ ...NEWEST, counts });
        const { low, ratio, high, p } = found.level ?? { low: 0, ratio: 1, high: 2, p: found.p ?? 1 };
        expect([low, ratio, high]).toEqual([low, ratio, high].toSorted((a, b) => a - b));
        expect(p).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });

  test("does not mind what exposure is counted in", () => {
    const counts = months(45, 1.3);
    const people = Array.from({ length: 96 }, (_, t) => 1000 + 10 * t);
    const [one, thousand] = [1, 1000].map((unit) =>
      beyondOrdinary({ ...NEWEST, counts, exposure: people.map((number) => number / unit) }),
    );
    expect(thousand!.level!.ratio).toBeCloseTo(one!.level!.ratio, 8);
    expect(thousand!.verdict).toBe(one!.verdict);
    expect(one!.level!.ratio).toBeLessThan(beyondOrdinary({ ...NEWEST, counts }).level!.ratio);
  });

  test.each([
    ["no-cases", months(45).map((count, t) => (t < 72 ? count : 0))],
    ["gaps", months(45).map((count, t) => (t > 88 ? null : count))],
    ["few-points", months(45).map((count, t) => (t < 75 ? null : count))],
    ["too-noisy", months(45).map((_, t) => (t % 24 === 0 ? 1 : 0))],
  ])("cannot tell: %s", (why, counts) => {
    expect(beyondOrdinary({ ...NEWEST, counts })).toMatchObject({ verdict: "cannot-tell", why });
  });

  test("says how a change from nothing stands, without a ratio", () => {
    const counts = months(45).map((count, t) => (t < 84 ? 0 : count));
    expect(beyondOrdinary({ ...NEWEST, counts })).toMatchObject({ verdict: "changed", observed: null });
  });

  test("ranks the change among the same comparison at earlier dates", () => {
    expect(beyondOrdinary({ ...NEWEST, counts: months(45, 2) }).dates).toEqual({ rank: 1, of: 62 });
    expect(beyondOrdinary({ ...NEWEST, counts: months(45) }).dates!.rank).toBeGreaterThan(1);
  });

  test("judges years and quarters as well", () => {
    const years = [500, 512, 489, 505, 497, 508, 501, 900];
    const last = { from: { from: 7, to: 7 }, to: { from: 8, to: 8 }, season: 1 } as const;
    expect(beyondOrdinary({ ...last, counts: years }).verdict).toBe("changed");
    expect(beyondOrdinary({ ...last, counts: [...years.slice(0, 7), 510] }).verdict).not.toBe("changed");
    const quarters = Array.from({ length: 24 }, (_, q) => 100 + 3 * ((q * 7) % 5) + (q >= 20 ? 60 : 0));
    const newest = { from: { from: 17, to: 20 }, to: { from: 21, to: 24 }, season: 4 } as const;
    expect(beyondOrdinary({ ...newest, counts: quarters }).verdict).toBe("changed");
    const three = { from: { from: 5, to: 8 }, to: { from: 9, to: 12 }, season: 4 } as const;
    expect(beyondOrdinary({ ...three, counts: quarters.slice(12) }).verdict).toBe("changed");
  });

  test.each([
    { from: { from: 73, to: 85 } },
    { to: { from: 85, to: 97 } },
    { exposure: [1] },
    { peers: [[1, 2]] },
    { counts: months(45).with(3, -1) },
  ])("refuses what cannot be: %o", (wrong) => {
    expect(() => beyondOrdinary({ ...NEWEST, counts: months(45), ...wrong })).toThrow(RangeError);
  });
});

describe("beyondOrdinary({counts, from, to, season, peers})", () => {
  test("tells a change here from one everywhere", () => {
    const here = beyondOrdinary({ ...NEWEST, counts: months(45, 1.6), peers: others });
    expect(here).toMatchObject({ verdict: "changed", why: "here", apart: { rank: 1, of: 12 } });
    const raised = others.map((counts) => counts.map((count, t) => (t < 84 ? count : Math.round(count * 1.6))));
    const everywhere = beyondOrdinary({ ...NEWEST, counts: months(45, 1.6), peers: raised });
    expect(everywhere).toMatchObject({ verdict: "changed", why: "everywhere" });
  });

  test("does not call it a change here when the others moved and it did not", () => {
    const fallen = others.map((counts) => counts.map((count, t) => (t < 84 ? count : Math.round(count / 2))));
    expect(beyondOrdinary({ ...NEWEST, counts: months(45), peers: fallen }).verdict).toBe("not-shown");
  });

  test("does not mind the order of the others", () => {
    const counts = months(45, 1.3);
    const one = beyondOrdinary({ ...NEWEST, counts, peers: others });
    const other = beyondOrdinary({ ...NEWEST, counts, peers: others.toReversed() });
    expect(other.p).toBeCloseTo(one.p!, 8);
    expect(other.apart!.rank).toBe(one.apart!.rank);
  });

  test("goes by the series alone where the others are fewer than four or have nothing", () => {
    const counts = months(45, 1.3);
    const nothing = others.map((peer) => peer.map(() => null));
    for (const peers of [others.slice(0, 3), nothing])
      expect(beyondOrdinary({ ...NEWEST, counts, peers })).toEqual(beyondOrdinary({ ...NEWEST, counts }));
  });
});

describe("answersUnder(questions, spread)", () => {
  test("is generalised least squares with the whole covariance matrix", () => {
    const counts = months(45, 1.3).map((count, t) => (t % 13 === 5 ? null : count));
    const question = levelQuestions(NEWEST, 96)(counts)!;
    const spread = { own: 0.1, slow: 0.2, keeps: 0.7 };
    for (const [way, quick] of answersUnder([question], spread)[0]!.entries()) {
      const slow = slowAnswer(question, spread, question.looseness[way]!);
      expect(quick!.estimate).toBeCloseTo(slow.estimate, 9);
      expect(quick!.error).toBeCloseTo(slow.error, 9);
    }
  });
});

describe("averageOverSpreads(question)", () => {
  const answers = averageOverSpreads(levelQuestions(NEWEST, 96)(months(45, 1.3))!);

  test("weighs its answers to 1 in all", () => {
    expect(answers.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  test("finds the value below which a probability lies", () => {
    for (const probability of [0.001, 0.025, 0.4, 0.975, 0.999])
      expect(chanceBelow(answers, valueAbove(answers, probability))).toBeCloseTo(probability, 5);
  });
});

type Question = Parameters<typeof averageOverSpreads>[0];
type Spread = Parameters<typeof answersUnder>[1];

/** The covariance written out, its inverse by one solution a column. */
function slowAnswer(question: Question, { own, slow, keeps }: Spread, looseness: readonly number[]) {
  const { levels, counting, columns, contrast } = question;
  const places = [...levels.keys()].filter((i) => counting[i] !== Infinity);
  const n = places.length;
  const p = columns.length;
  const covariance = Float64Array.from({ length: n * n }, (_, at) => {
    const [i, j] = [places[Math.floor(at / n)]!, places[at % n]!];
    return slow ** 2 * keeps ** Math.abs(i - j) + (i === j ? own ** 2 + counting[i]! : 0);
  });
  choleskyInPlace(covariance, n);
  const solved = columns.map((column) => {
    const out = Float64Array.from(places, (i) => column[i]!);
    solveCholesky(covariance, out);
    return out;
  });
  const times = (a: Float64Array, at: (i: number) => number) => places.reduce((sum, i, k) => sum + a[k]! * at(i), 0);
  const normal = Float64Array.from({ length: p * p }, (_, at) => {
    const [a, b] = [Math.floor(at / p), at % p];
    const held = a === b && looseness[a] !== Infinity ? 1 / looseness[a]! ** 2 : 0;
    return times(solved[a]!, (i) => columns[b]![i]!) + held;
  });
  choleskyInPlace(normal, p);
  const coefficients = Float64Array.from(solved, (column) => times(column, (i) => levels[i]!));
  solveCholesky(normal, coefficients);
  const reach = contrast.slice();
  solveCholesky(normal, reach);
  const sum = (values: Float64Array) => values.reduce((total, value, k) => total + value * contrast[k]!, 0);
  return { estimate: sum(coefficients), error: Math.sqrt(sum(reach)) };
}

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contextJson, observationsCsv, type World, worldOf } from "../../src/simulate/index.ts";

const world = fc.tuple(fc.integer({ min: 0, max: 999 }), fc.nat(599)).map(([seed, number]) => worldOf(seed, number));
const some = Array.from({ length: 120 }, (_, number) => worldOf(7, number));

describe("worldOf(seed, number)", () => {
  it("gives the same bytes for the same seed and number, and others for others", () => {
    expect(bytes(worldOf(3, 12))).toBe(bytes(worldOf(3, 12)));
    expect(bytes(worldOf(3, 12))).not.toBe(bytes(worldOf(4, 12)));
    expect(bytes(worldOf(3, 12))).not.toBe(bytes(worldOf(3, 32)));
  });

  it("counts in whole numbers from 0, and measures days and percent above 0", () => {
    fc.assert(
      fc.property(world, ({ observations }) => {
        const wrong = observations.filter(({ measure, value }) =>
          measure === "survey" || measure === "reporting_delay"
            ? !(value >= 0)
            : !Number.isSafeInteger(value) || value < 0,
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it("has each area, class, measure and period once, and no more old offences than recorded ones", () => {
    for (const { observations } of some.slice(0, 40)) {
      const values = new Map(observations.map((row) => [keyOf(row), row.value]));
      expect(values.size).toBe(observations.length);
      const tooOld = observations.filter(
        (row) =>
          row.measure === "historic" && row.value > (values.get(keyOf({ ...row, measure: "recorded" })) ?? Infinity),
      );
      // A lost month may hold a zero for what was recorded.
      expect(tooOld.filter((row) => values.get(keyOf({ ...row, measure: "recorded" })) !== 0)).toEqual([]);
    }
  });

  it("has shares that add up to 1 with chance's", () => {
    for (const { truth } of some) {
      if (truth.logChange === 0) continue;
      expect(truth.causes.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1, 9);
    }
  });

  it("has no effect in a world of chance", () => {
    const still = some.filter(({ truth }) => truth.effect === "none");
    expect(still.length).toBeGreaterThan(5);
    for (const { truth } of still)
      expect(truth.causes.map(({ cause, share }) => [cause, share])).toEqual([["chance", 1]]);
  });

  it("asks about an area, a class and two periods that are there without a gap", () => {
    for (const { observations, question } of some) {
      const asked = observations.filter(
        ({ area, class: name, measure }) => area === question.area && name === question.class && measure === "recorded",
      );
      const held = new Set(asked.flatMap(({ period }) => monthsOf(period)));
      for (const period of [question.from, question.to]) {
        expect(monthsOf(period).filter((month) => !held.has(month))).toEqual([]);
      }
    }
  });

  it("has the observed log change that its rows have", () => {
    const wrong = some.filter(({ observations, question, truth }) => {
      const asked = observations.filter(
        (row) => row.area === question.area && row.class === question.class && row.measure === "recorded",
      );
      const sumIn = (period: string): number =>
        asked
          .filter((row) => monthsOf(row.period).every((month) => monthsOf(period).includes(month)))
          .reduce((sum, { value }) => sum + value, 0);
      const [from, to] = [sumIn(question.from), sumIn(question.to)];
      return from > 0 && to > 0 && Math.abs(truth.logChange - Math.log(to / from)) > 1e-9;
    });
    expect(wrong).toEqual([]);
  });

  it("holds each cause alone and in pairs, decidable and not, weak and strong, in few areas and many", () => {
    const causes = new Set(some.flatMap(({ truth }) => truth.causes.map(({ cause }) => cause)));
    expect(causes.size).toBe(10);
    expect(some.some(({ truth }) => truth.causes.length === 3)).toBe(true);
    const share = (is: (world: World) => boolean): number => some.filter(is).length / some.length;
    expect(share(({ truth }) => truth.decidable)).toBeGreaterThan(0.3);
    expect(share(({ truth }) => truth.inseparable !== null)).toBeGreaterThan(0.1);
    expect(share(({ truth }) => truth.effect === "weak")).toBeGreaterThan(0.1);
    expect(Math.min(...some.map(({ shape }) => shape.areas))).toBeLessThan(16);
    expect(Math.max(...some.map(({ shape }) => shape.areas))).toBeGreaterThan(40);
    expect(new Set(some.map(({ shape }) => shape.spread)).size).toBe(3);
  });

  it("gives two that were made alike nothing that tells them apart", () => {
    const tells = {
      "recording/reporting": ["calls", "survey", "historic", "reporting_delay", "cancelled", "incidents"],
      "real-change/reporting": ["survey", "historic", "reporting_delay"],
      "law-change/counting-rule": [],
      "recording/classification": ["incidents", "cancelled"],
    } as Readonly<Record<string, readonly string[]>>;
    const telling = some.filter(({ shape, truth, context, question }) => {
      if (truth.inseparable === null) return false;
      const pair = truth.inseparable.join("/");
      const isAudited = context.audits.some(({ area }) => area === question.area);
      return shape.measures.some((each) => tells[pair]?.includes(each)) || (pair.startsWith("recording") && isAudited);
    });
    expect(telling).toEqual([]);
  });

  it("lets nothing be both decidable and inseparable", () => {
    expect(some.filter(({ truth }) => truth.decidable && truth.inseparable !== null)).toEqual([]);
  });
});

describe("observationsCsv(world), contextJson(world)", () => {
  it("hold every row under a header, and the context as it is", () => {
    const first = worldOf(1, 0);
    const lines = observationsCsv(first).trimEnd().split("\n");
    expect(lines[0]).toBe("area,class,measure,period,value");
    expect(lines.length).toBe(first.observations.length + 1);
    expect(JSON.parse(contextJson(first))).toEqual(first.context);
  });
});

function bytes(made: World): string {
  return JSON.stringify(made);
}

function keyOf(row: { area: string; class: string; measure: string; period: string }): string {
  return [row.area, row.class, row.measure, row.period].join("|");
}

/** Written out anew, so that the words of periods are read as the contract says and not as the room writes them. */
function monthsOf(period: string): number[] {
  const run = (first: number, length: number): number[] => Array.from({ length }, (_, i) => first + i);
  const [, year = "", rest = ""] = /(\d{4})(.*)$/.exec(period) ?? [];
  const january = Number(year) * 12;
  if (period.startsWith("YE-")) return run(january + Number(rest.slice(1)) - 12, 12);
  if (rest === "") return run(january, 12);
  if (rest.startsWith("/")) return run(january + 3, 12);
  if (rest.startsWith("-Q")) return run(january + 3 * (Number(rest.slice(2)) - 1), 3);
  return run(january + Number(rest.slice(1)) - 1, 1);
}

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type StatedByArea, statedNumbers, statedOnce } from "../../src/figures/index.ts";
import { archiveOf, observed } from "./support.ts";

const AREAS = ["kent", "essex", "surrey"];
const LABELS = ["8L", "8Q", "8R"];
const MONTHS = [
  ["2017-04-01", "2017-04-30"],
  ["2017-05-01", "2017-05-31"],
] as const;

/** Numbers of invented releases, of which some speak of the same period. */
const observations = fc.uniqueArray(
  fc.record({
    area: fc.constantFrom(...AREAS),
    class: fc.constantFrom(...LABELS),
    month: fc.constantFrom(...MONTHS),
    dataset: fc.constantFrom("ho-recorded-crime", "ons-rolling-year"),
    release: fc.constantFrom("made-up one", "made-up two"),
    released: fc.constantFrom(null, "2018-01-01", "2019-01-01"),
    value: fc.integer({ min: 0, max: 999 }),
  }),
  { maxLength: 40, selector: (each) => `${each.area} ${each.class} ${each.month[0]} ${each.dataset} ${each.release}` },
);

const question = fc.record({
  areas: fc.array(fc.constantFrom(...AREAS, "sussex"), { maxLength: 4 }),
  labels: fc.array(fc.constantFrom(...LABELS), { maxLength: 4 }),
  measure: fc.constant("recorded" as const),
  knownOn: fc.constantFrom(undefined, "2018-06-01"),
});

function flat(stated: StatedByArea) {
  return [...stated].flatMap(([area, shelves]) =>
    [...shelves].flatMap(([label, shelf]) => [...shelf].map(([period, number]) => ({ area, label, period, number }))),
  );
}

describe("statedOnce(archive, areas)", () => {
  it("answers every question as the archive does, in the same order", async () => {
    await fc.assert(
      fc.asyncProperty(observations, fc.array(question, { minLength: 1, maxLength: 4 }), async (held, questions) => {
        const rows = held.map(({ month: [from, to], ...rest }) =>
          observed({ ...rest, period_from: from, period_to: to }),
        );
        const archive = await archiveOf(rows);
        const once = statedOnce(archive, AREAS);
        for (const each of questions) expect(flat(await once(each))).toEqual(flat(await statedNumbers(archive, each)));
        archive.session.close();
      }),
      { numRuns: 25 },
    );
  });

  it("gives the same shelf again where no two sources speak of one period", async () => {
    const [[from, to]] = MONTHS;
    const archive = await archiveOf([observed({ period_from: from, period_to: to, value: 7 })]);
    const once = statedOnce(archive, ["kent"]);
    const ask = { areas: ["kent"], measure: "recorded" } as const;
    const first = await once({ ...ask, labels: ["8Q"] });
    const second = await once({ ...ask, labels: ["8L", "8Q"] });
    expect(second.get("kent")?.get("8Q")).toBe(first.get("kent")?.get("8Q"));
    expect(flat(first).map(({ number: { value } }) => value)).toEqual([7]);
    archive.session.close();
  });
});

describe("statedNumbers(archive, {areas, labels, measure})", () => {
  it("takes the source to prefer, then the newest release", async () => {
    const [[from, to]] = MONTHS;
    const of = (dataset: string, release: string, released: string, value: number) =>
      observed({ period_from: from, period_to: to, dataset, release, released, value });
    const archive = await archiveOf([
      of("ho-outcomes", "made-up three", "2019-07-01", 1),
      of("ho-recorded-crime", "made-up one", "2018-01-01", 2),
      of("ho-recorded-crime", "made-up two", "2019-01-01", 3),
    ]);
    const ask = { areas: ["kent"], labels: ["8Q"], measure: "recorded" } as const;
    const values = async (knownOn?: string) =>
      flat(await statedNumbers(archive, { ...ask, knownOn })).map(({ number: { value } }) => value);
    expect(await values()).toEqual([3]);
    expect(await values("2018-06-01")).toEqual([2]);
    expect(await values("2017-06-01")).toEqual([]);
    archive.session.close();
  });
});

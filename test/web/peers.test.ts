import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ChangeQuestion, type Months, NOTHING_KNOWN, type Series } from "../../src/explain/index.ts";
import { peersOf } from "../../src/web/presenters/peer-numbers.ts";
import { headingsIn, openFactsApp, openTestApp, type TestApp, textOf } from "./store.ts";

function rowsIn(body: string): string[][] {
  const table = /<table class="govuk-table tl-compact">[\s\S]*?<\/table>/.exec(body)?.[0] ?? "";
  return [...table.matchAll(/<tr[^>]*>(<th scope="row">[\s\S]*?)<\/tr>/g)].map(([, row]) =>
    [...(row ?? "").matchAll(/<t[hd][^>]*>([^<]*)</g)].map(([, cell]) => cell ?? ""),
  );
}

const number = (text: string) => Number(text.replaceAll(",", ""));

describe("GET /explain/peers over the published facts", () => {
  let facts: TestApp;
  let body: string;
  beforeAll(async () => {
    facts = await openFactsApp();
    body = (await facts.app.inject("/explain/peers?class=stalking-and-harassment&from=2016&to=2017")).body;
  });
  afterAll(() => facts.close());

  it("begins with number, rate and place, which follow from its own table", () => {
    const [title] = headingsIn(body);
    const [, rate, place, of] =
      /^Recorded stalking and harassment in Kent: 11,761 in 2017, ([\d.]+) per 1,000 residents, the (\d+)(?:st|nd|rd|th) highest of (\d+) areas$/.exec(
        title ?? "",
      ) ?? [];
    const rates = rowsIn(body)
      .filter((cells) => cells[4] !== "")
      .map((cells) => Number(cells[4]));
    const own = rowsIn(body).find(([name]) => name === "Kent")!;
    expect(own[4]).toBe(rate);
    expect(rates).toHaveLength(Number(of));
    expect(rates.filter((each) => each > Number(rate)).length + 1).toBe(Number(place));
  });

  it("says where the area lies in the funnel, as its row does", () => {
    const own = rowsIn(body).find(([name]) => name === "Kent")!;
    expect(textOf(body)).toContain(`is ${own[5]} times that of all areas together, within the limits of ${own[6]}`);
    expect(body.match(/class="chart chart-scatter"/g)).toHaveLength(2);
  });

  it("has a small picture for every area whose change bears a ratio, those that rose most first", () => {
    const times = [...body.matchAll(/<\/b> ([\d.]+) times<\/li>/g)].map(([, each]) => Number(each));
    expect(times).toHaveLength(body.match(/class="chart-spark"/g)!.length);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    for (const [, from, to, said] of rowsIn(body).filter((cells) => cells[3] !== ""))
      expect(number(to!) / number(from!)).toBeCloseTo(Number(said), 2);
  });

  it("shows its place over time with its table", () => {
    expect(body).toContain("chart-line");
    expect(textOf(body)).toContain("Place of Kent by rate, 1 the highest");
  });

  it.each([
    ["class=public-order", 200],
    ["class=8Q&area=city-of-london", 200],
    ["area=england-and-wales", 200],
    ["area=nowhere", 400],
    ["from=2018&to=2017", 400],
  ])("%s answers %i on less than 100 kB", async (query, status) => {
    const page = await facts.app.inject(`/explain/peers?${query}`);
    expect(page.statusCode).toBe(status);
    expect(Buffer.byteLength(page.body)).toBeLessThan(100_000);
    expect(headingsIn(page.body)).toHaveLength(1);
  });
});

describe("GET /explain/peers over a store with one force", () => {
  let test: TestApp;
  beforeAll(async () => void (test = await openTestApp()));
  afterAll(() => test.close());

  it("says that there is too little to compare", async () => {
    const { body, statusCode } = await test.app.inject("/explain/peers?class=8L&from=2016/17&to=2017/18");
    expect(statusCode).toBe(200);
    expect(textOf(body)).toContain("Too few areas are held with what is needed to compare them");
  });
});

/** Six made-up areas; area n has n times the count of the first. */
function questionWith(population: boolean): ChangeQuestion {
  const areas = ["a1", "a2", "a3", "a4", "a5", "a6"];
  const yearly = (values: readonly number[]): Series => ({ months: 12, start: 2014 * 12, values });
  const year = (y: number): Months => ({ first: y * 12, last: y * 12 + 11 });
  return {
    area: "a3",
    className: "fruit",
    classes: ["fruit"],
    from: year(2016),
    to: year(2017),
    context: NOTHING_KNOWN,
    panel: {
      areas,
      classes: ["fruit"],
      series: (measure, area) => {
        const n = areas.indexOf(area) + 1;
        if (measure === "recorded") return yearly([100, 110, 120, 130].map((each) => each * n));
        return measure === "population" && population ? yearly([1, 1, 1, 1].map(() => 1000 * (7 - n))) : undefined;
      },
    },
  };
}

describe("peersOf(question, nameOf)", () => {
  it("sets rates over residents where they are known, and ranks them, the highest first", () => {
    const { over, ranks, own, funnel } = peersOf(questionWith(true), (area) => area);
    expect(over).toBe("residents");
    expect(own).toMatchObject({ from: 360, to: 390, residents: 4000 });
    expect(ranks.at(-1)).toMatchObject({ rank: 4, of: 6 });
    expect(funnel?.average).toBeCloseTo((130 * 21) / 21_000, 10);
    expect(own.point?.ratio).toBeCloseTo(390 / 4000 / (2730 / 21_000), 10);
  });

  it("sets the later over the earlier count where residents are not known, and ranks counts", () => {
    const { over, ranks, own } = peersOf(questionWith(false), (area) => area);
    expect(over).toBe("earlier count");
    expect(own.point?.ratio).toBeCloseTo(1, 10);
    expect(ranks).toHaveLength(4);
    expect(ranks.at(-1)).toMatchObject({ rank: 4, of: 6 });
  });
});

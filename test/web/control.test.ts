import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { individualsChart } from "../../src/stats/index.ts";
import { type ControlPoint, signalSentences } from "../../src/web/presenters/control-points.ts";
import { headingsIn, openFactsApp, openTestApp, type TestApp, textOf } from "./store.ts";

describe("GET /explain/control over the published facts", () => {
  let facts: TestApp;
  beforeAll(async () => void (facts = await openFactsApp()));
  afterAll(() => facts.close());

  it("begins with how much stands out, and shows the chart, its table and every signal in words", async () => {
    const { statusCode, body } = await facts.app.inject("/explain/control?class=stalking-and-harassment");
    expect(statusCode).toBe(200);
    expect(headingsIn(body)[0]).toMatch(
      /^Recorded stalking and harassment in Kent: \d+ of 32 quarters stand out, April 2011 to March 2019$/,
    );
    const count = Number(/Kent: (\d+) of/.exec(headingsIn(body)[0] ?? "")?.[1]);
    expect(
      body.match(/(?:outside the limits|seven in a row|two of three near)[^<]*, (?:high|low|rising|falling)/g),
    ).toHaveLength(count);
    expect(body).toContain("chart-stressed");
    expect(Buffer.byteLength(body)).toBeLessThan(100_000);
  });

  it("begins a new base where it is told to, says why, and carries it in every offer", async () => {
    const asked = "/explain/control?class=stalking-and-harassment&rebase=2017-06&reason=Inspection+of+June";
    const { body } = await facts.app.inject(asked);
    expect(textOf(body)).toContain("A new base begins in June 2017, because: Inspection of June");
    expect(body).toContain("chart-mark-rebase");
    expect(body).toContain('value="Inspection of June"');
    const centres = [...body.matchAll(/<tr class="govuk-table__row">([\s\S]*?)<\/tr>/g)].map(([row]) =>
      textOf(row).split(" ").at(-4),
    );
    expect(new Set(centres).size).toBeGreaterThan(1);
    const offered = [...body.matchAll(/href="(\/explain\/control\?[^"]*rebase=[^"]*)"/g)].map((match) =>
      match[1]!.replaceAll("&amp;", "&"),
    );
    expect(offered.length).toBeGreaterThan(3);
    const page = await facts.app.inject(offered[0]!);
    expect(page.statusCode).toBe(200);
    expect(textOf(page.body)).toContain("A new base begins in");
  });

  it.each([
    ["rebase=2017-04", "reason"],
    ["rebase=soon&reason=x", "rebase"],
    ["rebase=1990-01&reason=x", "rebase"],
    ["area=nowhere", "area"],
  ])("refuses %s at its field", async (query, field) => {
    const { statusCode, body } = await facts.app.inject(`/explain/control?${query}`);
    expect(statusCode).toBe(400);
    expect(body).toContain(`href="#${field}"`);
    expect(body).toContain(`id="${field}"`);
  });

  it("says that it cannot tell where there are few counts", async () => {
    const { body, statusCode } = await facts.app.inject("/explain/control?area=surrey&class=8Q");
    expect(statusCode).toBe(200);
    expect(headingsIn(body)[0]).toMatch(/^Cannot tell what stands out: fewer than eight counts/);
  });
});

describe("GET /explain/control over a store of invented numbers", () => {
  let test: TestApp;
  beforeAll(async () => void (test = await openTestApp()));
  afterAll(() => test.close());

  it("draws eight quarters", async () => {
    const { body } = await test.app.inject("/explain/control?class=8L&from=2016/17&to=2017/18");
    expect(headingsIn(body)[0]).toMatch(/of 8 quarters stand out/);
  });
});

function pointsOf(values: readonly number[]): ControlPoint[] {
  return individualsChart(values).map((point, i) => {
    const month = 2016 * 12 + i;
    const day = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
    const to = Temporal.PlainDate.from(day).with({ day: 31 }).toString();
    return { ...point, step: { months: { first: month, last: month }, from: day, to, value: point.value } };
  });
}

describe("signalSentences(points)", () => {
  it("says when, how many and beyond which limit", () => {
    const points = pointsOf([10, 12, 11, 10, 12, 11, 10, 12, 60, 11, 10, 12]);
    const high = Math.round(points[8]!.high);
    expect(signalSentences(points)).toContain(`September 2016: 60, above the upper limit of ${high}.`);
  });

  it("names every number that stands out once, and none that does not", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1000, max: 9999 }), { minLength: 8, maxLength: 30 }), (values) => {
        const points = pointsOf(values);
        const said = signalSentences(points)
          .map((text) => text.replace(/limit of .*$/, "").replaceAll(/(\d),(\d{3})/g, "$1$2"))
          .join(" ");
        const expected = points.filter(({ signal }) => signal !== null).map(({ value }) => value);
        const named = [...said.matchAll(/\b\d{4}\b(?=[,)])/g)].map(([number]) => Number(number));
        expect(named).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

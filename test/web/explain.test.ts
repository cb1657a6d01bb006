import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Explanation } from "../../src/explain/index.ts";
import { sayPart } from "../../src/web/presenters/explain-words.ts";
import { sayNumber } from "../../src/web/presenters/say.ts";
import { headingsIn, openFactsApp, openTestApp, type TestApp, textOf } from "./store.ts";

const ASKED = "area=kent&class=stalking-and-harassment&from=2016&to=2017";

describe("GET /explain over the published facts", () => {
  let facts: TestApp;
  let body: string;
  let answer: Explanation & { readonly notes: readonly string[]; readonly sources: readonly string[] };
  beforeAll(async () => {
    facts = await openFactsApp();
    body = (await facts.app.inject(`/explain?${ASKED}`)).body;
    answer = JSON.parse((await facts.app.inject(`/explain.json?${ASKED}`)).body);
  });
  afterAll(() => facts.close());

  it("begins with the numbers and the periods", () => {
    expect(headingsIn(body)).toEqual([
      "Recorded stalking and harassment in Kent: 11,761 in 2017, 1.86 times the 6,335 of 2016",
    ]);
    expect(textOf(body)).toContain(answer.because);
  });

  it("shows the course with both periods shaded, what bears on it as lines, and its table", () => {
    expect(body.match(/class="chart chart-line"/g)).toHaveLength(2);
    expect(body.match(/class="chart-band"/g)?.length).toBeGreaterThanOrEqual(4);
    expect(body).toContain("chart-mark-practice");
    expect(textOf(body)).toContain("later period; ");
  });

  it("has a row for every cause with the numbers of the JSON, and no cause without its decider", () => {
    const table = textOf(/<table[\s\S]*?<\/table>/.exec(body.slice(body.indexOf('id="table"')))?.[0] ?? "");
    const parts = answer.causes.flatMap(({ share, middle }) => [share?.low, share?.high, middle]);
    const numbers = parts.filter((part) => typeof part === "number").map(sayPart);
    expect(numbers.length).toBeGreaterThan(10);
    for (const number of numbers) expect(table).toContain(number);
    for (const { decider, cause } of answer.causes) {
      expect(textOf(body)).toContain(decider.slice(1));
      expect(body).toContain(`id="${cause}"`);
    }
  });

  it("unfolds to every sentence for and against, and leads from each to its rows", async () => {
    const text = textOf(body);
    const spoken = answer.causes.flatMap(({ evidence }) => evidence).filter(({ speaks }) => speaks !== "neither");
    expect(spoken.length).toBeGreaterThan(5);
    for (const each of spoken) expect(text).toContain(each.text.slice(each.text.indexOf(": ") + 2));
    const targets = [...body.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    for (const target of targets) expect(body).toContain(`id="${target}"`);
    const rows = [...body.matchAll(/<li id="rows-[^"]*">[^<]*<a[^>]*href="([^"]*)"/g)].map(([, href]) =>
      (href ?? "").replaceAll("&amp;", "&"),
    );
    const answers = await Promise.all(rows.map((href) => facts.app.inject(href)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(rows.map(() => 200));
    expect(rows.length).toBeGreaterThan(2);
  });

  it("has the paragraph, and says what was weighed and where it is from", () => {
    const text = textOf(body);
    expect(text).toContain(answer.text.slice(0, 120));
    expect(text).toMatch(
      /Weighed from 32 quarters, April 2011 to March 2019, beside \d+ other areas and \d+ other classes/,
    );
    for (const source of answer.sources) expect(text).toContain(source);
  });

  it("says nothing of committed crime", () => {
    expect(textOf(body.slice(0, body.indexOf("<footer")))).not.toMatch(/committed/);
  });

  it.each([
    ["", 200],
    ["class=8Q&from=2017/18&to=2018/19", 200],
    ["area=surrey&class=8Q&from=2000&to=2001", 200],
    ["area=nowhere", 400],
    ["class=nothing", 400],
    ["from=2018&to=2017", 400],
    ["from=then", 400],
  ])("%s answers %i on less than 100 kB", async (query, status) => {
    const page = await facts.app.inject(`/explain?${query}`);
    expect(page.statusCode).toBe(status);
    expect(headingsIn(page.body)).toHaveLength(1);
    expect(Buffer.byteLength(page.body)).toBeLessThan(100_000);
    expect(page.body.includes("govuk-error-summary")).toBe(status === 400);
  });

  it("says that it cannot tell what is not held", async () => {
    const page = await facts.app.inject("/explain?area=surrey&class=8Q&from=2000&to=2001");
    expect(headingsIn(page.body)).toEqual(["Cannot tell: recorded stalking in Surrey in 2001"]);
    expect(textOf(page.body)).toContain("Cannot tell whether this is beyond ordinary variation");
  });

  it("is where the checker weighs a cause that a text states", async () => {
    const text =
      "Recorded stalking and harassment in Kent rose from 6,335 in 2016 to 11,761 in 2017. The rise is due to better recording by Kent Police.";
    const page = await facts.app.inject({
      method: "POST",
      url: "/check",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: new URLSearchParams({ text }).toString(),
    });
    expect(page.statusCode).toBe(200);
    const href = /href="(\/explain\?[^"]*)"/.exec(page.body)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(Object.fromEntries(new URLSearchParams(href.slice(href.indexOf("?"))))).toEqual({
      area: "kent",
      class: "stalking-and-harassment",
      from: "2016",
      to: "2017",
    });
    const { standing } = answer.causes.find(({ cause }) => cause === "recording")!;
    expect(standing).toBe("supported");
    expect(textOf(page.body)).toContain("this cause is supported by the figures held");
  });

  it("is what the first page’s door leads to", async () => {
    const home = await facts.app.inject("/");
    expect(home.body).toContain(`href="/explain?${ASKED.replaceAll("&", "&amp;")}"`);
  });
});

describe("GET /explain over a store of invented numbers", () => {
  let test: TestApp;
  beforeAll(async () => void (test = await openTestApp()));
  afterAll(() => test.close());

  it("gives no percentage and no ratio in its title on a base under 50", async () => {
    const { body, statusCode } = await test.app.inject("/explain?class=8Q&from=2016/17-Q1&to=2017/18-Q1");
    expect(statusCode).toBe(200);
    expect(headingsIn(body)).toEqual([
      `Recorded stalking in Kent: ${sayNumber(101)} in April to June 2017, 60 more than the 41 of April to June 2016`,
    ]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { headingsIn, openFactsApp, openTestApp, openUnbuiltApp, type TestApp, textOf } from "./store.ts";

describe("GET / over the published facts", () => {
  let facts: TestApp;
  beforeAll(async () => void (facts = await openFactsApp()));
  afterAll(() => facts.close());

  it("opens with the first finding, its limits, its chart and its table", async () => {
    const { statusCode, body } = await facts.app.inject("/");
    expect(statusCode).toBe(200);
    expect(headingsIn(body)).toEqual([
      "Recorded stalking and harassment in Kent: 11,761 in 2017, 1.86 times the 6,335 of 2016",
    ]);
    expect(textOf(body)).toContain("between 1.80 and 1.91 times");
    expect(body).toContain('class="chart chart-line"');
    expect(textOf(body)).toContain("15 June 2017");
  });

  it("has three doors, none of them dead", async () => {
    const { body } = await facts.app.inject("/");
    const doors = [...body.matchAll(/<h3[^>]*><a[^>]*href="([^"]*)"/g)].map((match) =>
      match[1]?.replaceAll("&amp;", "&"),
    );
    expect(doors).toHaveLength(3);
    const answers = await Promise.all(doors.map((door) => facts.app.inject((door ?? "").replace(/^#/, "/#"))));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect(body).toContain('id="attention"');
  });

  it("opens a figure down to the line of the file that ships", async () => {
    const { body } = await facts.app.inject("/figures?from=2017&to=2017");
    const href = /\/figure\/[^"]*/.exec(body)?.[0] ?? "";
    const page = await facts.app.inject(href);
    expect(page.statusCode).toBe(200);
    expect(textOf(page.body)).toContain("11,761");
    expect(textOf(page.body)).toContain("facts.csv");
  });

  it("shows outcomes with both denominators", async () => {
    const { statusCode, body } = await facts.app.inject("/outcomes");
    expect(statusCode).toBe(200);
    expect(headingsIn(body)[0]).toMatch(/^Of [\d,]+ recorded offences .* % of all, .* % of those with an outcome$/);
  });

  it("checks a text whose percentage was cut off", async () => {
    const text =
      "Stalking in Kent: there were 340 cases reported in 2017 - 213 more when compared to 2016 - an increase of 167%.";
    const { statusCode, body } = await facts.app.inject({
      method: "POST",
      url: "/check",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: new URLSearchParams({ text }).toString(),
    });
    expect(statusCode).toBe(200);
    expect(textOf(body)).toContain("Cut off, not rounded");
    expect(body).toContain("<mark");
  });

  it.each(["/", "/figures?by=quarter&from=2014&to=2018", "/law?area=kent", "/outcomes", "/check", "/data"])(
    "%s weighs less than 100 kB",
    async (url) => {
      expect(Buffer.byteLength((await facts.app.inject(url)).body)).toBeLessThan(100_000);
    },
  );
});

describe("pages over a store of invented numbers", () => {
  let test: TestApp;
  beforeAll(async () => void (test = await openTestApp()));
  afterAll(() => test.close());

  it("/ says that it cannot tell when the first finding is not held", async () => {
    const { statusCode, body } = await test.app.inject("/");
    expect(statusCode).toBe(200);
    expect(headingsIn(body)[0]).toMatch(/^Cannot tell|cannot tell/);
  });

  it("/figures shows numbers, difference, ratio, per cent and limits", async () => {
    const { statusCode, body } = await test.app.inject("/figures?class=8L&from=2016/17&to=2017/18");
    expect(statusCode).toBe(200);
    expect(headingsIn(body)).toEqual([
      "Recorded harassment in Kent: 3,100 in the year to March 2018, 1.48 times the 2,100 of the year to March 2017",
    ]);
    for (const text of ["+1,000", "1.48 times", "+47.6 %", "95 per cent limits"]) expect(textOf(body)).toContain(text);
  });

  it("/figures gives no percentage on a base under 50", async () => {
    const { body } = await test.app.inject("/figures?class=8Q&from=2016/17-Q1&to=2017/18-Q1");
    expect(headingsIn(body)[0]).toBe(
      "Recorded stalking in Kent: 101 in April to June 2017, 60 more than the 41 of April to June 2016",
    );
    expect(textOf(body)).toContain("none is given on a base under 50");
    expect(textOf(body)).not.toContain("+146.3 %");
  });

  it("/figures sets each quarter beside the same one of the year before", async () => {
    const { body } = await test.app.inject("/figures?class=8L&from=2016/17-Q1&to=2017/18-Q4&by=quarter");
    expect(textOf(body)).toContain("+250 (1.49 times)");
    expect(body).toContain("chart-line");
  });

  it("/figures says in words what is not held", async () => {
    const { statusCode, body } = await test.app.inject("/figures?area=surrey");
    expect(statusCode).toBe(200);
    expect(headingsIn(body)[0]).toBe("Cannot tell: recorded stalking and harassment in Surrey in 2017");
  });

  it("/figures takes a blank in the address for the plus sign that it was", async () => {
    const { statusCode, body } = await test.app.inject("/figures?class=8L+8Q&from=2017/18&to=2017/18");
    expect(statusCode).toBe(200);
    expect(headingsIn(body)[0]).toContain("3,510");
  });

  it("/figures.json is the document that the command line prints", async () => {
    const { answerFigures } = await import("../../src/figures/index.ts");
    const { parsePeriod } = await import("../../src/base/index.ts");
    const question = { area: "kent", classes: "8L", from: parsePeriod("2016/17"), to: parsePeriod("2017/18") };
    const answer = await test.services.withArchive((archive) =>
      answerFigures({ ...question, measure: "recorded" }, archive),
    );
    const { body, headers } = await test.app.inject("/figures.json?class=8L&from=2016/17&to=2017/18");
    expect(headers["content-type"]).toContain("application/json");
    expect(JSON.parse(body)).toEqual(JSON.parse(JSON.stringify(answer)));
  });

  it("/figures.csv has one line a figure under the promised header", async () => {
    const { body, headers } = await test.app.inject("/figures.csv?class=8L&from=2016/17&to=2017/18");
    const [header, first] = body.split("\r\n");
    expect(header).toBe("area,classes,measure,period_from,period_to,value,basis,source,release,released,licence,id");
    expect(first).toMatch(/^kent,8L,recorded,2016-04-01,2017-03-31,2100,/);
    expect(headers["content-type"]).toContain("text/csv");
  });

  it("/figure/ID shows the rows of the delivery, its digest and when it came", async () => {
    const json = JSON.parse((await test.app.inject("/figures.json?class=8Q&from=2017/18-Q1&to=2017/18-Q1")).body) as {
      figures: { id: string }[];
    };
    const { statusCode, body } = await test.app.inject(`/figure/${encodeURIComponent(json.figures[0]?.id ?? "")}`);
    expect(statusCode).toBe(200);
    for (const text of ["8Q Stalking", "delivery.csv", "SHA-256", "1 January 2026, 00:00 UTC"]) {
      expect(textOf(body)).toContain(text);
    }
  });

  it("/data counts rows in and out, with the reasons and the spellings that have no place", async () => {
    const { body } = await test.app.inject("/data");
    expect(textOf(body)).toContain("18 = 17 accepted + 1 rejected");
    expect(textOf(body)).toContain("Ruritania");
    expect(textOf(body)).toContain("many");
  });

  it("/law shows day, source and doubt, narrowed by kind", async () => {
    const { body } = await test.app.inject("/law?area=kent&class=8Q&kind=counting-rule");
    expect(textOf(body)).toContain("Stalking becomes a class of its own (8Q)");
    expect(textOf(body)).not.toContain("Referendum");
    expect(textOf((await test.app.inject("/law?kind=law")).body)).toContain("not confirmed");
  });

  it("keeps to the build that a request began with, and serves the new one next", async () => {
    const { buildStore } = await import("../../src/pipeline.ts");
    const { law } = test.services;
    await test.services.withArchive(async (archive) => {
      await buildStore({ store: test.store, law, asOf: "2020-01-01T00:00:00Z" }, test.services.effects);
      expect(
        await archive.session.rows({
          kind: "sql",
          parts: [{ kind: "text", text: "SELECT COUNT(*) AS n FROM observation" }],
        }),
      ).toEqual([{ n: 16 }]);
      expect(textOf((await test.app.inject("/figures?class=8L&from=2017/18&to=2017/18")).body)).toContain(
        "Cannot tell",
      );
    });
    await buildStore({ store: test.store, law }, test.services.effects);
    expect(textOf((await test.app.inject("/figures?class=8L&from=2017/18&to=2017/18")).body)).toContain("3,100");
  });
});

describe("bad requests", () => {
  let test: TestApp;
  beforeAll(async () => void (test = await openTestApp()));
  afterAll(() => test.close());

  it.each([
    ["area=ruritania", "area"],
    ["class=99Z", "other"],
    ["from=yesterday", "from"],
    ["from=2018&to=2016", "to"],
    ["from=-5", "from"],
    ["from=2017-05&to=2017-08&by=quarter", "by"],
    ["per=-1", "per"],
    ["known-on=2018-02-31", "known-on"],
    ["measure=bribes", "measure"],
    ["area=a&area=b", "area"],
    ["area=%00", "area"],
    [`area=${"x".repeat(10_000)}`, "area"],
  ])("/figures?%s is refused with a summary that links to the field", async (query, field) => {
    const { statusCode, body } = await test.app.inject(`/figures?${query}`);
    expect(statusCode).toBe(400);
    expect(body).toContain("govuk-error-summary");
    expect(body).toContain(`<a href="#${field}">`);
    expect(body).toContain(`id="${field}"`);
    expect((await test.app.inject(`/figures.json?${query}`)).statusCode).toBe(400);
  });

  it.each([
    "/nowhere",
    "/figure/",
    "/figure/kent~8L",
    "/figure/kent~8L~recorded~~2017-02-31~2017-03-31~00000000",
    "/assets/../app.ts",
  ])("%s is not found", async (url) => {
    const { statusCode, body } = await test.app.inject(url);
    expect(statusCode).toBe(404);
    expect(headingsIn(body)).toHaveLength(1);
  });

  it("a path that is no text is refused", async () => {
    expect((await test.app.inject("/figure/%zz")).statusCode).toBe(400);
  });

  it("an escaped script stays text", async () => {
    const { body } = await test.app.inject(`/figures?area=${encodeURIComponent("<script>alert(1)</script>")}`);
    expect(body).not.toContain("<script");
    expect(body).toContain("&lt;script&gt;");
  });

  it.each([
    ["no text", { text: "" }, "text"],
    ["bytes that are no text", { text: "a\u0000b" }, "text"],
    ["a day that is none", { text: "Burglary rose.", dated: "then" }, "dated"],
  ])("/check is refused with %s", async (_, fields, field) => {
    const { statusCode, body } = await test.app.inject({
      method: "POST",
      url: "/check",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: new URLSearchParams(fields).toString(),
    });
    expect(statusCode).toBe(400);
    expect(body).toContain(`<a href="#${field}">`);
  });

  it("/check refuses a file over 2 MB", async () => {
    const form = new FormData();
    form.set("file", new Blob(["a".repeat(2 * 1024 * 1024 + 1)]), "long.txt");
    const request = new Request("http://localhost/check", { method: "POST", body: form });
    const { statusCode, body } = await test.app.inject({
      method: "POST",
      url: "/check",
      headers: { "content-type": request.headers.get("content-type") ?? "" },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    expect(statusCode).toBe(400);
    expect(textOf(body)).toContain("The text must be smaller than 2 MB");
  });

  it("a fault is owned up to without its trace, and goes to the log", async () => {
    const { createApp } = await import("../../src/web/index.ts");
    const said: string[] = [];
    const app = await createApp({
      ...test.services,
      effects: { ...test.services.effects, progress: (line) => void said.push(line) },
      withArchive: () => Promise.reject(new Error("the floor gave way")),
    });
    const { statusCode, body } = await app.inject("/figures");
    await app.close();
    expect(statusCode).toBe(500);
    expect(body).not.toMatch(/floor|app\.ts|at async/);
    expect(said.join()).toContain("the floor gave way");
  });
});

describe("a store that has received files and has no build yet", () => {
  it("is told apart from a fault, with what to do", async () => {
    const { app, close } = await openUnbuiltApp();
    const page = await app.inject("/figures");
    const data = await app.inject("/figures.json");
    await close();
    expect(page.statusCode).toBe(503);
    expect(headingsIn(page.body)).toEqual(["Cannot tell yet: nothing has been built"]);
    expect(JSON.parse(data.body)).toMatchObject({ error: { code: "E_NO_BUILD" } });
  });
});

describe("headers", () => {
  let test: TestApp;
  beforeAll(async () => void (test = await openTestApp()));
  afterAll(() => test.close());

  it("let a page load nothing but its own style sheet and pictures", async () => {
    const { headers } = await test.app.inject("/");
    expect(headers["content-security-policy"]).toBe(
      "default-src 'none';style-src 'self';img-src 'self' data:;form-action 'self';base-uri 'none';frame-ancestors 'none'",
    );
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
    });
    expect(headers["x-powered-by"]).toBeUndefined();
  });

  it("are on errors too", async () => {
    for (const url of ["/nowhere", "/figures?from=x"]) {
      expect((await test.app.inject(url)).headers["content-security-policy"]).toContain("default-src 'none'");
    }
  });

  it("name no script, no style in the page, and nothing from elsewhere", async () => {
    const { body } = await test.app.inject("/");
    expect(body).not.toMatch(/<script|<style| style="| on\w+="/);
    const loaded = [...body.matchAll(/<(?:link|img|script)[^>]*(?:href|src)="([^"]*)"/g)].map(
      (match) => match[1] ?? "",
    );
    expect(loaded.every((url) => url.startsWith("/assets/"))).toBe(true);
    for (const url of loaded) expect((await test.app.inject(url)).statusCode).toBe(200);
  });

  it("the style sheet asks for no font and no crown", async () => {
    const { STYLESHEET } = await import("../../src/web/views.ts");
    expect(STYLESHEET.css.match(/@font-face|url\((?!["']?data:)[^)]*\)|GDS Transport/g)).toBeNull();
    const packed = await test.app.inject({ url: STYLESHEET.href, headers: { "accept-encoding": "gzip" } });
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(packed.rawPayload.length).toBeLessThan(30_000);
  });

  it("a page asked for under another name is refused", async () => {
    expect((await test.app.inject({ url: "/", headers: { host: "evil.example" } })).statusCode).toBe(421);
  });
});

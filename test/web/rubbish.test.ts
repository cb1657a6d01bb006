import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "./store.ts";

const FIELDS = [
  "area",
  "class",
  "other",
  "measure",
  "from",
  "to",
  "by",
  "per",
  "known-on",
  "kind",
  "rebase",
  "reason",
  "x",
];
const LIKELY = [
  "kent",
  "8Q",
  "8L+8M",
  "2016",
  "2017/18",
  "2017/18-Q1",
  "2017-05",
  "month",
  "quarter",
  "year",
  "recorded",
  "population",
  "2018-03-01",
  "-1",
  "1e9",
  "0",
  "all",
  "stalking-and-harassment",
  "england-and-wales",
];

const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...LIKELY) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 30 }) },
  fc.constantFrom(
    "\u0000",
    "'; DROP TABLE observation; --",
    "=1+1",
    "<svg/onload=x>",
    "../../etc/passwd",
    "x".repeat(10_000),
  ),
);
const pair = fc.tuple(
  fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...FIELDS) }, fc.string({ maxLength: 8 })),
  value,
);
const query = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(pair, { maxLength: 6 })
      .map((pairs) => new URLSearchParams(pairs.map(([key, text]) => [key, text.toWellFormed()])).toString()),
  },
  fc.string({ maxLength: 60 }).map((text) => text.replaceAll(/[^!-~]|#/g, "")),
);

describe("any query (never a fault)", () => {
  let test: TestApp;
  beforeAll(async () => void (test = await openTestApp()));
  afterAll(() => test.close());

  it.each([
    "/figures",
    "/figures.json",
    "/figures.csv",
    "/explain",
    "/explain.json",
    "/explain/peers",
    "/explain/control",
    "/scan",
    "/law",
    "/outcomes",
    "/check",
    "/data",
    "/",
  ])("%s answers or refuses", async (path) => {
    await fc.assert(
      fc.asyncProperty(query, async (text) => {
        const { statusCode, body } = await test.app.inject(`${path}?${text}`);
        expect([200, 400]).toContain(statusCode);
        expect(body).not.toMatch(/at .*\.ts:\d+|DuckDB/);
      }),
      { numRuns: 40 },
    );
  });

  it("/figure/… answers, refuses or is not found", async () => {
    const part = fc.oneof(
      fc.constantFrom(
        "kent",
        "8Q",
        "8L+8Q",
        "recorded",
        "population",
        "",
        "2017-01-01",
        "2016-02-30",
        "2017-12-31",
        "0a0b0c0d",
      ),
      fc.string({ maxLength: 12 }),
    );
    const id = fc.oneof(
      fc.array(part, { minLength: 6, maxLength: 8 }).map((parts) => parts.join("~")),
      fc.string({ unit: "binary", maxLength: 50 }),
    );
    const sound = fc
      .tuple(
        fc.constantFrom("kent", "surrey"),
        fc.constantFrom("8Q", "all", "x"),
        fc.constantFrom("recorded", "y"),
        fc.constantFrom("2017-01-01", "2018-01-01", "0001-01-01"),
        fc.constantFrom("2017-12-31", "2016-12-31", "9999-12-31"),
      )
      .map(([area, classes, measure, from, to]) => `${area}~${classes}~${measure}~~${from}~${to}~00000000`);
    await fc.assert(
      fc.asyncProperty(fc.oneof(id, sound), async (text) => {
        const { statusCode } = await test.app.inject(`/figure/${encodeURIComponent(text.toWellFormed())}`);
        expect([200, 400, 404]).toContain(statusCode);
      }),
      { numRuns: 120 },
    );
  });

  it("POST /check answers or refuses any text", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "binary", maxLength: 200 }),
        fc.string({ maxLength: 10 }),
        async (text, dated) => {
          const { statusCode } = await test.app.inject({
            method: "POST",
            url: "/check",
            headers: { "content-type": "application/x-www-form-urlencoded" },
            payload: new URLSearchParams({ text: text.toWellFormed(), dated: dated.toWellFormed() }).toString(),
          });
          expect([200, 400]).toContain(statusCode);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ["a broken multipart body", "multipart/form-data; boundary=x", "--x\r\nnonsense"],
    ["no boundary", "multipart/form-data", "text"],
    ["a type that is not read", "application/xml", "<a/>"],
    ["no JSON", "application/json", "{"],
  ])("POST /check refuses %s", async (_, type, payload) => {
    const { statusCode } = await test.app.inject({
      method: "POST",
      url: "/check",
      headers: { "content-type": type },
      payload,
    });
    expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(statusCode).toBeLessThan(500);
  });
});

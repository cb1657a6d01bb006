import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Scan, sayKind } from "../../src/explain/index.ts";
import { sayNumber } from "../../src/web/presenters/say.ts";
import { headingsIn, openFactsApp, type TestApp, textOf } from "./store.ts";

describe("GET /scan over the published facts", () => {
  let facts: TestApp;
  let body: string;
  let scan: Scan;
  beforeAll(async () => {
    facts = await openFactsApp();
    body = (await facts.app.inject("/scan?from=2016&to=2017")).body;
    scan = JSON.parse((await facts.app.inject("/scan.json?from=2016&to=2017")).body);
  });
  afterAll(() => facts.close());

  it("begins with how many changes are beyond ordinary variation", () => {
    expect(headingsIn(body)).toEqual([
      `${scan.held} of ${scan.tested} changes between 2016 and 2017 are beyond ordinary variation`,
    ]);
    expect(Buffer.byteLength(body)).toBeLessThan(100_000);
  });

  it("lists those held with their counts and kind, each leading to its own page", async () => {
    const held = scan.rows.filter((row) => row.held).slice(0, 120);
    const rows = [...body.matchAll(/<tr class="govuk-table__row">\s*<th scope="row"[\s\S]*?<\/tr>/g)].map(
      ([row]) => row,
    );
    expect(rows).toHaveLength(held.length);
    for (const [i, row] of held.entries()) {
      for (const text of [row.areaName, sayNumber(row.from!), sayNumber(row.to!), sayKind(row)])
        expect(textOf(rows[i]!)).toContain(text);
    }
    const href = /href="([^"]*)"/.exec(rows[0]!)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const page = await facts.app.inject(href);
    expect(page.statusCode).toBe(200);
    expect(headingsIn(page.body)[0]).toContain(sayNumber(held[0]!.to!));
  });

  it("gives every row as CSV", async () => {
    const csv = (await facts.app.inject("/scan.csv?from=2016&to=2017")).body.trim().split("\r\n");
    expect(csv).toHaveLength(scan.rows.length + 1);
    expect(csv[1]).toContain(`${scan.rows[0]!.area},${scan.rows[0]!.class},${scan.rows[0]!.from},`);
  });

  it("says which field is wrong, and that a time not held cannot be told", async () => {
    const refused = await facts.app.inject("/scan?from=then");
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('href="#from"');
    const early = await facts.app.inject("/scan?from=1950&to=1951");
    expect(headingsIn(early.body)).toEqual(["Cannot tell what changed between 1950 and 1951: too little is held"]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { presentFalseAlarms } from "../../src/web/presenters/false-alarms.ts";
import { falseAlarmsMeasured } from "../../src/web/services/false-alarms.ts";
import { headingsIn, openFactsApp, type TestApp, textOf } from "./store.ts";

describe("GET /false-alarms", () => {
  let facts: TestApp;
  beforeAll(async () => void (facts = await openFactsApp()));
  afterAll(() => facts.close());

  it("shows every number that was measured, ours and the usual tests’, and its title is the worst of ours", async () => {
    const measured = falseAlarmsMeasured()!;
    const { body, statusCode } = await facts.app.inject("/false-alarms");
    expect(statusCode).toBe(200);
    const worst = Math.max(...measured.worlds.map(({ alone }) => alone.changed));
    expect(headingsIn(body)).toEqual([`Where nothing changed, a change is called in at most ${worst} of 100 series`]);
    const rows = [...body.matchAll(/<tr[^>]*><th scope="row">(.*?)<\/th>(.*?)<\/tr>/g)].map(([, name, cells]) => ({
      name,
      cells: [...(cells ?? "").matchAll(/<td>(.*?)<\/td>/g)].map(([, cell]) => Number(cell)),
    }));
    const expected = measured.worlds.map(({ alone, others, usual }) => [
      alone.changed,
      others.changed,
      ...Object.values(usual),
    ]);
    const { alone, others, usual } = measured.power;
    expected.push([alone, others, ...Object.values(usual)]);
    expect(rows.map(({ cells }) => cells)).toEqual(expected);
    expect(textOf(body)).toContain(`seed ${measured.seed}`);
    expect(Buffer.byteLength(body)).toBeLessThan(100_000);
  });

  it("is linked from the pages that call changes", async () => {
    for (const url of ["/explain", "/scan"])
      expect((await facts.app.inject(url)).body).toContain('href="/false-alarms"');
  });
});

describe("falseAlarmsMeasured(file), presentFalseAlarms(measured)", () => {
  it("says so when nothing was measured", () => {
    expect(falseAlarmsMeasured("/nowhere/at-all.json")).toBeNull();
    expect(presentFalseAlarms(null).title).toContain("has not been measured here");
  });
});

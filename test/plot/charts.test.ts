import path from "node:path";
import { describe, expect, test } from "vitest";
import { barChart, chartTable, lineChart, type LineSpec } from "../../src/plot/index.ts";
import { barSpecs, lineSpecs } from "./charts.ts";

const drawings: readonly (readonly [string, string])[] = [
  ...Object.entries(lineSpecs).map(([name, spec]) => [name, lineChart(spec)] as const),
  ...Object.entries(barSpecs).map(([name, spec]) => [name, barChart(spec)] as const),
];

describe.each(drawings)("drawing of %s", (name, svg) => {
  test("is the picture on file", async () => {
    await expect(`${svg}\n`).toMatchFileSnapshot(path.join(import.meta.dirname, "snapshots", `${name}.svg`));
  });

  test("can stand in a page under style-src 'self'", () => {
    expect(svg).not.toMatch(/<style|<script|\sstyle=|\son[a-z]+=|href=|currentColor|NaN|undefined/u);
  });

  test("is a picture with a title and a description, and fills what holds it", () => {
    const id = /aria-labelledby="(chart-[0-9a-f]{10})-title"/u.exec(svg)?.[1] ?? "";
    expect(svg).toContain(`role="img"`);
    expect(svg).toContain(`<title id="${id}-title">`);
    expect(svg).toContain(`<desc id="${id}-desc">`);
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 (960|400) \d/u);
    expect(svg).not.toMatch(/^<svg [^>]* (width|height)=/u);
  });
});

const spec: LineSpec = {
  title: "Apples & pears <picked>",
  description: "Invented",
  yLabel: "Baskets",
  points: [
    { series: "Apples", date: "2016-01-01", label: "2016", value: 127 },
    { series: "Apples", date: "2017-01-01", label: "2017", value: 340, broken: true },
    { series: "Pears", date: "2017-01-01", label: "2017", value: 0 },
  ],
  marks: [
    { date: "2016-06-23", label: "Frost", kind: "event" },
    { date: "2020-01-01", label: "After all", kind: "event" },
  ],
};

describe("lineChart(spec)", () => {
  test("draws the same twice, and escapes what it is told", () => {
    expect(lineChart(spec)).toBe(lineChart(spec));
    expect(lineChart(spec)).toContain("Apples &amp; pears &lt;picked");
    expect(lineChart(spec)).not.toContain("<picked>");
  });

  test("leaves out marks beyond the points, dashes what is broken, and starts at zero", () => {
    const svg = lineChart(spec);
    expect(svg).toContain("Frost");
    expect(svg).not.toContain("After all");
    expect(svg).toContain("stroke-dasharray");
    expect(svg).toContain(">0</text>");
  });

  test("keeps a series' colour when it is given", () => {
    expect(lineChart({ ...spec, colours: { Apples: "#123456" } })).toContain("#123456");
  });

  test("says so when there are no figures", () => {
    expect(lineChart({ ...spec, points: [] })).toContain("No figures");
    expect(lineChart({ ...spec, points: [{ series: "Apples", date: "2016-01-01", value: null }] })).toContain(
      "No figures",
    );
  });

  test("takes under 60 ms for 200 points and five marks, once warm", () => {
    const crowded = lineSpecs["two-hundred-points"] ?? spec;
    const times = Array.from({ length: 9 }, () => {
      const began = performance.now();
      lineChart(crowded);
      return performance.now() - began;
    });
    // The best of nine, as other work on the machine is not the drawing.
    expect(Math.min(...times)).toBeLessThan(60);
  });
});

describe("chartTable(spec)", () => {
  test("has a row a date, a column a series, and notes for marks and broken stretches", () => {
    expect(chartTable(spec)).toEqual({
      columns: ["Date", "Apples", "Pears", "Notes"],
      rows: [
        ["2016", 127, null, ""],
        ["2016-06-23", null, null, "Frost"],
        ["2017", 340, 0, "Apples drawn broken"],
        ["2020-01-01", null, null, "After all"],
      ],
    });
  });

  test("has no notes when there is nothing to note", () => {
    const { columns } = chartTable({ ...spec, marks: [], points: spec.points.slice(0, 1) });
    expect(columns).toEqual(["Date", "Apples"]);
  });

  test("of bars gives each its value and limits", () => {
    expect(
      chartTable({
        title: "",
        description: "",
        xLabel: "Share",
        bars: [{ label: "Frost", value: 1, low: 0, high: 2 }],
      }),
    ).toEqual({
      columns: ["Label", "Share", "Low", "High"],
      rows: [["Frost", 1, 0, 2]],
    });
  });
});

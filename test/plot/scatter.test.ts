import path from "node:path";
import { describe, expect, test } from "vitest";
import { scatterChart, type ScatterSpec, sparkLine } from "../../src/plot/index.ts";

const spec: ScatterSpec = {
  title: "Orchards by what was to be expected",
  description: "Invented orchards",
  xLabel: "Baskets to be expected",
  yLabel: "Times what was to be expected",
  points: [
    { label: "Upper", x: 100, y: 0.8 },
    { label: "Lower", x: 400, y: 1.2, own: true },
    { label: "By the <road>", x: 900, y: 2.4, stressed: true },
  ],
  curves: [
    { label: "low", points: [100, 400, 900].map((x) => ({ x, y: 1 - 8 / Math.sqrt(x) })), dashed: true },
    { label: "high", points: [100, 400, 900].map((x) => ({ x, y: 1 + 8 / Math.sqrt(x) })) },
  ],
};

describe("scatterChart(spec)", () => {
  test("is the picture on file", async () => {
    const file = path.join(import.meta.dirname, "snapshots", "scatter.svg");
    await expect(`${scatterChart(spec)}\n`).toMatchFileSnapshot(file);
  });

  test("names those asked about and those stressed, escaped, and can stand in a page under style-src 'self'", () => {
    const svg = scatterChart(spec);
    expect(svg).toContain(">Lower</text>");
    expect(svg).toContain("By the &lt;road&gt;");
    expect(svg).not.toContain(">Upper</text>");
    expect(svg).not.toMatch(/<style|<script|\sstyle=|NaN|undefined/u);
    expect(scatterChart({ ...spec, width: 400 })).toContain('viewBox="0 0 400');
  });
});

describe("sparkLine(points, frame)", () => {
  const frame = { from: "2016-01-01", to: "2017-01-01", top: 2 };

  test("runs from edge to edge, from none at the foot to the top, and lifts the pen at a gap", () => {
    const svg = sparkLine(
      [
        { date: "2016-01-01", value: 0 },
        { date: "2016-07-01", value: 1 },
        { date: "2016-09-01", value: null },
        { date: "2016-10-01", value: 5 },
        { date: "2017-01-01", value: 2 },
      ],
      frame,
    );
    expect(/ d="([^"]*)"/.exec(svg)?.[1]).toBe("M0 36.0L60 18.0M90 0.0L120 0.0");
    expect(svg).toContain('aria-hidden="true"');
  });
});

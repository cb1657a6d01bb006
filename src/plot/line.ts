import { axisX, axisY, dot, gridY, line, link, type Markish, ruleY, text } from "@observablehq/plot";
import { drawBands } from "./bands.ts";
import { colourBy, GRID, INK, PAPER, QUIET } from "./palette.ts";
import { layOut, type Layout } from "./line-layout.ts";
import type { LineSpec } from "./spec.ts";
import { drawSvg } from "./svg.ts";
import { FLAG_GAP } from "./flags.ts";
import { LINE, sayNumber, SIZE } from "./text.ts";

/** Series over time as an SVG text: values from zero, marks as labelled lines, each series named where it ends. */
export function lineChart(spec: LineSpec): string {
  const layout = layOut(spec);
  const colour = colourBy(
    layout.series.map(({ name }) => name),
    spec.colours,
  );
  const drawn: readonly Markish[] =
    layout.series.length === 0
      ? [text(["No figures"], { frameAnchor: "middle", fontSize: SIZE, fill: QUIET })]
      : [
          ...drawBands(spec, layout),
          ...axes(spec, layout),
          ...flags(layout),
          ...lines(layout, colour),
          ...names(layout, colour),
        ];
  const { size, margin, days, values } = layout;
  return drawSvg(
    {
      ...size,
      ...margin,
      x: { type: "linear", domain: [...days], axis: null },
      y: { type: "linear", domain: [...values], axis: null },
      color: { type: "identity" },
      marks: [...drawn],
    },
    { kind: "line", title: spec.title, description: spec.description, spec },
  );
}

type Colour = (series: string) => string;

function axes({ yLabel }: LineSpec, { yTicks, xTicks, place }: Layout): readonly Markish[] {
  const words = new Map(xTicks.map((tick) => [tick.at, tick.text]));
  const plain = { label: null, fontSize: SIZE, fill: QUIET };
  return [
    gridY(yTicks, { stroke: GRID, strokeOpacity: 1 }),
    axisY(yTicks, { ...plain, tickSize: 0, tickPadding: 8, tickFormat: (value: number) => sayNumber(value) }),
    axisX([...words.keys()], {
      ...plain,
      tickSize: 6,
      tickPadding: 4,
      lineHeight: 1.2,
      stroke: QUIET,
      tickFormat: (day: number) => words.get(day) ?? "",
    }),
    ruleY([0], { stroke: INK, strokeWidth: 1.5 }),
    text([yLabel], { ...place(0, LINE * 0.8), fontSize: SIZE, fill: INK, textAnchor: "start" }),
  ];
}

function flags({ flags, margin, size, place }: Layout): readonly Markish[] {
  const foot = size.height - margin.marginBottom;
  return flags.flatMap(({ x, lines, side, head, kind }) => {
    const away = side === "right" ? FLAG_GAP : -FLAG_GAP;
    const { x: day, y: top } = place(x, margin.marginTop - head);
    const { y: bottom } = place(x, foot);
    return [
      link([0], { x1: day, x2: day, y1: top, y2: bottom, stroke: QUIET, className: `chart-mark-${slug(kind)}` }),
      text([lines.join("\n")], {
        ...place(x + away, margin.marginTop - head),
        fontSize: SIZE,
        lineHeight: LINE / SIZE,
        fill: INK,
        textAnchor: side === "right" ? "start" : "end",
        lineAnchor: "top",
      }),
    ];
  });
}

function lines({ series, withDots }: Layout, colour: Colour): readonly Markish[] {
  const strokes = series.flatMap(({ name, strokes }) => strokes.map((stroke) => ({ ...stroke, colour: colour(name) })));
  const joined = (broken: boolean) =>
    strokes
      .filter((stroke) => stroke.broken === broken)
      .flatMap(({ points, colour }, path) => points.map(({ day, value }) => ({ day, value, colour, path })));
  const dots = series.flatMap(({ name, points, alone }) =>
    points
      .filter((point, i) => withDots || point.broken || alone.has(point) || i === points.length - 1)
      .map(({ day, value, broken }) => ({ day, value, colour: colour(name), fill: broken ? PAPER : colour(name) })),
  );
  const channels = { x: "day", y: "value", z: "path", stroke: "colour", strokeWidth: 2.5 };
  return [
    line(joined(false), channels),
    line(joined(true), { ...channels, strokeDasharray: "3 5" }),
    dot(
      series.flatMap(({ name, points }) =>
        points.filter(({ stressed }) => stressed).map(({ day, value }) => ({ day, value, colour: colour(name) })),
      ),
      { x: "day", y: "value", r: 6.5, fill: "colour", stroke: PAPER, strokeWidth: 1.5, className: "chart-stressed" },
    ),
    dot(dots, { x: "day", y: "value", r: 3.5, fill: "fill", stroke: "colour", strokeWidth: 2 }),
  ];
}

/** The name of each series beside its end, joined to it by a thin line in its colour. */
function names({ series, ends, place }: Layout, colour: Colour): readonly Markish[] {
  return ends.flatMap(({ from, to, lines }, i) => {
    const [start, end] = [place(from.x + 6, from.y), place(to.x - 4, to.y)];
    const stroke = colour(series[i]?.name ?? "");
    return [
      link([0], { x1: start.x, y1: start.y, x2: end.x, y2: end.y, stroke, strokeWidth: 1 }),
      text([lines.join("\n")], {
        ...place(to.x, to.y),
        fontSize: SIZE,
        lineHeight: LINE / SIZE,
        fill: INK,
        textAnchor: "start",
        lineAnchor: "middle",
      }),
    ];
  });
}

function slug(kind: string): string {
  return kind.toLowerCase().replaceAll(/[^a-z0-9]+/gu, "-");
}

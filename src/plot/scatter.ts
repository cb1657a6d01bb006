import { axisX, axisY, dot, gridY, line, type Markish, ruleY, text } from "@observablehq/plot";
import { ACCENT, GRID, INK, PAPER, QUIET } from "./palette.ts";
import { drawSvg } from "./svg.ts";
import { LINE, sayNumber, SIZE, textWidth } from "./text.ts";
import { valueTicks } from "./ticks.ts";

/** One thing among its likes. */
export interface ScatterPoint {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  /** The one asked about: drawn last, large and named. */
  readonly own?: boolean | undefined;
  /** Named too. */
  readonly stressed?: boolean | undefined;
}

/** A line to hold the points against, from left to right. */
export interface Curve {
  readonly label: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly dashed?: boolean | undefined;
}

/** Things by two numbers, with curves of limits; both axes begin at zero. */
export interface ScatterSpec {
  readonly title: string;
  readonly description: string;
  readonly points: readonly ScatterPoint[];
  readonly curves: readonly Curve[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** Points and limits as an SVG text. */
export function scatterChart(spec: ScatterSpec): string {
  const { points, width = 960, height = 420 } = spec;
  const xTicks = valueTicks(
    points.map(({ x }) => x),
    width < 600 ? 4 : 7,
  );
  const top = Math.max(...points.map(({ y }) => y)) * 1.08;
  const yTicks = valueTicks([top]);
  const margin = { marginTop: LINE * 2, marginBottom: LINE * 3, marginLeft: 48, marginRight: 24 };
  const [xs, ys] = [xTicks, yTicks].map((ticks) => [ticks[0] ?? 0, ticks.at(-1) ?? 1] as const);
  return drawSvg(
    {
      width,
      height,
      ...margin,
      x: { type: "linear", domain: [...xs!], axis: null },
      y: { type: "linear", domain: [...ys!], axis: null },
      marks: [
        ...axes(spec, { xTicks, yTicks }),
        ...curves(spec, ys!),
        ...dots(spec),
        ...names(spec, { width: width - margin.marginLeft - margin.marginRight, xs: xs! }),
      ],
    },
    { kind: "scatter", title: spec.title, description: spec.description, spec },
  );
}

function axes(
  { xLabel, yLabel }: ScatterSpec,
  { xTicks, yTicks }: { readonly xTicks: readonly number[]; readonly yTicks: readonly number[] },
): readonly Markish[] {
  const plain = { label: null, fontSize: SIZE, fill: QUIET, tickFormat: (value: number) => sayNumber(value) };
  return [
    gridY(yTicks, { stroke: GRID, strokeOpacity: 1 }),
    axisY(yTicks, { ...plain, tickSize: 0, tickPadding: 8 }),
    axisX(xTicks, { ...plain, tickSize: 6, tickPadding: 4, stroke: QUIET }),
    ruleY([0], { stroke: INK, strokeWidth: 1.5 }),
    text([yLabel], { frameAnchor: "top-left", dx: -40, dy: -LINE * 1.4, fontSize: SIZE, fill: INK }),
    text([xLabel], { frameAnchor: "bottom-left", dx: -40, dy: LINE * 2.4, fontSize: SIZE, fill: INK }),
  ];
}

/** Curves are cut where they leave the picture. */
function curves({ curves: all }: ScatterSpec, [low, high]: readonly [number, number]): readonly Markish[] {
  return all.map(({ points, dashed = false }) =>
    line(
      points.filter(({ y }) => y >= low && y <= high),
      { x: "x", y: "y", stroke: QUIET, strokeWidth: 1.5, ...(dashed ? { strokeDasharray: "5 4" } : {}) },
    ),
  );
}

function dots({ points }: ScatterSpec): readonly Markish[] {
  const others = points.filter(({ own = false }) => !own);
  const own = points.filter((point) => point.own === true);
  return [
    dot(others, { x: "x", y: "y", r: 4, fill: QUIET, stroke: PAPER }),
    dot(own, { x: "x", y: "y", r: 7, fill: ACCENT, stroke: PAPER, strokeWidth: 1.5 }),
  ];
}

/** To the side on which there is room. */
function names(
  { points }: ScatterSpec,
  { width, xs: [from, to] }: { readonly width: number; readonly xs: readonly [number, number] },
): readonly Markish[] {
  const named = points.filter(({ own = false, stressed = false }) => own || stressed);
  return named.map(({ label, x, y }) => {
    const isRight = ((to - x) / (to - from)) * width > textWidth(label) + 16;
    return text([label], {
      x: [x],
      y: [y],
      dx: isRight ? 11 : -11,
      textAnchor: isRight ? "start" : "end",
      fontSize: SIZE,
      fill: INK,
      stroke: PAPER,
      strokeWidth: 4,
    });
  });
}

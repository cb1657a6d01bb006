import { axisX, gridX, link, type Markish, rect, ruleX, text } from "@observablehq/plot";
import { ACCENT, BAND, GRID, INK, PAPER, QUIET } from "./palette.ts";
import type { Bar, BarSpec } from "./spec.ts";
import { drawSvg } from "./svg.ts";
import { LINE, sayNumber, SIZE, textWidth, widestOf, wrapText } from "./text.ts";
import { valueTicks } from "./ticks.ts";

/** A few labelled values as horizontal bars from zero, each with its limits as a line and its number beside it. */
export function barChart(spec: BarSpec): string {
  const layout = layOutBars(spec);
  const { width, height, rows, ticks, margin } = layout;
  const marks: readonly Markish[] =
    rows.length === 0
      ? [text(["No figures"], { frameAnchor: "middle", fontSize: SIZE, fill: QUIET })]
      : [
          ...grounds(layout),
          ...axis(spec, layout),
          ...rows.flatMap((row) =>
            drawRow(row, { fill: spec.colours?.[row.bar.label] ?? ACCENT, start: ticks[0] ?? 0 }),
          ),
        ];
  return drawSvg(
    {
      width,
      height,
      ...margin,
      x: { type: "linear", domain: [ticks[0] ?? 0, ticks.at(-1) ?? 1], axis: null },
      y: { type: "linear", domain: [margin.marginTop, height - margin.marginBottom], reverse: true, axis: null },
      marks: [...marks],
    },
    { kind: "bar", title: spec.title, description: spec.description, spec },
  );
}

interface Row {
  readonly bar: Bar;
  /** Middle of the bar, of its label, and half the bar's thickness; units of the drawing, downwards. */
  readonly middle: number;
  readonly labelAt: number;
  readonly half: number;
  readonly label: readonly string[];
  /** `beside`: right-aligned left of the zero line; `above`: left-aligned over the bar. */
  readonly stands: "beside" | "above";
  /** Where the row ends. */
  readonly foot: number;
  /** The heading of the group that begins here, and where it stands. */
  readonly heading: { readonly lines: readonly string[]; readonly top: number } | null;
}

interface BarLayout {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly Row[];
  readonly ticks: readonly number[];
  readonly margin: Readonly<Record<"marginTop" | "marginRight" | "marginBottom" | "marginLeft", number>>;
}

const HALF = 13;
const NARROWEST_BESIDE = 600;

function layOutBars({ bars, width = 960 }: BarSpec): BarLayout {
  const stands = width < NARROWEST_BESIDE ? "above" : "beside";
  const labels = bars.map(({ label }) => wrapText(label, stands === "above" ? width - 20 : width * 0.28));
  const marginTop = LINE * 1.8;
  let foot = marginTop;
  const rows = bars.map((bar, i): Row => {
    const label = labels[i] ?? [];
    const begins = bar.group !== undefined && bar.group !== bars[i - 1]?.group;
    const heading = begins ? { lines: wrapText(bar.group, width - 40), top: foot } : null;
    foot += heading === null ? 0 : heading.lines.length * LINE + 10;
    const tall = label.length * LINE;
    const bodyAt = stands === "above" ? foot + tall + 4 : foot;
    const body = stands === "above" ? 2 * HALF : Math.max(2 * HALF, tall);
    const middle = bodyAt + body / 2;
    foot = bodyAt + body + 14;
    return {
      bar,
      label,
      stands,
      heading,
      foot,
      half: HALF,
      middle,
      labelAt: stands === "above" ? bodyAt - 4 - tall / 2 : middle,
    };
  });
  const marginBottom = LINE + 16;
  const known = bars.flatMap(({ value, high, low }) => [value, high, low]).filter((n) => typeof n === "number");
  return {
    width,
    rows,
    ticks: valueTicks(known, width < NARROWEST_BESIDE ? 5 : 7),
    height: Math.max(foot + marginBottom, 120),
    margin: {
      marginTop,
      marginBottom,
      marginLeft: stands === "above" ? 16 : Math.ceil(widestOf(labels.flat())) + 12,
      marginRight: Math.ceil(Math.max(24, ...bars.map((bar) => textWidth(numberOf(bar))))) + 12,
    },
  };
}

/** The shaded ground of each group, from its heading to its last bar. */
function grounds({ rows, ticks, width, margin }: BarLayout): readonly Markish[] {
  const units = ((ticks.at(-1) ?? 1) - (ticks[0] ?? 0)) / (width - margin.marginLeft - margin.marginRight);
  const at = (x: number) => (ticks[0] ?? 0) + (x - margin.marginLeft) * units;
  return rows.flatMap(({ heading, bar }) => {
    if (heading === null) return [];
    const last = rows.findLast((row) => row.bar.group === bar.group);
    const ends = { x1: at(2), x2: at(width - 2), y1: heading.top - 2, y2: (last?.foot ?? heading.top) - 6 };
    return [
      rect([0], { ...ends, fill: BAND }),
      text([heading.lines.join("\n")], {
        x: at(10),
        y: heading.top + 4,
        fontSize: SIZE,
        lineHeight: LINE / SIZE,
        fill: INK,
        textAnchor: "start",
        lineAnchor: "top",
      }),
    ];
  });
}

function axis({ xLabel }: BarSpec, { ticks, margin, height }: BarLayout): readonly Markish[] {
  const plain = { label: null, fontSize: SIZE, fill: QUIET };
  return [
    gridX(ticks, { stroke: GRID, strokeOpacity: 1 }),
    axisX(ticks, { ...plain, tickSize: 0, tickPadding: 8, tickFormat: (value: number) => sayNumber(value) }),
    text([xLabel], { frameAnchor: "top-left", dy: -margin.marginTop + 6, fontSize: SIZE, fill: INK }),
    ruleX([0], { stroke: INK, strokeWidth: 1.5, y1: margin.marginTop - 4, y2: height - margin.marginBottom }),
  ];
}

function drawRow(
  { bar, middle, labelAt, half, label, stands }: Row,
  { fill, start }: { fill: string; start: number },
): readonly Markish[] {
  const words = { ...HALO, fontSize: SIZE, lineHeight: LINE / SIZE, fill: INK, lineAnchor: "middle" } as const;
  const beside = { dx: -10, textAnchor: "end" } as const;
  const { value } = bar;
  return [
    text([label.join("\n")], {
      ...words,
      x: start,
      y: labelAt,
      ...(stands === "beside" ? beside : { dx: 5, textAnchor: "start" }),
    }),
    ...(value === null ? [] : [body({ value, middle, half }, { fill, broken: bar.broken === true })]),
    ...limits(bar, middle),
    text([numberOf(bar)], { ...words, x: reach(bar), y: middle, dx: 8, textAnchor: "start" }),
  ];
}

/** Keeps grid lines off the words. */
const HALO = { stroke: PAPER, strokeWidth: 4 } as const;

function body(
  { value, middle, half }: { value: number; middle: number; half: number },
  { fill, broken }: { fill: string; broken: boolean },
): Markish {
  const shape = { x1: Math.min(0, value), x2: Math.max(0, value), y1: middle - half, y2: middle + half };
  const ink = broken ? { fill: "none", stroke: fill, strokeWidth: 2, strokeDasharray: "3 5" } : { fill };
  return rect([0], { ...shape, ...ink });
}

function limits({ low, high }: Bar, middle: number): readonly Markish[] {
  if (typeof low !== "number" || typeof high !== "number") return [];
  const pen = { stroke: INK, strokeWidth: 2 };
  const cap = (x: number) => link([0], { x1: x, x2: x, y1: middle - 6, y2: middle + 6, ...pen });
  return [link([0], { x1: low, x2: high, y1: middle, y2: middle, ...pen }), cap(low), cap(high)];
}

/** Where the number stands: past the bar and its limits. */
function reach({ value, high }: Bar): number {
  return Math.max(0, value ?? 0, high ?? 0);
}

function numberOf({ value, low, high }: Bar): string {
  if (value === null) return "no figure";
  const limits = typeof low === "number" && typeof high === "number";
  return limits ? `${sayNumber(value)} (${sayNumber(low)} to ${sayNumber(high)})` : sayNumber(value);
}

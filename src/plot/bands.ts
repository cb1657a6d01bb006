import { type Markish, rect, text } from "@observablehq/plot";
import type { Layout } from "./line-layout.ts";
import { BAND, INK, PAPER } from "./palette.ts";
import type { LineSpec } from "./spec.ts";
import { LINE, SIZE } from "./text.ts";
import { dayNumber } from "./ticks.ts";

/** Stretches of days shaded from top to bottom, each named where the lines leave most room. */
export function drawBands({ bands = [] }: LineSpec, layout: Layout): readonly Markish[] {
  const { days, values, margin, size, place, series } = layout;
  const shown = bands
    .map(({ from, to, label }) => ({
      x1: Math.max(days[0], dayNumber(from)),
      x2: Math.min(days[1], dayNumber(to) + 1),
      label,
    }))
    .filter(({ x1, x2 }) => x2 > x1);
  const middle = (values[0] + values[1]) / 2;
  return shown.flatMap(({ x1, x2, label }) => {
    const inside = series.flatMap(({ points }) => points.filter(({ day }) => day >= x1 && day <= x2));
    const isHigh = inside.some(({ value }) => value > middle);
    const y = isHigh ? size.height - margin.marginBottom - LINE * 0.8 : margin.marginTop + LINE * 0.6;
    return [
      rect([0], { x1, x2, y1: values[0], y2: values[1], fill: BAND, className: "chart-band" }),
      text([label], {
        x: (x1 + x2) / 2,
        y: place(0, y).y,
        fontSize: SIZE,
        fill: INK,
        stroke: PAPER,
        strokeWidth: 3,
        textAnchor: "middle",
      }),
    ];
  });
}

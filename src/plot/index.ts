export { barChart } from "./bar.ts";
export { lineChart } from "./line.ts";
export { type Band, type Bar, type BarSpec, type LineSpec, type Mark, NARROW, type Point } from "./spec.ts";
export { type Cell, type ChartTable, chartTable } from "./table.ts";
export { type Curve, scatterChart, type ScatterSpec } from "./scatter.ts";
export { sparkLine } from "./spark.ts";

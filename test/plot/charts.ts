import type { BarSpec, LineSpec, Point } from "../../src/plot/index.ts";

function monthly(series: string, { from, values }: { from: string; values: readonly (number | null)[] }): Point[] {
  const start = Temporal.PlainDate.from(from);
  return values.map((value, i) => ({ series, date: start.add({ months: i }).toString(), value }));
}

function wave(count: number, { level, swing }: { level: number; swing: number }): number[] {
  return Array.from({ length: count }, (_, i) => Math.round(level + swing * Math.sin(i / 5) + i * 1.5));
}

const description = "Invented numbers, drawn to see that the picture holds.";

const common = [
  { date: "2014-06-01", label: "Audit of apples", kind: "audit" },
  { date: "2015-04-01", label: "New rule for counting pears with their stalks", kind: "rule" },
  { date: "2015-05-12", label: "Frost", kind: "event" },
  { date: "2015-06-01", label: "A second new rule about windfalls", kind: "rule" },
  { date: "2017-11-01", label: "Harvest of the century in the upper orchard", kind: "event" },
];

const fruit = [
  ...monthly("Apples", { from: "2014-01-01", values: wave(48, { level: 40, swing: 12 }) }),
  ...monthly("Pears with stalks and leaves", { from: "2014-01-01", values: wave(48, { level: 20, swing: 8 }) }),
];

/** The charts kept as pictures; invented fruit throughout. */
export const lineSpecs: Readonly<Record<string, LineSpec>> = {
  "two-series-with-marks": {
    title: "Fruit picked",
    description,
    points: fruit,
    marks: common,
    yLabel: "Baskets a month",
  },
  "with-some-stressed": {
    title: "Apples picked, those that stand out ringed",
    description,
    points: monthly("Apples", { from: "2016-01-01", values: [10, 12, 11, 24, 13, 12, 11, 10] }).map((point) => ({
      ...point,
      stressed: point.value === 24,
    })),
    yLabel: "Baskets a month",
  },
  "with-stretches-shaded": {
    title: "Fruit picked",
    description,
    points: fruit,
    marks: common.slice(0, 2),
    bands: [
      { from: "2015-01-01", to: "2015-12-31", label: "2015" },
      { from: "2017-01-01", to: "2017-12-31", label: "2017" },
      { from: "2030-01-01", to: "2030-12-31", label: "2030" },
    ],
    yLabel: "Baskets a month",
  },
  "narrow-with-marks": {
    title: "Fruit picked",
    description,
    points: fruit,
    marks: common,
    yLabel: "Baskets a month",
    width: 400,
    height: 400,
  },
  "two-years-only": {
    title: "Apples: 127, then 340",
    description,
    yLabel: "Baskets a year",
    points: [
      { series: "Apples", date: "2016-01-01", label: "2016", value: 127 },
      { series: "Apples", date: "2017-01-01", label: "2017", value: 340 },
    ],
    marks: [{ date: "2016-06-23", label: "Vote on the orchard", kind: "event" }],
  },
  "crossing-at-the-end": {
    title: "Four kinds that end close together",
    description,
    yLabel: "Baskets a month",
    points: [
      ...monthly("Apples", { from: "2016-01-01", values: [10, 14, 18, 25, 30, 41] }),
      ...monthly("Pears", { from: "2016-01-01", values: [60, 55, 51, 48, 44, 42] }),
      ...monthly("Quinces", { from: "2016-01-01", values: [5, 9, 22, 30, 38, 40] }),
      ...monthly("Medlars", { from: "2016-01-01", values: [2, 1, 0, 1, 0, 0] }),
    ],
  },
  "broken-and-missing": {
    title: "Stretches not to be compared",
    description,
    yLabel: "Baskets a month",
    points: monthly("Apples", {
      from: "2016-01-01",
      values: [12, 15, 14, null, null, 19, null, 22, 21, 30, 33, 34],
    }).map(({ series, date, value }, i) => ({ series, date, value, broken: i >= 9 })),
  },
  "one-point": {
    title: "One number",
    description,
    yLabel: "Baskets",
    points: [{ series: "Apples", date: "2016-03-31", value: 7 }],
    marks: [{ date: "2016-03-31", label: "The only day", kind: "event" }],
  },
  "no-points": { title: "Nothing", description, yLabel: "Baskets", points: [] },
  "all-zero": {
    title: "None at all",
    description,
    yLabel: "Baskets a month",
    points: monthly("Apples", { from: "2016-01-01", values: [0, 0, 0, 0, 0, 0, 0] }),
  },
  "two-hundred-points": {
    title: "Two hundred months",
    description,
    yLabel: "Baskets a month",
    points: monthly("Apples", { from: "2002-01-01", values: wave(200, { level: 1200, swing: 300 }) }),
    marks: ["2003-05-01", "2003-07-01", "2017-06-01", "2018-01-01", "2018-03-01"].map((date, i) => ({
      date,
      kind: "rule",
      label: `Rule ${i + 1} came into force, and this is a long label that says far too much about it`,
    })),
  },
  "long-names-narrow": {
    title: "Long names on a narrow sheet",
    description,
    yLabel: "Baskets a month",
    width: 400,
    height: 400,
    points: [
      ...monthly("Extraordinarily long-named fruit & nuts <wild>", { from: "2016-01-01", values: [3100, 3500, 3941] }),
      ...monthly("Donaudampfschifffahrtsgesellschaftsäpfel", { from: "2016-01-01", values: [3000, 3600, 3900] }),
    ],
  },
  days: {
    title: "Days",
    description,
    yLabel: "Baskets a day",
    points: Array.from({ length: 21 }, (_, i) => ({
      series: "Apples",
      value: (i * 7) % 5,
      date: Temporal.PlainDate.from("2016-06-13").add({ days: i }).toString(),
    })),
  },
};

export const barSpecs: Readonly<Record<string, BarSpec>> = {
  "two-that-belong-together": {
    title: "What the harvest was made of",
    description,
    xLabel: "Part of the harvest",
    bars: [
      { label: "Sun", value: 0.4, low: 0.2, high: 0.6, group: "These cannot be told apart", broken: true },
      { label: "Rain", value: 0.35, low: 0.1, high: 0.6, group: "These cannot be told apart", broken: true },
      { label: "Bees", value: 0.3, low: 0.2, high: 0.4 },
      { label: "Frost", value: -0.05, low: -0.2, high: 0.1 },
    ],
  },
  "bars-with-limits": {
    title: "What each part may hold",
    description,
    xLabel: "Share of the rise",
    bars: [
      { label: "More apples on the trees", value: 0.31, low: -0.05, high: 0.62 },
      { label: "Counting pears as apples since the new rule of April 2015", value: 0.24, low: 0.19, high: 0.28 },
      { label: "Chance", value: 0.02, low: -0.1, high: 0.14 },
      { label: "Mice", value: null },
    ],
  },
  "bars-of-counts": {
    title: "Baskets by orchard",
    description,
    xLabel: "Baskets",
    bars: [
      { label: "Upper", value: 340, low: 304.8, high: 378.1 },
      { label: "Lower", value: 127, low: 105.9, high: 151.1, broken: true },
      { label: "By the road", value: 0, low: 0, high: 3.7 },
    ],
  },
  "bars-narrow": {
    title: "Baskets by orchard",
    description,
    xLabel: "Baskets",
    width: 400,
    bars: [
      { label: "The upper orchard, with its terraces and the wall along the road to the mill", value: 3941 },
      { label: "Lower", value: 1135 },
    ],
  },
  "bars-none": { title: "Nothing", description, xLabel: "Baskets", bars: [] },
};

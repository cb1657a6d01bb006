import { barChart, NARROW } from "../../plot/index.ts";
import type { FalseAlarms } from "../services/false-alarms.ts";
import { type ChartView, IN_NARROW } from "./chart.ts";
import { sayNumber } from "./say.ts";

export interface FalseAlarmsPage {
  readonly title: string;
  readonly lead: string;
  readonly chart: ChartView | null;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
  readonly measured: string;
}

const OURS = ["Throughline, one series alone", "Throughline, with eleven others"] as const;

/** How often a change is said where nothing changed, beside the tests in use elsewhere. */
export function presentFalseAlarms(measured: FalseAlarms | null): FalseAlarmsPage {
  if (measured === null) {
    const title = "How often a change is called where nothing changed has not been measured here";
    return { title, lead: "", chart: null, columns: [], rows: [], measured: "" };
  }
  const { worlds, power, series, seed, question, sizes } = measured;
  const tests = [...OURS, ...Object.keys(worlds[0]?.usual ?? {})];
  const rows = worlds.map((world) => ({
    name: `${world.kind}, ${world.mean} a month`,
    values: valuesOf({ ...world, alone: world.alone.changed, others: world.others.changed }, tests),
  }));
  const seen = { name: "A rise by 35 per cent, seen", values: valuesOf(power, tests) };
  const worst = Math.max(...worlds.map(({ alone }) => alone.changed));
  return {
    title: `Where nothing changed, a change is called in at most ${sayNumber(worst)} of 100 series`,
    lead: `Nine worlds of invented counts in which nothing changes, ${sayNumber(series)} series each: the question is ${question}. The bars are means over the nine; the last row of the table is a rise that is there, at 45 a month.`,
    chart: chartOf(
      tests,
      rows.map(({ values }) => values),
    ),
    columns: ["World", ...tests],
    rows: [...rows, seen].map(({ name, values }) => ({ name, cells: values.map(cell) })),
    measured: `Measured by npm run bench -- false-alarms, seed ${seed}; ${sayNumber(sizes.usual)} series a world for the usual tests. Per cent of series called changed. One series with a correlation that lasts cannot be told from a change so well, which is why those worlds have the highest numbers.`,
  };
}

type Tried = FalseAlarms["power"];

function valuesOf({ alone, others, usual }: Tried, tests: readonly string[]): readonly (number | null)[] {
  return [alone, others, ...tests.slice(OURS.length).map((test) => usual[test] ?? null)];
}

function cell(value: number | null): string {
  return value === null ? "not measured" : sayNumber(value);
}

function chartOf(tests: readonly string[], worlds: readonly (readonly (number | null)[])[]): ChartView {
  const title = "Falsely called changed, of 100 series";
  const bars = tests.map((label, i) => {
    const known = worlds.map((values) => values[i] ?? null).filter((value) => value !== null);
    const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
    return {
      label,
      value: known.length === 0 ? null : Math.round(mean * 10) / 10,
      ...(known.length === 0 ? {} : { low: Math.min(...known), high: Math.max(...known) }),
    };
  });
  const spec = {
    title,
    description:
      "A bar for each test: the mean over nine worlds, with the least and the most. The numbers are in the table below.",
    bars,
    xLabel: "Of 100 series, called changed: mean, least and most",
    colours: Object.fromEntries(tests.slice(OURS.length).map((test) => [test, "#b1b4b6"])),
  };
  return { wide: barChart(spec), narrow: barChart({ ...spec, width: NARROW.width, title: `${title}${IN_NARROW}` }) };
}

import type { MeasureOfChange, Panel, Series } from "./panel.ts";

/** A series and where it belongs. */
export interface PlacedSeries {
  readonly measure: MeasureOfChange;
  readonly area: string;
  readonly className: string;
  readonly series: Series;
}

/** Puts series in reach. Areas and classes are those of recorded crime, so that what is only a denominator is no peer. */
export function panelOf(placed: readonly PlacedSeries[]): Panel {
  const found = new Map(placed.map((each) => [keyOf(each.measure, each.area, each.className), each.series]));
  const recorded = placed.filter(({ measure }) => measure === "recorded");
  const named = recorded.length === 0 ? placed : recorded;
  return {
    areas: inOrder(named.map(({ area }) => area)),
    classes: inOrder(named.map(({ className }) => className)).filter((each) => each !== ALL),
    series: (measure, area, className) => found.get(keyOf(measure, area, className)),
  };
}

/** The class of population, and of measures that are not told apart. */
const ALL = "all";

function keyOf(measure: MeasureOfChange, area: string, className: string): string {
  return `${measure}\n${area}\n${className}`;
}

function inOrder(names: readonly string[]): string[] {
  return [...new Set(names)].toSorted();
}

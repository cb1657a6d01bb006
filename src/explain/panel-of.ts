import type { MeasureOfChange, Panel, Series } from "./panel.ts";

/** A series and where it belongs. */
export interface PlacedSeries {
  readonly measure: MeasureOfChange;
  readonly area: string;
  readonly className: string;
  readonly series: Series;
}

/**
 * Puts series in reach. Classes are those of recorded crime; areas too, and where the survey asked: so that what is
 * only a denominator is no peer, and a survey of the whole nation is found.
 */
export function panelOf(placed: readonly PlacedSeries[]): Panel {
  const found = new Map(placed.map((each) => [keyOf(each.measure, each.area, each.className), each.series]));
  const recorded = placed.filter(({ measure }) => measure === "recorded");
  const seen = placed.filter(({ measure }) => measure === "recorded" || measure === "survey");
  return {
    areas: inOrder((seen.length === 0 ? placed : seen).map(({ area }) => area)),
    classes: inOrder((recorded.length === 0 ? placed : recorded).map(({ className }) => className)).filter(
      (each) => each !== ALL,
    ),
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

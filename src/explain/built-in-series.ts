import type { Law } from "../law/index.ts";
import { filled } from "./gaps.ts";
import type { Held } from "./held.ts";
import type { Months } from "./panel.ts";
import type { PlacedSeries } from "./panel-of.ts";
import { steppedOf } from "./steps.ts";
import { type AreaNumbers, heldOf, labelsOf, type Unit } from "./units.ts";

/** The even series of a unit in an area, from its numbers; nothing where nothing is held. */
export type SeriesOf = (
  unit: Unit,
  here: { readonly area: string; readonly numbers: AreaNumbers },
  asked: Months,
) => PlacedSeries | undefined;

/** Each series is worked out once, and again only where the numbers under its labels are others. */
export function seriesOnce(law: Law): SeriesOf {
  const known = new Map<string, { readonly from: readonly unknown[]; readonly placed: PlacedSeries | undefined }>();
  return (unit, { area, numbers }, asked) => {
    const key = `${unit.name} ${unit.codes.join("+")} ${area} ${asked.first % 12}`;
    const from = labelsOf(law, [unit]).map((label) => numbers.get(label));
    const before = known.get(key);
    if (before?.from.every((each, i) => each === from[i]) === true) return before.placed;
    const placed = evenSeries(heldOf(law, unit, { area, numbers }), asked);
    known.set(key, { from, placed });
    return placed;
  };
}

/** Nothing where nothing is held. */
export function evenSeries(held: Held, asked: Months): PlacedSeries | undefined {
  if (held.byMonths[1].size + held.byMonths[3].size + held.byMonths[12].size === 0) return undefined;
  const phases = [asked.first % 12, ...Array.from({ length: 12 }, (_, phase) => phase)];
  const { measure, area, className } = held;
  const series = filled([steppedOf(held, phases)])[0]?.series;
  return series === undefined ? undefined : { measure, area, className, series };
}

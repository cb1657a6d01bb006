import type { Law } from "../../law/index.ts";
import { parseClasses } from "../../law/index.ts";
import type { FirstFinding } from "../services/first-finding.ts";
import { type ChartView, marksOf, seriesChart } from "./chart.ts";
import { figureRows, type FigureRow } from "./figure-rows.ts";
import { type FlagView, presentFlags } from "./flags.ts";
import { sourcesOf } from "./figures.ts";
import { sayFinding, sayNumber, sayRatioLimits } from "./say.ts";

export interface HomePage {
  readonly title: string;
  readonly limits: string | null;
  readonly chart: ChartView | null;
  readonly rows: readonly FigureRow[];
  readonly flags: readonly FlagView[];
  readonly attention: readonly { readonly text: string; readonly href: string }[];
  readonly sources: readonly { readonly text: string }[];
}

/** The first page's view of a store. */
export function presentHome({ change: answer, quarters, holdings }: FirstFinding, law: Law): HomePage {
  const { figures, change } = answer;
  const flags = change?.flags ?? [];
  const rejected = holdings.batches.reduce((sum, each) => sum + each.rejected, 0);
  const untold = quarters.figures.filter(({ value }) => value === null).length;
  const disagreeing = quarters.figures.filter((each) =>
    each.flags.some(({ code }) => code === "vintages-differ" || code === "revised"),
  );
  return {
    title: sayFinding(figures, change),
    limits: sayRatioLimits(change?.interval ?? null),
    chart: chartOf(quarters, law),
    rows: figureRows(quarters.figures.filter(({ value }) => value !== null)),
    flags: presentFlags(flags.filter(({ code }) => SHOWN.has(code))),
    attention: [
      { text: `Source rows that could not be read: ${sayNumber(rejected)}`, href: "/data" },
      { text: `Spellings that no area or class is known by: ${holdings.unmapped.length}`, href: "/data#unplaced" },
      { text: `Quarters above that cannot be told from what is held: ${untold}`, href: `${QUARTERS}#table` },
      {
        text: `Quarters for which another source or release says otherwise: ${disagreeing.length}`,
        href: `${QUARTERS}#table`,
      },
      { text: "Stretches that what is held does not cover", href: "/law?kind=coverage" },
    ],
    sources: sourcesOf([...figures, ...quarters.figures]),
  };
}

const QUARTERS = "/figures?area=kent&class=stalking-and-harassment&from=2014-Q2&to=2018-Q4&by=quarter";

/** Of the flags on a change, those that say how counting was done. */
const SHOWN: ReadonlySet<string> = new Set(["rule-change", "inspection", "audit", "law-change"]);

function chartOf({ figures }: FirstFinding["quarters"], law: Law): ChartView | null {
  const told = figures.filter(({ value }) => value !== null);
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined) return null;
  const selection = parseClasses(law, "stalking-and-harassment");
  return seriesChart({
    title: `Recorded stalking and harassment in ${first.areaName}, quarter by quarter`,
    description:
      "A line of quarters with counting rules and inspections as upright lines; the numbers are in the table below.",
    figures: told,
    marks: marksOf(law, { area: first.area, selection, from: first.period.from, to: last.period.to }),
  });
}

import { type Period, sayDay, sayPeriod } from "../base/index.ts";
import { type Archive, type Stated, type StatedNumber, statedNumbers, usualMeasure } from "../figures/index.ts";
import { type Area, area as areaNamed, coverageBetween, type Law, parseClasses } from "../law/index.ts";
import { DATASETS, type Measure } from "../records/index.ts";
import { contextFromLaw } from "./built-in-context.ts";
import { besides, type Gathered, gathered, type Gathering, type Holdings } from "./built-in-panel.ts";
import { seriesOnce } from "./built-in-series.ts";
import { endsNotes, endsOf } from "./ends.ts";
import type { ChangeQuestion } from "./explanation.ts";
import { monthOf, sayMonth } from "./months.ts";
import { panelOf } from "./panel-of.ts";
import { unitOf } from "./units.ts";

export interface BuiltInAsked {
  readonly area: string;
  /** A class expression: `8L`, `stalking`, `8L+8M`, `stalking-and-harassment`. */
  readonly classes: string;
  readonly from: Period;
  readonly to: Period;
  /** Answer with what had been released and found by this day. */
  readonly knownOn?: string | undefined;
}

/** A question that is ready to be weighed, and what a reader should know of how it was put together. */
export interface BuiltInQuestion {
  readonly question: ChangeQuestion;
  readonly notes: readonly string[];
}

/**
 * Gathers a question from the published figures and the knowledge base: the classes asked about, their neighbours,
 * all areas of the same kind, residents, the survey, and what happened. Many questions share what was read
 * for them once (`holdings`). Throws `E_AREA`, `E_CLASS`, `E_PERIOD_ORDER`.
 */
export async function builtInQuestion(
  archive: Archive,
  asked: BuiltInAsked,
  holdings: Holdings = holdingsOf(archive, (question) => statedNumbers(archive, question)),
): Promise<BuiltInQuestion> {
  const { law } = archive;
  const { knownOn } = asked;
  const place = areaNamed(law, asked.area);
  const selection = parseClasses(law, asked.classes);
  const ends = endsOf(asked.from, asked.to);
  const unit = unitOf(selection);
  const areas = [place.slug, ...peersOf(law, place)];
  const { found, instead } = await gatheredUsually(holdings, usualMeasure(law, selection), {
    place,
    areas,
    unit,
    ends,
    knownOn,
  });
  const { placed, units, classes, numbers } = found;
  const panel = panelOf([...placed, ...(await besides(holdings, { areas, unit, knownOn }))]);
  const since = dayOf(Math.min(ends.from.first, ...placed.map(({ series }) => series.start)));
  const here = panel.areas.filter((each) => areas.includes(each));
  const context = contextFromLaw(law, { area: place.slug, areas: here, units, since, knownOn });
  const question = {
    area: place.slug,
    areaName: place.name,
    className: instead ? `${selection.title} (female victims)` : selection.title,
    classes,
    ...ends,
    panel,
    context,
  };
  return {
    question,
    notes: [
      ...(instead ? ["Only offences with a female victim are held here; they are told instead."] : []),
      ...restsOn(question, numbers),
      ...endsNotes(ends),
      ...movesWithin(question),
      ...coverageNotes(law, { place, codes: selection.codes, asked }),
      ...(knownOn === undefined ? [] : [`Answered with what had been released and found by ${sayDay(knownOn)}.`]),
    ],
  };
}

/** Where a question's numbers come from: what is read and worked out under it is kept for the next. */
export function holdingsOf({ law }: Archive, stated: Stated): Holdings {
  return { law, stated, seriesOf: seriesOnce(law) };
}

/** What the classes are usually counted in; where only offences against women and girls cover both periods, those. */
async function gatheredUsually(
  holdings: Holdings,
  usual: Measure,
  gathering: Omit<Gathering, "measure">,
): Promise<{ readonly found: Gathered; readonly instead: boolean }> {
  const found = await gathered(holdings, { ...gathering, measure: usual });
  if (found.isCovered || usual !== "recorded") return { found, instead: false };
  const other = await gathered(holdings, { ...gathering, measure: "recorded-female-victims" });
  return other.isCovered ? { found: other, instead: true } : { found, instead: false };
}

/** The first day of a month. */
function dayOf(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
}

/** All other areas of the same kind: forces beside a force, boroughs beside a borough; a nation has none. */
function peersOf(law: Law, { slug, kind, part_of: within }: Area): string[] {
  if (kind !== "force" && kind !== "borough") return [];
  const alike = law.areas.filter((each) => each.kind === kind && each.slug !== slug);
  return alike
    .filter((each) => kind === "force" || each.part_of.some((one) => within.includes(one)))
    .map((each) => each.slug);
}

/** Which releases the counts asked about rest on, and at which step they are had. */
function restsOn({ panel, area, classes }: ChangeQuestion, numbers: readonly StatedNumber[]): string[] {
  const series = panel.series("recorded", area, classes[0] ?? "");
  if (series === undefined) return [];
  const sources = [...Map.groupBy(numbers, ({ dataset }) => dataset)].map(([dataset, of]) => {
    const known = DATASETS.find((each) => each.dataset === dataset);
    const releases = [...new Set(of.map(({ release }) => release))];
    const more = releases.length > 2 ? ` and ${releases.length - 2} more` : "";
    const name = known === undefined ? dataset : `${known.publisher}, ${known.title}`;
    return `${name} (${releases.slice(0, 2).join("; ")}${more})`;
  });
  const step = { 1: "month", 3: "quarter", 12: "year" }[series.months];
  const isRolled = numbers.every(({ from, to }) => monthOf(to) - monthOf(from) + 1 !== series.months);
  return [`The counts are had by ${step} from: ${sources.join("; ")}${isRolled ? ", added up" : ""}.`];
}

/** Rules that moved something between classes that are both asked about: known, and without effect on their sum. */
function movesWithin({ context, classes, from, to }: ChangeQuestion): string[] {
  const isWithin = (name: string | null) => name !== null && classes.includes(name);
  const rules = context.rules.filter(
    ({ month, kind, fromClass, toClass }) =>
      kind === "moved" && month > from.first && month <= to.last && isWithin(fromClass) && isWithin(toClass),
  );
  const titles = new Set(rules.map(({ title, month }) => `${title} (${sayMonth(month)})`));
  return [...titles].map(
    (title) => `${title}: a move among the classes asked about, which leaves their sum as it was.`,
  );
}

function coverageNotes(
  law: Law,
  { place, codes, asked }: { readonly place: Area; readonly codes: readonly string[]; readonly asked: BuiltInAsked },
): string[] {
  const rows = coverageBetween(law, { area: place.slug, codes, from: asked.from.from, to: asked.to.to });
  return rows
    .filter(({ kind, dataset }) => kind !== "definition" && dataset === "")
    .map(({ title, valid_from: from, valid_to: to }) =>
      from === null || to === null ? `${title}.` : `${title} (${sayPeriod({ from, to })}).`,
    );
}

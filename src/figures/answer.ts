import { cutPeriod, dayRange, misuse, type Period, periodBetween, sayDay } from "../base/index.ts";
import { comparable, type ClassSelection, type Law, parseClasses, area as areaNamed } from "../law/index.ts";
import type { Measure } from "../records/index.ts";
import type { Archive } from "./archive.ts";
import { arithmeticOf, COUNTED, ratioInterval } from "./change.ts";
import type { Change, Figure, FigureQuestion, FiguresAnswer, YearOnYear } from "./figure.ts";
import { flagsBetween } from "./flags.ts";
import { datasetsOf, makeFigures } from "./make.ts";

/**
 * Answers how much was counted in some periods and how it changed. Each figure says which classes, area,
 * period, release and rule it rests on; one that cannot be had has the value null and a flag that says why.
 */
export async function answerFigures(asked: FigureQuestion, archive: Archive): Promise<FiguresAnswer> {
  const { law } = archive;
  const place = areaNamed(law, asked.area);
  const selection = parseClasses(law, asked.classes);
  const question = { ...asked, measure: asked.measure ?? usualMeasure(law, selection) };
  const periods = periodsOf(question);
  const withEarlier = [...periods, ...periods.map(yearBefore)];
  const all = await makeFigures({ question, archive, place, selection, periods: withEarlier });
  const figures = periods.map((_, i) => besideYearBefore(all[i] as Figure, all[i + periods.length]));
  const notes = notesOf(figures, question);
  return { figures, change: changeOf({ figures, law, selection }), notes };
}

/** What is counted of some classes when the question does not say: of offences, those recorded. */
export function usualMeasure(law: Law, { slug }: ClassSelection): Measure {
  const kind = law.groupBySlug.get(slug)?.kind ?? "codes";
  return USUAL_MEASURES[kind] ?? "recorded";
}

const USUAL_MEASURES: Readonly<Record<string, Measure>> = {
  flagged: "flagged",
  street: "street-recorded",
  survey: "survey-prevalence",
  whole: "population",
};

/** The two periods asked for, or the whole stretch cut. */
function periodsOf({ from, to, by }: FigureQuestion): readonly Period[] {
  if (from.from > to.from || from.to > to.to) {
    throw misuse({
      code: "E_PERIOD_ORDER",
      found: `--from ${from.label} lies after --to ${to.label}`,
      expected: "the earlier period first",
    });
  }
  if (by === undefined) return from.from === to.from && from.to === to.to ? [from] : [from, to];
  const cut = cutPeriod({ from: from.from, to: to.to }, by);
  if (cut.length > MOST_FIGURES) {
    throw misuse({
      code: "E_TOO_MANY",
      found: `${cut.length} ${by}s`,
      expected: `at most ${MOST_FIGURES} figures in one answer`,
    });
  }
  return cut;
}

const MOST_FIGURES = 600;

function yearBefore({ from, to }: Period): Period {
  const start = Temporal.PlainDate.from(from).subtract({ years: 1 });
  const end = Temporal.PlainDate.from(to).add({ days: 1 }).subtract({ years: 1 }).subtract({ days: 1 });
  return periodBetween(start.toString(), end.toString());
}

/** The same stretch a year before, where both are known. */
function besideYearBefore(figure: Figure, earlier: Figure | undefined): Figure {
  if (earlier === undefined || figure.value === null || earlier.value === null) return figure;
  const counted = COUNTED.has(figure.measure);
  const yearOnYear: YearOnYear = {
    figure: earlier.id,
    ...arithmeticOf(earlier.value, figure.value),
    interval: counted ? ratioInterval(earlier.value, figure.value) : null,
  };
  return { ...figure, yearOnYear };
}

interface Ends {
  readonly figures: readonly Figure[];
  readonly law: Law;
  readonly selection: ClassSelection;
}

function changeOf({ figures, law, selection }: Ends): Change | null {
  const first = figures[0];
  const last = figures.at(-1);
  if (first === undefined || last === undefined || first === last) return null;
  if (first.value === null || last.value === null) return null;
  const counted = COUNTED.has(first.measure);
  const arithmetic = arithmeticOf(first.value, last.value);
  const span = dayRange(first.period.from, last.period.to);
  const side = ({ area, classes, measure, period }: Figure) => ({
    area,
    codes: classes,
    measure,
    from: period.from,
    to: period.to,
  });
  return {
    ...arithmetic,
    percent: counted || first.value >= 50 ? arithmetic.percent : null,
    interval: counted ? ratioInterval(first.value, last.value) : null,
    flags: flagsBetween(law, {
      area: first.area,
      selection,
      span,
      datasets: datasetsOf([...first.rests, ...last.rests]),
    }),
    comparable: comparable(law, side(first), side(last)),
  };
}

function notesOf(figures: readonly Figure[], { knownOn }: FigureQuestion): string[] {
  const missing = figures.filter((each) => each.value === null);
  const notes = missing.slice(0, 5).map((each) => {
    const why = each.flags.find((flag) => flag.code === "missing" || flag.code === "not-derivable");
    return `${periodBetween(each.period.from, each.period.to).label}: cannot tell; ${why?.text ?? "nothing is held"}`;
  });
  if (missing.length > 5) notes.push(`and ${missing.length - 5} more periods that cannot be told`);
  if (knownOn !== undefined)
    notes.push(
      `Answered with what had been released by ${sayDay(knownOn)}; releases whose day is not known are left out.`,
    );
  return notes;
}

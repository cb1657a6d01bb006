import { cutPeriod, misuse, type Period } from "../base/index.ts";
import { area as areaNamed, outcomeOf, parseClasses, type Law } from "../law/index.ts";
import type { Observation } from "../records/index.ts";
import { type Archive, observationsOf } from "./archive.ts";
import { SMALLEST_PERCENT_BASE } from "./change.ts";
import { compareTexts, poolOf, sumOf } from "./pool.ts";

export interface OutcomeQuestion {
  readonly area: string;
  readonly classes: string;
  readonly from: Period;
  readonly to: Period;
}

/** One outcome of a cohort. Shares are percentages, null on a base under 50. */
export interface OutcomeShare {
  readonly code: string;
  readonly title: string;
  readonly count: number;
  /** Of all offences recorded in the quarter. */
  readonly ofRecorded: number | null;
  /** Of those that have an outcome so far. */
  readonly ofWithOutcome: number | null;
}

/** The offences recorded in one quarter, and what had become of them by the release's own date. */
export interface Cohort {
  readonly period: Pick<Period, "from" | "to" | "label">;
  readonly recorded: number;
  readonly withOutcome: number;
  /** Months from the quarter's end to the end of what the release covers: a young cohort has more to come. */
  readonly ageMonths: number;
  readonly outcomes: readonly OutcomeShare[];
  readonly release: string;
  readonly observations: readonly Observation[];
}

export interface OutcomesAnswer {
  readonly area: string;
  readonly areaName: string;
  readonly className: string;
  readonly cohorts: readonly Cohort[];
  /** All cohorts together; null where none is held. */
  readonly whole: Pick<Cohort, "recorded" | "withOutcome" | "outcomes"> | null;
  /** Outcomes assigned in the whole stretch, whenever the offences were recorded: not shares of anything here. */
  readonly assigned: readonly { readonly code: string; readonly title: string; readonly count: number }[];
  /** Days from recording to outcome, in the median; null where no release that is held gives them. */
  readonly medianDays: null;
  readonly notes: readonly string[];
}

const MOST_COHORTS = 120;

/** The outcome type that means no outcome yet. */
const NOT_YET = "0";

/**
 * Outcomes by cohort: of the offences recorded in each quarter, how many had each outcome by the release's
 * date, as a share of all recorded and of those with an outcome. The two denominators differ by points.
 */
export async function answerOutcomes(question: OutcomeQuestion, archive: Archive): Promise<OutcomesAnswer> {
  const { law } = archive;
  const place = areaNamed(law, question.area);
  const selection = parseClasses(law, question.classes);
  if (question.from.from > question.to.to) {
    throw misuse({
      code: "E_PERIOD_ORDER",
      found: "the first period lies after the last",
      expected: "the earlier period first",
    });
  }
  const wanted = { areas: [place.slug], labels: selection.codes };
  const ofRecorded = await observationsOf(archive, { ...wanted, measure: "outcome-of-recorded" });
  const assigned = await observationsOf(archive, { ...wanted, measure: "outcome-assigned" });
  const quarters = cutPeriod({ from: question.from.from, to: question.to.to }, "quarter");
  if (quarters.length > MOST_COHORTS) {
    throw misuse({
      code: "E_TOO_MANY",
      found: `${quarters.length} quarters`,
      expected: `at most ${MOST_COHORTS} in one answer`,
    });
  }
  const cohorts = quarters.flatMap((quarter) => cohortOf(law, ofRecorded, quarter, selection.codes) ?? []);
  return {
    area: place.slug,
    areaName: place.name,
    className: selection.title,
    cohorts,
    whole: wholeOf(law, cohorts),
    assigned: assignedIn(law, assigned, question),
    medianDays: null,
    notes: notesOf(quarters, cohorts),
  };
}

function cohortOf(
  law: Law,
  all: readonly Observation[],
  quarter: Period,
  codes: readonly string[],
): Cohort | undefined {
  const here = all.filter((each) => each.period_from === quarter.from && each.period_to === quarter.to);
  const release = releaseToPrefer(here, codes);
  if (release === undefined) return undefined;
  const observations = here.filter((each) => each.release === release);
  const recorded = sumOf(observations.map((each) => each.value));
  const notYet = sumOf(observations.filter((each) => each.part === NOT_YET).map((each) => each.value));
  const withOutcome = recorded - notYet;
  const reach = all
    .filter((each) => each.release === release)
    .map((each) => each.period_to)
    .toSorted(compareTexts)
    .at(-1);
  return {
    period: quarter,
    recorded,
    withOutcome,
    ageMonths: monthsBetween(quarter.to, reach ?? quarter.to),
    outcomes: sharesOf(law, observations, { recorded, withOutcome }),
    release,
    observations,
  };
}

function wholeOf(law: Law, cohorts: readonly Cohort[]): OutcomesAnswer["whole"] {
  if (cohorts.length === 0) return null;
  const base = {
    recorded: sumOf(cohorts.map((each) => each.recorded)),
    withOutcome: sumOf(cohorts.map((each) => each.withOutcome)),
  };
  return {
    ...base,
    outcomes: sharesOf(
      law,
      cohorts.flatMap((each) => each.observations),
      base,
    ),
  };
}

/** The newest release that has the cohort; its order is that of figures. */
function releaseToPrefer(here: readonly Observation[], codes: readonly string[]): string | undefined {
  const [first] = here;
  if (first === undefined) return undefined;
  const pool = poolOf(here, []);
  return codes.flatMap((code) => pool.stated(code, first.period_from, first.period_to))[0]?.release;
}

function sharesOf(
  law: Law,
  observations: readonly Observation[],
  base: Pick<Cohort, "recorded" | "withOutcome">,
): OutcomeShare[] {
  const byCode = Map.groupBy(observations, (each) => each.part);
  return [...byCode]
    .map(([code, parts]) => {
      const count = sumOf(parts.map((each) => each.value));
      return {
        code,
        title: outcomeOf(law, code)?.title ?? `Outcome ${code}`,
        count,
        ofRecorded: percentOf(count, base.recorded),
        ofWithOutcome: code === NOT_YET ? null : percentOf(count, base.withOutcome),
      };
    })
    .toSorted((a, b) => Number(a.code) - Number(b.code) || compareTexts(a.code, b.code));
}

function assignedIn(law: Law, all: readonly Observation[], { from, to }: OutcomeQuestion): OutcomesAnswer["assigned"] {
  const within = all.filter((each) => each.period_from >= from.from && each.period_to <= to.to);
  const byCode = Map.groupBy(within, (each) => each.part);
  return [...byCode]
    .map(([code, parts]) => ({
      code,
      title: outcomeOf(law, code)?.title ?? `Outcome ${code}`,
      count: sumOf(parts.map((each) => each.value)),
    }))
    .toSorted((a, b) => Number(a.code) - Number(b.code) || compareTexts(a.code, b.code));
}

/** A percentage with one place; null on a base under 50. */
export function percentOf(count: number, base: number): number | null {
  return base < SMALLEST_PERCENT_BASE ? null : Math.round((1000 * count) / base) / 10;
}

function monthsBetween(from: string, to: string): number {
  const start = Temporal.PlainDate.from(from);
  const end = Temporal.PlainDate.from(to);
  return (end.year - start.year) * 12 + end.month - start.month;
}

function notesOf(quarters: readonly Period[], cohorts: readonly Cohort[]): string[] {
  const missing = quarters.filter((quarter) => !cohorts.some((cohort) => cohort.period.from === quarter.from));
  return [
    ...(missing.length === 0 ? [] : [`Outcomes are not held for ${missing.length} of ${quarters.length} quarters.`]),
    ...(cohorts.length === 0
      ? []
      : ["Days from recording to outcome: cannot tell; the published tables give quarters, not days."]),
  ];
}

import { sayPeriod } from "../../base/index.ts";
import type { Cohort } from "../../figures/index.ts";
import { type Law, titleOf } from "../../law/index.ts";
import type { FieldError, Read } from "../query.ts";
import type { OutcomesFound } from "../routes/outcomes.ts";
import { areaChoices, type Choices, classChoices } from "./choices.ts";
import { lowerFirst, sayNumber } from "./say.ts";

export interface OutcomesPage {
  readonly title: string;
  readonly errors: readonly FieldError[];
  readonly error: Readonly<Record<string, { readonly text: string }>>;
  readonly areas: Choices;
  readonly classes: Choices;
  readonly from: string;
  readonly to: string;
  readonly result: OutcomesResult | null;
}

interface OutcomesResult {
  readonly cohorts: Table;
  readonly outcomes: Table;
  readonly prosecutions: Table;
  readonly notes: readonly string[];
  readonly prosecutionNotes: readonly string[];
  readonly releases: readonly { readonly text: string }[];
}

/** The first column names the row, the others are numbers. */
interface Table {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The page on what became of recorded offences. */
export function presentOutcomes(given: {
  asked: Readonly<Record<string, string>>;
  found: Read<OutcomesFound>;
  law: Law;
}): OutcomesPage {
  const { asked, found, law } = given;
  const errors = found.ok ? [] : found.errors;
  return {
    title: found.ok ? titleFor(found.value) : "That question cannot be answered",
    errors,
    error: Object.fromEntries(errors.map(({ field, text }) => [field, { text }])),
    areas: areaChoices(law, asked["area"] || "kent"),
    classes: classChoices(law, asked["class"] || "stalking-and-harassment"),
    from: asked["from"] ?? "2018/19",
    to: asked["to"] ?? "2018/19",
    result: found.ok ? resultOf(found.value, law) : null,
  };
}

/** Outcome type 1: charged or summonsed. */
const CHARGED = "1";
const NOT_YET = "0";

function titleFor({ outcomes: { className, areaName, cohorts } }: OutcomesFound): string {
  const what = `${lowerFirst(className)} in ${areaName}`;
  const [first, last] = [cohorts[0], cohorts.at(-1)];
  if (first === undefined || last === undefined)
    return `Cannot tell: no outcomes are held for recorded ${what} in that time`;
  const { recorded, withOutcome, charged } = totalsOf(cohorts);
  const shares = [
    percent(charged, recorded, "of all"),
    percent(charged, withOutcome, "of those with an outcome"),
  ].filter(Boolean);
  const when = sayPeriod({ from: first.period.from, to: last.period.to });
  const share = shares.length === 0 ? "" : `: ${shares.join(", ")}`;
  return `Of ${sayNumber(recorded)} recorded offences of ${what} in ${when}, ${sayNumber(charged)} had led to a charge or summons by the release${share}`;
}

function totalsOf(cohorts: readonly Cohort[]): { recorded: number; withOutcome: number; charged: number } {
  return {
    recorded: sum(cohorts.map((each) => each.recorded)),
    withOutcome: sum(cohorts.map((each) => each.withOutcome)),
    charged: sum(cohorts.map(chargedOf)),
  };
}

function chargedOf({ outcomes }: Cohort): number {
  return sum(outcomes.filter(({ code }) => code === CHARGED).map(({ count }) => count));
}

function resultOf({ outcomes, prosecutions }: OutcomesFound, law: Law): OutcomesResult {
  const { cohorts, notes } = outcomes;
  return {
    cohorts: cohortTable(cohorts),
    outcomes: outcomeTable(cohorts),
    prosecutions: {
      caption: "Defendants by offence and year",
      columns: ["Offence", "Year", "Prosecuted", "Convicted", "Sentenced"],
      rows: prosecutions.rows.map((row) => [
        `${row.code} ${titled(law, row.class)}`,
        String(row.year),
        ...[row.prosecuted, row.convicted, row.sentenced].map((each) => (each === null ? "" : sayNumber(each))),
      ]),
    },
    notes,
    prosecutionNotes: prosecutions.notes,
    releases: [...new Set(cohorts.map(({ release }) => release))].map((text) => ({ text })),
  };
}

function cohortTable(cohorts: readonly Cohort[]): Table {
  return {
    caption: "By quarter in which the offence was recorded",
    columns: [
      "Recorded in",
      "Offences",
      "With an outcome",
      "Charged",
      "Of all",
      "Of those with an outcome",
      "Months since",
    ],
    rows: cohorts.map((each) => [
      sayPeriod(each.period),
      sayNumber(each.recorded),
      sayNumber(each.withOutcome),
      sayNumber(chargedOf(each)),
      percent(chargedOf(each), each.recorded),
      percent(chargedOf(each), each.withOutcome),
      String(each.ageMonths),
    ]),
  };
}

function outcomeTable(cohorts: readonly Cohort[]): Table {
  const { recorded, withOutcome } = totalsOf(cohorts);
  const byCode = Map.groupBy(
    cohorts.flatMap(({ outcomes }) => outcomes),
    ({ code }) => code,
  );
  const rows = [...byCode].map(([code, alike]) => ({
    code,
    title: alike[0]?.title ?? code,
    count: sum(alike.map(({ count }) => count)),
  }));
  return {
    caption: "All outcomes of the whole time",
    columns: ["Outcome", "Offences", "Of all recorded", "Of those with an outcome"],
    rows: rows
      .toSorted((a, b) => b.count - a.count)
      .map(({ code, title, count }) => [
        title,
        sayNumber(count),
        percent(count, recorded),
        code === NOT_YET ? "" : percent(count, withOutcome),
      ]),
  };
}

/** The smallest base that bears a percentage. */
const SMALLEST_BASE = 50;

function percent(count: number, base: number, ofWhat = ""): string {
  if (base < SMALLEST_BASE) return "";
  const share = (100 * count) / base;
  return `${count > 0 && share < 0.05 ? "under 0.1" : share.toFixed(1)} % ${ofWhat}`.trim();
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}

function titled(law: Law, label: string): string {
  return law.classByCode.has(label.toLowerCase()) || law.groupBySlug.has(label) ? titleOf(law, label) : label;
}

import { sayPeriod } from "../../base/index.ts";
import type { Cohort, OutcomesAnswer, ProsecutionsAnswer } from "../../figures/index.ts";
import { type Law, titleOf } from "../../law/index.ts";
import type { FieldError, Read } from "../query.ts";
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

/** What the page shows. */
export interface OutcomesFound {
  readonly outcomes: OutcomesAnswer;
  readonly prosecutions: ProsecutionsAnswer;
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

function titleFor({ outcomes: { className, areaName, cohorts, whole } }: OutcomesFound): string {
  const what = `${lowerFirst(className)} in ${areaName}`;
  const [first, last] = [cohorts[0], cohorts.at(-1)];
  if (whole === null || first === undefined || last === undefined)
    return `Cannot tell: no outcomes are held for recorded ${what} in that time`;
  const charged = chargedOf(whole);
  const shares = [
    sayPercent(charged.ofRecorded, "of all"),
    sayPercent(charged.ofWithOutcome, "of those with an outcome"),
  ];
  const said = shares.filter((each) => each !== "").join(", ");
  const when = sayPeriod({ from: first.period.from, to: last.period.to });
  const counts = `${sayNumber(charged.count)} had led to a charge or summons by the release`;
  return `Of ${sayNumber(whole.recorded)} recorded offences of ${what} in ${when}, ${counts}${said === "" ? "" : `: ${said}`}`;
}

type Charged = Pick<Cohort["outcomes"][number], "count" | "ofRecorded" | "ofWithOutcome">;

function chargedOf({ outcomes }: Pick<Cohort, "outcomes">): Charged {
  return outcomes.find(({ code }) => code === CHARGED) ?? { count: 0, ofRecorded: null, ofWithOutcome: null };
}

function resultOf({ outcomes, prosecutions }: OutcomesFound, law: Law): OutcomesResult {
  const { cohorts, notes, whole } = outcomes;
  return {
    cohorts: cohortTable(cohorts),
    outcomes: outcomeTable(whole?.outcomes ?? []),
    prosecutions: {
      caption: `Defendants in ${prosecutions.areaName} by offence and year`,
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
      sayNumber(chargedOf(each).count),
      sayPercent(chargedOf(each).ofRecorded),
      sayPercent(chargedOf(each).ofWithOutcome),
      String(each.ageMonths),
    ]),
  };
}

function outcomeTable(outcomes: Cohort["outcomes"]): Table {
  return {
    caption: "All outcomes of the whole time",
    columns: ["Outcome", "Offences", "Of all recorded", "Of those with an outcome"],
    rows: outcomes
      .toSorted((a, b) => b.count - a.count)
      .map(({ title, count, ofRecorded, ofWithOutcome }) => [
        title,
        sayNumber(count),
        sayPercent(ofRecorded),
        sayPercent(ofWithOutcome),
      ]),
  };
}

/** Nothing is said on a base under 50, and no outcome that happened is said to be none. */
function sayPercent(percent: number | null, ofWhat = ""): string {
  if (percent === null) return "";
  return `${percent === 0 ? "under 0.1" : percent.toFixed(1)} % ${ofWhat}`.trim();
}

function titled(law: Law, label: string): string {
  return law.classByCode.has(label.toLowerCase()) || law.groupBySlug.has(label) ? titleOf(law, label) : label;
}

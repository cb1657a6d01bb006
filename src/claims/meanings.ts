import { calendarYear, financialYear, parsePeriod, type Period, sayDay, sayPeriod } from "../base/index.ts";
import type { FigureQuestion } from "../figures/index.ts";
import type { LawNames } from "./names.ts";

/** What is asked of the figures for a claim. */
export type Asked = Pick<FigureQuestion, "area" | "classes" | "from" | "to" | "measure">;

/** Something else that a claim could mean, and why it is not the same. */
export interface Meaning {
  readonly question: Asked;
  readonly why: string;
}

/** Hate crime and the like are flags on crimes of any class, and are counted as flagged. */
export function measureOf(subject: string | null, { knowledge }: LawNames): Pick<FigureQuestion, "measure"> {
  return knowledge?.groupBySlug.get(subject ?? "")?.kind === "flagged" ? { measure: "flagged" } : {};
}

/** The other readings of a claim: the financial for the calendar year or the reverse, and what is flagged for what is recorded. */
export function otherMeanings(question: Asked): Meaning[] {
  return [...otherPeriods(question), ...otherMeasure(question)];
}

function otherPeriods(question: Asked): Meaning[] {
  const ends = [question.from, question.to].map(yearOf);
  const [from, to] = ends;
  if (from === null || to === null || from === undefined || to === undefined || from.isFinancial !== to.isFinancial)
    return [];
  const shifts = to.isFinancial ? [1, 0] : [0, -1];
  const make = to.isFinancial ? calendarYear : financialYear;
  return shifts.map((shift) => {
    const asked = { ...question, from: make(from.year + shift), to: make(to.year + shift) };
    const why = `other period: for ${sayPeriod(asked.to)}, where the text says ${sayPeriod(question.to)}`;
    return { question: asked, why };
  });
}

function yearOf({ label }: Period): { readonly year: number; readonly isFinancial: boolean } | null {
  const match = /^(\d{4})(\/\d\d)?$/.exec(label);
  return match === null ? null : { year: Number(match[1]), isFinancial: match[2] !== undefined };
}

const AGGRAVATED = "racially-or-religiously-aggravated";

function otherMeasure(question: Asked): Meaning[] {
  const { measure: _, ...rest } = question;
  if (/^hate-crime(?:-race|-religion)?$/.test(question.classes)) {
    const why =
      "flagged against recorded: the text speaks of hate crime, which is flagged; the figure counts offences aggravated in law";
    return [{ question: { ...rest, classes: AGGRAVATED }, why }];
  }
  if (question.classes !== AGGRAVATED) return [];
  const why =
    "flagged against recorded: the text speaks of offences aggravated in law; the figure counts crimes flagged as hate crime";
  return [{ question: { ...rest, classes: "hate-crime", measure: "flagged" }, why }];
}

/** Up to eight codes by name, more by their number. */
export function sayCodes(codes: readonly string[]): string {
  return codes.length <= MOST_CODES ? codes.join("+") : `${codes.length} classes`;
}

const MOST_CODES = 8;

/** Why a class cannot have a figure in a period: it began later, and its offences were counted elsewhere; null where it could. */
export function ruleBetween(codes: readonly string[], period: string, { knowledge }: LawNames): string | null {
  if (knowledge === undefined || codes.length === 0) return null;
  const { to } = parsePeriod(period);
  const starts = codes.map((code) => knowledge.classByCode.get(code.toLowerCase())?.valid_from ?? null);
  const [start] = starts;
  if (start === null || start === undefined || starts.some((each) => each === null || each <= to)) return null;
  const rule = knowledge.countingRules.find(
    (each) => each.kind === "moved" && codes.some((code) => each.to_classes.includes(code)),
  );
  const before = rule === undefined ? "" : `, and its offences were counted in ${sayCodes(rule.from_classes)} before`;
  return `rule between: class ${sayCodes(codes)} starts on ${sayDay(start)}${before}`;
}

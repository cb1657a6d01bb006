import {
  equalRatesP,
  farringtonFlexible,
  fitCounts,
  harmonicSeason,
  individualsChart,
  intercept,
  serialWidening,
  slope,
  step,
  studentTails,
} from "../../src/stats/index.ts";

/** What other tools do with a monthly series to say that its newest twelve months differ, from our own routines. */
export interface UsualTest {
  readonly name: string;
  /** How often it may cry out by its own word, in per cent; null where it gives none. */
  readonly nominal: number | null;
  readonly signals: (counts: readonly number[]) => boolean;
}

export const USUAL_TESTS: readonly UsualTest[] = [
  { name: "year on year, Poisson", nominal: 5, signals: yearOnYear },
  { name: "NHS XmR, any rule", nominal: null, signals: (counts) => onChart(counts, "any") },
  { name: "NHS XmR, limits only", nominal: null, signals: (counts) => onChart(counts, "outside") },
  { name: "farringtonFlexible, any of 12", nominal: 26, signals: anyAlarm },
  { name: "ITS, quasi-Poisson", nominal: 5, signals: (counts) => stepAtDate(counts, false) },
  { name: "ITS, widened for lag 1", nominal: 5, signals: (counts) => stepAtDate(counts, true) },
];

const ALPHA = 0.05;
const YEAR = 12;

function yearOnYear(counts: readonly number[]): boolean {
  const [x0 = 0, x1 = 0] = [counts.slice(-2 * YEAR, -YEAR), counts.slice(-YEAR)].map((year) =>
    year.reduce((sum, count) => sum + count, 0),
  );
  return equalRatesP({ x1, e1: 1, x0, e0: 1 }, "score") < ALPHA;
}

/** As those tools run it: three years, the season left in. */
function onChart(counts: readonly number[], rule: "any" | "outside"): boolean {
  const newest = individualsChart(counts.slice(-3 * YEAR)).slice(-YEAR);
  return newest.some(({ signal }) => signal !== null && (rule === "any" || signal.rule === rule));
}

function anyAlarm(counts: readonly number[]): boolean {
  const settings = { frequency: YEAR, from: counts.length - YEAR + 1, halfWindow: 1, periods: 4, alpha: 0.025 };
  return farringtonFlexible(counts, settings).some(({ alarm }) => alarm);
}

/** A step at the first of the newest twelve months, given the date, with a trend and two pairs of waves. */
function stepAtDate(counts: readonly number[], isWidened: boolean): boolean {
  const n = counts.length;
  const design = [intercept(n), slope(n, YEAR), step(n, n - YEAR + 1), ...harmonicSeason(n, YEAR, 2)];
  const fit = fitCounts({ counts, design });
  if (!fit.converged) return false;
  const t = Math.abs(fit.statistics[2]!) / (isWidened ? serialWidening(fit) : 1);
  return 2 * studentTails(t, fit.residualFreedom).upper < ALPHA;
}

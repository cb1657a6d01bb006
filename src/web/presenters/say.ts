import { sayDay, sayPeriod } from "../../base/index.ts";
import type { Change, Figure } from "../../figures/index.ts";
import type { Measure } from "../../records/index.ts";

/** `11,761`; `−25`; at most three decimals. */
export function sayNumber(value: number): string {
  return NUMBERS.format(value).replace("-", "−");
}

/** `+5,426`, `−25`, `0`. */
export function saySigned(value: number): string {
  return value > 0 ? `+${sayNumber(value)}` : sayNumber(value);
}

const NUMBERS = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 3 });

/** `1.86`. */
export function sayRatio(ratio: number): string {
  return (ratio < 0.1 ? ratio.toPrecision(2) : ratio.toFixed(2)).replace(/^0\.00$/, "0");
}

/** What a measure counts, as a heading: `Recorded`. */
export const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  recorded: "Recorded",
  "recorded-female-victims": "Recorded, with female victims",
  flagged: "Recorded and flagged",
  "street-recorded": "Recorded (street-level files)",
  "street-outcome": "Outcomes (street-level files)",
  "outcome-assigned": "Outcomes assigned",
  "outcome-of-recorded": "Outcomes of recorded offences",
  prosecuted: "Prosecuted",
  convicted: "Convicted",
  sentenced: "Sentenced",
  "severity-score": "Crime severity score",
  "survey-prevalence": "Survey prevalence (per cent)",
  "survey-reported": "Survey, told to the police (per cent)",
  population: "Residents",
};

/** What a figure counts and where: `Recorded stalking and harassment in Kent`. */
function saySubject({ measure, className, areaName }: Pick<Figure, "measure" | "className" | "areaName">): string {
  if (measure === "recorded") return `Recorded ${lowerFirst(className)} in ${areaName}`;
  if (measure === "population") return `Residents of ${areaName}`;
  return `${MEASURE_WORDS[measure]}: ${lowerFirst(className)} in ${areaName}`;
}

/** What was found, in one sentence that begins with the numbers: the title of a page. */
export function sayFinding(
  figures: readonly Figure[],
  change: Pick<Change, "base" | "difference" | "ratio"> | null,
): string {
  const first = figures[0];
  const last = figures.at(-1);
  if (first === undefined || last === undefined) return "Cannot tell: no period was asked about";
  const subject = saySubject(last);
  if (last.value === null) return `Cannot tell: ${lowerFirst(subject)} in ${sayPeriod(last.period)}`;
  const number = `${subject}: ${sayNumber(last.value)} in ${sayPeriod(last.period)}`;
  if (figures.length === 1) return number;
  if (change === null || first.value === null) return `${number}; cannot tell how many in ${sayPeriod(first.period)}`;
  return `${number}, ${sayAgainst(change, sayPeriod(first.period))}`;
}

/** A ratio where both are large enough and it says something; else the difference. */
export function sayAgainst(
  { base, difference, ratio }: Pick<Change, "base" | "difference" | "ratio">,
  before: string,
): string {
  if (difference === 0) return `as many as in ${before}`;
  if (ratio !== null && base >= 50 && ratio >= 1.1)
    return `${sayRatio(ratio)} times the ${sayNumber(base)} of ${before}`;
  const size = sayNumber(Math.abs(difference));
  return `${size} ${difference > 0 ? "more" : "fewer"} than the ${sayNumber(base)} of ${before}`;
}

/** Limits of a ratio, in words. */
export function sayRatioLimits(interval: Change["interval"]): string | null {
  if (interval === null) return null;
  const { low, high, level } = interval;
  return `between ${sayRatio(low)} and ${sayRatio(high)} times (${Math.round(level * 100)} per cent limits: what chance alone would leave open if the offences were independent of one another)`;
}

/** `released 25 April 2019`, or that the day is not known. */
export function sayReleased(released: string | null): string {
  return released === null ? "day of release not known" : `released ${sayDay(released)}`;
}

/** A title within a sentence: `Stalking` becomes `stalking`, `CSEW` stays. */
export function lowerFirst(text: string): string {
  return /^[A-Z][^A-Z]/.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}

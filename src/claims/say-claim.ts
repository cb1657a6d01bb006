import { maybePeriod, sayDay, sayPeriod } from "../base/index.ts";
import type { ReadClaim } from "./claim.ts";
import type { ComparedFigure } from "./compare.ts";
import { CLAIM_SETTINGS } from "./settings.ts";

/** `11,761`; at most four decimals. */
export function sayNumber(value: number): string {
  return formatted(value).replace("-", "\u2212");
}

/** The same with a hyphen for a minus. A small count needs no formatting, which costs a microsecond. */
export function formatted(value: number): string {
  return Number.isInteger(value) && value > 0 && value < 1000 ? String(value) : NUMBERS.format(value);
}

const NUMBERS = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 4 });

/** The words of a claim on one line: `an increase of 167%`; long ones are cut, and marks that turn the writing left out. */
export function sayQuote(quote: string): string {
  const line = quote
    .replaceAll(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  const words = line.length <= MOST_QUOTED ? line : `${line.slice(0, MOST_QUOTED).replace(/\s\S*$/, "")} …`;
  return `“${words}”`;
}

const MOST_QUOTED = 160;

/** A period label in words: `the year to March 2018`. */
export function sayLabel(label: string): string {
  const period = maybePeriod(label);
  return period === undefined ? label : sayPeriod(period);
}

/** An area or a subject as words: `england-and-wales` becomes `England and Wales`. */
export function sayArea(slug: string): string {
  return slug
    .split("-")
    .map((word, i) => (i > 0 && SMALL_WORDS.has(word) ? word : `${word.charAt(0).toUpperCase()}${word.slice(1)}`))
    .join(" ");
}

const SMALL_WORDS: ReadonlySet<string> = new Set(["and", "of", "the", "upon"]);

/** `2,806 more (+247.2 %)`; no percentage on a small base, and “as many” where nothing changed. */
export function sayDifference({ base, difference, percent }: Omit<NumbersOfChange, "ratio">): string {
  if (difference === 0) return "as many";
  const size = `${sayNumber(Math.abs(difference))} ${difference > 0 ? "more" : "fewer"}`;
  if (percent === null || base === null || base < CLAIM_SETTINGS.smallBase) return size;
  return `${size} (${difference > 0 ? "+" : "\u2212"}${sayNumber(Math.abs(percent))} %)`;
}

interface NumbersOfChange {
  readonly base: number | null;
  readonly difference: number;
  readonly percent: number | null;
}

/** `recorded stalking and harassment in Kent: 6,335 in 2016, 11,761 in 2017, 5,426 more (+85.7 %)`; null when no number is held. */
export function sayRecorded({ className, value, period, base, basePeriod, change }: ComparedFigure, claim: ReadClaim) {
  if (value === null) return null;
  const what = `recorded ${lowerFirst(className)} in ${sayArea(claim.area ?? "")}`;
  const now = `${sayNumber(value)} in ${sayLabel(period)}`;
  if (base === null || basePeriod === null) return `${what}: ${now}`;
  const more = change === null ? "" : `, ${sayDifference({ base, ...change })}`;
  return `${what}: ${sayNumber(base)} in ${sayLabel(basePeriod)}, ${now}${more}`;
}

/** The releases that figures were taken from, each once: source, release and its day where known. */
export function sayReleases(compared: readonly ComparedFigure[]): string[] {
  const texts = compared
    .filter(({ source }) => source !== "")
    .map(({ source, release, released }) => {
      const day = released === null ? "day of release not known" : `released ${sayDay(released)}`;
      return `${source}; release ${release}, ${day}`;
    });
  return [...new Set(texts)].toSorted((a, b) => a.localeCompare(b, "en-GB"));
}

function lowerFirst(text: string): string {
  return /^[A-Z][^A-Z]/.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}

/** `3 claims`, `1 claim`. */
export function sayCount(count: number, one: string, many = `${one}s`): string {
  return `${sayNumber(count)} ${count === 1 ? one : many}`;
}

/** `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** With a capital first and one full stop last. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/[.\s]+$/, "")}.`;
}

import { textWidth } from "./text.ts";

/** A place on an axis and the words under it; a second line follows a line break. */
export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** Round values from zero (or below it) to just past the largest; whole steps when all values are whole. */
export function valueTicks(values: readonly number[], atMost = 6): readonly number[] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const least = values.every(Number.isInteger) ? 1 : 0;
  const step = Math.max(least, roundStep((high - low || 1) / (atMost - 1)));
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Days since 1970 began; a day on the axis of dates. */
export function dayNumber(date: string): number {
  return EPOCH.until(Temporal.PlainDate.from(date)).days;
}

/** Ticks for these days (sorted, at least one) on an axis this wide: at the days themselves if yearly, else at round dates. */
export function dateTicks(days: readonly number[], width: number): readonly Tick[] {
  const dates = days.map((day) => EPOCH.add({ days: day }));
  const first = dates[0] ?? EPOCH;
  const last = dates.at(-1) ?? EPOCH;
  const anniversary = dates.every((date) => date.month === first.month && date.day === first.day);
  if (anniversary) return everyYear(first, last, width);
  const spanDays = dayOf(last) - dayOf(first);
  const monthly = dates.every((date) => date.day === first.day);
  return monthly || spanDays > 100 ? roundMonths(first, last, width) : roundDays(first, last, width);
}

const EPOCH = Temporal.PlainDate.from("1970-01-01");
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const GAP = 14;

function dayOf(date: Temporal.PlainDate): number {
  return EPOCH.until(date).days;
}

function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((factor) => factor * power >= raw * 0.999) ?? 10;
  return factor * power;
}

function everyYear(first: Temporal.PlainDate, last: Temporal.PlainDate, width: number): readonly Tick[] {
  const wholeYear = (first.month === 1 && first.day === 1) || (first.month === 12 && first.day === 31);
  const say = (date: Temporal.PlainDate) => (wholeYear ? `${date.year}` : `${MONTHS[date.month - 1]}\n${date.year}`);
  const years = last.year - first.year;
  const step = smallest([1, 2, 5, 10, 20, 50], (step) => width / Math.max(1, years / step) >= textWidth("2000") + GAP);
  return steps(first, last, { years: step }).map((date) => ({ at: dayOf(date), text: say(date) }));
}

function roundMonths(first: Temporal.PlainDate, last: Temporal.PlainDate, width: number): readonly Tick[] {
  const months = (dayOf(last) - dayOf(first)) / 30.44;
  const room = textWidth("0000") + GAP;
  const step = smallest([1, 2, 3, 6, 12, 24, 60, 120, 240], (step) => (width * step) / months >= room);
  const from = firstRound(first, step);
  return steps(from, last, { months: step }).map((date, i) => ({
    at: dayOf(date),
    text: sayMonth(date, { step, first: i === 0 }),
  }));
}

function firstRound(first: Temporal.PlainDate, step: number): Temporal.PlainDate {
  const inMonths = first.year * 12 + first.month - 1 + (first.day > 1 ? 1 : 0);
  const rounded = Math.ceil(inMonths / step) * step;
  return Temporal.PlainDate.from({ year: Math.floor(rounded / 12), month: (rounded % 12) + 1, day: 1 });
}

function sayMonth(date: Temporal.PlainDate, { step, first }: { step: number; first: boolean }): string {
  if (step >= 12) return `${date.year}`;
  const month = MONTHS[date.month - 1] ?? "";
  return first || date.month <= step ? `${month}\n${date.year}` : month;
}

function roundDays(first: Temporal.PlainDate, last: Temporal.PlainDate, width: number): readonly Tick[] {
  const days = Math.max(1, dayOf(last) - dayOf(first));
  const step = smallest([1, 2, 7, 14, 28], (step) => (width * step) / days >= textWidth("00 Mmm") + GAP);
  return steps(first, last, { days: step }).map((date, i) => ({
    at: dayOf(date),
    text: `${date.day} ${MONTHS[date.month - 1]}${i === 0 ? `\n${date.year}` : ""}`,
  }));
}

function smallest(choices: readonly number[], fits: (step: number) => boolean): number {
  return choices.find(fits) ?? choices.at(-1) ?? 1;
}

function steps(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  step: Temporal.DurationLike,
): readonly Temporal.PlainDate[] {
  const dates: Temporal.PlainDate[] = [];
  for (let date = from; Temporal.PlainDate.compare(date, to) <= 0; date = date.add(step)) dates.push(date);
  return dates;
}

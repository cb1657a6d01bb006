/** Whole days since 1 January 1970. */
export type Day = number;

/** Whole minutes since 1 January 1970, UTC. */
export type Minute = number;

export const MINUTES_A_DAY = 1440;
export const DAYS_A_YEAR = 365.25;

/** The years that an invented force's records span: six financial ones, over the counting rules of 2015, 2017, 2018 and 2020. */
export const FIRST_DAY: Day = dayOf(2015, 4, 1);
export const LAST_DAY: Day = dayOf(2021, 3, 31);

/** The day of a year, month and day of the Gregorian calendar (by Hinnant's days_from_civil: Temporal is too slow for millions). */
export function dayOf(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** Year, month and day of a day (civil_from_days). */
export function partsOf(day: Day): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** `2017-06-22` */
export function isoDay(day: Day): string {
  const { year, month, day: ofMonth } = partsOf(day);
  return `${year}-${twoDigits(month)}-${twoDigits(ofMonth)}`;
}

/** `2017-06-22T14:05:00Z` */
export function isoMinute(minute: Minute): string {
  const day = dayIn(minute);
  const rest = minute - day * MINUTES_A_DAY;
  return `${isoDay(day)}T${twoDigits(Math.floor(rest / 60))}:${twoDigits(rest % 60)}:00Z`;
}

export function dayIn(minute: Minute): Day {
  return Math.floor(minute / MINUTES_A_DAY);
}

export function yearOf(day: Day): number {
  return partsOf(day).year;
}

/** Whole years from birth to a day, near enough to choose a role by. */
export function ageOn(bornOn: Day, day: Day): number {
  return Math.floor((day - bornOn) / DAYS_A_YEAR);
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

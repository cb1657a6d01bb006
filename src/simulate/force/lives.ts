import { between, happens, pick, type Random, whole } from "../random.ts";
import { ageOn, type Day, DAYS_A_YEAR, FIRST_DAY, LAST_DAY } from "./calendar.ts";
import { mobile, registrationMark } from "./contacts.ts";
import type { Member } from "./households.ts";
import type { Address, Since } from "./kinds.ts";
import type { NameBook } from "./name-book.ts";
import { addressIn, type Town } from "./places.ts";

/** A household's home over the years; nothing where there is none. */
export function homesOf(random: Random, town: Town, first: Address | undefined): Since<Address | undefined>[] {
  const homes: Since<Address | undefined>[] = [{ from: -Infinity, value: first }];
  if (first === undefined) return homes;
  for (const from of changes(random, 0.06)) homes.push({ from, value: addressIn(random, town) });
  return homes;
}

/** One person's own home: with the household until they leave it. */
export function ownHomes(
  random: Random,
  town: Town,
  { shared, leavesOn }: { shared: readonly Since<Address | undefined>[]; leavesOn: Day | undefined },
): readonly Since<Address | undefined>[] {
  if (leavesOn === undefined) return shared;
  return [...shared.filter(({ from }) => from < leavesOn), { from: leavesOn, value: addressIn(random, town) }];
}

/** The day on which a child, grown up, leaves; nothing for one who stays. */
export function leavesHome(random: Random, { child, bornOn }: Member): Day | undefined {
  if (!child || !happens(random, 0.7)) return undefined;
  const on = bornOn + Math.floor(between(random, 18, 26) * DAYS_A_YEAR);
  return on <= LAST_DAY ? on : undefined;
}

/** Surnames over the years: at birth, and after a marriage. */
export function surnamesOf(random: Random, { member, names }: { member: Member; names: NameBook }): Since<string>[] {
  const { surname, marriesInto, origin, sex, bornOn } = member;
  const adultOn = Math.max(FIRST_DAY, bornOn + Math.ceil(18 * DAYS_A_YEAR));
  const later = sex === "F" && ageOn(bornOn, LAST_DAY) < 45 && happens(random, 0.06);
  const into = marriesInto || (later ? names.surname(random, origin) : "");
  const birth = [{ from: -Infinity, value: surname }];
  if (into === "" || adultOn > LAST_DAY) return birth;
  return [...birth, { from: whole(random, adultOn, LAST_DAY), value: into }];
}

interface PhoneHabit {
  readonly bornOn: Day;
  /** A year. */
  readonly changes: number;
  /** The household's, where it is shared. */
  readonly shared: string | undefined;
}

/** Phone numbers over the years; none for small children. */
export function phonesOf(random: Random, { bornOn, changes: rate, shared }: PhoneHabit): Since<string>[] {
  if (shared !== undefined) return [{ from: -Infinity, value: shared }];
  const ownFrom = bornOn + 11 * DAYS_A_YEAR;
  if (happens(random, 0.04)) return [{ from: -Infinity, value: "" }];
  const first = { from: ownFrom, value: mobile(random) };
  return [
    { from: -Infinity, value: "" },
    first,
    ...changes(random, rate)
      .filter((from) => from > ownFrom)
      .map((from) => ({ from, value: mobile(random) })),
  ];
}

/** Vehicles over the years; blank: none. */
export function vehiclesOf(random: Random, bornOn: Day): Since<string>[] {
  const from = bornOn + 18 * DAYS_A_YEAR;
  if (from > LAST_DAY || !happens(random, 0.5)) return [{ from: -Infinity, value: "" }];
  const own = () => registrationMark(random, whole(random, 2003, 2015));
  return [
    { from: -Infinity, value: "" },
    { from, value: own() },
    ...changes(random, 0.15)
      .filter((on) => on > from)
      .map((on) => ({ from: on, value: own() })),
  ];
}

/** Another name that somebody gives: a friend's given name with a surname, or the own one turned about. */
export function aliasesOf(random: Random, { member, names }: { member: Member; names: NameBook }): string[] {
  const { origin, sex, given, surname } = member;
  const drawn = () => names.given(random, { origin, sex, year: 1980 });
  const one = pick(random, [
    () => `${drawn()} ${surname}`,
    () => `${given} ${names.surname(random, origin)}`,
    () => `${drawn()} ${names.surname(random, origin)}`,
  ])();
  return happens(random, 0.3) ? [one, `${given} ${names.surname(random, origin)}`] : [one];
}

/** Days on which something changes, at a rate a year. */
function changes(random: Random, rate: number): Day[] {
  const found: Day[] = [];
  for (let day = FIRST_DAY; ;) {
    day += Math.ceil((-Math.log(1 - random()) / rate) * DAYS_A_YEAR);
    if (day > LAST_DAY) return found;
    found.push(day);
  }
}

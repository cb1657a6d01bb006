import type { Day } from "./calendar.ts";

export type Sex = "F" | "M";

/** A place to live; in a town, on a street. */
export interface Address {
  /** `Flat 2` or blank. */
  readonly flat: string;
  /** `12` or a house's name. */
  readonly house: string;
  readonly street: string;
  readonly town: string;
  readonly postcode: string;
  readonly lsoa: string;
}

/** What holds from a day on, until the next does. */
export interface Since<T> {
  readonly from: Day;
  readonly value: T;
}

/** An invented person as they truly are, with what changed in their life. */
export interface Person {
  readonly id: string;
  readonly origin: string;
  readonly sex: Sex;
  readonly bornOn: Day;
  readonly given: string;
  readonly middle: readonly string[];
  /** What friends say; blank for most. */
  readonly nickname: string;
  readonly surnames: readonly Since<string>[];
  /** Other names given to the police: `Tony Marsh`. */
  readonly aliases: readonly string[];
  readonly ethnicity: string;
  /** Blank: no phone. */
  readonly phones: readonly Since<string>[];
  readonly email: string;
  readonly handle: string;
  readonly vehicles: readonly Since<string>[];
  /** Nothing: no fixed address. */
  readonly addresses: readonly Since<Address | undefined>[];
  readonly household: string;
  /** How often they come to notice, and in which role. */
  readonly activity: number;
  readonly bent: "victim" | "suspect" | "bystander";
}

export type Role = "victim" | "suspect" | "witness" | "reporter";

/** Two people of one household who live as a couple, or did until a day. */
export interface Couple {
  readonly one: Person;
  readonly other: Person;
  readonly endedOn: Day | undefined;
}

/** The people of a town, and who belongs to whom. */
export interface Population {
  readonly people: readonly Person[];
  readonly couples: readonly Couple[];
  readonly twins: readonly (readonly [Person, Person])[];
}

/** What held on a day; the first, where the day is before all. */
export function onDay<T>(values: readonly Since<T>[], day: Day): T {
  let found = values[0] as Since<T>;
  for (const each of values) if (each.from <= day) found = each;
  return found.value;
}

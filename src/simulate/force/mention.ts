import { happens, pick, type Random } from "../random.ts";
import { ageOn, type Day, isoDay } from "./calendar.ts";
import { type Address, onDay, type Person, type Role } from "./kinds.ts";
import { type Known, knownOf, type Naming, namesTyped } from "./mention-names.ts";
import type { NameBook } from "./name-book.ts";
import type { Habits } from "./officers.ts";
import { addressLine } from "./places.ts";
import { dateStandingIn, misdated, misnumbered } from "./typing.ts";
import type { ForceWorld } from "./worlds.ts";

/** What is written of one person in one record; blank where it is not. */
export interface MentionCells {
  readonly given_name: string;
  readonly middle_names: string;
  readonly family_name: string;
  readonly alias: string;
  readonly birth_date: string;
  readonly sex: string;
  readonly ethnicity: string;
  readonly phone: string;
  readonly email: string;
  readonly handle: string;
  readonly vehicle: string;
  readonly address: string;
  readonly postcode: string;
}

export interface Writing {
  readonly world: ForceWorld;
  readonly names: NameBook;
  readonly habits: Habits;
  readonly day: Day;
}

/** How somebody comes into a record: in a role, and by what they are known when not by name. */
export interface Presence {
  readonly person: Person;
  readonly role: Role;
  /** Only these are known of somebody who was not named. */
  readonly only?: readonly (keyof MentionCells)[];
}

/** One person as one officer writes them down on one day. */
export function mentionOf(random: Random, { person, role, only }: Presence, writing: Writing): MentionCells {
  if (only !== undefined) return onlySome(random, person, { only, day: writing.day });
  const { world } = writing;
  const known = knownOf(role, world.gaps);
  const names = namesTyped(random, person, { ...writing, role });
  const cells = { ...BLANK, ...names, ...pastOf(random, person, { writing, known }) };
  return distinguishable(random, cells, { person, writing });
}

const BLANK: MentionCells = {
  given_name: "",
  middle_names: "",
  family_name: "",
  alias: "",
  birth_date: "",
  sex: "",
  ethnicity: "",
  phone: "",
  email: "",
  handle: "",
  vehicle: "",
  address: "",
  postcode: "",
};

type Rest = Omit<MentionCells, keyof Naming>;

function pastOf(random: Random, person: Person, { writing, known }: { writing: Writing; known: Known }): Rest {
  const { habits, day } = writing;
  const gives = (share: number, value: string) => (happens(random, share) ? value : "");
  const home = onDay(person.addresses, happens(random, habits.stale) ? day - 500 : day);
  const place = happens(random, known.address) ? placeTyped(random, home, habits) : { address: "", postcode: "" };
  return {
    birth_date: happens(random, known.birthDate)
      ? birthTyped(random, person, habits)
      : gives(habits.placeholders, "1900-01-01"),
    sex: gives(known.sex, person.sex),
    ethnicity: gives(known.ethnicity, person.ethnicity),
    phone: gives(known.phone, phoneTyped(random, person, writing)) || gives(habits.placeholders / 2, "07000 000000"),
    email: gives(known.email, person.email),
    handle: gives(known.handle, person.handle),
    vehicle: gives(known.vehicle, onDay(person.vehicles, day)),
    ...place,
  };
}

function birthTyped(random: Random, { bornOn }: Person, habits: Habits): string {
  if (happens(random, habits.dateSlips)) return misdated(random, bornOn);
  return happens(random, habits.placeholders) ? dateStandingIn(random, bornOn) : isoDay(bornOn);
}

function phoneTyped(random: Random, person: Person, { habits, day }: Writing): string {
  const number = onDay(person.phones, happens(random, habits.stale) ? day - 300 : day);
  if (number === "") return "";
  const typed = happens(random, habits.digitSlips) ? misnumbered(random, number) : number;
  return pick(random, [
    typed,
    typed,
    `${typed.slice(0, 5)} ${typed.slice(5)}`,
    `+44 ${typed.slice(1)}`,
    `0044${typed.slice(1)}`,
  ]);
}

function placeTyped(random: Random, home: Address | undefined, habits: Habits): { address: string; postcode: string } {
  if (home === undefined)
    return { address: pick(random, ["NFA", "No fixed abode", "NO FIXED ADDRESS", "nfa", ""]), postcode: "" };
  const line = addressLine(happens(random, 0.12) ? { ...home, flat: "" } : home);
  const short = habits.shortensAddresses
    ? line.replace(" Road,", " Rd,").replace(" Street,", " St,").replace(" Avenue,", " Ave,")
    : line;
  const slipped = happens(random, habits.digitSlips) ? misnumbered(random, home.postcode) : home.postcode;
  return {
    address: habits.capitals ? short.toUpperCase() : short,
    postcode: happens(random, 0.12) ? "" : happens(random, 0.2) ? slipped.replace(" ", "") : slipped,
  };
}

/** Most who are recorded by name are recorded with something more than a name. */
function distinguishable(
  random: Random,
  cells: MentionCells,
  { person, writing }: { person: Person; writing: Writing },
): MentionCells {
  const bare = [cells.birth_date, cells.phone, cells.address, cells.email, cells.handle].every((cell) => cell === "");
  if (!bare || happens(random, 0.25 * writing.world.gaps)) return cells;
  const { habits, day } = writing;
  const home = onDay(person.addresses, day);
  if (home === undefined || ageOn(person.bornOn, day) < 11 || happens(random, 0.6)) {
    return { ...cells, birth_date: birthTyped(random, person, habits) };
  }
  return { ...cells, ...placeTyped(random, home, habits) };
}

/** Somebody not named: a number, an account or a vehicle, with UNKNOWN where the form wants a name. */
function onlySome(
  random: Random,
  person: Person,
  { only, day }: { only: readonly (keyof MentionCells)[]; day: Day },
): MentionCells {
  const known: Partial<MentionCells> = {
    sex: person.sex,
    phone: onDay(person.phones, day),
    handle: person.handle,
    vehicle: onDay(person.vehicles, day),
    email: person.email,
  };
  const shown = Object.fromEntries(only.map((key) => [key, known[key] ?? ""]));
  return { ...BLANK, family_name: happens(random, 0.4) ? pick(random, ["UNKNOWN", "Unknown", "UNK"]) : "", ...shown };
}

import { happens, pick, type Random } from "../random.ts";
import { ageOn, type Day, DAYS_A_YEAR } from "./calendar.ts";
import { onDay, type Person, type Role } from "./kinds.ts";
import type { NameBook } from "./name-book.ts";
import type { Habits } from "./officers.ts";
import { misspelt } from "./typing.ts";
import type { ForceWorld } from "./worlds.ts";

/** How often each thing is known of somebody in a role. */
export interface Known {
  readonly birthDate: number;
  readonly sex: number;
  readonly ethnicity: number;
  readonly phone: number;
  readonly email: number;
  readonly handle: number;
  readonly vehicle: number;
  readonly address: number;
}

/** Victims well, suspects patchily, witnesses and callers sparsely. */
const KNOWN: Readonly<Record<Role, Known>> = {
  victim: {
    birthDate: 0.94,
    sex: 0.98,
    ethnicity: 0.7,
    phone: 0.8,
    email: 0.35,
    handle: 0.05,
    vehicle: 0.06,
    address: 0.93,
  },
  suspect: {
    birthDate: 0.88,
    sex: 0.96,
    ethnicity: 0.6,
    phone: 0.4,
    email: 0.06,
    handle: 0.1,
    vehicle: 0.15,
    address: 0.65,
  },
  witness: {
    birthDate: 0.7,
    sex: 0.8,
    ethnicity: 0.2,
    phone: 0.75,
    email: 0.2,
    handle: 0.01,
    vehicle: 0.02,
    address: 0.62,
  },
  reporter: {
    birthDate: 0.5,
    sex: 0.6,
    ethnicity: 0.08,
    phone: 0.92,
    email: 0.1,
    handle: 0.01,
    vehicle: 0.02,
    address: 0.6,
  },
};

/** What is known in a role where more or less is left blank. */
export function knownOf(role: Role, gaps: number): Known {
  const known = KNOWN[role];
  const less = (share: number) => Math.max(0, 1 - (1 - share) * gaps);
  return gaps === 1
    ? known
    : { ...known, birthDate: less(known.birthDate), phone: less(known.phone), address: less(known.address) };
}

/** The cells in which a name stands. */
export interface Naming {
  readonly given_name: string;
  readonly middle_names: string;
  readonly family_name: string;
  readonly alias: string;
}

export interface NameWriting {
  readonly world: ForceWorld;
  readonly names: NameBook;
  readonly habits: Habits;
  readonly day: Day;
  readonly role: Role;
}

/** A person's name as it is typed. */
export function namesTyped(random: Random, person: Person, writing: NameWriting): Naming {
  const { habits, day, role, world } = writing;
  const [given, family] = nameGiven(random, person, writing);
  const turned = happens(random, habits.swaps) ? [family, given] : [given, family];
  const [first = "", last = ""] = turned.map((name) => (habits.capitals ? name.toUpperCase() : name));
  const titled = happens(random, habits.titles) ? `${pick(random, TITLES[person.sex])} ${first}` : first;
  const young = ageOn(person.bornOn, day) < 1 && happens(random, 0.5);
  return {
    given_name: young ? "BABY OF" : titled,
    middle_names: happens(random, MIDDLE_KNOWN[role]) ? middleTyped(random, person, habits) : "",
    family_name: happens(random, FAMILY_UNKNOWN[role] * world.gaps) ? pick(random, ["UNKNOWN", "", "UNK"]) : last,
    alias: aliasTyped(random, person, role),
  };
}

const TITLES = { M: ["Mr", "MR", "Mr."], F: ["Mrs", "Miss", "Ms", "MRS"] } as const;
const MIDDLE_KNOWN: Readonly<Record<Role, number>> = { victim: 0.45, suspect: 0.5, witness: 0.2, reporter: 0.08 };
const FAMILY_UNKNOWN: Readonly<Record<Role, number>> = { victim: 0.002, suspect: 0.015, witness: 0.01, reporter: 0.02 };

/** Given and family name, before capitals and titles: true or another's, formal or familiar, with its slips. */
function nameGiven(random: Random, person: Person, writing: NameWriting): readonly [string, string] {
  const { habits, day, role, world, names } = writing;
  if (role === "suspect" && person.aliases.length > 0 && happens(random, world.aliasGiven)) {
    return splitName(pick(random, person.aliases));
  }
  const surname = onDay(person.surnames, happens(random, habits.stale) ? day - DAYS_A_YEAR : day);
  const familiar = person.nickname !== "" && happens(random, habits.nicknames * (role === "victim" ? 1 : 2));
  const given = familiar ? person.nickname : spelt(random, person.given, { habits, names });
  const initial = happens(random, habits.initials * (role === "witness" || role === "reporter" ? 3 : 1));
  return [initial ? given.slice(0, 1) : given, spelt(random, halved(random, surname), { habits, names })];
}

function spelt(random: Random, name: string, { habits, names }: { habits: Habits; names: NameBook }): string {
  const variants = names.variants.get(name);
  const other = variants !== undefined && happens(random, habits.respells) ? pick(random, variants) : name;
  return happens(random, habits.misspells) ? misspelt(random, other) : other;
}

/** Of a double name, sometimes one half, or both with a space. */
function halved(random: Random, surname: string): string {
  const [one, other] = surname.split("-");
  if (one === undefined || other === undefined || one.length < 3 || happens(random, 0.65)) return surname;
  return pick(random, [one, other, `${one} ${other}`]);
}

function middleTyped(random: Random, { middle }: Person, habits: Habits): string {
  const names = middle.map((name) => (happens(random, habits.misspells) ? misspelt(random, name) : name));
  const shown = names.length > 1 && happens(random, 0.3) ? names.slice(0, 1) : names;
  const typed = happens(random, 0.12) ? shown.map((name) => name.slice(0, 1)) : shown;
  return (habits.capitals ? typed.map((name) => name.toUpperCase()) : typed).join(" ");
}

function aliasTyped(random: Random, { aliases, nickname }: Person, role: Role): string {
  if (role !== "suspect") return "";
  if (aliases.length > 0 && happens(random, 0.3)) return pick(random, [aliases[0] ?? "", `AKA ${aliases[0] ?? ""}`]);
  return nickname !== "" && happens(random, 0.06) ? nickname : "";
}

function splitName(name: string): readonly [string, string] {
  const space = name.indexOf(" ");
  return [name.slice(0, space), name.slice(space + 1)];
}

import { happens, type Random } from "../random.ts";
import { ageOn, type Day, DAYS_A_YEAR } from "./calendar.ts";
import { type Picker, pickerOf } from "./draw.ts";
import type { Couple, Person, Population, Role } from "./kinds.ts";

/** Chooses who is in an event. */
export interface Cast {
  /** Somebody of a fitting age, none of those already in it. */
  readonly anyone: (random: Random, of: { role: Role; day: Day; not: readonly Person[] }) => Person | undefined;
  readonly couple: Picker<Couple> | undefined;
  readonly householdOf: (person: Person) => readonly Person[];
}

/** A town's cast: people come to notice as often as their activity says, mostly in the role they are bent to. */
export function castOf({ people, couples }: Population): Cast {
  const pickers = Object.fromEntries(
    ROLES.map((role) => [role, pickerOf(people, ({ activity, bent }) => activity * LEANING[bent][role])]),
  ) as Record<Role, Picker<Person>>;
  const households = Map.groupBy(people, ({ household }) => household);
  return {
    anyone: (random, { role, day, not }) => {
      for (let tries = 0; tries < 12; tries++) {
        const found = pickers[role](random);
        if (fits(found, role, day) && !not.includes(found)) return found;
      }
      return undefined;
    },
    couple: couples.length === 0 ? undefined : pickerOf(couples, ({ one, other }) => one.activity + other.activity),
    householdOf: ({ household }) => households.get(household) ?? [],
  };
}

/** How often somebody has a role, by what they are bent to. */
const LEANING: Readonly<Record<Person["bent"], Readonly<Record<Role, number>>>> = {
  suspect: { suspect: 1, victim: 0.25, witness: 0.1, reporter: 0.1 },
  victim: { suspect: 0.02, victim: 1, witness: 0.4, reporter: 0.6 },
  bystander: { suspect: 0.02, victim: 0.35, witness: 1, reporter: 1 },
};

const ROLES = Object.keys(LEANING.victim) as Role[];

/** Ages from which somebody has a role: anyone alive can be a victim. */
export function fits({ bornOn }: Person, role: Role, day: Day): boolean {
  if (role === "victim") return day - bornOn > 30;
  return ageOn(bornOn, day) >= (role === "suspect" ? 11 : 8);
}

/** One of a couple as victim, the other as suspect, as they mostly come to notice. */
export function sidesOf(random: Random, { one, other }: Couple): { victim: Person; suspect: Person } {
  const woman = one.sex === "F" ? one : other;
  const first = happens(random, 0.78) === (woman === one) ? one : other;
  return { victim: first, suspect: first === one ? other : one };
}

/** What a suspect of a household is to the victim. */
export function kinOf(victim: Person, suspect: Person): string {
  const years = (victim.bornOn - suspect.bornOn) / DAYS_A_YEAR;
  if (years < -16) return "child";
  return years > 16 ? "parent" : "sibling or house-mate";
}

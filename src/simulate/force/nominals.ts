import { happens, pick, type Random } from "../random.ts";
import type { Minute } from "./calendar.ts";
import type { Role } from "./kinds.ts";
import type { Presence } from "./mention.ts";
import type { ForceWorld } from "./worlds.ts";

export interface NominalSettings {
  readonly world: ForceWorld;
  readonly reference: (kind: string, force: string, at: Minute) => string;
}

interface Occasion {
  readonly force: string;
  readonly at: Minute;
  readonly kind: string;
}

/** How often somebody in a role is given a person number at all; in logs half as often. */
const GIVEN: Readonly<Record<Role, number>> = { victim: 0.9, suspect: 0.88, witness: 0.5, reporter: 0.4 };

/** A force's own person numbers: mostly found again, sometimes made anew, and in some worlds another person's. */
export function nominalsOf(
  random: Random,
  { world, reference }: NominalSettings,
): (presence: Presence, occasion: Occasion) => string {
  const known = new Map<string, string[]>();
  const all = new Map<string, string[]>();
  return ({ person, role, only }, { force, at, kind }) => {
    const given = GIVEN[role] * (kind === "crime" ? 1 : 0.5);
    if (only !== undefined || !happens(random, given)) return "";
    const others = all.get(force) ?? [];
    if (others.length > 0 && happens(random, world.nominalWrong)) return pick(random, others);
    const key = `${force} ${person.id}`;
    const own = known.get(key) ?? [];
    if (own.length > 0 && happens(random, world.nominalFound)) return pick(random, own);
    const made = reference("N", force, at);
    known.set(key, [...own, made]);
    others.push(made);
    all.set(force, others);
    return made;
  };
}

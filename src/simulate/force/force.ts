import { loadLaw } from "../../law/index.ts";
import { loadNames } from "./name-book.ts";
import type { TableRows } from "./tables.ts";
import type { Realm } from "./realm.ts";
import { townRows } from "./town.ts";
import { worldNamed } from "./worlds.ts";

export interface ForceQuestion {
  /** People who come to notice. */
  readonly people: number;
  readonly seed: string;
  readonly world: string;
}

/** People of one town; everything that belongs together happens within it, so that no more is held at once. */
export const TOWN_SIZE = 2000;

/** An invented force's rows, town by town; equal questions, equal rows. A world that is not there is refused at once. */
export function forceRows({ people, seed, world }: ForceQuestion): Generator<TableRows> {
  return townsOf({ seed, world: worldNamed(world), law: loadLaw(), names: loadNames() }, people);
}

function* townsOf(realm: Realm, people: number): Generator<TableRows> {
  for (let number = 0; number * TOWN_SIZE < people; number++) {
    yield townRows(realm, { number, size: Math.min(TOWN_SIZE, people - number * TOWN_SIZE) });
  }
}

import type { Law } from "../../law/index.ts";
import { type Random, randomOf } from "../random.ts";
import { everydayEvent, eventWith } from "./background.ts";
import { castOf } from "./cast.ts";
import { FORCES } from "./forces.ts";
import type { NameBook } from "./name-book.ts";
import { officersOf } from "./officers.ts";
import { townOf } from "./places.ts";
import { populationOf } from "./population.ts";
import { recorderOf } from "./recorder.ts";
import type { TableRows } from "./tables.ts";
import type { ForceWorld } from "./worlds.ts";

/** What all towns of a force share. */
export interface Realm {
  readonly seed: string;
  readonly world: ForceWorld;
  readonly law: Law;
  readonly names: NameBook;
}

/** Everyday events for every person, so that mentions come to about two and a half each. */
const EVENTS_A_PERSON = 1.05;

/** All rows of one town: each of its people comes to notice at least once. */
export function townRows(realm: Realm, { number, size }: { number: number; size: number }): TableRows {
  const streamOf = (topic: string): Random => randomOf("force", realm.seed, realm.world.name, number, topic);
  const town = townOf(streamOf("places"), number);
  const population = populationOf(streamOf("people"), { ...realm, town, size });
  const officers = new Map(FORCES.map(({ slug }) => [slug, staffOf(streamOf(`officers ${slug}`), slug)]));
  const recorder = recorderOf(streamOf("records"), { ...realm, town, officers });
  const setting = { town, cast: castOf(population) };
  const everyday = streamOf("everyday");
  const met = new Set<string>();
  const record = (happening: ReturnType<typeof everydayEvent>) => {
    recorder.record(happening);
    for (const { person } of happening.parts) met.add(person.id);
  };
  for (let i = 0; i < size * EVENTS_A_PERSON; i++) record(everydayEvent(everyday, setting));
  for (const person of population.people) if (!met.has(person.id)) record(eventWith(everyday, setting, person));
  for (const [one, other] of population.twins) recorder.add("trueTwins", { person_a: one.id, person_b: other.id });
  return recorder.rows;

  function staffOf(random: Random, force: string) {
    const count = Math.min(90, Math.max(6, Math.round(size / 30)));
    return officersOf(random, { force, town: number, count, slips: realm.world.slips, district: town.district });
  }
}

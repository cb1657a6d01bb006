import { between, happens, pick, type Random, whole } from "../random.ts";
import { type Day, FIRST_DAY, LAST_DAY } from "./calendar.ts";
import { fits, sidesOf } from "./cast.ts";
import { stepsOf } from "./course-steps.ts";
import type { Setting } from "./background.ts";
import { byWeight } from "./draw.ts";
import type { Couple, Person, Population } from "./kinds.ts";
import type { Story } from "./story.ts";
import type { ForceWorld } from "./worlds.ts";

/** Who does it to whom, and from when. */
export interface Pairing {
  readonly kind: "ex-partner" | "acquaintance" | "stranger" | "unknown-suspect";
  readonly victim: Person;
  readonly suspect: Person;
  readonly startsOn: Day;
}

export interface CourseSettings extends Setting {
  readonly world: ForceWorld;
  readonly population: Population;
}

/** Share of suspects who do it to a second victim as well. */
const SECOND_VICTIM = 0.12;

/** The courses of conduct of a town: so many for every 1,000 people, and no victim in two. */
export function coursesOf(random: Random, settings: CourseSettings): Story[] {
  const { world, population } = settings;
  const wanted = Math.max(1, Math.round((population.people.length / 1000) * world.courses));
  const stories: Story[] = [];
  while (stories.length < wanted) {
    const pairing = pairingOf(random, settings, stories);
    if (pairing === undefined) break;
    stories.push(stepsOf(random, settings, pairing));
  }
  return stories;
}

/** Somebody and somebody, of a kind that is settled first; nothing where a town is too small for one more. */
function pairingOf(random: Random, settings: CourseSettings, stories: readonly Story[]): Pairing | undefined {
  const kind = happens(random, settings.world.unnamed) ? "unknown-suspect" : drawKind(random);
  const victims = new Set(stories.map(({ victim }) => victim));
  const last = stories.at(-1)?.suspect;
  const again = last !== undefined && happens(random, SECOND_VICTIM) ? last : undefined;
  for (let tries = 0; tries < 200; tries++) {
    const exes = kind === "ex-partner" && again === undefined && tries < 100;
    const pairing = exes ? formerCouple(random, settings.population) : strangers(random, settings, { kind, again });
    if (pairing !== undefined && !victims.has(pairing.victim)) return pairing;
  }
  return undefined;
}

const drawKind = byWeight<Exclude<Pairing["kind"], "unknown-suspect">>({
  "ex-partner": 60,
  acquaintance: 27,
  stranger: 13,
});

interface Strangers {
  readonly kind: Pairing["kind"];
  readonly again: Person | undefined;
}

/** Two of different households; an ex-partner among them is one who never lived there. */
function strangers(random: Random, settings: CourseSettings, { kind, again }: Strangers): Pairing | undefined {
  const startsOn = whole(random, FIRST_DAY, LAST_DAY - 90);
  const victim = victimFor(random, settings, startsOn);
  const suspect = again ?? suspectFor(random, settings, { startsOn, tied: kind === "unknown-suspect" });
  if (victim === undefined || suspect === undefined || suspect.household === victim.household) return undefined;
  return { kind: kind === "unknown-suspect" && !isTied(suspect) ? "stranger" : kind, victim, suspect, startsOn };
}

/** Two who parted within the years looked at, from about the day they did. */
function formerCouple(random: Random, { couples }: Population): Pairing | undefined {
  const parted = couples.filter((couple): couple is Couple & { endedOn: Day } => couple.endedOn !== undefined);
  if (parted.length === 0) return undefined;
  const couple = pick(random, parted);
  const sides = sidesOf(random, couple);
  if (!fits(sides.victim, "suspect", couple.endedOn)) return undefined;
  return {
    kind: "ex-partner",
    ...sides,
    startsOn: Math.min(LAST_DAY - 60, couple.endedOn + Math.floor(between(random, -10, 60))),
  };
}

/** Mostly women between 16 and 60. */
function victimFor(random: Random, { population }: CourseSettings, day: Day): Person | undefined {
  const found = pick(random, population.people);
  const fit = day - found.bornOn > 16 * 365 && day - found.bornOn < 75 * 365;
  return fit && (found.sex === "F" || happens(random, 0.25)) ? found : undefined;
}

function suspectFor(
  random: Random,
  { population }: CourseSettings,
  { startsOn, tied }: { startsOn: Day; tied: boolean },
): Person | undefined {
  const found = pick(random, population.people);
  const fit = startsOn - found.bornOn > 16 * 365 && startsOn - found.bornOn < 70 * 365;
  return fit && (found.sex === "M" || happens(random, 0.15)) && (!tied || isTied(found)) ? found : undefined;
}

/** Whether there is something that ties events of somebody not named together. */
function isTied({ phones, handle }: Person): boolean {
  return handle !== "" || phones.some(({ value }) => value !== "");
}

import { happens, pick, type Random, whole } from "../random.ts";
import { ageOn, type Day, FIRST_DAY, LAST_DAY, yearOf } from "./calendar.ts";
import { emailOf, handleOf, mobile } from "./contacts.ts";
import { skewed } from "./draw.ts";
import { type Household, householdOf, type Member } from "./households.ts";
import type { Address, Couple, Person, Population, Since } from "./kinds.ts";
import { aliasesOf, homesOf, leavesHome, ownHomes, phonesOf, surnamesOf, vehiclesOf } from "./lives.ts";
import type { NameBook } from "./name-book.ts";
import { ethnicityOf, middleNames } from "./origins.ts";
import { addressIn, flatIn, type Town } from "./places.ts";
import type { ForceWorld } from "./worlds.ts";

export interface PopulationSettings {
  readonly world: ForceWorld;
  readonly names: NameBook;
  readonly town: Town;
  /** How many people. */
  readonly size: number;
}

/** The people of a town, household by household, until there are enough. */
export function populationOf(random: Random, settings: PopulationSettings): Population {
  const people: Person[] = [];
  const couples: Couple[] = [];
  const twins: [Person, Person][] = [];
  for (let number = 0; people.length < settings.size; number++) {
    const household = householdOf(random, { names: settings.names, shared: settings.world.shared });
    const room = settings.size - people.length;
    const lived = liveIn(random, settings, { household, number, first: people.length });
    people.push(...lived.people.slice(0, room));
    if (lived.couple !== undefined && room > 1) couples.push(lived.couple);
    if (lived.twins !== undefined && room >= lived.people.length) twins.push(lived.twins);
  }
  return { people, couples, twins };
}

interface Placed {
  readonly household: Household;
  readonly number: number;
  /** The number of its first person in the town. */
  readonly first: number;
}

interface Lived {
  readonly people: readonly Person[];
  readonly couple: Couple | undefined;
  readonly twins: [Person, Person] | undefined;
}

function liveIn(random: Random, settings: PopulationSettings, { household, number, first }: Placed): Lived {
  const { town, world } = settings;
  const homes = homesOf(random, town, firstHome(random, town, household));
  const sharedPhone = happens(random, world.sharedPhones * (household.members.length > 1 ? 1.6 : 0))
    ? mobile(random)
    : undefined;
  const partsOn =
    household.couple !== undefined && happens(random, 0.3) ? whole(random, FIRST_DAY, LAST_DAY - 200) : undefined;
  const people = household.members.map((member, i) =>
    personOf(random, settings, {
      id: `person-${town.number}-${first + i}`,
      household: `${town.number}-${number}`,
      member,
      homes: household.kind === "shared" ? sharedHomes(random, town, homes) : homes,
      leavesOn: i === 0 ? partsOn : leavesHome(random, member),
      sharedPhone: household.couple?.includes(i) && !happens(random, 0.3) ? undefined : sharedPhone,
    }),
  );
  const pairOf = (pair: readonly [number, number] | undefined) => pair?.map((i) => people[i] as Person);
  const [one, other] = pairOf(household.couple) ?? [];
  const couple = one === undefined || other === undefined ? undefined : { one, other, endedOn: partsOn };
  return { people, couple, twins: pairOf(household.twins) as [Person, Person] | undefined };
}

function firstHome(random: Random, town: Town, { kind }: Household): Address | undefined {
  if (kind === "travellers" && happens(random, 0.6)) return undefined;
  if (kind === "single" && happens(random, 0.03)) return undefined;
  return kind === "shared" && happens(random, 0.5) ? pick(random, town.hostels) : addressIn(random, town);
}

/** Each in a shared place has come from elsewhere, and most move on. */
function sharedHomes(
  random: Random,
  town: Town,
  homes: readonly Since<Address | undefined>[],
): readonly Since<Address | undefined>[] {
  const shared = homes[0]?.value;
  if (shared === undefined) return homes;
  const from = whole(random, FIRST_DAY - 400, LAST_DAY - 400);
  const until = from + whole(random, 60, 900);
  const before = { from: -Infinity, value: happens(random, 0.3) ? undefined : addressIn(random, town) };
  const after = until > LAST_DAY ? [] : [{ from: until, value: addressIn(random, town) }];
  return [before, { from, value: happens(random, 0.5) ? flatIn(random, shared) : shared }, ...after];
}

interface Beginning {
  readonly id: string;
  readonly household: string;
  readonly member: Member;
  readonly homes: readonly Since<Address | undefined>[];
  readonly leavesOn: Day | undefined;
  readonly sharedPhone: string | undefined;
}

function personOf(random: Random, { world, names, town }: PopulationSettings, beginning: Beginning): Person {
  const { id, household, member, homes, leavesOn, sharedPhone } = beginning;
  const { origin, sex, bornOn, given } = member;
  const bent = bentOf(random, member);
  const year = yearOf(bornOn);
  const called = { given, family: member.surname };
  return {
    id,
    household,
    origin,
    sex,
    bornOn,
    given,
    middle: middleNames(random, member, () => names.given(random, { origin, sex, year: Math.max(0, year - 30) })),
    nickname: happens(random, 0.5) ? nicknameOf(random, names, given) : "",
    surnames: surnamesOf(random, { member, names }),
    aliases: bent === "suspect" && happens(random, world.aliased) ? aliasesOf(random, { member, names }) : [],
    ethnicity: ethnicityOf(random, origin),
    phones: phonesOf(random, { bornOn, changes: bent === "suspect" ? 0.3 : 0.1, shared: sharedPhone }),
    email: ageOn(bornOn, LAST_DAY) > 13 && happens(random, 0.75) ? emailOf(random, called) : "",
    handle: ageOn(bornOn, LAST_DAY) > 13 && happens(random, 0.6) ? handleOf(random, called) : "",
    vehicles: vehiclesOf(random, bornOn),
    addresses: ownHomes(random, town, { shared: homes, leavesOn }),
    activity: skewed(random, bent === "suspect" ? 1.6 : 0.8, 1.05),
    bent,
  };
}

function nicknameOf(random: Random, names: NameBook, given: string): string {
  const known = names.nicknames.get(given);
  return known === undefined ? "" : pick(random, known);
}

/** Who is mostly suspect, victim or neither: by sex and age, loosely as in life. */
function bentOf(random: Random, { sex, bornOn }: Member): Person["bent"] {
  const age = ageOn(bornOn, LAST_DAY);
  const suspect = (sex === "M" ? 0.42 : 0.14) * (age < 12 ? 0.02 : age < 45 ? 1.2 : age < 65 ? 0.7 : 0.3);
  if (happens(random, suspect)) return "suspect";
  return happens(random, 0.65) ? "victim" : "bystander";
}

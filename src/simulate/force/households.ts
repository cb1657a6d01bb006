import { between, happens, pick, type Random, whole } from "../random.ts";
import { type Day, DAYS_A_YEAR, FIRST_DAY, yearOf } from "./calendar.ts";
import { byWeight } from "./draw.ts";
import type { Sex } from "./kinds.ts";
import type { NameBook } from "./name-book.ts";
import { customOf, drawOrigin } from "./origins.ts";

/** Somebody as a household begins: a name at birth, and whom they belong to. */
export interface Member {
  readonly origin: string;
  readonly sex: Sex;
  readonly bornOn: Day;
  readonly given: string;
  readonly surname: string;
  /** The surname to be taken on marrying, within the years looked at; blank: none. */
  readonly marriesInto: string;
  readonly child: boolean;
}

export type HouseholdKind = "single" | "couple" | "family" | "loneParent" | "travellers" | "shared";

/** A household at the first day: its members, by index who are a couple and who are twins. */
export interface Household {
  readonly kind: HouseholdKind;
  readonly members: readonly Member[];
  readonly couple: readonly [number, number] | undefined;
  readonly twins: readonly [number, number] | undefined;
}

export interface HouseholdSettings {
  readonly names: NameBook;
  /** Share of people in shared places. */
  readonly shared: number;
}

/** One more household of a town. */
export function householdOf(random: Random, { names, shared }: HouseholdSettings): Household {
  const kind = happens(random, shared / 3) ? "shared" : drawKind(random);
  const origin = kind === "travellers" ? "traveller" : drawOrigin(random);
  const draw: Draw = { random, names, origin };
  if (kind === "single") return alone(kind, [adult(draw, { age: whole(random, 17, 88) })]);
  if (kind === "shared")
    return alone(
      kind,
      Array.from({ length: whole(random, 3, 9) }, () => stranger(draw)),
    );
  return family(draw, kind);
}

const drawKind = byWeight<Exclude<HouseholdKind, "shared">>({
  single: 42,
  couple: 24,
  family: 20,
  loneParent: 12,
  travellers: 0.5,
});

interface Draw {
  readonly random: Random;
  readonly names: NameBook;
  readonly origin: string;
}

function alone(kind: HouseholdKind, members: readonly Member[]): Household {
  return { kind, members, couple: undefined, twins: undefined };
}

function stranger({ random, names }: Draw): Member {
  return adult({ random, names, origin: drawOrigin(random) }, { age: whole(random, 17, 60) });
}

interface Known {
  readonly age: number;
  readonly sex?: Sex;
  readonly surname?: string;
}

function adult({ random, names, origin }: Draw, { age, sex = pick(random, ["F", "M"]), surname }: Known): Member {
  const bornOn = birthday(random, age);
  const given = names.given(random, { origin, sex, year: yearOf(bornOn) });
  return {
    origin,
    sex,
    bornOn,
    given,
    surname: surname ?? surnameAtBirth(random, names, { origin, sex }),
    marriesInto: "",
    child: false,
  };
}

/** Days of birth are even over the year, but where they are not known a first of January is written. */
function birthday(random: Random, age: number): Day {
  const unknown = happens(random, 0.004);
  const day = Math.floor(FIRST_DAY - age * DAYS_A_YEAR - between(random, 0, DAYS_A_YEAR));
  return unknown ? Math.floor(day - ((day - FIRST_DAY) % DAYS_A_YEAR)) : day;
}

function surnameAtBirth(random: Random, names: NameBook, { origin, sex }: { origin: string; sex: Sex }): string {
  if (origin === "sikh" && happens(random, 0.3)) return sex === "M" ? "Singh" : "Kaur";
  const surname = inflected(names.surname(random, origin), { origin, sex });
  const doubles = ["british", "caribbean", "portuguese"].includes(origin) && happens(random, 0.04);
  return doubles ? `${surname}${origin === "portuguese" ? " " : "-"}${names.surname(random, origin)}` : surname;
}

/** Kowalska beside Kowalski, as about half of Polish women in the United Kingdom are written. */
function inflected(surname: string, { origin, sex }: { origin: string; sex: Sex }): string {
  return origin === "polish" && sex === "F" && surname.endsWith("ki") ? `${surname.slice(0, -1)}a` : surname;
}

function family(draw: Draw, kind: Exclude<HouseholdKind, "single" | "shared">): Household {
  const { random } = draw;
  const head = adult(draw, { age: kind === "couple" ? whole(random, 19, 82) : whole(random, 22, 58) });
  const partner = kind === "loneParent" ? undefined : partnerOf(draw, head);
  const parents = partner === undefined ? [head] : [head, partner];
  const children = kind === "couple" ? [] : childrenOf(draw, parents);
  const first = children.findIndex((child, i) => i > 0 && child.bornOn === children[i - 1]?.bornOn);
  return {
    kind,
    members: [...parents, ...children],
    couple: partner === undefined ? undefined : [0, 1],
    twins: first === -1 ? undefined : [parents.length + first - 1, parents.length + first],
  };
}

function partnerOf({ random, names, origin }: Draw, head: Member): Member {
  const sex: Sex = happens(random, 0.96) === (head.sex === "M") ? "F" : "M";
  const own = happens(random, 0.9) ? origin : drawOrigin(random);
  const age = Math.max(17, Math.round((FIRST_DAY - head.bornOn) / DAYS_A_YEAR + between(random, -5, 5)));
  const partner = adult({ random, names, origin: own }, { age, sex });
  if (sex === head.sex || !happens(random, customOf(origin).takesName * 0.85)) return partner;
  if (sex === "M") return { ...partner, surname: head.surname };
  const married = inflected(head.surname, { origin: own, sex });
  return happens(random, 0.08) ? { ...partner, marriesInto: married } : { ...partner, surname: married };
}

function childrenOf({ random, names, origin }: Draw, parents: readonly Member[]): Member[] {
  const [one, two] = parents;
  const youngest = Math.min(...parents.map(({ bornOn }) => (FIRST_DAY - bornOn) / DAYS_A_YEAR));
  const surname = happens(random, customOf(origin).childDiffers) ? undefined : (one?.surname ?? two?.surname);
  const children: Member[] = [];
  for (let left = whole(random, 1, 4), age = youngest - whole(random, 18, 32); left > 0; left--) {
    if (age < -4) break;
    const child = childOf({ random, names, origin }, { age, surname, parents });
    const twin = happens(random, TWINS) ? twinOf({ random, names, origin }, child) : undefined;
    if (notNamed(child, children)) children.push(child);
    if (twin !== undefined && children.at(-1) === child) children.push(twin);
    age -= whole(random, 1, 5);
  }
  return children;
}

/** Among those who come to notice with children; more than in life, so that there are some in every force. */
const TWINS = 0.025;

function notNamed(child: Member, others: readonly Member[]): boolean {
  return !others.some((other) => other.given === child.given);
}

interface Childhood {
  readonly age: number;
  readonly surname: string | undefined;
  readonly parents: readonly Member[];
}

function childOf(draw: Draw, { age, surname, parents }: Childhood): Member {
  const { random, origin } = draw;
  const child = { ...adult(draw, { age, ...(surname === undefined ? {} : { surname }) }), child: true };
  const father = parents.find(({ sex }) => sex === child.sex);
  const own = { ...child, surname: inflected(child.surname, { origin, sex: child.sex }) };
  const junior = father !== undefined && happens(random, customOf(origin).junior);
  return junior ? { ...own, given: father.given } : own;
}

/** One in three twins has a name very like the other's. */
function twinOf({ random, names, origin }: Draw, child: Member): Member {
  const sex: Sex = happens(random, 0.7) ? child.sex : child.sex === "M" ? "F" : "M";
  const list = names.givenNames({ origin, sex, year: yearOf(child.bornOn) }).filter((name) => name !== child.given);
  const alike = list.filter((name) => name.slice(0, 2) === child.given.slice(0, 2));
  const given = pick(random, alike.length > 0 && happens(random, 0.5) ? alike : list);
  return { ...child, sex, given, surname: inflected(child.surname, { origin, sex }) };
}

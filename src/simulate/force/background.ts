import { happens, pick, type Random, whole } from "../random.ts";
import { type Day, dayOf, FIRST_DAY, LAST_DAY, type Minute, MINUTES_A_DAY } from "./calendar.ts";
import { type Cast, fits, kinOf, sidesOf } from "./cast.ts";
import { EVERYDAY } from "./everyday.ts";
import type { EverydayKind } from "./everyday-kind.ts";
import { pickerOf, skewed } from "./draw.ts";
import { HOME_FORCE, NEIGHBOUR } from "./forces.ts";
import type { Happening, Part } from "./happening.ts";
import { onDay, type Person, type Role } from "./kinds.ts";
import { addressIn, type Town } from "./places.ts";
import { filled } from "./texts.ts";

export interface Setting {
  readonly town: Town;
  readonly cast: Cast;
}

/** An everyday event of the town, and who was in it. */
export function everydayEvent(random: Random, setting: Setting): Happening {
  const day = someDay(random);
  return eventOf(random, setting, { kind: kindOn(random, day), day, parts: undefined });
}

/** An everyday event that brings one more person to notice. */
export function eventWith(random: Random, setting: Setting, person: Person): Happening {
  const day = Math.max(someDay(random), Math.min(person.bornOn + whole(random, 40, 300), LAST_DAY - 1));
  const role = roleOf(random, person, day);
  for (let tries = 0; ; tries++) {
    const kind = kindOn(random, day);
    const castable = (kind.cast[role] ?? 0) > 0 && kind.domestic < 1;
    if (castable || tries > 200) return eventOf(random, setting, { kind, day, parts: [partOf(person, role, "")] });
  }
}

interface Begun {
  readonly kind: EverydayKind;
  readonly day: Day;
  readonly parts: readonly Part[] | undefined;
}

function eventOf(random: Random, setting: Setting, { kind, day, parts: given }: Begun): Happening {
  const domestic = given === undefined && happens(random, kind.domestic);
  const parts = fillParts(random, setting, {
    kind,
    day,
    begun: given ?? (domestic ? household(random, setting, day) : []),
  });
  const [lead] = parts;
  const home = lead === undefined ? undefined : onDay(lead.person.addresses, day);
  const isDomestic = parts.some(({ relationship }) => relationship !== "" && relationship !== "stranger");
  return {
    filing: kind,
    flags: flagsOf(random, kind, isDomestic),
    force: lead !== undefined && crossesOver(lead.person) && happens(random, 0.45) ? NEIGHBOUR : HOME_FORCE,
    at: kind.at === "home" && home !== undefined ? home : addressIn(random, setting.town),
    ...timesOf(random, { day, delayDays: kind.delayDays, at: kind.at }),
    parts,
    text: filled(random, pick(random, kind.texts)),
  };
}

function flagsOf(random: Random, { flags = {} }: EverydayKind, domestic: boolean): string[] {
  const drawn = Object.keys(flags).filter((flag) => happens(random, flags[flag] ?? 0));
  const da = domestic && happens(random, 0.85) ? ["da"] : [];
  return [...new Set([...da, ...drawn])];
}

/** About one in twelve lives near the border, and is known on both sides. */
function crossesOver({ id }: Person): boolean {
  return Number(id.slice(id.lastIndexOf("-") + 1)) % 12 === 5;
}

/** Growing a little from year to year, as recorded crime did. */
function someDay(random: Random): Day {
  const [days, growth] = [LAST_DAY - FIRST_DAY, 0.25];
  const share = random();
  return FIRST_DAY + Math.floor(days * (share + growth * share * (1 - share)));
}

/** Kinds that were in use on a day; the mix is the same through a year. */
function kindOn(random: Random, day: Day): EverydayKind {
  return (day < dayOf(2017, 4, 1) ? BEFORE_2017 : AFTER_2017)(random);
}

const weightOf = ({ kind, weight }: EverydayKind): number => weight * (kind === "crime" ? 1 : 0.55);
const BEFORE_2017 = pickerOf(
  EVERYDAY.filter(({ from }) => from === undefined),
  weightOf,
);
const AFTER_2017 = pickerOf(
  EVERYDAY.filter(({ until }) => until === undefined),
  weightOf,
);

function roleOf(random: Random, person: Person, day: Day): Role {
  if (!fits(person, "suspect", day)) return "victim";
  if (person.bent === "bystander") return pick(random, ["witness", "reporter"]);
  return person.bent;
}

/** Two of one household: a couple mostly, else others who live together. */
function household(random: Random, { cast }: Setting, day: Day): readonly Part[] {
  const couple = cast.couple?.(random);
  if (couple !== undefined && happens(random, 0.72)) {
    const { victim, suspect } = sidesOf(random, couple);
    if (!fits(victim, "suspect", day)) return [];
    const parted = couple.endedOn !== undefined && couple.endedOn <= day;
    return [partOf(victim, "victim", ""), partOf(suspect, "suspect", parted ? "ex-partner" : "partner")];
  }
  const suspect = cast.anyone(random, { role: "suspect", day, not: [] });
  const victim = suspect && cast.householdOf(suspect).find((one) => one !== suspect && fits(one, "victim", day));
  if (suspect === undefined || victim === undefined) return [];
  return [partOf(victim, "victim", ""), partOf(suspect, "suspect", kinOf(victim, suspect))];
}

const ORDER: readonly Role[] = ["victim", "suspect", "witness", "reporter"];

function fillParts(
  random: Random,
  { cast }: Setting,
  { kind, day, begun }: { kind: EverydayKind; day: Day; begun: readonly Part[] },
): readonly Part[] {
  const parts = [...begun];
  for (const role of ORDER) {
    if (parts.some((part) => part.role === role) || !happens(random, kind.cast[role] ?? 0)) continue;
    const person = cast.anyone(random, { role, day, not: parts.map((part) => part.person) });
    if (person !== undefined)
      parts.push(partOf(person, role, role === "suspect" && happens(random, 0.5) ? "stranger" : ""));
  }
  return parts.toSorted((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
}

function partOf(person: Person, role: Role, relationship: string): Part {
  return { person, role, relationship };
}

/** Two in a hundred reports are of something over a year ago. */
const HISTORIC = 0.02;

function timesOf(
  random: Random,
  { day, delayDays, at }: { day: Day; delayDays: number; at: EverydayKind["at"] },
): Pick<Happening, "occurredFrom" | "occurredTo" | "reportedAt"> {
  const reportedBy: Minute = day * MINUTES_A_DAY + whole(random, 0, MINUTES_A_DAY - 1);
  const delay = happens(random, HISTORIC) ? whole(random, 370, 4000) : skewed(random, delayDays + 0.02, 1.3);
  const occurredTo = Math.round(reportedBy - delay * MINUTES_A_DAY);
  const unsure = at === "home" ? 0.5 : 0.2;
  const span = happens(random, unsure) ? whole(random, 10, 900) : 0;
  return { occurredFrom: occurredTo - span, occurredTo, reportedAt: reportedBy };
}

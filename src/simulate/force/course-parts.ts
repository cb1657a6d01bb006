import { happens, pick, type Random } from "../random.ts";
import type { Day } from "./calendar.ts";
import type { CourseSettings, Pairing } from "./courses.ts";
import type { Part } from "./happening.ts";
import { onDay, type Person } from "./kinds.ts";
import type { MentionCells } from "./mention.ts";

/** The suspect as they come into one event: by name, by what ties them to it alone, or not at all. */
export function suspectPart(
  random: Random,
  { kind, suspect }: Pairing,
  { named, day }: { named: boolean; day: Day },
): Part[] {
  if (named) return happens(random, 0.96) ? [{ person: suspect, role: "suspect", relationship: SAID[kind] }] : [];
  const only = tiesOf(suspect, day);
  if (only.length === 0 || happens(random, 0.12)) return [];
  return [{ person: suspect, role: "suspect", relationship: "", only: [pick(random, only), "sex"] }];
}

const SAID: Readonly<Record<Pairing["kind"], string>> = {
  "ex-partner": "ex-partner",
  acquaintance: "acquaintance",
  stranger: "stranger",
  "unknown-suspect": "stranger",
};

/** By what somebody not named can be known: a handle or a phone for what is written, a vehicle for what is seen. */
function tiesOf(suspect: Person, day: Day): (keyof MentionCells)[] {
  const ties: (keyof MentionCells)[] = [];
  if (onDay(suspect.phones, day) !== "") ties.push("phone", "phone");
  if (suspect.handle !== "") ties.push("handle");
  if (onDay(suspect.vehicles, day) !== "") ties.push("vehicle");
  return ties;
}

/** The tie in words, as it stands in a summary. */
export function tieOf(random: Random, suspect: Person, day: Day): string {
  const [phone, vehicle] = [onDay(suspect.phones, day), onDay(suspect.vehicles, day)];
  const said = [
    ...(phone === "" ? [] : [`Number used ${phone}.`, `Calls came from ${phone}.`]),
    ...(suspect.handle === "" ? [] : [`Account name ${suspect.handle}.`, `Messages from @${suspect.handle}.`]),
    ...(vehicle === "" ? [] : [`Vehicle seen VRM ${vehicle}.`]),
  ];
  return said.length === 0 || happens(random, 0.3) ? "" : pick(random, said);
}

/** A friend, a parent or a neighbour who calls instead of the victim, or saw it. */
export function reporterOf(random: Random, { cast }: CourseSettings, { victim, suspect }: Pairing, day: Day): Part[] {
  if (!happens(random, 0.22)) return [];
  const role = pick(random, ["witness", "reporter"] as const);
  const kin = cast.householdOf(victim).filter((one) => one !== victim && one !== suspect && day - one.bornOn > 9 * 365);
  const person = kin.length > 0 ? pick(random, kin) : cast.anyone(random, { role, day, not: [victim, suspect] });
  return person === undefined ? [] : [{ person, role, relationship: "" }];
}

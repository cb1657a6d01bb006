import { happens, pick, type Random } from "../random.ts";
import type { Act } from "./acts.ts";
import { type Day, dayOf } from "./calendar.ts";
import type { Filing } from "./happening.ts";
import type { OrderMade } from "./story.ts";

/** What an act is filed as when an officer sees only that day: a lesser crime, or a log that is never crimed. */
export function filedAsSeen(random: Random, act: Act, exPartner: boolean): Filing {
  return pick(random, exPartner ? SEEN[act] : SEEN[act].filter((filing) => filing !== DOMESTIC));
}

/** What a course is filed as when it is recognised: stalking or harassment, by the rules and the fashion of the time. */
export function filedAsCourse(
  random: Random,
  { day, exPartner, fear }: { day: Day; exPartner: boolean; fear: boolean },
): Filing {
  const exPartnerRule = exPartner && day >= dayOf(2020, 4, 1);
  const stalking = happens(random, exPartnerRule ? 0.85 : day < dayOf(2018, 4, 1) ? 0.2 : 0.4);
  if (stalking) return crime(fear ? pick(random, ["8/65", "8/66"]) : "195/12");
  return crime(happens(random, 0.03) ? "8/50" : fear ? "8/30" : "195/94");
}

/** What a breach of an order is filed as: the breach it is, or a log like any other. */
export function filedAsBreach(random: Random, order: OrderMade["kind"]): Filing {
  if (happens(random, 0.25)) return pick(random, [CONCERN, NUISANCE]);
  return crime({ restraining: "8/31", "non-molestation": "66/39", "stalking-protection": "195/12" }[order]);
}

/** What the end of a course is filed as. */
export function filedAsEnding(random: Random): Filing {
  return crime(pick(random, ["5/1", "5/1", "8/1", "8/1", "2/0", "2/0", "1/1"]));
}

function crime(code: string): Filing {
  return { kind: "crime", code };
}

function classed(given: string): Filing {
  return { kind: "crime", class: given };
}

function log(title: string): Filing {
  return { kind: "incident", title };
}

const SUSPICIOUS = log("Suspicious circumstances");
const NUISANCE = log("Anti-social behaviour: personal");
const MESSAGES = log("Nuisance communications");
const CONCERN = log("Concern for safety");
const DOMESTIC = log("Domestic: no offence");
const INTELLIGENCE: Filing = { kind: "intelligence", title: "Intelligence report" };

const SEEN: Readonly<Record<Act, readonly Filing[]>> = {
  following: [SUSPICIOUS, SUSPICIOUS, CONCERN, NUISANCE, INTELLIGENCE, crime("125/12")],
  contacting: [crime("8/72"), crime("8/72"), MESSAGES, MESSAGES, DOMESTIC],
  publishing: [crime("8/71"), crime("8/72"), MESSAGES],
  monitoring: [SUSPICIOUS, MESSAGES, CONCERN, INTELLIGENCE],
  loitering: [SUSPICIOUS, SUSPICIOUS, NUISANCE, CONCERN],
  interfering: [classed("58C"), classed("58C"), classed("58A"), classed("58D"), NUISANCE],
  watching: [SUSPICIOUS, SUSPICIOUS, CONCERN, crime("125/12")],
  threats: [crime("3/1"), crime("125/9"), crime("8/72"), DOMESTIC],
  gifts: [MESSAGES, NUISANCE, CONCERN],
  "third-parties": [MESSAGES, NUISANCE, crime("8/72"), DOMESTIC],
  breach: [CONCERN, NUISANCE],
  posing: [MESSAGES, crime("8/72"), SUSPICIOUS],
  assault: [crime("105/1"), crime("105/1"), crime("8/6")],
};

import { between, happens, pick, type Random, whole } from "../random.ts";
import { skewed } from "./draw.ts";

/** How somebody types: rates of each slip for one field, and manners. */
export interface Habits {
  /** A letter wrong in a name. */
  readonly misspells: number;
  /** Another spelling that sounds alike or transliterates the same name. */
  readonly respells: number;
  /** Given and family name the wrong way round. */
  readonly swaps: number;
  /** An initial for the given name. */
  readonly initials: number;
  /** A title before the given name. */
  readonly titles: number;
  /** What people are called, rather than their given name. */
  readonly nicknames: number;
  /** A date wrong by day and month, year or digit. */
  readonly dateSlips: number;
  /** 1900-01-01, the first of January, UNKNOWN, 07000 000000: something, so that the form lets one go on. */
  readonly placeholders: number;
  /** A wrong digit in a number or postcode. */
  readonly digitSlips: number;
  /** What was right before a move or a new phone. */
  readonly stale: number;
  readonly capitals: boolean;
  readonly shortensAddresses: boolean;
  readonly manner: Manner;
}

/** Manners of writing a summary. */
export const MANNERS = ["report", "telegram", "statement", "narrative", "bullets"] as const;
export type Manner = (typeof MANNERS)[number];

export interface Officer {
  /** Collar number. */
  readonly id: string;
  readonly force: string;
  readonly unit: string;
  readonly role: string;
  readonly habits: Habits;
}

/** The officers of one town in one force; a quarter are in the control room and type what callers say. */
export function officersOf(
  random: Random,
  of: { force: string; town: number; count: number; slips: number; district: string },
): Officer[] {
  return Array.from({ length: of.count }, (_, i) => {
    const [unit, role] = i % 4 === 3 ? ["Control room", "call handler"] : pick(random, UNITS);
    return {
      id: String(10_000 + of.town * 100 + i),
      force: of.force,
      unit: unit === "Control room" ? unit : `${of.district} ${unit}`,
      role,
      habits: habitsOf(random, of.slips),
    };
  });
}

const UNITS: readonly (readonly [string, string])[] = [
  ["response", "constable"],
  ["response", "constable"],
  ["response", "sergeant"],
  ["neighbourhood", "constable"],
  ["neighbourhood", "PCSO"],
  ["CID", "detective constable"],
  ["vulnerability", "detective constable"],
];

/** Care varies from officer to officer: a few make ten times the slips of the best. */
function habitsOf(random: Random, slips: number): Habits {
  const care = Math.min(skewed(random, slips, 0.7), 5);
  return {
    misspells: 0.022 * care,
    respells: 0.2 * between(random, 0.4, 1.6),
    swaps: 0.005 * care,
    initials: 0.008 * care,
    titles: happens(random, 0.1) ? 0.3 : 0.004,
    nicknames: 0.06 * between(random, 0.2, 2),
    dateSlips: 0.015 * care,
    placeholders: 0.008 * care,
    digitSlips: 0.008 * care,
    stale: 0.04 * care,
    capitals: happens(random, 0.3),
    shortensAddresses: happens(random, 0.4),
    manner: MANNERS[whole(random, 0, MANNERS.length - 1)] ?? "report",
  };
}

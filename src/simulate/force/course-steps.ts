import { between, happens, pick, type Random, shuffled, whole } from "../random.ts";
import { filedAsBreach, filedAsCourse, filedAsEnding, filedAsSeen } from "./act-filings.ts";
import { type Act, ENDINGS } from "./acts.ts";
import { type Day, dayOf, LAST_DAY, type Minute, MINUTES_A_DAY } from "./calendar.ts";
import { reporterOf, suspectPart, tieOf } from "./course-parts.ts";
import type { CourseSettings, Pairing } from "./courses.ts";
import { skewed } from "./draw.ts";
import { HOME_FORCE, NEIGHBOUR } from "./forces.ts";
import type { Filing, Happening } from "./happening.ts";
import { onDay } from "./kinds.ts";
import { addressIn } from "./places.ts";
import type { OrderMade, Step, Story } from "./story.ts";
import { storyText, told } from "./story-text.ts";

/** A course of conduct between two people: its events in order, what it ends in, and an order within it. */
export function stepsOf(random: Random, settings: CourseSettings, pairing: Pairing): Story {
  const days = daysOf(random, pairing.startsOn);
  const ends = days.length >= 4 && happens(random, 0.4);
  const order = happens(random, 0.3) ? orderAfter(random, pairing, days) : undefined;
  const across = happens(random, 0.14) ? whole(random, 1, Math.max(1, days.length - 2)) : 0;
  const named = pairing.kind === "unknown-suspect" ? whole(random, Math.ceil(days.length / 2), days.length + 3) : 0;
  const steps = days.map((day, i) =>
    stepOf(random, settings, {
      pairing,
      day,
      stage: i / Math.max(1, days.length - 1),
      ending: ends && i === days.length - 1,
      order: order !== undefined && order.madeAt < day * MINUTES_A_DAY ? order.kind : undefined,
      force: i < across ? NEIGHBOUR : HOME_FORCE,
      named: i >= named,
      repeated: i > 0,
    }),
  );
  const { kind, victim, suspect } = pairing;
  return { isCourse: true, kind, victim, suspect, steps, index: ends ? steps.length - 1 : undefined, order };
}

/** Two to twelve occasions; some in days, some over a year. */
function daysOf(random: Random, startsOn: Day): Day[] {
  const wanted = Math.min(12, 2 + Math.floor(-Math.log(1 - random()) * 3.6));
  const pace = skewed(random, 14, 0.9);
  const days = [startsOn];
  while (days.length < wanted) {
    const next = (days.at(-1) as Day) + Math.max(1, Math.round(Math.min(150, skewed(random, pace, 0.8))));
    if (next > LAST_DAY - 1) break;
    days.push(next);
  }
  return days.length > 1 ? days : [startsOn, startsOn + whole(random, 1, 20)];
}

function orderAfter(random: Random, { kind }: Pairing, days: readonly Day[]): OrderMade | undefined {
  if (kind === "unknown-suspect" || days.length < 3) return undefined;
  const after = days[whole(random, 1, days.length - 2)] as Day;
  const madeAt = (after + whole(random, 3, 30)) * MINUTES_A_DAY + 600;
  if (madeAt >= LAST_DAY * MINUTES_A_DAY) return undefined;
  const stalking = after >= dayOf(2020, 1, 20) && happens(random, 0.4);
  const order = stalking
    ? "stalking-protection"
    : kind === "ex-partner" && happens(random, 0.6)
      ? "non-molestation"
      : "restraining";
  return { kind: order, madeAt };
}

interface StepInput {
  readonly pairing: Pairing;
  readonly day: Day;
  /** From 0 at the first to 1 at the last. */
  readonly stage: number;
  readonly ending: boolean;
  /** In force on that day. */
  readonly order: OrderMade["kind"] | undefined;
  readonly force: string;
  readonly named: boolean;
  readonly repeated: boolean;
}

function stepOf(random: Random, settings: CourseSettings, input: StepInput): Step {
  const { pairing, day, ending, named, force } = input;
  const acts: readonly Act[] = ending ? ["assault"] : actsOf(random, input);
  const [first = "contacting"] = acts;
  const telling = {
    ...pairing,
    relationship: pairing.kind,
    named,
    tie: named ? "" : tieOf(random, pairing.suspect, day),
  };
  const home = onDay(pairing.victim.addresses, day);
  const asSeen = filedAsSeen(random, first, pairing.kind === "ex-partner");
  const filed: Filed = ending
    ? { filing: filedAsEnding(random) }
    : filingOf(random, settings, { ...input, acts, asSeen });
  const happening: Happening = {
    filing: filed.filing,
    filedFirst: filed.filedFirst,
    included: filed.included,
    flags: flagsOf(random, input, acts),
    force,
    at: home !== undefined && happens(random, 0.7) ? home : addressIn(random, settings.town),
    ...timesOf(random, day, ending),
    parts: [
      { person: pairing.victim, role: "victim", relationship: "" },
      ...suspectPart(random, pairing, { named, day }),
      ...reporterOf(random, settings, pairing, day),
    ],
    text: ending ? told(random, [pick(random, ENDINGS)], telling) : storyText(random, acts, telling),
  };
  return { happening, acts: ending ? ["assault"] : acts };
}

/** Words first, then presence, then property, threats and hands. */
const BY_STAGE: readonly (readonly Act[])[] = [
  ["contacting", "contacting", "contacting", "gifts", "third-parties", "monitoring", "publishing"],
  ["contacting", "following", "loitering", "watching", "posing", "publishing", "third-parties", "monitoring"],
  ["following", "loitering", "interfering", "threats", "watching", "contacting", "interfering", "assault"],
];

function actsOf(random: Random, { stage, order }: StepInput): Act[] {
  if (order !== undefined && happens(random, 0.7))
    return ["breach", pick(random, ["contacting", "following", "loitering", "threats"])];
  const fitting = BY_STAGE[Math.min(2, Math.floor(stage * 2.2 + between(random, 0, 0.9)))] ?? [];
  const wanted = pick(random, [1, 1, 1, 2, 2, 3]);
  return [...new Set(shuffled(random, fitting))].slice(0, wanted);
}

interface Filed {
  readonly filing: Filing;
  readonly filedFirst?: Filing;
  readonly included?: readonly string[];
}

/** As what it is, as what it looked like, or as one with the other beside it. */
function filingOf(
  random: Random,
  { world }: CourseSettings,
  input: StepInput & { acts: readonly Act[]; asSeen: Filing },
): Filed {
  const { day, pairing, acts, asSeen, repeated, order } = input;
  if (acts[0] === "breach" && order !== undefined) return { filing: filedAsBreach(random, order) };
  const fear = acts.includes("threats") || acts.includes("assault");
  const asCourse = filedAsCourse(random, { day, exPartner: pairing.kind === "ex-partner", fear });
  if (happens(random, world.namedAsCourse * (repeated ? 1.2 : 0.3))) {
    const moved = asSeen.kind === "crime" && happens(random, 0.25);
    return moved ? { filing: asCourse, filedFirst: asSeen } : { filing: asCourse };
  }
  const beside = repeated && asSeen.kind === "crime" && happens(random, world.namedAsCourse * 0.4);
  return beside ? { filing: asSeen, included: [asCourse.code ?? "195/12"] } : { filing: asSeen };
}

function flagsOf(random: Random, { pairing, repeated }: StepInput, acts: readonly Act[]): string[] {
  const online = acts.some((act) => ["contacting", "publishing", "monitoring", "posing"].includes(act));
  return [
    ...(pairing.kind === "ex-partner" && happens(random, 0.8) ? ["da"] : []),
    ...(online && happens(random, 0.5) ? ["cyber"] : []),
    ...(repeated && happens(random, 0.3) ? ["repeat"] : []),
  ];
}

function timesOf(
  random: Random,
  day: Day,
  ending: boolean,
): Pick<Happening, "occurredFrom" | "occurredTo" | "reportedAt"> {
  const occurredFrom: Minute = day * MINUTES_A_DAY + whole(random, 360, 1439);
  const span = ending || happens(random, 0.6) ? 0 : whole(random, 20, 600);
  const delay = ending ? whole(random, 2, 60) : skewed(random, 400, 1.5);
  const occurredTo = occurredFrom + span;
  return {
    occurredFrom,
    occurredTo,
    reportedAt: Math.min(occurredTo + Math.round(delay), (LAST_DAY + 5) * MINUTES_A_DAY),
  };
}

import { happens, pick, type Random, whole } from "../random.ts";
import type { Setting } from "./background.ts";
import { type Day, FIRST_DAY, LAST_DAY, MINUTES_A_DAY } from "./calendar.ts";
import { byWeight, skewed } from "./draw.ts";
import { HOME_FORCE } from "./forces.ts";
import type { Filing, Happening, Part } from "./happening.ts";
import { onDay, type Person, type Population } from "./kinds.ts";
import { type LookalikeKind, type Scene, SCENES } from "./lookalike-scenes.ts";
import { addressIn } from "./places.ts";
import type { Step, Story } from "./story.ts";
import { filled } from "./texts.ts";
import type { ForceWorld } from "./worlds.ts";

export interface LookalikeSettings extends Setting {
  readonly world: ForceWorld;
  readonly population: Population;
}

/** What looks like a course of conduct and is none: so many for every 1,000 people. */
export function lookalikesOf(random: Random, settings: LookalikeSettings): Story[] {
  const { world, population } = settings;
  const wanted = Math.max(1, Math.round((population.people.length / 1000) * world.lookalikes));
  const drawKind = byWeight<LookalikeKind>({
    quarrel: 3 * world.quarrels,
    "noise-log": 2.5 * Math.sqrt(world.quarrels),
    debt: 1.5 * Math.sqrt(world.quarrels),
    duplicate: 3,
    "unrelated-repeats": 4 * world.repeats,
  });
  return Array.from({ length: wanted }, () => lookalikeOf(random, settings, drawKind(random))).filter(
    (story) => story !== undefined,
  );
}

function lookalikeOf(random: Random, settings: LookalikeSettings, kind: LookalikeKind): Story | undefined {
  const day = whole(random, FIRST_DAY, LAST_DAY - 200);
  const [one, other] = twoAdults(random, settings, day);
  if (one === undefined || other === undefined) return undefined;
  const scene = SCENES[kind];
  const days = daysOf(random, day, scene.pace);
  const once = pick(random, scene.scenes);
  const sceneOn = () => (kind === "duplicate" ? once : pick(random, scene.scenes));
  const steps = days.map((on, i) =>
    stepOf(random, settings, { kind, scene: sceneOn(), on, i, one, other, first: day }),
  );
  const suspect = kind === "unrelated-repeats" ? undefined : other;
  return { isCourse: false, kind, victim: one, suspect, steps, index: undefined, order: undefined };
}

function twoAdults(random: Random, { population }: LookalikeSettings, day: Day): readonly Person[] {
  const grown = () => pick(random, population.people);
  const [one, other] = [grown(), grown()];
  const fit = [one, other].every(({ bornOn }) => day - bornOn > 18 * 365 && day - bornOn < 80 * 365);
  return fit && one.household !== other.household ? [one, other] : [];
}

/** Middle of the days between, and how many times. */
function daysOf(
  random: Random,
  start: Day,
  { days, least, most }: { days: number; least: number; most: number },
): Day[] {
  const found = [start];
  for (let left = whole(random, least, most) - 1; left > 0; left--) {
    found.push(
      Math.min(LAST_DAY - 1, (found.at(-1) as Day) + Math.max(days < 2 ? 0 : 1, Math.round(skewed(random, days, 0.7)))),
    );
  }
  return found;
}

interface StepInput {
  readonly kind: LookalikeKind;
  readonly scene: Scene;
  readonly on: Day;
  readonly i: number;
  readonly one: Person;
  readonly other: Person;
  readonly first: Day;
}

function stepOf(random: Random, settings: LookalikeSettings, input: StepInput): Step {
  const { kind, scene, on, i, one, first } = input;
  const same = kind === "duplicate";
  const occurredFrom = (same ? first : on) * MINUTES_A_DAY + (same ? 1140 : whole(random, 420, 1400));
  const home = onDay(one.addresses, on);
  const happening: Happening = {
    filing: filingOf(random, scene.filings, { same, i }),
    flags: [],
    force: HOME_FORCE,
    at: home ?? addressIn(random, settings.town),
    occurredFrom,
    occurredTo: occurredFrom,
    reportedAt: Math.max(occurredFrom, on * MINUTES_A_DAY) + Math.round(skewed(random, 60, 1.2)) + (same ? i * 200 : 0),
    parts: partsOf(random, settings, input),
    text: filled(random, pick(random, scene.texts)),
  };
  return { happening, acts: scene.acts };
}

/** A report that is made twice is a crime the first time and mostly a log the next. */
function filingOf(random: Random, filings: readonly Filing[], { same, i }: { same: boolean; i: number }): Filing {
  const logs = filings.filter(({ kind }) => kind === "incident");
  return same && i > 0 && logs.length > 0 && happens(random, 0.6) ? pick(random, logs) : pick(random, filings);
}

function partsOf(random: Random, { cast }: LookalikeSettings, { kind, on, i, one, other }: StepInput): Part[] {
  const as = (person: Person, role: Part["role"], relationship = ""): Part => ({ person, role, relationship });
  switch (kind) {
    case "quarrel": {
      const [victim, suspect] = i % 2 === 0 ? [one, other] : [other, one];
      return [as(victim, "victim"), as(suspect, "suspect", "neighbour")];
    }
    case "noise-log":
      return happens(random, 0.5) ? [as(one, "reporter"), as(other, "suspect", "neighbour")] : [as(one, "reporter")];
    case "debt":
      return [as(one, i % 2 === 0 ? "victim" : "reporter"), as(other, "suspect", "debt collector")];
    case "duplicate": {
      const caller = i === 0 ? undefined : cast.anyone(random, { role: "reporter", day: on, not: [one, other] });
      return [as(one, "victim"), as(other, "suspect"), ...(caller === undefined ? [] : [as(caller, "reporter")])];
    }
    case "unrelated-repeats": {
      const suspect = happens(random, 0.45) ? cast.anyone(random, { role: "suspect", day: on, not: [one] }) : undefined;
      return [as(one, "victim"), ...(suspect === undefined ? [] : [as(suspect, "suspect", "stranger")])];
    }
  }
}

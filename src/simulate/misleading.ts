import { at } from "./baseline.ts";
import { audit, eventOn, joined, NOTHING_WRITTEN } from "./context.ts";
import type { Influence } from "./influence.ts";
import type { WorldContext } from "./kinds.ts";
import { monthWord } from "./months.ts";
import type { Plan } from "./plan.ts";
import type { Asked } from "./question.ts";
import { between, happens, type Random, shuffled, whole } from "./random.ts";
import { ASKED, type Setting } from "./setting.ts";

/** What is there to be misled about. */
export interface Ground {
  readonly setting: Setting;
  readonly asked: Asked;
  readonly plan: Plan;
  readonly influences: readonly Influence[];
}

export interface Misleading {
  readonly context: WorldContext;
  /** Which sorts were laid out. */
  readonly sorts: readonly string[];
}

type Sort = (random: Random, ground: Ground) => Partial<WorldContext> | undefined;

/** True things that moved nothing: each may stand in a context beside what did. */
const SORTS: Readonly<Record<string, Sort>> = {
  "event without effect": idleEvent,
  "training elsewhere": trainingElsewhere,
  "training here without effect": idleTraining,
  "rule about other classes": otherRule,
  "rule about this class that moved nothing": idleRule,
  "audits that found no change": flatAudits,
  "audits elsewhere": auditsElsewhere,
};

export function misleadingOf(random: Random, ground: Ground): Misleading {
  if (happens(random, 0.45)) return { context: NOTHING_WRITTEN, sorts: [] };
  const wanted = shuffled(random, Object.entries(SORTS)).slice(0, whole(random, 1, 3));
  const made = wanted.flatMap(([name, sort]) => {
    const context = sort(random, ground);
    return context === undefined ? [] : [{ name, context: { ...NOTHING_WRITTEN, ...context } }];
  });
  return {
    context: made.map(({ context }) => context).reduce(joined, NOTHING_WRITTEN),
    sorts: made.map(({ name }) => name),
  };
}

/** A month between the first asked about and the last, well away from what did have an effect. */
function idleMonth(random: Random, { asked, influences }: Ground): number | undefined {
  const { first } = asked.from;
  const months = Array.from({ length: asked.to.last - first + 1 }, (_, i) => first + i);
  const apart = 4;
  return shuffled(random, months).find((month) => influences.every(({ onset }) => Math.abs(onset - month) >= apart));
}

function idleEvent(random: Random, ground: Ground): Partial<WorldContext> | undefined {
  const month = idleMonth(random, ground);
  if (month === undefined) return undefined;
  return { events: [eventOn(ground.setting, { month, day: whole(random, 1, 28), classes: [ASKED] })] };
}

function anotherArea(random: Random, { areas, area }: Setting): number {
  return (area + whole(random, 1, areas.length - 1)) % areas.length;
}

function trainingElsewhere(random: Random, { setting, asked }: Ground): Partial<WorldContext> {
  const from = monthWord(setting.start + whole(random, asked.from.first, asked.to.first));
  return { training: [{ area: at(setting.areas, anotherArea(random, setting)), from }] };
}

function isOfRecorders({ plan }: Ground): boolean {
  return [...plan.causes, ...(plan.alike ?? [])].some((cause) => cause === "recording" || cause === "classification");
}

function idleTraining(random: Random, ground: Ground): Partial<WorldContext> | undefined {
  const month = idleMonth(random, ground);
  if (month === undefined || isOfRecorders(ground)) return undefined;
  const { setting } = ground;
  return { training: [{ area: at(setting.areas, setting.area), from: monthWord(setting.start + month) }] };
}

/** In the very month of the first cause, if there is one. */
function otherRule(random: Random, { setting, asked, influences }: Ground): Partial<WorldContext> | undefined {
  const others = shuffled(random, setting.classes.slice(1));
  const [fromClass, toClass] = others;
  if (fromClass === undefined) return undefined;
  const from = monthWord(setting.start + (influences[0]?.onset ?? asked.to.first));
  const basis = happens(random, 0.3) ? { basis: "law" as const } : {};
  if (toClass === undefined || happens(random, 0.3))
    return { rules: [{ from, kind: "added", toClass: fromClass, ...basis }] };
  return { rules: [{ from, kind: "moved", fromClass, toClass, ...basis }] };
}

function idleRule(random: Random, ground: Ground): Partial<WorldContext> | undefined {
  const month = idleMonth(random, ground);
  if (month === undefined) return undefined;
  const [toClass, fromClass] = ground.setting.classes;
  if (toClass === undefined) return undefined;
  const from = monthWord(ground.setting.start + month);
  const basis = happens(random, 0.4) ? { basis: "law" as const } : {};
  const isMoved = fromClass !== undefined && happens(random, 0.5);
  return {
    rules: [
      isMoved ? { from, kind: "moved", fromClass, toClass, ...basis } : { from, kind: "added", toClass, ...basis },
    ],
  };
}

function flatAudits(random: Random, ground: Ground): Partial<WorldContext> | undefined {
  if (isOfRecorders(ground)) return undefined;
  return { audits: twoAudits(random, ground, [0.93, 0.93]) };
}

/** Where others improved, this force need not have. */
function auditsElsewhere(random: Random, ground: Ground): Partial<WorldContext> {
  const area = anotherArea(random, ground.setting);
  return { audits: twoAudits(random, ground, [between(random, 0.7, 0.85), between(random, 0.9, 0.98)], area) };
}

function twoAudits(
  random: Random,
  { setting, asked }: Ground,
  [before, after]: readonly [number, number],
  area = setting.area,
): WorldContext["audits"] {
  const [earlier, later] = [asked.from.first, asked.to.first];
  return [
    audit(random, setting, { recorded: before, first: earlier, classes: "all", area }),
    audit(random, setting, { recorded: after, first: later, classes: "all", area }),
  ];
}

import { at } from "./baseline.ts";
import type { Influence } from "./influence.ts";
import type { WorldContext } from "./kinds.ts";
import { monthWord } from "./months.ts";
import { between, happens, normal, type Random, whole } from "./random.ts";
import type { Setting } from "./setting.ts";

/** What somebody wrote down about the causes at work: the rule's date, the inspections, the event, the training. */
export function contextOf(random: Random, setting: Setting, influences: readonly Influence[]): WorldContext {
  return influences
    .map((influence) => ({
      rules: rulesOf(random, setting, influence),
      audits: auditsOf(random, setting, influence),
      events: eventsOf(random, setting, influence),
      training: trainingOf(random, setting, influence),
    }))
    .reduce(joined, NOTHING_WRITTEN);
}

export const NOTHING_WRITTEN: WorldContext = { rules: [], audits: [], events: [], training: [] };

export function joined(a: WorldContext, b: WorldContext): WorldContext {
  return {
    rules: [...a.rules, ...b.rules],
    audits: [...a.audits, ...b.audits],
    events: [...a.events, ...b.events],
    training: [...a.training, ...b.training],
  };
}

const KNOWN = 0.9;

function rulesOf(random: Random, setting: Setting, { cause, onset, context }: Influence): WorldContext["rules"] {
  const { rule } = context;
  if (rule === undefined || !(rule.isKnown || happens(random, KNOWN))) return [];
  return [
    {
      from: monthWord(setting.start + onset),
      kind: rule.kind,
      ...(rule.from === undefined ? {} : { fromClass: at(setting.classes, rule.from) }),
      ...(rule.to === undefined ? {} : { toClass: at(setting.classes, rule.to) }),
      ...(cause === "law-change" ? { basis: "law" as const } : {}),
    },
  ];
}

/** One inspection before and, three times in four, one after; each is out by its own error. */
function auditsOf(random: Random, setting: Setting, { onset, context }: Influence): WorldContext["audits"] {
  const { audited } = context;
  if (audited === undefined || !happens(random, 0.55)) return [];
  const best = between(random, 0.88, 0.985);
  const [before, after] = audited > 0 ? [best * Math.exp(-audited), best] : [best, best * Math.exp(audited)];
  const classes = happens(random, 0.3) ? setting.classes.slice(0, 1) : ("all" as const);
  const gap = whole(random, 1, 4);
  const first = audit(random, setting, { recorded: before, first: Math.max(0, onset - gap - 5), classes });
  const second = audit(random, setting, { recorded: after, first: onset + whole(random, 3, 12), classes });
  return happens(random, 0.75) ? [first, second] : [first];
}

const AUDIT_MONTHS = 6;

interface AuditMade {
  readonly recorded: number;
  /** The first month looked at. */
  readonly first: number;
  readonly classes: readonly string[] | "all";
  readonly area?: number;
}

/** An inspection's finding, two standard errors from the truth at most. */
export function audit(random: Random, setting: Setting, made: AuditMade): WorldContext["audits"][number] {
  const { recorded, first, classes, area = setting.area } = made;
  const margin = between(random, 0.012, 0.035);
  const error = Math.max(-2, Math.min(2, normal(random))) * (margin / 1.96);
  return {
    area: at(setting.areas, area),
    classes,
    from: monthWord(setting.start + first),
    to: monthWord(setting.start + first + AUDIT_MONTHS - 1),
    recorded: Number(Math.min(0.995, recorded + error).toFixed(3)),
    margin: Number(margin.toFixed(4)),
  };
}

function eventsOf(random: Random, setting: Setting, { onset, context }: Influence): WorldContext["events"] {
  if (context.event === undefined || !happens(random, KNOWN)) return [];
  const { day, classes } = context.event;
  return [eventOn(setting, { month: onset, day, classes })];
}

/** An event as it is written down: the classes it was aimed at and the twin that it was not. */
export function eventOn(
  { start, classes }: Setting,
  { month, day, classes: targeted }: { month: number; day: number; classes: readonly number[] },
): WorldContext["events"][number] {
  return {
    date: `${monthWord(start + month)}-${String(day).padStart(2, "0")}`,
    classes: targeted.map((number) => at(classes, number)),
    twins: classes.filter((_, number) => number === 2 && !targeted.includes(number)),
  };
}

function trainingOf(random: Random, setting: Setting, { onset, context }: Influence): WorldContext["training"] {
  if (context.trained === undefined || !happens(random, 0.6)) return [];
  return context.trained.map((area) => ({ area: at(setting.areas, area), from: monthWord(setting.start + onset) }));
}

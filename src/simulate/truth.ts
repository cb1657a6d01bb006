import { type AreaState, at, baselineOf } from "./baseline.ts";
import { decidedBy } from "./deciders.ts";
import type { Influence } from "./influence.ts";
import type { Stretch, TrueCause, Truth, WorldContext } from "./kinds.ts";
import { monthWord } from "./months.ts";
import { redrawn } from "./noise.ts";
import type { Plan } from "./plan.ts";
import type { Asked } from "./question.ts";
import type { Random } from "./random.ts";
import { ASKED, type Setting } from "./setting.ts";

export interface Made {
  readonly setting: Setting;
  readonly asked: Asked;
  readonly plan: Plan;
  readonly influences: readonly Influence[];
  readonly context: WorldContext;
  readonly misleading: readonly string[];
  /** Recorded counts of the class and area asked about, by month. */
  readonly recorded: readonly number[];
}

/** An effect of three times the noise is one that the year on its own would show. */
const VISIBLE = 3;
/** What came out is ordinary within twice the noise: chance alone is plain, and a cause has not shown. */
const ORDINARY = 2;

/** What is true of a world: its causes with their shares, chance with the rest, and whether the data can tell. */
export function truthOf(random: Random, made: Made): Truth {
  const { asked, plan } = made;
  const logChange = changeOf(made.recorded, asked);
  const noise = noiseOf(random, made);
  const isShown = Math.abs(logChange) >= ORDINARY * noise;
  const causes = made.influences.map((influence, i) => trueCause(made, influence, { i, logChange, noise }));
  const rest = causes.reduce((sum, { share }) => sum - (share ?? 0), 1);
  const chance = chanceOf(logChange, rest, noise);
  const ordered = causes.toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
  return {
    causes: [...ordered, chance],
    decidable: plan.alike === null && (causes.length === 0 ? !isShown : isShown && areDecided(ordered)),
    inseparable: isShown && areSeenTogether(causes, noise) ? plan.alike : null,
    shown: isShown,
    effect: plan.effect,
    noise,
    logChange,
    drift: driftOf(made),
    misleading: made.misleading,
  };
}

/** The largest is visible, and all that are visible have what tells them apart. */
function areDecided(causes: readonly TrueCause[]): boolean {
  const [largest] = causes;
  const seen = causes.filter(({ visible }) => visible >= VISIBLE);
  return largest !== undefined && seen.includes(largest) && seen.every(({ decidedBy }) => decidedBy !== null);
}

function areSeenTogether(causes: readonly TrueCause[], noise: number): boolean {
  return Math.abs(causes.reduce((sum, { effect }) => sum + effect, 0)) >= VISIBLE * noise;
}

interface Measured {
  /** Its place among the influences. */
  readonly i: number;
  readonly logChange: number;
  readonly noise: number;
}

function trueCause(made: Made, influence: Influence, { i, logChange, noise }: Measured): TrueCause {
  const effect = effectOf(made, i) + (influence.cause === "population" ? driftOf(made) : 0);
  return {
    cause: influence.cause,
    share: logChange === 0 ? null : effect / logChange,
    effect,
    visible: Math.abs(effect) / noise,
    decidedBy: decidedBy(made, influence),
    from: monthWord(made.setting.start + influence.onset),
    description: influence.description,
  };
}

/** What the background drift of population adds: population's where that is a cause, as it is counted in one, and else chance's. */
function driftOf({ setting, asked }: Made): number {
  return (at(setting.drift, setting.area) * (asked.to.first - asked.from.first)) / 12;
}

function chanceOf(logChange: number, rest: number, noise: number): TrueCause {
  return {
    cause: "chance",
    share: logChange === 0 ? null : rest,
    effect: logChange === 0 ? 0 : rest * logChange,
    visible: Math.abs(logChange === 0 ? 0 : rest * logChange) / noise,
    decidedBy: [],
    from: null,
    description: "what the causes leave: noise, slopes and drift of the background",
  };
}

/** By how much the expected log change falls when a cause is taken away, over both orders when there are two. */
function effectOf({ setting, asked, influences }: Made, i: number): number {
  const changeWith = (kept: (n: number) => boolean): number =>
    changeOf(
      expectedIn(
        setting,
        influences.filter((_, n) => kept(n)),
      ),
      asked,
    );
  const afterOthers = changeWith(() => true) - changeWith((n) => n !== i);
  const alone = changeWith((n) => n === i) - changeWith(() => false);
  return (afterOthers + alone) / 2;
}

function expectedIn(setting: Setting, influences: readonly Influence[]): Float64Array {
  const state = stateOf(setting, setting.area, influences);
  return at(state.cells, ASKED).recorded;
}

/** What is expected of an area under some causes. */
export function stateOf(setting: Setting, area: number, influences: readonly Influence[]): AreaState {
  const state = baselineOf(setting, area);
  for (const influence of influences) influence.act(state, area);
  return state;
}

const WITHOUT_ZERO = 0.5;

function changeOf(values: ArrayLike<number>, { from, to }: Asked): number {
  const [before, after] = [sumOver(values, from), sumOver(values, to)];
  if (before > 0 && after > 0) return Math.log(after / before);
  return Math.log((after + WITHOUT_ZERO) / (before + WITHOUT_ZERO));
}

function sumOver(values: ArrayLike<number>, { first, last }: Stretch): number {
  let sum = 0;
  for (let month = first; month <= last; month++) sum += at(values, month);
  return sum;
}

const REDRAWS = 120;

/** Spread of the log change over redrawn noise, on what is expected when nothing happens. */
function noiseOf(random: Random, { setting, asked }: Made): number {
  const expected = expectedIn(setting, []);
  const changes = Array.from({ length: REDRAWS }, () => changeOf(redrawn(random, setting, expected), asked));
  const mean = changes.reduce((sum, change) => sum + change, 0) / REDRAWS;
  return Math.sqrt(changes.reduce((sum, change) => sum + (change - mean) ** 2, 0) / (REDRAWS - 1));
}

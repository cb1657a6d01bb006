import { event, population, realChange } from "./crime.ts";
import { type Frame, groupReach, type Likeness, localReach, nationalReach, relatedWeights } from "./frame.ts";
import type { Influence } from "./influence.ts";
import type { Acting, Plan } from "./plan.ts";
import type { Asked, Onset } from "./question.ts";
import { between, happens, pick, type Random, whole } from "./random.ts";
import { classification, recording, reporting } from "./recorders.ts";
import { countingRule, lawChange } from "./rules.ts";
import { ASKED, type Setting } from "./setting.ts";
import { dataError } from "./slips.ts";

const MAKERS: Readonly<Record<Acting, (frame: Frame) => Influence>> = {
  "law-change": lawChange,
  "counting-rule": countingRule,
  recording,
  classification,
  reporting,
  event,
  "real-change": realChange,
  population,
  "data-error": dataError,
};

/** In which order causes work on a count: crime, what becomes known of it, how it is filed, what goes wrong. */
const ORDER: readonly Acting[] = [
  "population",
  "real-change",
  "event",
  "reporting",
  "recording",
  "classification",
  "law-change",
  "counting-rule",
  "data-error",
];

export interface Drawn {
  readonly plan: Plan;
  readonly setting: Setting;
  readonly asked: Asked;
  readonly onsets: readonly Onset[];
  readonly sizes: readonly number[];
}

/** The causes of a plan at work in a setting, in the order in which they work. */
export function influencesOf(random: Random, { plan, setting, asked, onsets, sizes }: Drawn): Influence[] {
  const likeness = plan.alike === null ? {} : { alike: likenessOf(random, plan.alike, setting) };
  return plan.causes
    .map((cause, i) => {
      const onset = onsets[i];
      const size = sizes[i];
      if (onset === undefined || size === undefined) throw new Error(`no onset or size for ${cause}`);
      return MAKERS[cause]({ random, setting, asked, onset, size, ...likeness });
    })
    .toSorted((a, b) => ORDER.indexOf(a.cause as Acting) - ORDER.indexOf(b.cause as Acting));
}

/** What two causes have in common that were made alike. */
function likenessOf(random: Random, [first, second]: readonly [Acting, Acting], setting: Setting): Likeness {
  const reach = happens(random, 0.7) ? localReach(setting) : groupReach(random, setting);
  const nothing = setting.classes.map((_, number) => (number === ASKED ? 1 : 0));
  if (first === "law-change") return { reach: nationalReach(random, setting), weights: nothing, marks: {} };
  if (second === "classification")
    return { reach: localReach(setting), weights: nothing, marks: { recorded: 1, historic: 1 } };
  const moves = first === "real-change" ? between(random, 0.8, 1) : 0;
  return {
    reach,
    weights: first === "recording" ? betweenWeights(random, setting) : relatedWeights(random, setting, 0.4),
    marks: { recorded: 1, calls: moves, incidents: 0.7 * moves, cancelled: 0.8 * moves },
  };
}

/** Too much for related classes alone and too little for better recording of all: either may be. */
function betweenWeights(random: Random, { classes }: Setting): number[] {
  return classes.map((_, number) =>
    number === ASKED ? 1 : happens(random, 0.7) ? between(random, 0.2, 0.55) : between(random, 0, 0.15),
  );
}

/** Other forces that begin to record better at dates of their own. */
export function elsewhere(random: Random, setting: Setting, asked: Asked): Influence[] {
  if (happens(random, 0.6)) return [];
  return setting.areas.flatMap((_, area) => {
    if (area === setting.area || happens(random, 0.8)) return [];
    const onset = { month: whole(random, 3, setting.months - 3), lasts: true, builds: pick(random, [1, 6, 12]) };
    return [recording({ random, setting: { ...setting, area }, asked, onset, size: between(random, 0.1, 0.5) })];
  });
}

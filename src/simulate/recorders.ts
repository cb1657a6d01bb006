import { courseOf, type Frame, groupReach, localReach, nationalReach, relatedWeights } from "./frame.ts";
import { type Influence, lift, type Marks, move } from "./influence.ts";
import { between, happens, pick, type Random } from "./random.ts";
import { ASKED, DONOR, type Setting, TWIN } from "./setting.ts";
import { settling } from "./shapes.ts";

/** The force records more of what it is told: most classes rise here, cancelled records and incidents fall, calls do not move. */
export function recording({ random, setting, onset, size, alike }: Frame): Influence {
  const spread = pick(random, ["all classes", "most classes"] as const);
  const part = happens(random, 0.4) ? 1 : between(random, 0.5, 1);
  const marks: Marks = {
    recorded: 1,
    historic: 1,
    incidents: -between(random, 0.3, 1.2),
    cancelled: -between(random, 0.5, 1.6),
  };
  return {
    cause: "recording",
    onset: onset.month,
    description: alike === undefined ? `more is recorded, in ${spread}` : "more is recorded, as if more were reported",
    act: lift({
      size,
      shape: courseOf(onset),
      reach: alike?.reach ?? localReach(setting),
      weights: alike?.weights ?? recordingWeights(random, setting, spread),
      marks: alike?.marks ?? marks,
    }),
    context: alike === undefined ? { audited: size * part, trained: [setting.area] } : {},
  };
}

function recordingWeights(random: Random, { classes }: Setting, spread: "all classes" | "most classes"): number[] {
  return classes.map((_, number) => {
    if (number === ASKED) return 1;
    return spread === "all classes" || happens(random, 0.7) ? between(random, 0.5, 1.05) : between(random, 0, 0.2);
  });
}

/** Officers tell classes apart differently: one class gains what its sibling loses, where officers were trained. */
export function classification({ random, setting, onset, size, alike }: Frame): Influence {
  const trained = alike !== undefined || happens(random, 0.6) ? localReach(setting) : groupReach(random, setting);
  return {
    cause: "classification",
    onset: onset.month,
    description: `officers move offences ${size > 0 ? "into" : "out of"} the class`,
    act: move({
      size,
      shape: courseOf(onset),
      reach: trained,
      partner: setting.classes.length > DONOR ? DONOR : undefined,
      oldToo: true,
    }),
    context: alike === undefined ? { trained: trained.flatMap((part, area) => (part > 0 ? [area] : [])) } : {},
  };
}

/** More victims come forward: older offences and longer delays, which settle; the survey does not move. */
export function reporting({ random, setting, onset, size, alike }: Frame): Influence {
  const where = pick(random, ["here", "everywhere", "in some areas"] as const);
  const reach = {
    here: () => localReach(setting),
    everywhere: () => nationalReach(random, setting),
    "in some areas": () => groupReach(random, setting),
  }[where];
  const marks: Marks = {
    recorded: 1,
    calls: happens(random, 0.3) ? between(random, 0, 0.2) : between(random, 0.7, 1),
    incidents: between(random, 0, 0.7),
    cancelled: between(random, 0.4, 1),
    historic: 1,
  };
  const older: Marks = { historic: between(random, 0.8, 1.8), reporting_delay: between(random, 0.6, 1.5) };
  const passing = { shape: settling(onset.month, Math.max(3, onset.builds), between(random, 0.2, 0.7)), marks: older };
  return {
    cause: "reporting",
    onset: onset.month,
    description: `more is reported ${alike === undefined ? where : "as if there were more"}`,
    act: lift({
      size,
      shape: courseOf(onset),
      reach: alike?.reach ?? reach(),
      weights: alike?.weights ?? reportingWeights(random, setting),
      marks: alike?.marks ?? marks,
      ...(alike === undefined ? { passing } : {}),
    }),
    context: {},
  };
}

/** Related classes rise a little; the twin now and then as well. */
function reportingWeights(random: Random, setting: Setting): number[] {
  const weights = relatedWeights(random, setting, 0.35);
  return weights.map((weight, number) => (number === TWIN && happens(random, 0.3) ? between(random, 0, 0.2) : weight));
}

import { at } from "./baseline.ts";
import { courseOf, type Frame, groupReach, localReach, nationalReach, relatedWeights } from "./frame.ts";
import { type Influence, lift, type Marks } from "./influence.ts";
import { between, happens, pick, type Random, whole } from "./random.ts";
import { ASKED, type Setting, TWIN } from "./setting.ts";
import { type Shape, spike } from "./shapes.ts";

/** More or less crime: calls, incidents and the survey go along, the delay does not; here, hereabouts or everywhere. */
export function realChange({ random, setting, onset, size, alike }: Frame): Influence {
  const where = pick(random, ["here alone", "here and in some other areas", "everywhere"] as const);
  const reach = {
    "here alone": () => localReach(setting),
    "here and in some other areas": () => groupReach(random, setting),
    everywhere: () => nationalReach(random, setting),
  }[where];
  const marks: Marks = {
    recorded: 1,
    calls: between(random, 0.8, 1.05),
    incidents: between(random, 0.6, 1),
    cancelled: between(random, 0.8, 1),
    historic: between(random, 0.4, 1),
    survey: between(random, 0.8, 1.1),
  };
  return {
    cause: "real-change",
    onset: onset.month,
    description: `crime moves ${alike === undefined ? where : "as reporting could"}`,
    act: lift({
      size,
      shape: courseOf(onset),
      reach: alike?.reach ?? reach(),
      weights: alike?.weights ?? relatedWeights(random, setting, 0.6),
      marks: alike?.marks ?? marks,
    }),
    context: {},
  };
}

/** Something happens on a day: the targeted classes rise for weeks or months, their twin does not. */
export function event({ random, setting, asked, onset, size }: Frame): Influence {
  const day = whole(random, 1, 24);
  const shape = spike(onset.month, between(random, 0.3, 3), (31 - day) / 31);
  const height = heightOver(shape, asked.to, size);
  const everywhere = happens(random, 0.6);
  const targeted = setting.classes.map((_, number) => number === ASKED || (number > TWIN && happens(random, 0.3)));
  const exposed = nationalReach(random, setting).map((part) => part * (everywhere ? between(random, 0.6, 1.1) : 0));
  return {
    cause: "event",
    onset: onset.month,
    description: `a spike from day ${day} ${everywhere ? "in all areas" : "here"}`,
    act: lift({
      size: Math.log(1 + height),
      shape: (month) => Math.log(1 + height * shape(month)) / Math.log(1 + height),
      reach: exposed.map((part, area) => (area === setting.area ? 1 : part)),
      weights: targeted.map((is) => (is ? 1 : 0)),
      marks: { recorded: 1, calls: between(random, 0.7, 1), incidents: between(random, 0.3, 1) },
    }),
    context: { event: { day, classes: targeted.flatMap((is, number) => (is ? [number] : [])) } },
  };
}

const HIGHEST_SPIKE = 9;

/** How high a spike must be for its mean over a period to have the wanted log effect. */
function heightOver(shape: Shape, to: Frame["asked"]["to"], size: number): number {
  let area = 0;
  for (let month = to.first; month <= to.last; month++) area += shape(month);
  return Math.min(HIGHEST_SPIKE, ((Math.exp(size) - 1) * (to.last - to.first + 1)) / area);
}

/** People come or go slowly: every class moves by as much, and no rate per head does. */
export function population({ random, setting, onset, size, alike }: Frame): Influence {
  const reach = happens(random, 0.6) || alike !== undefined ? localReach(setting) : likePlaces(random, setting);
  const shape = courseOf(onset);
  const count = lift({
    size,
    shape,
    reach,
    weights: setting.classes.map(() => 1),
    marks: { recorded: 1, calls: 1, incidents: 1, cancelled: 1, historic: 1 },
  });
  return {
    cause: "population",
    onset: onset.month,
    description: `the population moves over ${onset.builds} months`,
    act: (state, area) => {
      count(state, area);
      const part = size * at(reach, area);
      for (let i = 0; i < state.people.length; i++) state.people[i] = at(state.people, i) * Math.exp(part * shape(i));
    },
    context: {},
  };
}

function likePlaces(random: Random, { areas, area }: Setting): number[] {
  return areas.map((_, number) => (number === area ? 1 : happens(random, 0.15) ? between(random, 0.5, 1) : 0));
}

import { at, baselineOf } from "./baseline.ts";
import type { Influence } from "./influence.ts";
import type { Cause, WorldContext } from "./kinds.ts";
import { monthWord } from "./months.ts";
import type { Asked } from "./question.ts";
import { ASKED, DONOR, type Setting, TWIN } from "./setting.ts";

/** A set of signs is enough when all of it is there; of a cause's sets one is enough. */
type Sets = readonly (readonly Sign[])[];

type Sign =
  | "rule"
  | "audits"
  | "donor"
  | "event"
  | "twin"
  | "monthly"
  | "calls"
  | "incidents"
  | "cancelled"
  | "old offences"
  | "delay"
  | "survey"
  | "population"
  | "both months";

/** Which data tell a cause from all the others. */
const DECIDES: Readonly<Record<Exclude<Cause, "chance">, Sets>> = {
  "law-change": [["rule"]],
  "counting-rule": [["rule"]],
  recording: [["audits"], ["calls"], ["cancelled"], ["incidents"]],
  classification: [["donor"]],
  reporting: [["old offences"], ["delay"], ["survey", "calls"]],
  event: [["event", "twin"]],
  "real-change": [["survey"], ["calls", "old offences"], ["calls", "delay"]],
  population: [["population"]],
  "data-error": [["old offences"], ["monthly", "calls"], ["monthly", "incidents"], ["monthly", "both months"]],
};

interface Given {
  readonly setting: Setting;
  readonly asked: Asked;
  readonly context: WorldContext;
}

/** The first complete set of signs by which a cause can be told in this world; null when none is complete. */
export function decidedBy(given: Given, influence: Influence): readonly string[] | null {
  if (influence.cause === "chance") return [];
  const sets = DECIDES[influence.cause];
  return sets.find((set) => set.every((sign) => SIGNS[sign](given, influence))) ?? null;
}

const SIGNS: Readonly<Record<Sign, (given: Given, influence: Influence) => boolean>> = {
  rule: ({ setting, context }, { onset, cause }) =>
    context.rules.some(
      ({ from, fromClass, toClass, basis }) =>
        from === monthWord(setting.start + onset) &&
        [fromClass, toClass].includes(setting.classes[ASKED]) &&
        (basis === "law") === (cause === "law-change"),
    ),
  audits: ({ setting, context }) =>
    context.audits.filter(({ area }) => area === setting.areas[setting.area]).length >= 2,
  donor: ({ setting }) => setting.classes.length > DONOR,
  event: ({ setting, context }, { onset }) =>
    context.events.some(({ date }) => date.startsWith(monthWord(setting.start + onset))),
  twin: ({ setting }) => setting.classes.length > TWIN,
  monthly: ({ setting }) => setting.step === 1,
  calls: ({ setting }) => setting.measures.includes("calls"),
  incidents: ({ setting }) => setting.measures.includes("incidents"),
  cancelled: (given) => given.setting.measures.includes("cancelled") && isPlenty(given, "cancelled"),
  "old offences": (given, { description }) =>
    given.setting.measures.includes("historic") &&
    (isPlenty(given, "historic") || description.startsWith("batch of old")) &&
    !/doubled|late records/.test(description),
  delay: (given) => given.setting.measures.includes("reporting_delay") && isPlenty(given, "recorded"),
  survey: (given) => given.setting.measures.includes("survey") && isPrecise(given),
  population: ({ setting }) => setting.measures.includes("population"),
  "both months": (_, { context }) => context.error === "made-up-later",
};

const PLENTY = 25;

/** Enough is counted in the earlier period for its change to be seen. */
function isPlenty({ setting, asked }: Given, measure: "cancelled" | "historic" | "recorded"): boolean {
  const values = at(baselineOf(setting, setting.area).cells, ASKED)[measure];
  return values.slice(asked.from.first, asked.from.last + 1).reduce((sum, value) => sum + value, 0) >= PLENTY;
}

const PRECISE = 0.08;

/** Two survey figures of like length differ by less than a tenth when nothing has changed. */
function isPrecise({ setting, asked }: Given): boolean {
  const months = setting.surveyEvery === "year" ? 1 : asked.to.last - asked.to.first + 1;
  const error = setting.noise.survey * (setting.surveyEvery === "year" ? 1 : 1.5);
  return asked.to.last - asked.to.first === 11 && (error * Math.SQRT2) / Math.sqrt(months) <= PRECISE;
}

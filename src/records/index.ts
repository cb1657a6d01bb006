export { type Dataset, datasetNamed, DATASETS } from "./datasets.ts";
export { MEASURES, type Measure, type Observation, observation } from "./observation.ts";
export { crimeOutcome, publishedFact, recordedCrime, reject, rollingYear } from "./published.ts";
export { batchRelease, unmapped } from "./given.ts";
export { hateCrimeMonth, kentQuarter, metBoroughMonth, metFemaleVictims } from "./published-forces.ts";
export {
  courtProceeding,
  populationEstimate,
  severityScore,
  surveyPartnerAbuse,
  surveyPrevalence,
  surveyReported,
} from "./published-national.ts";
export { streetCount, streetCrime, streetOutcome, streetOutcomeForce, streetOutcomeYear } from "./published-street.ts";
export { ACTION_KINDS, actionVersion, ORDER_KINDS, orderVersion } from "./force-actions.ts";
export { DECISION_KINDS, decisionVersion } from "./force-decisions.ts";
export { EVENT_KINDS, eventVersion } from "./force-events.ts";
export { mentionVersion, ROLES } from "./force-people.ts";
export { officerVersion, trainingVersion } from "./force-staff.ts";
export { type Precision, PRECISIONS } from "./delivered.ts";
export {
  action,
  classified,
  decision,
  ENTERED_BASES,
  event,
  eventThere,
  includedOffence,
  officer,
  personMention,
  protectionOrder,
  trainingRecord,
} from "./known.ts";
export { dayOrderOf, type DayOrderFound, parseDate, type ReadDate, saysUnknown, splitMoment } from "./dates.ts";
export { type DayForm, type DayOrder, maybeDay, type ReadDayOptions } from "./days.ts";
export { maybeTime, type TimeForm } from "./times.ts";
export { AS_OF_TABLES, asOfSteps, FORCE_TABLES } from "./as-of.ts";

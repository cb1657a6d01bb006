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

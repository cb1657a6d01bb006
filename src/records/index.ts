export { type Dataset, datasetNamed, DATASETS } from "./datasets.ts";
export { MEASURES, type Measure, type Observation, observation } from "./observation.ts";
export { crimeOutcome, publishedFact, recordedCrime, reject, rollingYear } from "./published.ts";
export { batchRelease, unmapped } from "./given.ts";

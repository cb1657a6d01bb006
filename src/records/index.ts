export { MEASURES, type Measure, type Observation, observation } from "./observation.ts";

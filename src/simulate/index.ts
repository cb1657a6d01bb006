export { contextJson, observationsCsv } from "./files.ts";
export {
  type Cause,
  type Measure,
  type ObservationRow,
  type TrueCause,
  type Truth,
  type World,
  type WorldContext,
  type WorldShape,
} from "./kinds.ts";
export { worldOf } from "./world.ts";
export { writeForce } from "./force/files.ts";
export { WORLD_NAMES } from "./force/worlds.ts";

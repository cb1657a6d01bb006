export { type EventEffect, eventStudies, type EventStudied } from "./event-study.ts";
export { sayEvent } from "./say-event.ts";
export { explain } from "./explain.ts";
export { type Audit, type Context, NOTHING_KNOWN, type Occurrence, type RuleChange, type Training } from "./context.ts";
export {
  type Cause,
  CAUSES,
  type ChangeQuestion,
  type ChangeVerdict,
  type Evidence,
  type Explanation,
  type Standing,
  type WeighedCause,
} from "./explanation.ts";
export { type BuiltInAsked, type BuiltInQuestion, builtInQuestion } from "./built-in.ts";
export { type ContextRead, contextOf, readContext } from "./context-file.ts";
export { type GivenAsked, type GivenQuestion, givenQuestion } from "./given.ts";
export { sayCounts, sayKind } from "./say-scan.ts";
export { scanChanges } from "./scan.ts";
export type { Scan, ScanAsked, ScanRow } from "./scanned.ts";
export { monthOf, monthsOf, sayMonth } from "./months.ts";
export { type Observations, observationsOf, readObservations } from "./observations.ts";
export { NAMES } from "./paragraph.ts";
export { daysOf } from "./say.ts";
export { type PlacedSeries, panelOf } from "./panel-of.ts";
export { MEASURES_OF_CHANGE, type MeasureOfChange, type Months, type Panel, type Series } from "./panel.ts";

export { area, liesWithin, maybeArea, membersOf } from "./areas.ts";
export {
  auditsBetween,
  coverageBetween,
  eventsBetween,
  type RuleRow,
  rulesBetween,
  type Span,
  type Subject,
} from "./changes.ts";
export { type ClassSelection, existsIn, maybeClassesForLabel, parseClasses, selectionOf, titleOf } from "./classes.ts";
export { classifySteps } from "./classify.ts";
export { type Comparability, comparable, type Counted } from "./comparable.ts";
export { type Confidence, CONFIDENCES } from "./files.ts";
export {
  type Area,
  type AuditRow,
  type ClassRow,
  type CountingRuleRow,
  type CoverageRow,
  type EventRow,
  type GroupRow,
  type Law,
  type LawRow,
  loadLaw,
  type OffenceRow,
  type OutcomeRow,
  type PeerRow,
  type StrandRow,
} from "./law.ts";
export {
  classOfOffence,
  maybeOffenceCode,
  type OffenceMeaning,
  offenceOf,
  offencesOfClass,
  unmappedReport,
} from "./offences.ts";
export { offenceName, offenceNameRows, offenceRule, offenceRuleRows } from "./offence-tables.ts";
export { outcomeOf, peersOf, strands } from "./outcomes.ts";
export { areaName, areaNameRows, classLabel, classLabelRows } from "./tables.ts";
export { timeline, TIMELINE_KINDS, type TimelineEntry, type TimelineFilter, type TimelineKind } from "./timeline.ts";

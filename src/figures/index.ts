export { answerFigures, usualMeasure } from "./answer.ts";
export { COUNTED } from "./change.ts";
export { type Archive, openArchive, PUBLISHED_FOLDER } from "./archive.ts";
export { labelsHeld } from "./labels-held.ts";
export type {
  Change,
  Contribution,
  Figure,
  FigureQuestion,
  FiguresAnswer,
  Flag,
  Interval,
  YearOnYear,
} from "./figure.ts";
export { figureById, type Reopened, type SourceRow, sourceRowsOf } from "./open.ts";
export { observationPlan, OBSERVERS, offenceClass, offenceClassRows } from "./observe/index.ts";
export {
  answerOutcomes,
  type Cohort,
  type OutcomeQuestion,
  type OutcomesAnswer,
  type OutcomeShare,
} from "./outcomes.ts";
export {
  type Stated,
  type StatedByArea,
  type StatedNumber,
  type StatedShelf,
  statedNumbers,
  statedOnce,
} from "./stated.ts";
export { answerProsecutions, type ProsecutionRow, type ProsecutionsAnswer } from "./prosecutions.ts";

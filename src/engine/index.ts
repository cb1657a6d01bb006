export { type BuildManifest, Builds, type OpenBuild, showBuild } from "./builds.ts";
export { type Dialect } from "./dialect.ts";
export { duckdbDialect } from "./duckdb-dialect.ts";
export { type Batch, Lake, type Release } from "./lake.ts";
export { withLock } from "./lock.ts";
export { type Plan, plan, planFor, type Step, step } from "./plan.ts";
export { countRows, explainPlan, runPlan, type StepReport, tableDigest } from "./run.ts";
export { Session, type SessionSettings, withSession } from "./session.ts";
export {
  asDate,
  asDecimal,
  asInteger,
  daysBetween,
  editDistance,
  firstDayOfYearEnding,
  hashOf,
  join,
  lastDayAfterMonths,
  matches,
  monthOf,
  name,
  render,
  replacePattern,
  rowHash,
  type Sql,
  sql,
  type SqlValue,
} from "./sql.ts";
export {
  type Column,
  column,
  columnList,
  createTable,
  defineTable,
  dictionaryOf,
  maybeColumn,
  orderOf,
  type RowOf,
  selectDeclared,
  type Table,
  valuesOf,
} from "./table.ts";
export { trinoDialect } from "./trino-dialect.ts";
export { rowValidator } from "./validator.ts";

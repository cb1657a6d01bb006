export { type Effects, quietEffects, realEffects } from "./effects.ts";
export { type Mistake, misuse, UserError } from "./errors.ts";
export {
  moveDurably,
  removeQuietly,
  sha256,
  sha256OfFile,
  syncFile,
  syncFolder,
  writeFileAtomically,
} from "./files.ts";
export {
  aYearBefore,
  calendarMonth,
  calendarQuarter,
  calendarYear,
  cutPeriod,
  dayRange,
  financialQuarter,
  financialYear,
  maybePeriod,
  parseDay,
  parsePeriod,
  type Period,
  periodBetween,
  type PeriodKind,
  sayDay,
  sayPeriod,
  spanOf,
  wholeMonths,
  yearEnding,
} from "./periods.ts";

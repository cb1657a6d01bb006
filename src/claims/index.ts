export { checkArithmetic } from "./arithmetic.ts";
export { type CheckedClaim, type CheckOptions, checkText } from "./check.ts";
export type * from "./claim.ts";
export { type ComparedFigure, compareWithFigures, type FiguresComparison, type Finder } from "./compare.ts";
export { lawNames } from "./law-names.ts";
export { type AreaName, type LawNames, type SubjectName } from "./names.ts";
export { type ReadingContext, readClaims } from "./read.ts";
export { CLAIM_SETTINGS, type ClaimSettings } from "./settings.ts";

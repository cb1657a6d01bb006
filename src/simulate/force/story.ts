import type { Act } from "./acts.ts";
import type { Minute } from "./calendar.ts";
import type { Happening } from "./happening.ts";
import type { Person } from "./kinds.ts";

/** One event of a story, with the acts that its text tells. */
export interface Step {
  readonly happening: Happening;
  readonly acts: readonly Act[];
}

/** A court order within a story. */
export interface OrderMade {
  readonly kind: "restraining" | "non-molestation" | "stalking-protection";
  readonly madeAt: Minute;
}

/** Events that belong together: a course of conduct, or what only looks like one. */
export interface Story {
  readonly isCourse: boolean;
  /** Of a course: `ex-partner`, `acquaintance`, `stranger`, `unknown-suspect`; of a lookalike: `quarrel`, `duplicate`, … */
  readonly kind: string;
  /** Nothing where there is no single one. */
  readonly suspect: Person | undefined;
  readonly victim: Person;
  readonly steps: readonly Step[];
  /** Which step is the serious outcome. */
  readonly index: number | undefined;
  readonly order: OrderMade | undefined;
}

import { happens, type Random } from "../random.ts";
import { dayIn, LAST_DAY, type Minute, MINUTES_A_DAY } from "./calendar.ts";
import { byWeight, skewed } from "./draw.ts";
import type { Happening } from "./happening.ts";

/** How an event ended, as far as it has. */
export interface Outcome {
  readonly status: string;
  /** Of the outcomes framework; blank: none yet. */
  readonly outcomeCode: string;
  readonly outcomeAt: Minute | undefined;
  readonly cancelledReason: string;
}

const CANCELLED = 0.025;

/** The outcome of a crime, by whether a suspect is named; logs are closed without one. */
export function outcomeOf(
  random: Random,
  { happening, recordedAt }: { happening: Happening; recordedAt: Minute },
): Outcome {
  if (happening.filing.kind !== "crime") return { status: "closed", ...NONE };
  if (happens(random, CANCELLED)) return cancelled(random, recordedAt);
  const named = happening.parts.some(({ role, only }) => role === "suspect" && only === undefined);
  const outcomeAt = Math.round(recordedAt + skewed(random, (named ? 45 : 6) * MINUTES_A_DAY, 1.1));
  if (dayIn(outcomeAt) > LAST_DAY) return { status: "open", ...NONE };
  const outcomeCode = (named ? NAMED : UNNAMED)(random);
  return { status: outcomeCode === "18" ? "filed" : "finalised", outcomeCode, outcomeAt, cancelledReason: "" };
}

const NONE = { outcomeCode: "", outcomeAt: undefined, cancelledReason: "" };

const NAMED = byWeight({ 1: 17, 2: 1, 3: 3, 8: 8, 10: 2, 14: 2, 15: 28, 16: 30, 17: 2, 18: 3, 20: 1, 21: 2, 22: 1 });
const UNNAMED = byWeight({ 14: 12, 18: 85, 21: 3 });

const REASONS = byWeight({
  "additional verifiable information: no crime occurred": 55,
  "recorded in error": 20,
  duplicate: 15,
  "transferred to another force": 10,
});

function cancelled(random: Random, recordedAt: Minute): Outcome {
  const outcomeAt = Math.round(recordedAt + skewed(random, 10 * MINUTES_A_DAY, 1));
  return { status: "cancelled", ...NONE, outcomeAt, cancelledReason: REASONS(random) };
}

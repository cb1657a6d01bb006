import type { Direction } from "./claim.ts";
import type { NumberMention } from "./numbers.ts";

/** What a rule made of some numbers of a sentence; offsets are those of the text. */
export interface Part {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly numbers: Readonly<Partial<Record<PartRole, NumberMention>>>;
  /** The upper end, where the number is a range. */
  readonly upTo?: NumberMention;
  readonly direction: Direction | null;
  /** The movement is a noun, “an increase of”, or stands behind the number, “5% more than”. */
  readonly isNoun: boolean;
}

export type PartRole =
  | "from"
  | "to"
  | "diff"
  | "points"
  | "pct"
  | "times"
  | "count"
  | "share"
  | "part"
  | "rate"
  | "base";

/** From the first number of a part to the end of its last. */
export function numbersSpan({ numbers, upTo }: Part): { readonly start: number; readonly end: number } {
  let start = upTo?.start ?? Infinity;
  let end = upTo?.end ?? -Infinity;
  for (const number of Object.values(numbers)) {
    start = Math.min(start, number.start);
    end = Math.max(end, number.end);
  }
  return { start, end };
}

import type { Period } from "../base/index.ts";
import type { Basis, Contribution } from "./figure.ts";

/** First and last day of what is asked for. */
export type Stretch = Pick<Period, "from" | "to">;

/** The classes of a number: their codes, and the group that a source may state as one. */
export interface Counted {
  readonly codes: readonly string[];
  readonly group: string | null;
  /** Whether a class exists in a period; one that does not counts as nothing rather than as missing. */
  readonly existsIn: (code: string, period: Stretch) => boolean;
}

/** A number and how it was had. */
export interface Found {
  readonly value: number;
  readonly basis: Basis;
  readonly rests: readonly Contribution[];
}

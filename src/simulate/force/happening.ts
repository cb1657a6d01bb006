import type { Minute } from "./calendar.ts";
import type { Address } from "./kinds.ts";
import type { Presence } from "./mention.ts";

/** Somebody in an event, and what they are to its victim. */
export interface Part extends Presence {
  readonly relationship: string;
}

/** What an event is filed as, before the day decides its class. */
export interface Filing {
  readonly kind: "crime" | "incident" | "intelligence";
  readonly code?: string | undefined;
  readonly class?: string | undefined;
  readonly title?: string | undefined;
}

/** An event as it happened and came to be known; how it is written down is the recorder's. */
export interface Happening {
  readonly filing: Filing;
  /** What it was filed as at first, where that was something else. */
  readonly filedFirst?: Filing | undefined;
  readonly included?: readonly string[] | undefined;
  readonly flags: readonly string[];
  readonly force: string;
  readonly at: Address | undefined;
  readonly occurredFrom: Minute;
  readonly occurredTo: Minute;
  readonly reportedAt: Minute;
  readonly parts: readonly Part[];
  /** Plain sentences; the officer's manner is put on later. */
  readonly text: string;
}

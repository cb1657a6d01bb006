import type { Role } from "./kinds.ts";

/** A kind of everyday event: what it is filed as, who is in it, what is written of it. */
export interface EverydayKind {
  readonly kind: "crime" | "incident" | "intelligence";
  /** Out of about 100 for crimes, and the same again for all else. */
  readonly weight: number;
  /** A Home Office code of the knowledge base, whose class follows from the day; else a class. */
  readonly code?: string;
  readonly class?: string;
  /** For what is no crime. */
  readonly title?: string;
  /** First day of recording, ISO: burglary's headings changed in April 2017. */
  readonly from?: string;
  readonly until?: string;
  /** Share of events with each role filled. */
  readonly cast: Readonly<Partial<Record<Role, number>>>;
  /** Share between people of one household. */
  readonly domestic: number;
  readonly at: "home" | "street";
  /** Middle of the days until it is reported. */
  readonly delayDays: number;
  readonly flags?: Readonly<Record<string, number>>;
  /** With `[a|b]` for a choice and `{item}` for something stolen or broken. */
  readonly texts: readonly string[];
}

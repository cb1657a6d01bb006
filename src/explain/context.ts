/** What is known to have happened: the dates against which a change is held. Classes are those of the panel. */
export interface Context {
  readonly rules: readonly RuleChange[];
  readonly audits: readonly Audit[];
  readonly events: readonly Occurrence[];
  readonly training: readonly Training[];
}

/** A change of law or of counting rules, in force everywhere from the first day of a month. */
export interface RuleChange {
  /** Counted from January of the year 0. */
  readonly month: number;
  readonly kind: "moved" | "added" | "removed";
  /** Out of which class; null where nothing is left behind. */
  readonly fromClass: string | null;
  /** Into which class; null where something is no longer counted. */
  readonly toClass: string | null;
  readonly basis: "law" | "rule";
  readonly title: string;
  readonly source: string | null;
}

/** Which part of the crimes reported in a stretch had been recorded, as an inspection found it. */
export interface Audit {
  readonly area: string;
  readonly classes: readonly string[] | "all";
  readonly first: number;
  readonly last: number;
  /** A fraction. */
  readonly recorded: number;
  /** Half the width of its 95 % interval; null when it was not published. */
  readonly margin: number | null;
  readonly title: string;
  readonly source: string | null;
}

/** Something that happened on a day and may have set off some kinds of crime and not their twins. */
export interface Occurrence {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly month: number;
  readonly classes: readonly string[];
  readonly twins: readonly string[];
  readonly title: string;
  readonly source: string | null;
}

/** When officers of an area were trained, inspected or told to record or to tell classes apart differently. */
export interface Training {
  readonly area: string;
  readonly month: number;
  readonly title: string;
  readonly source: string | null;
}

export const NOTHING_KNOWN: Context = { rules: [], audits: [], events: [], training: [] };

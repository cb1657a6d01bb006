import { sayDay } from "../../base/index.ts";
import type { Flag } from "../../figures/index.ts";

/** A flag as shown. */
export interface FlagView {
  readonly day: string;
  readonly tag: string;
  readonly text: string;
  readonly source: string;
  readonly unconfirmed: boolean;
}

/** Flags in the order of their days, those without one first. */
export function presentFlags(flags: readonly Flag[]): FlagView[] {
  return flags
    .toSorted((a, b) => compare(a.date ?? "", b.date ?? ""))
    .map(({ code, date, text, source, confidence }) => ({
      day: date === undefined ? "" : sayDay(date),
      tag: FLAG_WORDS[code] ?? code.replaceAll("-", " "),
      text,
      source: source ?? "",
      unconfirmed: isUnconfirmed(confidence),
    }));
}

/** Whether a row rests on memory or on sources in conflict. */
export function isUnconfirmed(confidence: string | undefined): boolean {
  return confidence === "M" || confidence === "?";
}

const FLAG_WORDS: Readonly<Record<string, string>> = {
  "law-change": "law",
  "rule-change": "counting rule",
  "vintages-differ": "sources differ",
  missing: "cannot tell",
  "not-derivable": "cannot tell",
  derived: "worked out",
};

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

import type { Period } from "../base/index.ts";
import { type ClassSelection, type Law, timeline } from "../law/index.ts";
import type { Measure } from "../records/index.ts";
import type { Flag } from "./figure.ts";

export interface Concern {
  readonly area: string;
  readonly selection: ClassSelection;
  readonly span: Pick<Period, "from" | "to">;
  readonly measure: Measure;
}

/** What the knowledge base says happened within a figure's period that bears on it, oldest first. */
export function figureFlags(law: Law, { area, selection, span }: Concern): Flag[] {
  return timeline(law, { area, codes: selection.codes, from: span.from, to: span.to }).map(
    ({ kind, date, title, text, source, confidence }) => ({
      code: FLAG_CODES[kind] ?? kind,
      date,
      text: text === "" ? title : `${title}: ${text}`,
      source,
      confidence,
    }),
  );
}

/** The same for everything from the first period's start to the last one's end. */
export function changeFlags(law: Law, concern: Concern): Flag[] {
  return figureFlags(law, concern);
}

const FLAG_CODES: Readonly<Record<string, string>> = {
  law: "law-change",
  "counting-rule": "rule-change",
  audit: "audit",
  inspection: "inspection",
};

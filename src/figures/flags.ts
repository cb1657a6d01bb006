import type { Period } from "../base/index.ts";
import { type ClassSelection, type Law, timeline, type TimelineEntry } from "../law/index.ts";
import type { Flag } from "./figure.ts";

export interface Concern {
  readonly area: string;
  readonly selection: ClassSelection;
  readonly span: Pick<Period, "from" | "to">;
  /** The datasets that the numbers rest on: gaps of others do not concern them. */
  readonly datasets: readonly string[];
}

/** What the knowledge base says happened in a stretch that bears on its numbers, oldest first. */
export function flagsBetween(law: Law, { area, selection, span, datasets }: Concern): Flag[] {
  const asked = { area, codes: selection.codes, from: span.from, to: span.to };
  const entries = [timeline(law, asked), ...datasets.map((dataset) => timeline(law, { ...asked, dataset }))].flat();
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return [...byId.values()].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)).map(flagOf);
}

function flagOf({ kind, date, title, text, source, confidence }: TimelineEntry): Flag {
  const said = text === "" ? title : `${title}: ${text}`;
  const doubtful = (confidence === "M" || confidence === "?") && !said.includes("not confirmed");
  const unconfirmed = doubtful ? " (not confirmed)" : "";
  return { code: FLAG_CODES[kind] ?? kind, date, text: `${said}${unconfirmed}`, source, confidence };
}

const FLAG_CODES: Readonly<Partial<Record<TimelineEntry["kind"], string>>> = {
  law: "law-change",
  "counting-rule": "rule-change",
};

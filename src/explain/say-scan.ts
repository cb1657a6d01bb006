import { type Cause, CAUSES } from "./explanation.ts";
import { sayCount } from "./say.ts";
import type { ScanKind, ScanRow } from "./scanned.ts";

/** What kind of change a row of a scan is, in words: the first cause, whether it stands, and whether other areas moved too. */
export function sayKind(row: ScanRow): string {
  if (row.p === null) return "cannot tell: too little is held";
  if (!row.held) return "not shown to be beyond ordinary variation";
  const where = row.reach === null ? "" : `; ${REACH[row.reach]}`;
  return `${row.kind === null ? "beyond ordinary variation, not weighed" : sayCauseOf(row.kind)}${where}`;
}

const REACH: Readonly<Record<NonNullable<ScanRow["reach"]>, string>> = {
  local: "unlike the other areas",
  national: "as in the other areas",
  both: "more than in the other areas",
};

function sayCauseOf({ verdict, cause, standing, share, inseparable }: ScanKind): string {
  const group = inseparable.find((each) => each.length > 1 && each.includes(cause));
  if (group !== undefined) return `${list(group)}: these data cannot tell which`;
  if (verdict !== "changed" || cause === "chance") return "the cause cannot be told";
  const part =
    share === null ? "" : `, ${share.low.toFixed(2)} to ${share.high.toFixed(2)} of the change on a log scale`;
  return standing === "supported" ? `${SHORT[cause]} supported${part}` : `${SHORT[cause]} possible, not shown`;
}

/** In the order in which causes are told, so that like kinds read alike. */
function list(causes: readonly Cause[]): string {
  const names = CAUSES.filter((each) => causes.includes(each)).map((each) => SHORT[each]);
  return `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

/** Causes in a word or two, for a column of a long table. */
const SHORT: Readonly<Record<Cause, string>> = {
  chance: "chance",
  "law-change": "a new law",
  "counting-rule": "a counting rule",
  recording: "recording",
  classification: "classification",
  reporting: "reporting",
  event: "an event",
  "real-change": "a real change",
  population: "population",
  "data-error": "an error in the data",
};

/** The counts of a row, the earlier first: `6,335, then 11,761`. */
export function sayCounts({ from, to }: Pick<ScanRow, "from" | "to">): string {
  const said = [from, to].map((count) => (count === null ? "not known" : sayCount(count)));
  return said.join(", then ");
}

import type { Cause } from "./explanation.ts";
import { NAMES } from "./paragraph.ts";
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
  local: "apart from the other areas",
  national: "along with the other areas",
  both: "more than the other areas, which moved too",
};

function sayCauseOf({ verdict, cause, standing, share, inseparable }: ScanKind): string {
  const group = inseparable.find((each) => each.length > 1 && each.includes(cause));
  if (group !== undefined) return `${list(group)} cannot be told apart`;
  if (verdict !== "changed" || cause === "chance") return "the cause cannot be told";
  const part =
    share === null ? "" : `, ${share.low.toFixed(2)} to ${share.high.toFixed(2)} of the change on a log scale`;
  return standing === "supported" ? `${NAMES[cause]} is supported${part}` : `${NAMES[cause]} is possible, not shown`;
}

function list(causes: readonly Cause[]): string {
  const names = causes.map((each) => NAMES[each]);
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** The counts of a row, the earlier first: `6,335, then 11,761`. */
export function sayCounts({ from, to }: Pick<ScanRow, "from" | "to">): string {
  const said = [from, to].map((count) => (count === null ? "not known" : sayCount(count)));
  return said.join(", then ");
}

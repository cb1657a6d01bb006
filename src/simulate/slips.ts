import { at, type Cell } from "./baseline.ts";
import type { Frame } from "./frame.ts";
import type { Influence } from "./influence.ts";
import { between, happens, pick } from "./random.ts";
import { ASKED } from "./setting.ts";

type Slip = NonNullable<Influence["context"]["error"]>;

const MOST_TIMES_TOO_OFTEN = 2.5;

/** One odd month in one area: a batch of old offences, a month counted twice, or one lost and made up later. */
export function dataError({ random, setting, asked, onset, size }: Frame): Influence {
  const atStart = onset.month === asked.to.first && onset.month > asked.from.last && setting.step === 1;
  const months = asked.to.last - asked.to.first + 1;
  const extra = (Math.exp(size) - 1) * months;
  const plain: Slip = extra <= MOST_TIMES_TOO_OFTEN ? pick(random, ["batch", "doubled"]) : "batch";
  const slip: Slip = atStart && happens(random, 0.6) ? "made-up-later" : plain;
  const all = slip !== "batch" && happens(random, 0.4);
  const old = happens(random, 0.8);
  const lost = between(random, 0.6, 0.95);
  return {
    cause: "data-error",
    onset: onset.month,
    description: `${slip}${slip === "batch" ? (old ? " of old offences" : " of late records") : ""}${all ? ", all classes" : ""}`,
    act: (state, area) => {
      if (area !== setting.area) return;
      for (const cell of all ? state.cells : state.cells.slice(ASKED, ASKED + 1)) {
        if (slip === "batch") addBatch(cell, { month: onset.month, extra, old });
        else if (slip === "doubled") repeat(cell, onset.month, 1 + Math.max(1, Math.round(extra)));
        else shift(cell, onset.month, lost);
      }
    },
    context: { error: slip },
  };
}

function addBatch(cell: Cell, batch: { readonly month: number; readonly extra: number; readonly old: boolean }): void {
  const before = at(cell.recorded, batch.month);
  const added = before * batch.extra;
  cell.recorded[batch.month] = before + added;
  if (!batch.old) return;
  cell.historic[batch.month] = at(cell.historic, batch.month) + 0.9 * added;
  const longest = 400;
  const part = added / (before + added);
  const delay = at(cell.reporting_delay, batch.month);
  cell.reporting_delay[batch.month] = part > 0.5 ? longest : delay * (1 + part / (1 - part));
}

function repeat(cell: Cell, month: number, times: number): void {
  for (const measure of ["recorded", "historic", "cancelled"] as const) {
    cell[measure][month] = at(cell[measure], month) * times;
  }
}

/** The month before is lost in part, and made up in this one. */
function shift(cell: Cell, month: number, part: number): void {
  for (const measure of ["recorded", "historic", "cancelled"] as const) {
    const lost = at(cell[measure], month - 1) * part;
    cell[measure][month - 1] = at(cell[measure], month - 1) - lost;
    cell[measure][month] = at(cell[measure], month) + lost;
  }
}

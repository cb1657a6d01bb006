import { column, defineTable, type RowOf } from "../../engine/index.ts";
import type { Law } from "../../law/index.ts";

/** The recorded-crime class of each detailed offence code, and the days on which it was that class. */
export const offenceClass = defineTable({
  name: "offence_class",
  meaning: "The recorded-crime class of a detailed offence code between two days.",
  key: ["offence_code", "valid_from"],
  columns: {
    offence_code: column("text", "Code without its stroke, as courts data write it: 865 is 8/65, 19594 is 195/94."),
    class: column("text", "Recorded-crime class."),
    valid_from: column("date", "First day."),
    valid_to: column("date", "Last day."),
  },
});

const ALWAYS = { from: "0001-01-01", to: "9999-12-31" };

/** The rows of `offence_class`, in order; a code that is counted in no class has none. */
export function offenceClassRows(law: Law): RowOf<typeof offenceClass>[] {
  return law.offences
    .filter((each) => each.class !== "")
    .map((each) => ({
      offence_code: withoutStroke(each.code),
      class: each.class,
      valid_from: each.valid_from ?? ALWAYS.from,
      valid_to: each.valid_to ?? ALWAYS.to,
    }))
    .toSorted((a, b) => compare(a.offence_code, b.offence_code) || compare(a.valid_from, b.valid_from));
}

/** `8/65` as `865`, `195/94` as `19594`, `1/1` as `101`. */
function withoutStroke(code: string): string {
  const [group = "", sub = ""] = code.split("/");
  return `${group}${sub.padStart(2, "0")}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

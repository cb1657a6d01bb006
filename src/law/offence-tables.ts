import { column, defineTable, maybeColumn, type RowOf } from "../engine/index.ts";
import type { Law } from "./law.ts";
import { normalTitle } from "./names.ts";

/** The recorded-crime class of each offence code, and the days on which it was that class. */
export const offenceRule = defineTable({
  name: "offence_rule",
  meaning: "The recorded-crime class of an offence code between two days.",
  key: ["code", "valid_from"],
  columns: {
    code: column("text", "Offence code in its one spelling, such as 8/65."),
    class: maybeColumn("text", "Recorded-crime class; unknown where the knowledge base does not have it."),
    valid_from: column("date", "First day."),
    valid_to: column("date", "Last day."),
  },
});

/** What titles of offences, and classes written where a code should be, stand for. */
export const offenceName = defineTable({
  name: "offence_name",
  meaning: "The offence code, or the class alone, that a title or a class in place of a code stands for.",
  key: ["name"],
  columns: {
    name: column("text", "Title or class in lower case, letters and digits only."),
    code: maybeColumn("text", "Offence code."),
    class: maybeColumn("text", "Recorded-crime class, where no code is known."),
    is_class: column("boolean", "Whether it is a class in place of a code."),
  },
});

const ALWAYS = { from: "0001-01-01", to: "9999-12-31" };

/** The rows of `offence_rule`, in order. */
export function offenceRuleRows(law: Law): RowOf<typeof offenceRule>[] {
  const rows = law.offences.map((each) => ({
    code: each.code,
    class: each.class || null,
    valid_from: each.valid_from ?? ALWAYS.from,
    valid_to: each.valid_to ?? ALWAYS.to,
  }));
  return rows.toSorted((a, b) => compare(a.code, b.code) || compare(a.valid_from, b.valid_from));
}

/** The rows of `offence_name`, in order; a class comes before a title that reads the same. */
export function offenceNameRows(law: Law): RowOf<typeof offenceName>[] {
  const rows = new Map<string, RowOf<typeof offenceName>>();
  for (const each of law.classByCode.values()) {
    const name = normalTitle(each.code);
    rows.set(name, { name, code: null, class: each.code, is_class: true });
  }
  for (const [name, { code, class: meant }] of law.offenceByTitle) {
    if (!rows.has(name)) rows.set(name, { name, code, class: meant, is_class: false });
  }
  return [...rows.values()].toSorted((a, b) => compare(a.name, b.name));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
